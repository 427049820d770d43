"""All kinds: importing this module declares them, in the order of the groups."""

from __future__ import annotations

from hegui.model import (  # noqa: F401  (imported because that declares them)
    action,
    agreement,
    appetite,
    calendar,
    catalogue,
    check,
    control,
    dataset,
    department,
    evidence,
    evidence_type,
    exclusion,
    incident,
    measurement,
    organization,
    pack,
    party,
    person,
    processing,
    questionnaire,
    regulation,
    report,
    risk,
    role,
    rule,
    signoff,
    system,
    transfer,
    vendor,
    vendor_assessment,
    waiver,
)
from hegui.model.table import KINDS, Kind

__all__ = ["KINDS", "Kind"]

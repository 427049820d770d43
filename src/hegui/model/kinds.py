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
    data_class,
    dataset,
    deal_structure,
    department,
    evidence,
    evidence_shape,
    evidence_type,
    exclusion,
    fact,
    incident,
    incident_clock,
    measurement,
    organization,
    pack,
    party,
    person,
    processing,
    questionnaire,
    regulation,
    report,
    retention_rule,
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

GROUPS = (
    "organisation", "deal", "information", "law", "doing", "third parties", "risk", "decisions",
)  # fmt: skip
"""The groups of kinds, in the order in which one reads a repository."""

_ordered = sorted(KINDS.items(), key=lambda entry: GROUPS.index(entry[1].group))
KINDS.clear()
KINDS.update(_ordered)

__all__ = ["KINDS", "Kind"]

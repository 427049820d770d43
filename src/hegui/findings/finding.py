"""Findings and outcomes: what one rule says of one subject."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from hegui.findings.severity import Severity
from hegui.source.bilingual import Text
from hegui.source.place import Place, Related


class Status(StrEnum):
    """What became of one rule on one subject."""

    PASSED = "passed"
    FAILED = "failed"
    WAIVED = "waived"
    NOT_DUE = "not-due"
    NOT_APPLICABLE = "not-applicable"
    NOT_ASSESSED = "not-assessed"


class Subject(NamedTuple):
    """What a rule speaks of: the kind and id of an item, document or repository."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"


class Finding(NamedTuple):
    """One gap: what, where, how to mend it. ``route`` names the field by keys, not positions.

    ``waiver`` is the id of the waiver that accepts it, or ``None``.
    """

    rule: str
    severity: Severity
    subject: Subject
    message: Text
    remedy: Text
    place: Place
    fingerprint: str
    route: str = ""
    related: tuple[Related, ...] = ()
    waiver: str | None = None

    @property
    def status(self) -> Status:
        """``failed``, or ``waived`` when a waiver accepts it."""
        return Status.FAILED if self.waiver is None else Status.WAIVED


class Outcome(NamedTuple):
    """One rule on one subject: its status, its findings when it failed, the reason otherwise."""

    rule: str
    subject: Subject
    status: Status
    findings: tuple[Finding, ...] = ()
    reason: Text | None = None

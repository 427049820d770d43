"""Derivations from small repositories out of text: one objective, one requirement, one control."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from textwrap import dedent

from hegui.derive.derived import Derived
from hegui.derive.grounds import Grounds
from hegui.findings.finding import Outcome, Status, Subject
from hegui.model.item import Part
from hegui.model.moment import Clock, Moment
from hegui.model.repository import Repository
from tests.derive.helpers import SETTINGS, ZONE, at, repository

TICK = timedelta(microseconds=1)
NOON = "2026-11-23 12:00"

LOG = "{kind: evidence-type, id: log, title: 日志}"
CONTROL = """\
{kind: control, id: k, title: 备份, statement: 每日备份。, status: implemented, achieves: [c#o]}"""


class Files(dict[str, str]):
    """A tree whose files are given by their digests; it notes what is asked for."""

    def __init__(self, digests: Mapping[str, str]) -> None:
        super().__init__(digests)
        self.asked: list[str] = []

    def digest(self, path: str) -> str | None:
        self.asked.append(path)
        return self.get(path)


def text(*documents: str) -> str:
    """One text of several documents."""
    return "\n---\n".join(dedent(one).strip() for one in documents)


def objective(*requirements: str, ref: str = "o", more: str = "") -> str:
    """An objective that asks for log records; each requirement as the fields beside its title."""
    asked = ", ".join(f"{{title: 要求, evidence: log, {one}}}" for one in requirements)
    return f"{{ref: {ref}, area: x, title: 目标, requirements: [{asked}]{more}}}"


def catalogue(*objectives: str, id_: str = "c", more: str = "") -> str:
    """A catalogue of one area."""
    listed = ", ".join(objectives)
    return (
        f"{{kind: catalogue, id: {id_}, title: 目录, areas: [{{id: x, title: 领域}}], "
        f"objectives: [{listed}]{more}}}"
    )


def control(
    id_: str = "k", achieves: str = "c#o", more: str = "", status: str = "implemented"
) -> str:
    """A control."""
    return (
        f"{{kind: control, id: {id_}, title: 措施, statement: 做。, status: {status}, "
        f"achieves: [{achieves}]{more}}}"
    )


def record(
    id_: str,
    when: str,
    result: str = "pass",
    *,
    of: str = "c#o:a",
    by: str | None = "k",
    about: str | None = None,
    more: str = "",
) -> str:
    """A record about one requirement."""
    named = "" if by is None else f", control: {by}"
    subject = "" if about is None else f", subject: {about}"
    return (
        f"{{kind: evidence, id: {id_}, title: 记录, result: {result}, performed_at: {when}, "
        f"proves: [{{requirement: {of}{named}{subject}}}]{more}}}"
    )


def clock_of(found: Repository, as_of: str) -> Clock:
    """The clock at an instant, with the milestones under both their names."""
    moments: dict[str, Moment] = {}
    for name, part in found.parts.get("milestone", {}).items():
        moments[name] = moments[name.partition("#")[2]] = part.record.on
    return Clock(ZONE, at(as_of), moments)


def grounds(
    content: str,
    as_of: str = NOON,
    settings: str = SETTINGS,
    files: Mapping[str, str] | None = None,
) -> Grounds:
    """The grounds of a text at an instant."""
    found = repository(content, settings)
    return Grounds(found, clock_of(found, as_of), Files(files or {}))


def derived(
    content: str,
    as_of: str = NOON,
    outcomes: Iterable[Outcome] = (),
    settings: str = SETTINGS,
    files: Mapping[str, str] | None = None,
) -> Derived:
    """What follows from a text at an instant."""
    return Derived(grounds(content, as_of, settings, files), outcomes)


def part(of: Grounds | Derived, kind: str, name: str) -> Part:
    """A part by its name."""
    repository = of.grounds.repository if isinstance(of, Derived) else of.repository
    return repository.parts[kind][name]


def outcome(subject: str, status: str = "passed", rule: str = "r/x") -> Outcome:
    """What a rule says of a subject."""
    kind, _, name = subject.partition("/")
    return Outcome(rule, Subject(kind, name), Status(status))

"""What is live names nothing that is gone."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.loading.resolve import references
from hegui.model.action import Action
from hegui.model.check import Check
from hegui.model.control import Control
from hegui.model.dataset import Dataset
from hegui.model.department import Department
from hegui.model.item import Entity, Item
from hegui.model.processing import Processing
from hegui.model.repository import Unassessable
from hegui.model.risk import Risk
from hegui.model.system import System
from hegui.model.vendor import Vendor
from hegui.rules.context import Context, see
from hegui.rules.periods import live
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both
from hegui.source.place import Related

_MAY_GO = ("control", "vendor", "department", "system")
"""The kinds whose items may be gone."""


def _gone(target: Entity, context: Context) -> tuple[Text, Related] | None:
    """Why a target is no more, and where it says so."""
    if target.kind not in _MAY_GO:
        return None
    match target:
        case Control() if not target.active:
            return both("已停用", "is retired"), see(target, "status")
        case Vendor() if target.status == "ended":
            return both("已终止合作", "has ended"), see(target, "status")
        case Department(until=until) if until and context.clock.end(until) < context.clock.as_of:
            return both("已撤并", "is closed"), see(target, "until")
        case System(until=until) if until and context.clock.end(until) < context.clock.as_of:
            return both("已停用", "is out of use"), see(target, "until")
    return None


def _live(subject: Item, context: Context) -> bool:
    if isinstance(subject, Action):
        return live(subject, context)
    if isinstance(subject, Processing):
        return context.clock.within(subject.from_, subject.until)
    return _gone(subject, context) is None


@rule(
    "reference/retired",
    Check, Control, Dataset, System, Processing, Vendor, Risk, Action,
    severity=Severity.MEDIUM,
    title=both("仍在引用已停用的对象", "A reference to what is gone"),
    message=both(
        "{subject}仍引用{target}，它{state}", "{subject} still names {target}, which {state}"
    ),
    remedy=both(
        "改为接替它的对象，或删除这条引用。", "Name what took its place, or delete the reference."
    ),
    why=both(
        "指向已停用对象的责任与数据流都是虚的。",
        "A duty or a flow of data that leads to what is gone leads nowhere.",
    ),
    where=_live,
)  # fmt: skip
def check(subject: Item, context: Context) -> Iterator[Fault]:
    found = False
    for link in context.repository.outgoing(subject):
        gone = _gone(link.target, context)
        if gone is None or "raci" in link.path:  # periods have rules of their own
            continue
        state, said = gone
        found = True
        yield Fault(
            at=link.path,
            values={"target": context.name(link.target), "state": state},
            related=(said,),
        )
    if not found and (subject.kind, subject.id) in context.repository.dangling:
        _look_at_all(subject, context)


def _look_at_all(subject: Item, context: Context) -> None:
    """Raise `Unassessable` where a reference leads to what was not understood, or nowhere."""
    for path, _, ref in references(subject):
        if ref.kind in _MAY_GO and "raci" not in path and context.repository.find(ref) is None:
            raise Unassessable(str(ref))

"""A witness belongs to another department than whoever did the work."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.witness import independent
from hegui.findings.severity import Severity
from hegui.model.evidence import Evidence
from hegui.model.item import Entity
from hegui.model.person import Person
from hegui.model.reference import Ref
from hegui.model.repository import Unassessable
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both

_UNKNOWN = both(
    "没有写明实施方，无从判断见证是否独立",
    "has a witness but does not say who performed it: nobody can tell whether they are independent",
)


@rule(
    "evidence/self-witnessed",
    Evidence,
    severity=Severity.MEDIUM,
    title=both("见证方不独立", "A witness who is not independent"),
    message=both("{subject}{case}", "{subject} {case}"),
    remedy=both(
        "请另一部门见证并另立记录；没有独立见证的，删去 witnessed_by。",
        "Have another department witness it in a new record; without one, leave out witnessed_by.",
    ),
    why=both(
        "自己见证自己等于没有见证，这样的记录只按无见证计。",
        "Who witnesses his own work witnesses nothing; such a record counts as unwitnessed.",
    ),
    where=lambda evidence, context: evidence.witnessed_by is not None,
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    if not independent(evidence, context.repository):
        yield Fault(at=("witnessed_by",), values={"case": _case(evidence, context)})


def _case(evidence: Evidence, context: Context) -> Text:
    """Why the witness is not independent."""
    if evidence.performed_by is None:
        return _UNKNOWN
    assert evidence.witnessed_by is not None
    performer = _named(evidence.performed_by, context)
    witness = _named(evidence.witnessed_by, context)
    who, by = context.name(witness), context.name(performer)
    if witness is performer:
        return both(
            f"由实施方{who.get('zh')}自己见证",
            f"was witnessed by {who.get('en')}, who performed it",
        )
    if _house(witness) == _house(performer):
        return both(
            f"由{by.get('zh')}实施、{who.get('zh')}见证，同属一个部门",
            f"was performed by {by.get('en')} and witnessed by {who.get('en')}, of one department",
        )
    return both(
        f"由{by.get('zh')}实施、{who.get('zh')}见证，一方是另一方所属的主体",
        f"was performed by {by.get('en')} and witnessed by {who.get('en')}, one of which belongs "
        "to the other",
    )


def _named(ref: Ref, context: Context) -> Entity:
    found = context.repository.find(ref)
    if found is None:
        raise Unassessable(str(ref))
    return found


def _house(entity: Entity) -> tuple[str, str]:
    """The department of a person; any other is a house of its own."""
    if isinstance(entity, Person):
        return entity.department.kind, entity.department.id
    return entity.kind, entity.id

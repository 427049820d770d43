"""The facts of a record are those that its type declares."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.tested import faulty
from hegui.findings.severity import Severity
from hegui.model.evidence import Evidence
from hegui.model.evidence_shape import EvidenceShape
from hegui.model.evidence_type import EvidenceType
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both
from hegui.source.place import Related


@rule(
    "evidence/bad-facts",
    Evidence,
    severity=Severity.HIGH,
    title=both("事实与证据类型的声明不符", "Facts that their type does not declare"),
    message=both(
        "{subject}的事实 {fact} {problem}",
        "The fact {fact} of {subject} {problem}",
    ),
    remedy=both(
        "按证据类型 {type} 的声明改正。{hint}", "Mend it as the type {type} declares it. {hint}"
    ),
    why=both(
        "检验按声明读取事实；写错名称或单位的事实等于没有写。",
        "Tests read facts as declared; a fact with another name or unit might as well be missing.",
    ),
    where=lambda evidence, context: evidence.type is not None and evidence.facts is not None,
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    assert evidence.type is not None
    for bad in faulty(evidence, context.grounds):
        type_ = context.repository.get(evidence.type, EvidenceType)
        yield Fault(
            at=("facts", *bad.path),
            values={
                "fact": _fact(*bad.path),
                "problem": bad.problem,
                "hint": bad.hint,
                "type": type_.id,
            },
            place=evidence.document.place(("facts", *bad.path), "key") if bad.unknown else None,
            related=(_declared(type_, str(bad.path[0]), context),),
        )


def _fact(name: str | int, position: str | int | None = None) -> Text:
    if not isinstance(position, int):
        return both(str(name), str(name))
    return both(f"{name} 第 {position + 1} 项", f"{name}, item {position + 1},")


def _declared(type_: EvidenceType, fact: str, context: Context) -> Related:
    """Where a fact is declared: in the type or in its shape; else the type."""
    if fact not in (type_.facts or {}) and type_.shape is not None:
        shape = context.repository.get(type_.shape, EvidenceShape)
        if fact in shape.facts:
            return see(shape, "facts", fact)
    return see(type_, "facts", fact)

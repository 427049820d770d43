"""No change removes or edits a record that speaks against us."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.artefacts import held
from hegui.derive.grounds import Grounds
from hegui.derive.records import failing
from hegui.findings.severity import Severity
from hegui.model.evidence import Evidence
from hegui.model.table import Column, columns_of
from hegui.model.whole import Whole
from hegui.rules.against import PROBLEM, base_of, based, before, gone, removed, same
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both

_FREE = ("formerly", "id", "title")
"""What may change without changing what a record says."""


@rule(
    "authority/record",
    Evidence,
    Whole,
    severity=Severity.CRITICAL,
    title=both("删改了不合格的记录", "A failing record removed or edited"),
    message=PROBLEM,
    remedy=both(
        "把记录恢复原样；问题已整改的，另立一份通过的新记录；原记录确有差错的，单独提出更正，由检查部门审阅。",
        "Put the record back as it was. What has been mended is shown by a new record that passes; "
        "what was recorded wrongly is corrected by itself, reviewed by those who checked.",
    ),
    why=both(
        "不合格的结论在有新的合格记录之前一直成立；删掉或改写它，缺口就无影无踪了。",
        "A failure stands until a later pass; whoever removes or rewrites it makes the gap vanish.",
    ),
    where=based,
)
def check(subject: Evidence | Whole, context: Context) -> Iterator[Fault]:
    if isinstance(subject, Whole):
        yield from (
            removed(old, context) for old in gone(Evidence, context) if _fails(old, context)
        )
        return
    for old in before(subject, context):
        fields = [one.name for one in columns_of(Evidence) if _differs(one, old, subject)]
        if fields and _fails(old, context):
            yield Fault((fields[0],), {"problem": _edited(subject, fields, context)}, old.id)


def _fails(record: Evidence, context: Context) -> bool:
    base = base_of(context)
    grounds = context.once("authority/record", lambda: Grounds(base, context.clock, context.tree))
    return failing(record, grounds)


def _differs(column: Column, old: Evidence, new: Evidence) -> bool:
    if column.name in _FREE or same(old, new, column.name):
        return False
    was, now = held(old), held(new)
    # A file is named from the folder of its record: that may move, and the file stays.
    return column.name != "artefact" or None in (was, now) or was[2:] != now[2:]  # type: ignore[index]


def _edited(record: Evidence, names: list[str], context: Context) -> Text:
    name = context.name(record)
    return both(
        f"改动了不合格的记录{name.get('zh')}：{'、'.join(names)}",
        f"The failing record {name.get('en')} was edited: {', '.join(names)}",
    )

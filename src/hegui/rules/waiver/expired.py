"""A waiver that has ended accepts nothing any more."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.waiver import Waiver
from hegui.rules.context import Context
from hegui.rules.rule import Fault, Stage, rule
from hegui.rules.waivers import named, over
from hegui.source.bilingual import both
from hegui.source.place import Related

_LABEL = both("仍未消除的发现", "the finding that is still open")
_OPEN = both("，所接受的发现仍未消除", ", and what it accepted is still there")
_GONE = both("，所接受的发现已不存在", ", and what it accepted is no longer found")


@rule(
    "waiver/expired",
    Waiver,
    severity=Severity.MEDIUM,
    title=both("豁免已到期", "A waiver has expired"),
    message=both("{subject} 已于 {day} 到期{state}", "{subject} expired on {day}{state}"),
    remedy=both(
        "完成整改后删去这份豁免；确需延期的，按现状重新申请并批准，另立一份。",
        "Mend the gap and delete the waiver; if more time is needed, ask anew on how it stands and "
        "write another one.",
    ),
    why=both(
        "到期的豁免不再接受任何发现，留着只会让人以为还有人批准过。",
        "An expired waiver accepts nothing, and lets people think that somebody approved.",
    ),
    where=over,
    stage=Stage.WAIVER,
)
def check(waiver: Waiver, context: Context) -> Iterator[Fault]:
    found = named(waiver, context)
    if found and all(one.waiver is not None for one in found):
        return  # another one took over
    still = [one for one in found if one.waiver is None]
    yield Fault(
        at=("expires",),
        values={"day": context.last_day(waiver.expires), "state": _OPEN if still else _GONE},
        related=tuple(Related(one.place, _LABEL) for one in still),
    )

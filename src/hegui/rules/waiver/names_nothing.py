"""A waiver says what it accepts."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.approval import names_nothing
from hegui.findings.severity import Severity
from hegui.model.waiver import Waiver
from hegui.rules.context import Context
from hegui.rules.rule import Fault, Stage, rule
from hegui.source.bilingual import Text, both

_MISSING = {
    (False, False): both("没有写明接受哪一项发现", "does not say which finding it accepts"),
    (True, False): both("只写了规则，没有写对象", "names a rule and no subject"),
    (False, True): both("只写了对象，没有写规则", "names a subject and no rule"),
}


@rule(
    "waiver/names-nothing",
    Waiver,
    severity=Severity.MEDIUM,
    title=both("豁免没有指明一项发现", "A waiver that names no finding"),
    message=both("{subject} {problem}，不接受任何发现", "{subject} {problem}, and accepts nothing"),
    remedy=both(
        "写上 rule 和 subject，或写一项发现的 fingerprint（hegui check --format json 可查）。",
        "Write rule and subject, or the fingerprint of one finding (hegui check --format json shows it).",
    ),
    why=both(
        "豁免只接受一项具体的发现，不是一类问题的通行证。",
        "A waiver accepts one finding, and is no pass for all of its kind.",
    ),
    stage=Stage.WAIVER,
)
def check(waiver: Waiver, context: Context) -> Iterator[Fault]:
    if names_nothing(waiver):
        problem: Text = _MISSING[waiver.rule is not None, waiver.subject is not None]
        yield Fault(values={"problem": problem})

"""What the settings set about rules is about options that there are."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.loading.suggest import NOTHING, did_you_mean
from hegui.model.rule import OPTIONS
from hegui.model.settings import Tuned
from hegui.model.types import Path
from hegui.model.whole import Whole
from hegui.rules.context import Context
from hegui.rules.options import fits, type_of
from hegui.rules.rule import Fault, Rule, rule
from hegui.source.bilingual import Text, both


@rule(
    "settings/unknown-option",
    Whole,
    severity=Severity.HIGH,
    title=both("规则没有这个参数", "An option that a rule does not have"),
    message=both("设置里的 {name} {problem}", "{name} in the settings {problem}"),
    remedy=both(
        "按 hegui explain 规则编号 所列的参数改正；改好之前按默认值判断。{hint}",
        "Mend it by what hegui explain RULE lists; until then the default counts. {hint}",
    ),
    why=both(
        "写错的参数不起作用，看上去却像已经收紧。",
        "A misspelt option does nothing, and looks as if the rule were tightened.",
    ),
)
def check(subject: Whole, context: Context) -> Iterator[Fault]:
    for position, tuned in enumerate(context.repository.settings.rules):
        at = ("rules", position)
        found = context.rules.get(tuned.id)
        if found is None:
            context.repository.complete("rule")
            problem = both("不是可用的规则", "is no rule that can be used")
            yield _fault((*at, "id"), tuned.id, problem, did_you_mean(tuned.id, context.rules))
        else:
            yield from _options(at, tuned, found)


def _options(at: Path, tuned: Tuned, found: Rule) -> Iterator[Fault]:
    for name, value in tuned.options.items():
        here = (*at, "options", name)
        full = f"{tuned.id} {name}"
        if name not in found.options:
            problem = both("不是这条规则的参数", "is no option of the rule")
            yield _fault(here, full, problem, did_you_mean(name, found.options))
        elif not fits(value, type_of(found.options[name])):
            wanted = OPTIONS[type_of(found.options[name])]
            problem = both(f"应为{wanted.get('zh')}", f"is to be {wanted.get('en')}")
            yield _fault(here, full, problem, NOTHING)


def _fault(at: Path, name: str, problem: Text, hint: Text) -> Fault:
    values = {"name": name, "problem": problem, "hint": hint}
    return Fault(at=at, values=values, discriminator=name)

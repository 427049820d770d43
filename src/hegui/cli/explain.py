"""``hegui explain``: why a rule exists, what it asks, and how to mend what it finds."""

from __future__ import annotations

import click

from hegui.cli.common import emit, lang_option
from hegui.cli.language import Speech
from hegui.cli.speaking import command
from hegui.source.bilingual import both

_NO_RULE = both(
    "没有规则“{rule}”。{hint}用 hegui list rule 查看全部规则。",
    "There is no rule “{rule}”. {hint} See them all with hegui list rule.",
)


@command(
    "explain",
    both(
        "说明一条规则：查什么、为什么、怎么改、正反例",
        "Explain a rule: what it asks, why, how to mend it, with good and bad examples",
    ),
    arguments=[("RULE", both("规则编号，如 agreement/expired", "a rule as agreement/expired"))],
    example="hegui explain agreement/expired",
)
@click.argument("rule", metavar="RULE")
@lang_option
def run(rule: str) -> int:
    from hegui.loading.suggest import did_you_mean
    from hegui.rules.page import page
    from hegui.rules.registry import all_rules

    rules = all_rules()
    if rule not in rules:
        hint = Speech.say(did_you_mean(rule, rules))
        raise click.UsageError(Speech.say(_NO_RULE).format(rule=rule, hint=hint))
    emit(page(rules[rule], Speech.language))
    return 0

"""A new rule of one's own: commented, with a case that finds something and one that does not."""

from __future__ import annotations

from textwrap import indent

from hegui.expr.scope import singular
from hegui.model.naming import kind_title
from hegui.scaffold.sample import flow, sample
from hegui.source.bilingual import Text, both

_HEAD = both(
    """\
# 自定义规则。写法见 docs/rule-language.zh.md；先改下面的案例，再改规则，随时用 hegui test 检验。
""",
    """\
# A rule of our own. docs/rule-language.md says how rules are written. Change the cases below first,
# then the rule, and run hegui test as you go.
""",
)
_SEVERITY = both("info、low、medium、high 或 critical", "info, low, medium, high or critical")
_WHERE = both("写了名称的才看，其余不适用", "where it applies; to others it does not")
_REQUIRE = both(
    "须成立的条件：成立即通过，不成立即发现。可能没写的字段先用 has(…) 问",
    "what must hold. Ask has(…) first about a field that may not be written",
)
_OPTIONS = both(
    "参数，可在 hegui.yaml 的 rules 里另设", "options; the rules of hegui.yaml may set them"
)
_AT = both("发现所指的字段", "the field that a finding points to")
_MESSAGE = both(
    "花括号里可填 subject、values、options 和字段名",
    "braces take subject, values, options and names of fields",
)
_CASES = both(
    "案例：小小的仓库和其中应有的发现。至少一个有发现、一个没有",
    "cases: small repositories and what is found in each; at least one with a finding, one without",
)
_EXPECT = both(
    "documents 里的行号；还可写 column、message、remedy",
    "the line within documents; column, message and remedy may stand here too",
)

_BODY = """\
kind: rule
id: {id}
title: {{zh: {zh}的名称尚未确定, en: The title of the {en} is not settled}}
severity: low  # {severity}
for: {kind}
where: has({name}.title)  # {where}
# {require}
require: >-
  !words({name}.title).exists(w, options.marks.exists(m, w.contains(m)))
options:  # {options}
  marks: {{type: strings, default: [待定, TBD]}}
at: title  # {at}
# {message}
message:
  zh: "{{subject}}的名称里还写着“待定”之类的字样"
  en: "The title of {{subject}} still says that it is to be decided"
remedy: {{zh: 写上正式名称。, en: Give it its proper title.}}
why:
  zh: 名称没有定下来，报告和整改台账就说不清指的是什么。
  en: Reports and the ledger of actions cannot speak of what has no settled name.
# {cases}
cases:
  - name: {{zh: 名称待定, en: The title is to be decided}}
    documents: |
{bad}
    expect: [{{line: 3}}]  # {expect}
  - name: {{zh: 名称已定, en: The title is settled}}
    documents: |
{good}
    expect: []
    outcomes: {{{subject}: passed}}
"""
_BAD = {"zh": "待定", "en": "TBD"}
_GOOD = {"zh": "正式名称", "en": "Its proper title"}


def rule_file(id: str, kind: str, language: str) -> str:
    """The file of a new rule ``id`` for items of ``kind``, commented in ``language``."""
    title, bad, good = kind_title(kind), sample(kind, _BAD), sample(kind, _GOOD)
    name = next(line for line in good.splitlines() if line.startswith("id: "))
    comments: dict[str, Text] = {
        "severity": _SEVERITY, "where": _WHERE, "require": _REQUIRE, "options": _OPTIONS,
        "at": _AT, "message": _MESSAGE, "cases": _CASES, "expect": _EXPECT,
    }  # fmt: skip
    return _HEAD.get(language) + _BODY.format(
        id=id,
        kind=kind,
        name=singular(kind),
        zh=title.get("zh"),
        en=title.get("en"),
        bad=indent(bad.rstrip(), " " * 6),
        good=indent(good.rstrip(), " " * 6),
        subject=flow(f"{kind}/{name.removeprefix('id: ')}"),
        **{comment: text.get(language) for comment, text in comments.items()},
    )

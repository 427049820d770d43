"""The reference of the language of rules, made from what declares it, so that it cannot go stale."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.expr import scope
from hegui.expr.library import LIBRARY, Function, Group, Takes
from hegui.expr.shape import Many, Scalar, Shape
from hegui.model.kinds import KINDS, PARTS
from hegui.model.naming import kind_title
from hegui.model.rule import OPTIONS
from hegui.source.bilingual import both

_FUNCTIONS = both("函数", "Functions")
_INTRO = both(
    "日期、时刻、里程碑（`2026-11-23`、`closing`）和时长（`90 days`、`10 working days`）都写成文字 `text`；"
    "`item` 是条目本身，或带类别的编号（`'vendor/jieyuan'`）。",
    "Dates, instants, milestones (`2026-11-23`, `closing`) and spans (`90 days`, `10 working days`) are "
    "`text`; an `item` is the item itself, or its name with its kind (`'vendor/jieyuan'`).",
)
_GROUPS = {
    Group.PLAIN: both("文字与数", "Texts and numbers"),
    Group.DATES: both("日期与时长", "Dates and spans"),
    Group.GRAPH: both("责任与信息流", "Responsibility and flows"),
    Group.PROOF: both(
        "证明与风险（只在 `stage: derived` 的规则里可用）",
        "Proof and risk (only in rules with `stage: derived`)",
    ),
}
_HEADS = both("函数 | 是什么 | 例", "function | what it is | example")
_SEES = both("各类规则看得到什么", "What the rules for each kind see")
_SEES_INTRO = both(
    "`as_of`（判定时点）、`options`（参数）处处可用，写了 `each` 的另有 `each`。"
    "字段名见各类别的[模式文件](schemas/)；"
    "整个仓库的规则（`for: repository`）看得到 `settings` 和每一类的列表。",
    "`as_of` (the instant) and `options` are there for all, `each` where `each` is written. The fields of "
    "each kind are in its [schema](schemas/). A rule `for: repository` sees `settings` and a list for "
    "every kind.",
)
_SEES_HEADS = both("`for` | 对象 | 相邻条目的列表", "`for` | subject | lists of its neighbours")
_OPTIONS = both("参数的类型", "Types of options")
_OPTION_HEADS = both("参数类型 | 是什么", "type of an option | what it is")
_TAKES = {
    Takes.TEXT: "text",
    Takes.MAPPING: "mapping",
    Takes.ITEM: "item",
    Takes.TEXTS: "[text]",
    Takes.NUMBERS: "[int]",
}
_GIVES = {Scalar.BOOL: "bool", Scalar.INT: "int", Scalar.FLOAT: "double", Scalar.TEXT: "text"}


def reference(language: str) -> str:
    """Functions, what rules for each kind see, and the types of options, as Markdown."""
    blocks = [
        f"## {_FUNCTIONS.get(language)}",
        _INTRO.get(language),
        *_functions(language),
        f"### {_OPTIONS.get(language)}",
        _table(_OPTION_HEADS.get(language), _options(language)),
        f"## {_SEES.get(language)}",
        _SEES_INTRO.get(language),
        _table(_SEES_HEADS.get(language), _kinds(language)),
    ]
    return "\n\n".join(blocks) + "\n"


def _functions(language: str) -> Iterator[str]:
    for group, title in _GROUPS.items():
        yield f"### {title.get(language)}"
        some = [one for one in LIBRARY.values() if one.group is group]
        yield _table(_HEADS.get(language), (_function(one, language) for one in some))


def _function(one: Function, language: str) -> tuple[str, ...]:
    takes = ", ".join(_TAKES[taken] for taken in one.takes)
    signature = f"`{one.name}({takes})` → `{_given(one.gives)}`"
    return signature, one.help.get(language), f"`{one.example}`"


def _given(shape: Shape) -> str:
    if isinstance(shape, Many):
        return f"[{_given(shape.of)}]"
    assert isinstance(shape, Scalar)
    return _GIVES[shape]


def _options(language: str) -> Iterator[tuple[str, ...]]:
    for name, words in OPTIONS.items():
        yield f"`{name}`", words.get(language)


def _kinds(language: str) -> Iterator[tuple[str, ...]]:
    for kind in sorted([*KINDS, *PARTS]):
        lists = ", ".join(f"`{name}`" for name in sorted(scope.lists(kind)))
        named = f"`{scope.singular(kind)}`"
        title = kind_title(kind).get(language)
        yield f"`{kind}`", named if title == kind else f"{named} {title}", lists or "—"


def _table(heads: str, rows: Iterator[tuple[str, ...]]) -> str:
    rule = " | ".join("---" for _ in heads.split(" | "))
    lines = [" | ".join(cell.replace("|", "\\|") for cell in row) for row in rows]
    return "\n".join(f"| {line} |" for line in (heads, rule, *lines))

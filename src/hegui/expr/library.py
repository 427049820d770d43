"""The library: the functions that expressions have beside those of CEL, and what each is for.

What they do is told here and done elsewhere: dates need a clock, proof what is derived, questions
of the graph its edges. Dates, instants and spans are text as YAML has them (``2026-11-23``,
``closing``, ``90 days``); an item is itself, or its name as ``vendor/jieyuan``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, NamedTuple

from hegui.expr.shape import Many, Scalar, Shape
from hegui.source.bilingual import Text, both


class Takes(Enum):
    """What a parameter may be: some take text, a mapping, or either."""

    TEXT = "text"
    MAPPING = "mapping"
    ITEM = "item"
    TEXTS = "texts"
    NUMBERS = "numbers"


class Group(Enum):
    """What functions need, and so at which stage of a run they can be asked."""

    PLAIN = "plain"
    DATES = "dates"
    PROOF = "proof"
    GRAPH = "graph"


class Function(NamedTuple):
    """A function: its name, what it takes, what it gives, and a sentence for people."""

    name: str
    takes: tuple[Takes, ...]
    gives: Shape
    group: Group
    help: Text
    example: str


_T, _I, _M = Takes.TEXT, Takes.ITEM, Takes.MAPPING
_BOOL, _INT, _TEXT, _TEXTS = Scalar.BOOL, Scalar.INT, Scalar.TEXT, Many(Scalar.TEXT)

_FUNCTIONS = (
    Function(
        "total", (Takes.NUMBERS,), _INT, Group.PLAIN,
        both("整数列表之和", "the sum of a list of whole numbers"),
        "total(datasets.map(d, d.persons)) < 1000000",
    ),
    Function(
        "largest", (Takes.NUMBERS,), _INT, Group.PLAIN,
        both("整数列表的最大值，空表为 0", "the largest of a list of whole numbers, 0 of none"),
        "largest(datasets.map(d, d.persons)) < 100000",
    ),
    Function(
        "position", (_T, Takes.TEXTS), _INT, Group.PLAIN,
        both("在列表中的位置，自 0 起；不在其中为 -1", "its position in a list, from 0; else -1"),
        "position(risk.target, ['low', 'medium', 'high']) < 2",
    ),
    Function(
        "words", (_M,), _TEXTS, Group.PLAIN,
        both("一段文字的各种语言的写法", "the wordings of a text in whatever languages it has"),
        "!words(control.statement).exists(w, w.contains('视情况'))",
    ),
    Function(
        "past", (_T,), _BOOL, Group.DATES,
        both("是否已过：日期要到当天结束才算过", "whether it is over; a date when its day has ended"),
        "!past(agreement.expires)",
    ),
    Function(
        "started", (_T,), _BOOL, Group.DATES,
        both("是否已开始：日期自当天零时起", "whether it has begun; a date begins when its day does"),
        "started(agreement.from)",
    ),
    Function(
        "in_force", (_M,), _BOOL, Group.DATES,
        both(
            "判定时点是否在其 from（granted、effective）与 until（expires）之间；没写的一端不设限",
            "whether the instant lies between its from (granted, effective) and its until (expires); "
            "an end that is not written is open",
        ),
        "control.raci.exists(r, in_force(r))",
    ),
    Function(
        "within", (_T, _T), _BOOL, Group.DATES,
        both("是否将在这段时间之内到来，尚未过去", "whether it is ahead, within this span"),
        "within(agreement.expires, '60 days')",
    ),
    Function(
        "older_than", (_T, _T), _BOOL, Group.DATES,
        both("距今是否已超过这段时间", "whether it lies further back than this span"),
        "!older_than(control.review.last, control.review.every)",
    ),
    Function(
        "earlier", (_T, _T), _BOOL, Group.DATES,
        both("前者是否早于后者，都按开始的时刻比较", "whether the first begins before the second begins"),
        "!earlier(agreement.expires, agreement.from)",
    ),
    Function(
        "days", (_T, _T), _INT, Group.DATES,
        both("从前者到后者有多少整日，倒过来为负", "whole days from the first to the second"),
        "days(waiver.granted, waiver.expires) <= 90",
    ),
    Function(
        "working_days", (_T, _T), _INT, Group.DATES,
        both(
            "前者之后、到后者为止有多少工作日，按规则包的日历",
            "working days after the first up to the second, by the pack's calendar",
        ),
        "!has(incident.discovered) || working_days(incident.discovered, as_of) <= 5",
    ),
    Function(
        "longer", (_T, _T), _BOOL, Group.DATES,
        both("前一段时间是否长于后一段（自判定时点起算）", "whether the first span is longer"),
        "!longer(check.cadence, '1 year')",
    ),
    Function(
        "day", (_T,), _TEXT, Group.DATES,
        both("起始于哪一天，按组织所在时区", "the day on which it begins, where the organisation is"),
        "day(sign_off.at) != ''",
    ),
    Function(
        "last_day", (_T,), _TEXT, Group.DATES,
        both(
            "最后一天；里程碑取其前一刻所在的日期",
            "its last day; before a milestone, the day of the instant before it",
        ),
        "last_day(agreement.expires) != '2026-12-31'",
    ),
    Function(
        "proof", (_I,), _TEXT, Group.PROOF,
        both(
            "控制目标或证明要求的证明状态：proved、failed、unknown、not-due、excluded、not-applicable",
            "how an objective or requirement stands: proved, failed, unknown, not-due, excluded or "
            "not-applicable",
        ),
        "proof(objective) == 'proved'",
    ),
    Function(
        "residual", (_I,), _TEXT, Group.PROOF,
        both("风险按已证实的措施计的剩余等级", "the level that is left of a risk by what is proved"),
        "residual(risk) != 'high'",
    ),
    Function(
        "claimed_residual", (_I,), _TEXT, Group.PROOF,
        both("风险按自述的措施计的剩余等级", "the level that is left of a risk by what is claimed"),
        "claimed_residual(risk) == residual(risk)",
    ),
    Function(
        "measured", (_I,), _BOOL, Group.PROOF,
        both(
            "风险的等级能否推算：没有风险偏好、可能性或损失的推算不出",
            "whether the level of a risk can be worked out: not without appetite, likelihood or harm",
        ),
        "!measured(risk) || residual(risk) != 'high'",
    ),
    Function(
        "inherent", (_I,), _TEXT, Group.PROOF,
        both("风险的固有等级", "the level of a risk with nothing done about it"),
        "inherent(risk) != 'low'",
    ),
    Function(
        "higher", (_T, _T), _BOOL, Group.PROOF,
        both(
            "前一风险等级是否高于后一等级，按风险偏好文件里的次序",
            "whether the first level of risk is above the second, in the order of the appetite file",
        ),
        "!higher(residual(risk), risk.target)",
    ),
    Function(
        "accountable", (_I,), _TEXT, Group.GRAPH,
        both(
            "判定时点的最终负责部门，没有则为空",
            "the department that is accountable at the instant; empty where there is none",
        ),
        "controls.all(c, accountable(c) != accountable(vendor))",
    ),
    Function(
        "protecting", (_I,), _TEXTS, Group.GRAPH,
        both(
            "保护该数据集的在用控制措施，写作 control/编号",
            "the active controls that protect a dataset, each as control/ID",
        ),
        "protecting(dataset).size() > 0",
    ),
    Function(
        "achieving", (_I,), _TEXTS, Group.GRAPH,
        both(
            "自称已实施、在运行期内、达成该控制目标的控制措施，写作 control/编号",
            "the controls in operation that are said to be implemented and achieve an objective, each "
            "as control/ID",
        ),
        "achieving(objective).size() > 0",
    ),
    Function(
        "reaches", (_I, _I), _BOOL, Group.GRAPH,
        both(
            "信息能否从前者流到后者（数据集 → 系统 → 第三方 → 再受托方；处理活动的接收方）",
            "whether information flows from the first to the second (dataset → system → vendor → fourth "
            "party; recipients of processing)",
        ),
        "!reaches(dataset, 'vendor/jieyuan')",
    ),
    Function(
        "paths_avoiding", (_I, _I, Takes.TEXTS), _BOOL, Group.GRAPH,
        both(
            "是否有一条信息流从前者到后者，不经过所列任何一项；保护数据集的控制措施算作其必经之处",
            "whether some flow leads from the first to the second past none of those listed; the controls "
            "that protect a dataset stand on every flow out of it",
        ),
        "datasets.all(d, !paths_avoiding(d, vendor, protecting(d)))",
    ),
    Function(
        "depends_on", (_I, _I), _BOOL, Group.GRAPH,
        both(
            "前者是否依赖后者，间接也算（控制措施靠运行方，系统靠第三方，第三方靠再受托方，目标靠控制措施）",
            "whether the first depends on the second, however indirectly (a control on who operates it, a "
            "system on its vendors, a vendor on its subprocessors, an objective on its controls)",
        ),
        "!depends_on(control, 'vendor/jieyuan')",
    ),
)  # fmt: skip

LIBRARY = {function.name: function for function in _FUNCTIONS}
"""Every function by name."""


def names(*groups: Group) -> frozenset[str]:
    """The functions of some groups."""
    return frozenset(one.name for one in _FUNCTIONS if one.group in groups)


ALWAYS = names(Group.PLAIN)
"""What every expression may call: it needs nothing but its arguments."""


def _total(values: list[int]) -> int:
    return sum(values)


def _largest(values: list[int]) -> int:
    return max(values, default=0)


def _position(value: str, values: list[str]) -> int:
    return values.index(value) if value in values else -1


def _words(text: dict[str, str]) -> list[str]:
    return list(dict.fromkeys(text.values()))


PLAIN: Mapping[str, Callable[..., Any]] = {
    "total": _total,
    "largest": _largest,
    "position": _position,
    "words": _words,
}
"""What those functions do."""

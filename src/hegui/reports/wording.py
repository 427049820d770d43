"""The sentences that the management page makes of its figures, in both languages."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hegui.derive.applicability import INCLUSIONS, Entry
from hegui.derive.gate import DECISIONS, Gate
from hegui.derive.residual import GAPS, Gap
from hegui.derive.score import Score
from hegui.findings.severity import Severity
from hegui.model.action import Action
from hegui.model.moment import end_of
from hegui.model.reference import Ref
from hegui.reports.figures import Ahead, AreaFigures, RiskFigures, Unassessed, View
from hegui.reports.labels import LABELS
from hegui.reports.units import are, day, number, things
from hegui.source.bilingual import Text, both

PHRASES = (
    "area_names", "authority", "check_line", "claims", "days_left", "due", "gate_line",
    "grade", "headline", "holds", "inputs", "lead", "loss", "more_departments",
    "no_residual", "objectives", "open_count", "rest", "rules", "score_sum", "score_value",
    "silent", "stamp_size", "statement_count", "unknown", "untied", "who_must_act", "why_included",
)  # fmt: skip
"""The functions of this module that templates may call."""


def stamp_size(word: str, most: float = 38) -> float:
    """The size of type at which a word fills the stamp, in its units; at most ``most``."""
    width = sum(1.0 if ord(character) > 0x2E80 else 0.84 for character in word)
    return round(min(most, 96 / width), 1)


def headline(view: View) -> Text:
    """The verdict in one line, with what stands against it."""
    verdict, count = view.verdict, len(view.tasks)
    if verdict.word == "none":
        return both("没有可以判定的文档", "There is nothing here that can be judged")
    if view.gates:
        return gate_line(view.gates[0])
    if verdict.word == "fail":
        zh, en = against(view)
        return both(f"检查不通过：{zh}", f"The check fails: {en}")
    if not count:
        return both("检查通过，没有未结发现", "The check passes, and nothing is open")
    return both(
        f"检查通过，尚有 {number(count)} 项待办",
        f"The check passes; {things(count, 'finding')} {are(count)} still open",
    )


def gate_line(one: Ahead) -> Text:
    """What the gate of a milestone says, in one line."""
    assert one.gate is not None
    zh, en = DECISIONS[one.gate.decision].get("zh"), DECISIONS[one.gate.decision].get("en")
    missing, conditions = len(one.gate.missing), len(one.gate.conditions)
    if missing:
        zh, en = f"{zh}，缺 {number(missing)} 项", f"{en}, {number(missing)} missing"
    elif conditions:
        zh, en = f"{zh}，{number(conditions)} 项", f"{en}, {number(conditions)} of them"
    left = days_left(one)
    return both(
        f"{one.title.get('zh')}（{left.get('zh')}）：{zh}",
        f"{one.title.get('en')} ({left.get('en')}): {en}",
    )


def check_line(view: View) -> Text:
    """The verdict of the check in one line."""
    verdict = view.verdict
    if verdict.word == "pass":
        told = both("检查通过。", "The check passes.")
    else:
        zh, en = against(view)
        told = both(f"检查不通过：{zh}。", f"The check fails: {en}.")
    line = threshold(view)
    return both(f"{told.get('zh')}{line.get('zh')}", f"{told.get('en')} {line.get('en')}")


def score_value(score: Score) -> Text:
    """The share that is proved, in whole percents rounded down."""
    value = score.value
    if value is None:
        return both("尚无到期要求", "Nothing is due")
    told = f"{value.numerator * 100 // value.denominator}%"
    return both(told, told)


def score_sum(score: Score) -> Text:
    """The quotient that the score is, in weights."""
    proved, due = f"{float(score.proved):g}", f"{float(score.due):g}"
    return both(
        f"已证实 {proved} ÷ 适用且到期 {due}", f"{proved} proved of {due} applicable and due"
    )


def claims(view: View) -> Text:
    """How many controls are said to be implemented, and how many of them nothing shows."""
    said, unproved = view.claims.implemented, view.claims.unproved
    return both(
        f"自称已实施的措施 {number(said)} 项，其中 {number(unproved)} 项没有证据。",
        f"{things(said, 'control')} {are(said)} said to be implemented; nothing shows "
        f"{number(unproved)} of them.",
    )


def holds(gate: Gate) -> Text:
    """How many of the requirements of a gate hold."""
    return both(f"{gate.held}/{gate.asked}", f"{gate.held}/{gate.asked}")


def loss(one: RiskFigures) -> Text:
    """The expected loss as it is proved, in 万 or 亿 and in thousands or millions."""
    if isinstance(one.residual, Gap) or one.residual.proved.expected is None:
        return both("–", "–")
    value, unit = one.residual.proved.expected, one.currency or ""
    zh = f"{value / 1e8:,.2f} 亿" if value >= 1e8 else f"{value / 1e4:,.1f} 万"
    en = f"{value / 1e6:,.1f} m" if value >= 1e6 else f"{value / 1e3:,.0f} k"
    return both(f"{unit} {zh}", f"{unit} {en}")


def no_residual(one: RiskFigures) -> Text:
    """Why a residual cannot be worked out."""
    return GAPS[one.residual] if isinstance(one.residual, Gap) else both("", "")


def due(action: Action, view: View) -> Text:
    """The last day of an action."""
    zone = view.origin.as_of.tzinfo
    assert zone is not None
    if isinstance(action.due, Ref):
        return both(f"{action.due.id} 前", f"before {action.due.id}")
    told = day(end_of(action.due, zone).astimezone(zone).date())
    return both(f"限 {told.get('zh')}", f"due {told.get('en')}")


def statement_count(view: View) -> Text:
    """How many objectives the statement has, and how many are out."""
    counts = Counter(entry.inclusion for entry in view.statement)
    zh = "，".join(f"{INCLUSIONS[one].get('zh')} {counts[one]} 项" for one in INCLUSIONS)
    en = ", ".join(f"{counts[one]} {INCLUSIONS[one].get('en')}" for one in INCLUSIONS)
    return both(
        f"{number(len(view.statement))} 项目标：{zh}",
        f"{things(len(view.statement), 'objective')}: {en}",
    )


def grade(found: Any) -> Text:
    """The name of a level."""
    title = getattr(found, "title", None)
    return title if isinstance(title, Text) else both(found.id, found.id)


def why_included(entry: Entry) -> Text:
    """Why an objective is in or out of the statement of applicability."""
    word = INCLUSIONS[entry.inclusion]
    zh, en = word.get("zh"), word.get("en")
    if entry.exclusion is not None:
        reason = entry.exclusion.reason
        return both(f"{zh}：{reason.get('zh')}", f"{en}: {reason.get('en')}")
    if entry.deciding:
        facts = [one.fact.title for one in entry.deciding]
        return both(
            f"{zh}：不成立的情形为{'、'.join(one.get('zh') for one in facts)}",
            f"{en}, as these do not hold: {', '.join(one.get('en') for one in facts)}",
        )
    if entry.mandatory:
        return both(f"{zh}：满足强制性法律义务", f"{en}: serves mandatory law")
    return both(f"{zh}：所启用目录的目标", f"{en}: an objective of a catalogue in use")


def against(view: View) -> tuple[str, str]:
    """What makes the check fail, in Chinese and in English."""
    verdict = view.verdict
    zh, en = [], []
    if verdict.reached:
        zh.append(f"{number(verdict.reached)} 项发现达到不通过线")
        verb = "reaches" if verdict.reached == 1 else "reach"
        en.append(f"{things(verdict.reached, 'finding')} {verb} the threshold")
    if verdict.unread:
        zh.append(f"{number(verdict.unread)} 份文档未能读懂")
        verb = "was" if verdict.unread == 1 else "were"
        en.append(f"{things(verdict.unread, 'document')} {verb} not understood")
    if verdict.outdated:
        zh.append(f"{number(verdict.outdated)} 项须移出基线")
        verb = "entry has" if verdict.outdated == 1 else "entries have"
        en.append(f"{number(verdict.outdated)} {verb} to leave the baseline")
    return "，".join(zh) or "见下文", " and ".join(en) or "see below"


def lead(view: View) -> Text:
    """The figures in one sentence."""
    return both(_lead_zh(view), _lead_en(view))


def _lead_zh(view: View) -> str:
    opened, waived = len(view.tasks), len(view.waived)
    unknown = sum(one.rules for one in view.unassessed)
    said = f"读懂文档 {number(_documents(view))} 份"
    if view.verdict.unread:
        said += f"，另有 {number(view.verdict.unread)} 份未能读懂"
    reach = [
        f"{number(count)} 个{noun}"
        for count, noun in ((view.touched, "领域"), (view.departments, "部门"))
        if count
    ]
    said += f"；未结发现 {number(opened)} 项" if opened else "；没有未结发现"
    if opened and reach:
        said += f"，涉及 {'、'.join(reach)}"
    said += f"；已豁免 {number(waived)} 项" if waived else "；没有豁免"
    said += f"，未评估 {number(unknown)} 项" if unknown else "，没有未评估的判定"
    return f"{said}。"


def _lead_en(view: View) -> str:
    opened, waived, read = len(view.tasks), len(view.waived), _documents(view)
    unknown = sum(one.rules for one in view.unassessed)
    said = f"{things(read, 'document')} {'was' if read < 2 else 'were'} understood"
    if view.verdict.unread:
        verb = "was" if view.verdict.unread == 1 else "were"
        said += f" and {number(view.verdict.unread)} {verb} not"
    said += f": {things(opened, 'finding')} {are(opened)} open"
    reach = []
    if opened and view.touched:
        reach.append(f"in {things(view.touched, 'area')}")
    if opened and view.departments:
        reach.append(f"with {things(view.departments, 'department')}")
    said += ", " + " and ".join(reach) if reach else ""
    said += f"; {number(waived) if waived else 'none'} {are(waived)} waived"
    said += f", and {things(unknown, 'outcome')} {are(unknown)} left unassessed"
    return f"{said[0].upper()}{said[1:]}."


def _documents(view: View) -> int:
    return sum(count for _, count in view.origin.documents)


def threshold(view: View) -> Text:
    """Where the check fails, and how many findings reach that."""
    verdict = view.verdict
    zh, en = verdict.fail_on.title.get("zh"), verdict.fail_on.title.get("en")
    above = ("", "") if verdict.fail_on is max(Severity) else ("及以上", " and above")
    verb = "reaches" if verdict.reached < 2 else "reach"
    reached = things(verdict.reached, "finding")
    known = ("", "")
    if verdict.known:
        known = (
            f"基线已知的 {number(verdict.known)} 项不计在内。",
            f" {number(verdict.known)} known to the baseline {are(verdict.known)} not counted.",
        )
    return both(
        f"不通过线：{zh}{above[0]}；达到的有 {number(verdict.reached)} 项。{known[0]}",
        f"Threshold: {en}{above[1]}; {reached} {verb} it.{known[1]}",
    )


def days_left(one: Ahead) -> Text:
    """How far away a milestone is."""
    if one.days == 0:
        return both("就在今天", "today")
    return both(f"还有 {number(one.days)} 天", f"in {things(one.days, 'day')}")


def open_count(view: View) -> Text:
    """How many findings are open."""
    count = len(view.tasks)
    if not count:
        return both("没有", "Nothing")
    return both(f"{number(count)} 项发现", things(count, "finding"))


def who_must_act(view: View) -> Text:
    """How many departments must act."""
    if view.departments:
        count = view.departments
        return both(f"{number(count)} 个部门", things(count, "department"))
    return LABELS["unassigned"] if view.tasks else LABELS["nobody"]


def more_departments(view: View) -> Text:
    """What the short list of departments leaves out."""
    debts, findings = len(view.behind), sum(debt.count for debt in view.behind)
    return both(
        f"另 {number(debts)} 个部门共 {number(findings)} 项",
        f"{things(debts, 'more department')} with {things(findings, 'finding')}",
    )


def objectives(area: AreaFigures) -> Text:
    """How many objectives an area has, and how many of them are excluded."""
    if not area.objectives:
        return both("", "")
    zh, en = f"{number(area.objectives)} 项目标", things(area.objectives, "objective")
    if area.excluded:
        zh, en = f"{zh}，排除 {area.excluded}", f"{en}, {area.excluded} excluded"
    return both(zh, en)


def unknown(count: int) -> Text:
    """How many outcomes of an area were not assessed."""
    return both(f"未评估 {number(count)}", f"{number(count)} not assessed")


def untied(view: View) -> Text:
    """How findings are counted by area, and what could be placed in none."""
    zh = "按所关联的控制目标归入领域；一项发现可计入几个领域，合计以发现为准。"
    en = (
        "Findings are placed by the objectives that they touch; one may count in several areas, "
        "so totals come from the findings."
    )
    if count := view.untied:
        zh += f"未归入任何领域的有 {number(count)} 项。"
        en += f" {things(count, 'finding')} {are(count)} not tied to any area."
    if view.verdict.unread:
        zh += "未能读懂的文档无从归入，其所属领域可能另有问题。"
        en += " What was not understood could be placed in none and may hide more."
    return both(zh, en)


def area_names(count: int) -> Text:
    """The word before the numbers of areas."""
    return both("领域", "Area" if count < 2 else "Areas")


def silent(one: Unassessed) -> Text:
    """How many outcomes were not assessed, and why."""
    zh, en = one.reason.get("zh"), one.reason.get("en")
    return both(
        f"{number(one.rules)} 项判定未评估：{zh}。",
        f"{things(one.rules, 'outcome')} not assessed: {en}.",
    )


def rules(count: int) -> Text:
    """How many rules could not judge one thing."""
    return both(f"{number(count)} 条规则", things(count, "rule"))


def rest(count: int) -> Text:
    """The heading over what a long table leaves to unfold."""
    return both(f"其余 {number(count)} 项", f"The other {number(count)}")


def authority(view: View) -> Text:
    """Where threshold, instant and powers were read."""
    zh = "批准权限与限值取自工作区（未指定基准）；"
    en = "Powers and limits come from the working tree, as no base was named. "
    if base := view.origin.base:
        zh = f"批准权限与限值取自基准 {base.ref}（{base.short}）；"
        en = f"Powers and limits come from the base {base.ref} ({base.short}). "
    if view.origin.configured:
        zh, en = f"{zh}不通过线取自 hegui.yaml；", f"{en}The threshold is that of hegui.yaml. "
    else:
        zh, en = f"{zh}不通过线由命令行给定；", f"{en}The threshold was given to the command. "
    if view.origin.pinned:
        zh, en = f"{zh}判定时点由 hegui.yaml 固定。", f"{en}The instant is pinned in hegui.yaml."
    else:
        zh, en = f"{zh}判定时点由命令行或时钟给定。", f"{en}The instant was given, or is now."
    return both(zh, en)


def inputs(view: View) -> Text:
    """What the digest covers."""
    count = view.origin.files
    return both(
        f"{number(count)} 个文件，含规则包", f"{things(count, 'file')}, those of packs included"
    )

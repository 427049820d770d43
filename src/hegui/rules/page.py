"""The page of a rule, made from the rule itself and its cases, so that it cannot go stale."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress

from hegui.expr.scope import WHOLE
from hegui.findings.message import fill
from hegui.model.kinds import KINDS
from hegui.model.naming import kind_title
from hegui.model.rule import DeclaredRule
from hegui.rules.cases import SETTINGS_PATH, BadCase, Case, bad, case_of, cases_of, good
from hegui.rules.rule import Rule, Stage
from hegui.source.bilingual import Text, both
from hegui.source.characters import escaped

_WIDTH = 80
_LONGEST = 76

_STAGES = {
    Stage.DOCUMENT: both("读取", "reading"),
    Stage.STRUCTURE: both("结构", "structure"),
    Stage.PROOF: both("证明", "proof"),
    Stage.DERIVED: both("推导", "derived"),
    Stage.WAIVER: both("豁免", "waiver"),
}
_READ = {
    "document": both("仓库里的文件", "files of the repository"),
    "settings": both(SETTINGS_PATH, SETTINGS_PATH),
    "declared": both("自定义规则", "declared rules"),
    "internal": both("程序自身", "the program itself"),
}
_WHOLE = both("整个仓库", "the whole repository")
_EVERY = both("各类文档", "documents of every kind")
_SEVERITY = both("严重程度：{}", "Severity: {}")
_STAGE = both("阶段：{}", "Stage: {}")
_SUBJECTS = both("对象：{}", "Subjects: {}")
_WAIVABLE = both("可以豁免", "May be waived")
_NEVER = both("不可豁免", "Can never be waived")
_REMEDY = both("怎么改", "How to mend it")
_REFERENCES = both("依据", "References")
_OPTIONS = both("参数", "Options")
_CONDITION = both("条件（CEL）", "Condition, in CEL")
_FOR_EACH = both("逐项检查：`{}`", "For each item of: `{}`")
_DEFAULT = both("`{}`，默认 {}", "`{}`, by default {}")
_BAD = both("反例：{}", "Bad: {}")
_GOOD = both("正例：{}", "Good: {}")
_BASE = both("`{}`，基准中", "`{}` in the base")
_JUDGED = both("判定时点 {}，发现：", "As of {} this is found:")
_READING = both("发现：", "This is found:")
_NOTHING = both("没有发现。", "Nothing is found.")
_BINARY = both("（不是文字）", "(this is no text)")
_MENDED = both("怎么改：{}", "Mend it: {}")
_EACH = both("每条发现各自写明。", "Each finding says how.")


def page(rule: Rule, language: str) -> str:
    """What people read about ``rule``: Markdown that reads well in a terminal of 80 columns too."""
    blocks = [
        f"# {rule.title.get(language)}",
        f"`{rule.id}`",
        _list(fact.get(language) for fact in _facts(rule)),
        _paragraph(rule.why.get(language)),
        f"## {_REMEDY.get(language)}",
        _paragraph(_remedy(rule).get(language)),
    ]
    if rule.declared is not None:
        blocks += [f"## {_CONDITION.get(language)}", *_condition(rule.declared, language)]
    if rule.references:
        blocks += [f"## {_REFERENCES.get(language)}", _list(f"`{ref}`" for ref in rule.references)]
    if rule.options:
        told = (_DEFAULT.get(language).format(*option) for option in rule.options.items())
        blocks += [f"## {_OPTIONS.get(language)}", _list(told)]
    cases = _cases(rule)
    for label, some in ((_BAD, bad(cases)), (_GOOD, good(cases))):
        blocks += [block for case in some[:1] for block in _example(label, case, rule, language)]
    return "\n\n".join(blocks) + "\n"


def _cases(rule: Rule) -> tuple[Case, ...]:
    """The cases of a rule; of one that a repository declares, those that are written rightly."""
    if rule.declared is None:
        return cases_of(rule)
    found = []
    for data in rule.declared.cases:
        with suppress(BadCase):  # hegui test tells of it
            found.append(case_of(data))
    return tuple(found)


def _condition(declared: DeclaredRule, language: str) -> Iterator[str]:
    """Where a rule applies and what it requires, as it is written."""
    if declared.each is not None:
        yield _FOR_EACH.get(language).format(escaped(declared.each))
    for name, text in (("where", declared.where), ("require", declared.require)):
        if text is not None:
            yield f"`{name}`"
            yield "\n".join(["```cel", *_broken(text), "```"])


def _broken(text: str) -> Iterator[str]:
    """Lines of the terminal's width, broken at spaces."""
    for line in text.strip().splitlines():
        yield from textwrap.wrap(
            escaped(line), _WIDTH, break_long_words=False, break_on_hyphens=False
        )


def _facts(rule: Rule) -> Iterator[Text]:
    severity = rule.severity.title
    word = both(f"{severity.get('zh')}（{rule.severity.word}）", severity.get("en"))
    yield _filled(_SEVERITY, word)
    yield _filled(_STAGE, _STAGES[rule.stage])
    yield _filled(_SUBJECTS, _subjects(rule))
    yield _WAIVABLE if rule.waivable else _NEVER


def _subjects(rule: Rule) -> Text:
    if not rule.kinds:
        return _READ[rule.category]
    if set(KINDS) <= set(rule.kinds):
        return _EVERY
    titles = [_WHOLE if kind == WHOLE else kind_title(kind) for kind in rule.kinds]
    return both(
        "、".join(title.get("zh") for title in titles),
        ", ".join(title.get("en") for title in titles),
    )


def _remedy(rule: Rule) -> Text:
    """The remedy with the rule's options filled in, and dots for what only a finding knows."""
    remedy = fill(rule.remedy, defaultdict(lambda: "…", rule.options))
    return remedy if any(character.isalpha() for character in remedy.get("en")) else _EACH


def _filled(frame: Text, value: Text) -> Text:
    zh, en = (frame.get(name).format(value.get(name)) for name in ("zh", "en"))
    return both(zh, en)


def _example(label: Text, case: Case, rule: Rule, language: str) -> Iterator[str]:
    yield f"## {label.get(language).format(case.name.get(language))}"
    for path, content in (case.base or {}).items():
        yield _BASE.get(language).format(escaped(path))
        yield _fenced(content, language)
    for path, content in case.own.items():
        yield f"`{escaped(path)}`"
        yield _fenced(content, language)
    if not case.expect:
        yield _NOTHING.get(language)
        return
    yield _READING.get(language) if rule.check is None else _JUDGED.get(language).format(case.as_of)
    yield "\n".join(_found(case, language))


def _found(case: Case, language: str) -> Iterator[str]:
    for one in case.expect:
        place = f"`{escaped(one.path)}:{one.line}:{one.column}`"
        message = one.message.get(language) if one.message else ""
        yield _paragraph(f"{place} {message}".rstrip(), "- ")
        if one.remedy:
            yield _paragraph(_MENDED.get(language).format(one.remedy.get(language)), "  - ")


def _fenced(content: str | bytes, language: str) -> str:
    if isinstance(content, bytes):
        return _BINARY.get(language)
    lines = (escaped(line.removesuffix("\r")) for line in content.splitlines())
    shown = [line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…" for line in lines]
    return "\n".join(["```yaml", *shown, "```"])


def _list(items: Iterable[str]) -> str:
    return "\n".join(_paragraph(item, "- ") for item in items)


def _paragraph(text: str, bullet: str = "") -> str:
    """Lines of the terminal's width. Chinese stays in one line: a break would show as a space."""
    if any(character >= "\u3000" for character in text):
        return bullet + text
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=bullet,
        subsequent_indent=" " * len(bullet),
        break_long_words=False,
        break_on_hyphens=False,
    )

"""No change loosens the settings by which it is judged."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.fact import VALUES
from hegui.model.settings import Settings
from hegui.model.whole import Whole
from hegui.rules.against import PROBLEM, REMEDY, base_of, based, moved, written
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

_FAIL_ON = both("不通过线 fail_on ", "The threshold fail_on")
_AS_OF = both("固定的判定时点 as_of ", "The pinned instant as_of")
_ZONE = both("时区 time_zone ", "The time zone")


@rule(
    "authority/settings",
    Whole,
    severity=Severity.CRITICAL,
    title=both("放宽了判定设置", "Settings that were loosened"),
    message=PROBLEM,
    remedy=REMEDY,
    why=both(
        "不通过线、判定时点、规则包、声明的事实和豁免期限决定什么算缺口；由被检查的变更自己来改，检查就落空了。",
        "Threshold, instant, packs, stated facts and terms of waivers decide what is a gap; if the "
        "change that is judged could move them, the judgement would be empty.",
    ),
    where=based,
)
def check(subject: Whole, context: Context) -> Iterator[Fault]:
    old, new = base_of(context).settings, context.repository.settings
    if Severity.of(new.fail_on) > Severity.of(old.fail_on):
        was, now = (Severity.of(one.fail_on).title for one in (old, new))
        yield written(subject, ("fail_on",), moved(_FAIL_ON, was, now))
    if new.as_of != old.as_of:
        yield written(subject, ("as_of",), moved(_AS_OF, old.as_of, new.as_of))
    if new.time_zone != old.time_zone:
        yield written(subject, ("time_zone",), moved(_ZONE, old.time_zone, new.time_zone))
    yield from _packs(subject, old, new)
    yield from _facts(subject, old, new)
    yield from _terms(subject, old, new, context)
    yield from _options(subject, old, new)


def _packs(subject: Whole, old: Settings, new: Settings) -> Iterator[Fault]:
    kept = {pack.id: (pack.version, at) for at, pack in enumerate(new.packs)}
    for pack in old.packs:
        if pack.id not in kept:
            problem = both(f"停用了规则包 {pack.id}", f"The pack {pack.id} is enabled no more")
            yield written(subject, ("packs",), problem, f"pack/{pack.id}")
            continue
        version, at = kept[pack.id]
        if None not in (version, pack.version) and version < pack.version:  # type: ignore[operator]
            problem = moved(
                both(f"规则包 {pack.id} 的版本", f"The version of the pack {pack.id}"),
                pack.version,
                version,
            )
            yield written(subject, ("packs", at, "version"), problem, f"pack/{pack.id}")


def _facts(subject: Whole, old: Settings, new: Settings) -> Iterator[Fault]:
    """A fact that counted as so, and now as not so: what nobody states counts as so."""
    was = {fact.id: fact.value for fact in old.facts}
    now = {fact.id: (fact.value, at) for at, fact in enumerate(new.facts)}
    for name in sorted({*was, *now}):
        value, at = now.get(name, (None, 0))
        if was.get(name) == "no" or value == was.get(name):
            continue
        what = both(f"声明的事实 {name} ", f"The stated fact {name}")
        problem = moved(what, VALUES.get(was.get(name, "")), VALUES.get(value or ""))
        if value == "no":
            yield written(subject, ("facts", at, "value"), problem, f"fact/{name}")
        elif value is None:
            yield written(subject, ("facts",), problem, f"fact/{name}")


def _options(subject: Whole, old: Settings, new: Settings) -> Iterator[Fault]:
    """An option that is set otherwise: which way is looser only its rule knows, so either is told."""
    was, now = _set(old), _set(new)
    positions = {tuned.id: at for at, tuned in enumerate(new.rules)}
    for name, option in sorted({*was, *now}):
        before, after = was.get((name, option)), now.get((name, option))
        if before != after:
            what = both(f"规则 {name} 的参数 {option} ", f"The option {option} of the rule {name}")
            path = ("rules", positions.get(name, len(positions)), "options", option)
            told = (None if one is None else str(one) for one in (before, after))
            yield written(subject, path, moved(what, *told), f"rule/{name} {option}")


def _set(settings: Settings) -> dict[tuple[str, str], object]:
    return {
        (tuned.id, name): value for tuned in settings.rules for name, value in tuned.options.items()
    }


def _terms(subject: Whole, old: Settings, new: Settings, context: Context) -> Iterator[Fault]:
    start = context.clock.as_of
    if any(term.at_most.unit == "working days" for term in (*old.waivers, *new.waivers)):
        context.repository.complete("calendar")
    positions = {term.severity: at for at, term in enumerate(new.waivers)}
    for severity in Severity:
        was, now = old.longest(severity), new.longest(severity)
        if context.workdays.due(start, now) > context.workdays.due(start, was):
            title = severity.title
            what = both(
                f"“{title.get('zh')}”级豁免的最长期限",
                f"The longest waiver of {title.get('en')} severity",
            )
            path = ("waivers", positions.get(severity.word, len(positions)), "at_most")
            problem = moved(what, was.words(), now.words())
            yield written(subject, path, problem, f"waiver/{severity.word}")

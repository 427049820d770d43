"""How a requirement and an objective stand: what is asked, what was shown, what decides."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.answers import SOURCES
from hegui.derive.credit import caps, earned
from hegui.derive.derived import Derived
from hegui.derive.proof import Found, Proof, Why, last_failure, passes
from hegui.derive.records import appetite_of, operating
from hegui.derive.score import STATES, Judged, State, score
from hegui.derive.showing import LEVELS, VOIDS, Showing
from hegui.engine.result import Result
from hegui.model.control import STATUSES, Control
from hegui.model.fact import VALUES
from hegui.model.item import Part
from hegui.reporters.derivation.scores import total
from hegui.reporters.derivation.step import Step, day_of, number
from hegui.source.bilingual import Text, both


def requirement(part: Part, result: Result) -> Step:
    """How a requirement stands, from the catalogue and the records."""
    derived = result.derived
    judged = derived.requirements[part.id]
    below = [
        _asked(judged),
        _scope(judged),
        _due(judged, derived),
        *_excluded(judged),
        *(_proof(proof, derived) for proof in judged.proofs),
        _weight(judged),
        *_credit(judged, derived),
    ]
    return Step(stands(part, judged.state), part.place(), tuple(below))


def objective(part: Part, result: Result) -> Step:
    """How an objective stands: what is claimed, and what is proved of its requirements."""
    derived = result.derived
    requirements = derived.by_objective[part.id]
    controls = sorted(
        derived.grounds.repository.naming(part, Control, "achieves"), key=lambda one: one.id
    )
    below = [
        *(Step(_claim(one, derived), one.place("status")) for one in controls),
        *([] if controls else [Step(both("没有措施达成它", "No control achieves it"))]),
        *(
            Step(stands(one.requirement, one.state), one.requirement.place(), tuple(_briefly(one, derived)))
            for one in requirements
        ),
        total(score(requirements)),
    ]  # fmt: skip
    return Step(stands(part, derived.state(part)), part.place(), tuple(below))


def stands(part: Part, state: State) -> Text:
    """A requirement or objective in one line, with how it stands."""
    zh, en = STATES[state].get("zh"), STATES[state].get("en")
    return both(
        f"{part.id}  {part.title.get('zh')}：{zh}", f"{part.id}  {part.title.get('en')}: {en}"
    )


def _asked(judged: Judged) -> Step:
    record = judged.requirement.record
    zh = [f"要求：证据类型 {record.evidence.id}"]
    en = [f"Asked: evidence of type {record.evidence.id}"]
    if record.for_each:
        zh.append(f"逐一证明：{record.for_each}{f'，{record.where}' if record.where else ''}")
        en.append(f"for each {record.for_each}{f' where {record.where}' if record.where else ''}")
    if record.test:
        zh.append(f"检验 {record.test}")
        en.append(f"test {record.test}")
    if record.every:
        zh.append(f"频次 {record.every.words().get('zh')}")
        en.append(f"every {record.every}")
    return Step(both("；".join(zh), "; ".join(en)), judged.requirement.place())


def _scope(judged: Judged) -> Step:
    scope = judged.asked.scope
    facts = tuple(
        Step(
            both(
                f"{one.fact.id}＝{VALUES[one.value].get('zh')}（{SOURCES[one.source].get('zh')}）",
                f"{one.fact.id} = {VALUES[one.value].get('en')} ({SOURCES[one.source].get('en')})",
            ),
            one.place or one.fact.place(),
        )
        for one in scope.deciding
    )
    if not judged.asked.applies:
        told = both("适用：否", "Applies: no")
        if judged.asked.only_stated:
            told = both(
                "适用：否，仅凭设置中的声明，仍计入分母",
                "Applies: no, by nothing but what the settings state; it stays in the denominator",
            )
    elif not judged.proofs:
        told = both("适用：否，没有对象", "Applies: no, there is no subject")
    else:
        told = both(
            "适用：是" + ("（不确定的按适用计）" if scope.value == "uncertain" else ""),
            "Applies: yes" + (" (uncertain counts as yes)" if scope.value == "uncertain" else ""),
        )
    return Step(told, None, facts)


def _due(judged: Judged, derived: Derived) -> Step:
    asked, now = judged.asked, derived.grounds.clock.as_of
    if asked.due_at is None or asked.by is None:
        return Step(both("到期：始终须具备", "Due: at all times"))
    day = day_of(asked.due_at, derived)
    state = both("已到期", "due") if asked.due(now) else both("未到期", "not due yet")
    return Step(
        both(
            f"到期：{asked.by.id}，{day}，{state.get('zh')}",
            f"Due: by {asked.by.id}, {day}, {state.get('en')}",
        ),
        asked.by.place("on"),
    )


def _excluded(judged: Judged) -> Iterator[Step]:
    exclusion = judged.asked.exclusion
    if exclusion is not None and exclusion.approved_by is not None:
        by = exclusion.approved_by.id
        yield Step(
            both(
                f"已排除：{exclusion.id}，{by} 批准；仍计入分母",
                f"Excluded: {exclusion.id}, approved by {by}; it stays in the denominator",
            ),
            exclusion.place(),
        )


_FOUND = {
    Found.PROVED: both("已证实", "proved"),
    Found.FAILED: both("未达到", "failed"),
    Found.UNKNOWN: both("未知", "unknown"),
}
WHYS = {
    Why.VALID: both("最后一次失败之后有有效的通过", "a valid pass stands after the last failure"),
    Why.FADING: both(
        "通过已过有效期，尚在宽限内", "the pass has run out and is still in its grace"
    ),
    Why.FAILURE: both(
        "最后一次失败之后没有更晚的通过", "no pass that counts is later than the last failure"
    ),
    Why.REFUTED: both(
        "自动检查有发现，又无记录证明", "an automated check says no, and no record proves it"
    ),
    Why.STALE: both("通过已过有效期与宽限", "the passes have run out, and so has their grace"),
    Why.VOID: both("通过的记录均不计", "none of the passes counts"),
    Why.NOTHING: both("没有记录", "there is no record"),
    Why.UNREAD: both(
        "有文档未能读懂，可能正是失败的记录",
        "a document was not understood, and may be the record that failed",
    ),
    Why.SUBJECTS: both(
        "有对象未能读懂，无从逐一证明", "some subjects were not understood, so not each is shown"
    ),
}  # fmt: skip


def _proof(proof: Proof, derived: Derived) -> Step:
    found, why = _FOUND[proof.found], WHYS[proof.why]
    name = both("", "")
    if proof.subject is not None:
        name = both(f"对象 {proof.subject.identity}：", f"For {proof.subject.identity}: ")
    counting = passes(proof.showings)
    failure = last_failure(proof.showings)
    return Step(
        both(
            f"{name.get('zh')}{found.get('zh')}，{why.get('zh')}",
            f"{name.get('en')}{found.get('en')}: {why.get('en')}",
        ),
        proof.deciding.place if proof.deciding else None,
        tuple(Step(_showing(one, derived, counting, failure), one.place) for one in proof.showings),
    )


def _showing(
    one: Showing, derived: Derived, counting: tuple[Showing, ...], failure: Showing | None
) -> Text:
    day = one.at.astimezone(derived.grounds.clock.zone).isoformat(" ", "minutes")
    head = f"{day}  {one.source.identity}"
    if not one.passed:
        last = one is failure
        return both(
            f"{head}  不通过{'（最后一次失败）' if last else ''}",
            f"{head}  failed{' (the last failure)' if last else ''}",
        )
    if one.void is not None:
        reason = VOIDS[one.void]
        return both(
            f"{head}  通过，不计：{reason.get('zh')}",
            f"{head}  passed, counts for nothing: {reason.get('en')}",
        )
    if one not in counting:
        return both(f"{head}  通过，其后有失败", f"{head}  passed, and failed later")
    level = LEVELS[one.level]
    fresh = one.freshness(derived.grounds.clock.as_of)
    until = day_of(one.until, derived) if one.until else None
    gone = day_of(one.gone, derived) if one.gone and one.gone != one.until else None
    zh = f"{head}  通过，{level.get('zh')}，{f'有效至 {until}' if until else '不过期'}"
    en = f"{head}  passed, {level.get('en')}, {f'valid until {until}' if until else 'never runs out'}"
    if gone:
        zh, en = f"{zh}，宽限至 {gone}", f"{en}, grace until {gone}"
    return both(f"{zh}，新鲜度 {number(fresh)}", f"{en}, freshness {number(fresh)}")


def _weight(judged: Judged) -> Step:
    weight = number(judged.weight)
    if judged.counted:
        proved = judged.state is State.PROVED
        return Step(
            both(
                f"得分：权重 {weight} 计入分母，{'并' if proved else '不'}计入分子",
                f"Score: weight {weight} in the denominator, {'and' if proved else 'not'} in the numerator",
            )
        )
    return Step(both(f"得分：不计入（权重 {weight}）", f"Score: not counted (weight {weight})"))


def _credit(judged: Judged, derived: Derived) -> Iterator[Step]:
    appetite = appetite_of(derived.grounds)
    if appetite is None or judged.state is State.NOT_APPLICABLE:
        return
    worth = caps(appetite)
    told = number(earned(judged, worth, derived))
    yield Step(
        both(
            f"证明的分量：{told}（各对象中最低者；级别上限 × 新鲜度）",
            f"Credit: {told} (the lowest of its subjects; cap of the level × freshness)",
        ),
        appetite.place("credit"),
    )


def _claim(control: Control, derived: Derived) -> Text:
    status = STATUSES[control.status]
    works = operating(control, derived.grounds)
    return both(
        f"自述：{control.id} {status.get('zh')}{'' if works else '，现不在运行'}",
        f"Claimed: {control.id} {status.get('en')}{'' if works else ', not in operation now'}",
    )


def _briefly(judged: Judged, derived: Derived) -> Iterator[Step]:
    """Why a requirement stands as it does, without its records."""
    if judged.state in (State.NOT_APPLICABLE, State.EXCLUDED):
        return
    for proof in judged.proofs:
        step = _proof(proof, derived)
        yield Step(step.text, step.place)

"""How a residual comes about: what each mitigation takes off, and what level is left."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hegui.derive.credit import applicable, caps, earned
from hegui.derive.derived import Derived
from hegui.derive.records import appetite_of
from hegui.derive.residual import GAPS, Estimate, Gap, Residual, Share, residual
from hegui.engine.result import Result
from hegui.model.appetite import Appetite
from hegui.model.item import Part
from hegui.model.risk import LAYERS, SIDES, Risk
from hegui.reporters.derivation.step import Step, money, name_of, number
from hegui.source.bilingual import Text, both
from hegui.source.place import Place


def risk(item: Risk, result: Result) -> Step:
    """The residual of a risk, step by step."""
    derived = result.derived
    found = residual(item, derived)
    name = f"{item.id}"
    if isinstance(found, Gap):
        reason = GAPS[found]
        return Step(
            both(
                f"风险 {name}：无法推算，{reason.get('zh')}",
                f"Risk {name}: cannot be worked out; {reason.get('en')}",
            ),
            item.place(),
        )
    appetite = appetite_of(derived.grounds)
    assert appetite is not None
    below = [
        _inherent(found),
        *(_mitigation(share, found, derived, appetite) for share in found.shares),
        *_layers(found),
        _factor(found),
        *_expected(found, appetite),
        _level(both("按已证实", "by what is proved"), found.proved, appetite, item),
        _level(both("按自述", "by what is claimed"), found.claimed, appetite, item),
        _level(both("固有", "inherent"), found.inherent, appetite, item),
        *_limit(found, appetite),
    ]
    levels = [name_of(one.level) for one in (found.inherent, found.claimed, found.proved)]
    return Step(
        both(
            f"风险 {name}：固有{levels[0].get('zh')}，自述{levels[1].get('zh')}，"
            f"已证实{levels[2].get('zh')}",
            f"Risk {name}: inherent {levels[0].get('en')}, claimed {levels[1].get('en')}, "
            f"proved {levels[2].get('en')}",
        ),
        item.place(),
        tuple(below),
    )


def _inherent(found: Residual) -> Step:
    inherent = found.risk.inherent
    assert inherent is not None
    told = number(found.inherent.likelihood)
    if found.yearly:
        text = both(f"固有可能性：每年 {told} 次", f"Inherent likelihood: {told} events a year")
    else:
        text = both(f"固有可能性：暴露期内 {told}", f"Inherent likelihood: {told} in the window")
    below = []
    if inherent.loss is not None and found.inherent.loss is not None:
        low, high = inherent.loss.low, inherent.loss.high
        mean = money(found.inherent.loss)
        how = (
            both("下限为零，取区间中点", "the low end is zero: the middle of the range")
            if low == 0
            else both(
                "对数正态：μ=(ln 下限+ln 上限)/2，σ=(ln 上限−ln 下限)/3.2897，均值=exp(μ+σ²/2)",
                "lognormal: μ = (ln low + ln high)/2, σ = (ln high − ln low)/3.2897, "
                "mean = exp(μ + σ²/2)",
            )
        )
        below.append(
            Step(
                both(
                    f"单次损失 90% 区间 {low:,}～{high:,}，均值 {mean}（{how.get('zh')}）",
                    f"Loss of one event, 90 % within {low:,} to {high:,}, mean {mean} ({how.get('en')})",
                ),
                found.risk.place("inherent", "loss"),
            )
        )
    return Step(text, found.risk.place("inherent"), tuple(below))


def _mitigation(share: Share, found: Residual, derived: Derived, appetite: Appetite) -> Step:
    one = share.mitigation
    layer, side = LAYERS[one.layer], SIDES[one.side]
    factors = (Fraction(one.reduction), share.own, share.needs)
    product = f"{' × '.join(map(number, factors))} = {number(share.takes)}"
    needs = " ".join(ref.id for ref in one.needs) or "–"
    return Step(
        both(
            f"缓解 {share.objective.id}（{layer.get('zh')}，{side.get('zh')}）：最多降低 × 目标最低分量 × "
            f"所依赖目标（{needs}）最低分量 = {product}",
            f"{share.objective.id} ({layer.get('en')}, {side.get('en')}): reduction × lowest credit of "
            f"the objective × of its needs ({needs}) = {product}",
        ),
        _place(share, found),
        tuple(_weakest(share.objective, derived, appetite)),
    )


def _place(share: Share, found: Residual) -> Place:
    """Where the mitigation is written."""
    return found.risk.place("mitigations", found.risk.mitigations.index(share.mitigation))


def _weakest(part: Part, derived: Derived, appetite: Appetite) -> Iterator[Step]:
    """The requirement of an objective that earns least."""
    worth = caps(appetite)
    some = applicable(part, derived)
    if not some:
        yield Step(
            both("没有适用的证明要求，分量为 0", "Nothing is asked that applies: its credit is 0")
        )
        return
    weakest = min(some, key=lambda one: (earned(one, worth, derived), one.requirement.id))
    yield Step(
        both(
            f"最低者 {weakest.requirement.id}：分量 {number(earned(weakest, worth, derived))}",
            f"The lowest is {weakest.requirement.id}: {number(earned(weakest, worth, derived))}",
        ),
        weakest.requirement.place(),
    )


def _layers(found: Residual) -> Iterator[Step]:
    for layer, words in LAYERS.items():
        takes = [share.takes for share in found.shares if share.mitigation.layer == layer]
        if takes:
            told = f"1 − {number(max(takes))} = {number(1 - max(takes))}"
            yield Step(
                both(
                    f"{words.get('zh')}层：留下 {told}（同层只计最大者）",
                    f"Layer {words.get('en')}: {told} is left (only the greatest of a layer acts)",
                )
            )


def _factor(found: Residual) -> Step:
    told, floor = number(found.proved.factor), number(found.floor)
    return Step(
        both(
            f"各层相乘，不低于下限 {floor}：{told}",
            f"The product of the layers, not below the floor {floor}: {told}",
        )
    )


def _expected(found: Residual, appetite: Appetite) -> Iterator[Step]:
    estimates = (found.inherent, found.claimed, found.proved)
    if found.proved.expected is None or found.inherent.loss is None:
        return
    inherent, said, proved = (money(one.expected or 0.0) for one in estimates)
    sum_ = f"{number(found.inherent.likelihood)} × {money(found.inherent.loss)}"
    yield Step(
        both(
            f"期望损失（{appetite.currency}）：固有 {sum_} = {inherent}；"
            f"自述 {said}；已证实 {inherent} × {number(found.proved.factor)} = {proved}",
            f"Expected loss ({appetite.currency}): inherent {sum_} = {inherent}; claimed {said}; "
            f"proved {inherent} × {number(found.proved.factor)} = {proved}",
        )
    )


def _level(name: Text, estimate: Estimate, appetite: Appetite, item: Risk) -> Step:
    band = name_of(estimate.band)
    below = [
        Step(
            both(
                f"可能性 {number(estimate.likelihood)}：{band.get('zh')}",
                f"Likelihood {number(estimate.likelihood)}: {band.get('en')}",
            ),
            appetite.place("likelihoods"),
        )
    ]
    for harm in estimate.harms:
        size = f" {harm.size:,.0f}" if harm.size is not None else ""
        dimension, grade, level = name_of(harm.dimension), name_of(harm.grade), name_of(harm.level)
        below.append(
            Step(
                both(
                    f"{dimension.get('zh')}{size}：{grade.get('zh')}，按矩阵为{level.get('zh')}",
                    f"{dimension.get('en')}{size}: {grade.get('en')}, {level.get('en')} by the matrix",
                ),
                appetite.place("matrix"),
            )
        )
    if item.raised is not None and item.raised.approved_by is not None:
        below.append(
            Step(
                both(f"人工调高至 {item.raised.level}", f"Raised by hand to {item.raised.level}"),
                item.place("raised"),
            )
        )
    level = name_of(estimate.level)
    return Step(
        both(
            f"级别（{name.get('zh')}）：{level.get('zh')}，取最高的维度",
            f"Level ({name.get('en')}): {level.get('en')}, that of the worst dimension",
        ),
        None,
        tuple(below),
    )


def _limit(found: Residual, appetite: Appetite) -> Iterator[Step]:
    above = found.above(appetite)
    if above is None:
        return
    yield Step(
        both(
            f"限值（{found.risk.category}）：{'高于限值，须上报' if above else '未超限值'}",
            f"Limit ({found.risk.category}): {'above it, to be escalated' if above else 'within it'}",
        ),
        appetite.place("limits"),
    )

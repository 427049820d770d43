"""Residuals: what proof takes off a risk, layer by layer, down to the floor; and why not."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import cast

import pytest

from hegui.derive.derived import Derived
from hegui.derive.residual import GAPS, Z90, Estimate, Gap, Residual, mean, residual
from hegui.model.appetite import Appetite
from hegui.model.risk import Risk
from tests.derive.small import LOG, NOON, catalogue, control, derived, objective, record, text

LIKELIHOODS = """\
likelihoods:
- {id: rare, per_year: 0.1, chance: 10%}
- {id: seldom, per_year: 1, chance: 50%}
- {id: often, chance: 100%}
"""
APPETITE = f"""
kind: appetite
id: p
title: 偏好
currency: CNY
grades: [{{id: small}}, {{id: middle}}, {{id: great}}]
dimensions:
- id: money
  unit: CNY
  bands: [{{grade: small, from: 0}}, {{grade: middle, from: 100}}, {{grade: great, from: 1000}}]
- id: persons
  unit: persons
  bands: [{{grade: small, from: 10}}, {{grade: middle, from: 100}}, {{grade: great, from: 1000}}]
- id: name
  bands: [{{grade: small, means: 投诉}}, {{grade: middle, means: 报道}}, {{grade: great, means: 失信}}]
{LIKELIHOODS}
levels: [{{id: slight}}, {{id: low}}, {{id: high}}, {{id: major}}]
matrix:
- {{likelihood: rare, levels: {{small: slight, middle: slight, great: low}}}}
- {{likelihood: seldom, levels: {{small: slight, middle: low, great: high}}}}
- {{likelihood: often, levels: {{small: low, middle: high, great: major}}}}
limits: [{{category: other, level: slight}}, {{category: leak, level: low}}, {{category: x, level: gone}}]
credit: {{asserted: 50%, documented: 100%}}
"""
CATALOGUE = catalogue(*(objective("key: a", ref=ref) for ref in "opqr"))
CONTROLS = text(*(control(f"k{ref}", f"c#{ref}") for ref in "opqr"))
DIGEST = f", artefact: {{sha256: {'a' * 64}}}"
CHANCE = "{chance: 40%, harm: {persons: 500}}"
"""Seldom, and a middle harm: low."""


def full(ref: str) -> str:
    """A record that earns an objective the whole credit."""
    return record(f"full-{ref}", "2026-11-20", of=f"c#{ref}:a", by=f"k{ref}", more=DIGEST)


def half(ref: str) -> str:
    """A record that earns it a half."""
    return record(f"half-{ref}", "2026-11-20", of=f"c#{ref}:a", by=f"k{ref}")


def mitigation(
    ref: str,
    reduction: str,
    layer: str = "prevent",
    side: str = "frequency",
    needs: str = "",
) -> str:
    more = f", needs: [{needs}]" if needs else ""
    return f"{{objective: c#{ref}, side: {side}, layer: {layer}, reduction: {reduction}{more}}}"


def risk(inherent: str = CHANCE, *mitigations: str, more: str = "") -> str:
    stated = f", inherent: {inherent}" if inherent else ""
    return (
        f"{{kind: risk, id: r, title: 风险{stated}, mitigations: [{', '.join(mitigations)}]{more}}}"
    )


def whole(*documents: str, as_of: str = NOON) -> Derived:
    return derived(text(CATALOGUE, LOG, CONTROLS, *documents), as_of)


def found(*documents: str, appetite: str | None = APPETITE) -> Residual | Gap:
    given = [*documents] if appetite is None else [*documents, appetite]
    all_ = whole(*given)
    return residual(cast(Risk, all_.grounds.repository.items["risk"]["r"]), all_)


def good(*documents: str, appetite: str = APPETITE) -> Residual:
    one = found(*documents, appetite=appetite)
    assert isinstance(one, Residual), one
    return one


def test_the_words() -> None:
    assert [str(one) for one in Gap] == [
        "appetite", "inherent", "range", "currency", "scale", "objective",
    ]  # fmt: skip
    assert set(GAPS) == set(Gap)


# The mean of a range


def test_the_constant_is_the_95th_percentile() -> None:
    assert (1 + math.erf(Z90 / math.sqrt(2))) / 2 == pytest.approx(0.95, abs=1e-15)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("0", "10", 5.0),  # an even spread
        ("0", "0", 0.0),
        ("7", "7", 7.0),
        # ln 1 = 0 and ln 100 = 4.60517: μ = 2.302585, σ = 4.60517 / 3.289707 = 1.399872;
        # exp(2.302585 + 1.399872² / 2) = exp(3.282406) = 26.6398
        ("1", "100", 26.6398),
        # μ = ln(2 × 8) / 2 = ln 4, σ = ln 4 / 3.289707 = 0.421403; 4 × exp(0.0887903) = 4.37141
        ("2", "8", 4.37141),
    ],
)
def test_the_mean_of_a_ninety_percent_interval(low: str, high: str, expected: float) -> None:
    assert mean(Decimal(low), Decimal(high)) == pytest.approx(expected, rel=1e-5)


def test_a_range_that_is_upside_down_has_no_mean() -> None:
    with pytest.raises(ValueError, match=r"^3 > 2$"):
        mean(Decimal(3), Decimal(2))
    assert isinstance(mean(Decimal(0), Decimal(1)), float)


# What the layers take off


def factor(*mitigations: str, records: tuple[str, ...] = (), appetite: str = APPETITE) -> Fraction:
    """What is left of the inherent risk by what is proved."""
    return good(risk(CHANCE, *mitigations), *records, appetite=appetite).proved.factor


FULL = tuple(full(ref) for ref in "opqr")


@pytest.mark.parametrize(
    ("mitigations", "records", "expected"),
    [
        ([], FULL, Fraction(1)),
        ([mitigation("o", "60%")], (), Fraction(1)),
        # 1 − 60 % × 1
        ([mitigation("o", "60%")], (full("o"),), Fraction(2, 5)),
        # 1 − 60 % × 1/2
        ([mitigation("o", "60%")], (half("o"),), Fraction(7, 10)),
        # the greatest of a layer: max(60 %, 50 %)
        ([mitigation("o", "60%"), mitigation("p", "50%")], FULL, Fraction(2, 5)),
        ([mitigation("p", "50%"), mitigation("o", "60%")], FULL, Fraction(2, 5)),
        # … by reduction × reliability: max(60 % × 1/2, 50 % × 1)
        ([mitigation("o", "60%"), mitigation("p", "50%")], (half("o"), full("p")),
         Fraction(1, 2)),
        # layers multiply: 2/5 × 1/2
        ([mitigation("o", "60%"), mitigation("p", "50%", "detect")], FULL, Fraction(1, 5)),
        # all four: 1/2 × 1/2 × 1/2 × 1/2
        ([mitigation("o", "50%"), mitigation("p", "50%", "detect"),
          mitigation("q", "50%", "respond"), mitigation("r", "50%", "recover")],
         FULL, Fraction(1, 16)),
        # both sides of different layers multiply: 2/5 × 1/2
        ([mitigation("o", "60%"), mitigation("p", "50%", "recover", "magnitude")], FULL,
         Fraction(1, 5)),
        # of both sides of one layer only the greater acts: max(60 %, 50 %)
        ([mitigation("o", "60%"), mitigation("p", "50%", side="magnitude")], FULL,
         Fraction(2, 5)),
        ([mitigation("o", "40%"), mitigation("p", "50%", side="magnitude")], FULL,
         Fraction(1, 2)),
        ([mitigation("o", "100%")], FULL, Fraction(0)),
        # needs: × the lowest credit among them
        ([mitigation("o", "60%", needs="c#p")], (full("o"),), Fraction(1)),
        ([mitigation("o", "60%", needs="c#p")], (full("o"), half("p")), Fraction(7, 10)),
        ([mitigation("o", "60%", needs="c#p")], (half("o"), half("p")), Fraction(17, 20)),
        ([mitigation("o", "60%", needs="c#p, c#q")], (full("o"), half("p"), full("q")),
         Fraction(7, 10)),
        ([mitigation("o", "60%", needs="c#p, c#q")], (full("o"), full("p")), Fraction(1)),
    ],
)  # fmt: skip
def test_what_is_left_by_what_is_proved(
    mitigations: list[str], records: tuple[str, ...], expected: Fraction
) -> None:
    assert factor(*mitigations, records=records) == expected


@pytest.mark.parametrize(
    ("floor", "expected"),
    [("5%", Fraction(1, 10)), ("10%", Fraction(1, 10)), ("10.01%", Fraction(1001, 10000))],
)
def test_not_below_the_floor(floor: str, expected: Fraction) -> None:
    one = good(
        risk(CHANCE, mitigation("o", "90%")), full("o"), appetite=f"{APPETITE}floor: {floor}\n"
    )

    assert one.proved.factor == expected
    assert one.floor == Fraction(floor.rstrip("%")) / 100
    assert one.inherent.factor == 1


def test_without_a_floor_it_may_be_nothing() -> None:
    assert good(risk()).floor == 0


def test_the_shares_are_told_one_by_one() -> None:
    one = good(
        risk(CHANCE, mitigation("o", "60%", needs="c#p"), mitigation("q", "30%", "detect")),
        full("o"),
        half("p"),
    )

    assert [share.objective.id for share in one.shares] == ["c#o", "c#q"]
    assert [share.mitigation.layer for share in one.shares] == ["prevent", "detect"]
    assert [[share.own, share.needs, share.takes] for share in one.shares] == [
        [1, Fraction(1, 2), Fraction(3, 10)],
        [0, 1, 0],
    ]


# Claimed and proved


def test_claimed_and_proved_stand_side_by_side() -> None:
    one = good(risk(CHANCE, mitigation("o", "60%"), mitigation("p", "50%", "detect")), half("o"))

    assert one.inherent.factor == 1
    assert one.claimed.factor == Fraction(1, 5)  # every control says that it is implemented
    assert one.proved.factor == Fraction(7, 10)
    assert (one.risk.id, one.yearly) == ("r", False)


def test_what_a_mitigation_needs_must_be_claimed_too() -> None:
    planned = control("ks", "c#s", status="planned")
    asked = catalogue(*(objective("key: a", ref=ref) for ref in "opqrs"))
    all_ = derived(
        text(
            asked,
            LOG,
            CONTROLS,
            planned,
            APPETITE,
            risk(CHANCE, mitigation("o", "60%", needs="c#s")),
        )
    )
    one = residual(cast(Risk, all_.grounds.repository.items["risk"]["r"]), all_)

    assert isinstance(one, Residual)
    assert one.claimed.factor == 1


# Likelihood and its band


@pytest.mark.parametrize(
    ("chance", "band"),
    [
        ("0%", "rare"),
        ("10%", "rare"),  # at most
        ("10.01%", "seldom"),
        ("50%", "seldom"),
        ("50.01%", "often"),
        ("100%", "often"),
    ],
)
def test_a_chance_lies_in_the_first_band_that_it_does_not_exceed(chance: str, band: str) -> None:
    one = good(risk(f"{{chance: {chance}, harm: {{persons: 10}}}}")).inherent

    assert one.band.id == band
    assert one.likelihood == float(Decimal(chance.rstrip("%")) / 100)


@pytest.mark.parametrize(
    ("frequency", "likelihood", "band"),
    [
        ("{low: 0, high: 0.2}", 0.1, "rare"),
        ("{low: 0, high: 0.2, per: year}", 0.1, "rare"),
        ("{low: 0, high: 0.4}", 0.2, "seldom"),
        ("{low: 0, high: 2}", 1.0, "seldom"),
        ("{low: 0, high: 2.2}", 1.1, "often"),  # the last band has no end
        ("{low: 0, high: 200}", 100.0, "often"),
        ("{low: 0, high: 0.1, per: month}", 0.6, "seldom"),  # 12 × 0.05
        ("{low: 0, high: 0.2, per: month}", 1.2, "often"),
    ],
)
def test_a_frequency_is_counted_by_the_year(frequency: str, likelihood: float, band: str) -> None:
    one = good(risk(f"{{frequency: {frequency}, harm: {{persons: 10}}}}"))

    assert one.yearly
    assert one.inherent.likelihood == pytest.approx(likelihood)
    assert one.inherent.band.id == band


def test_a_chance_prevails_over_a_frequency() -> None:
    one = good(risk("{chance: 10%, frequency: {low: 5, high: 5}, harm: {persons: 10}}"))

    assert (one.yearly, one.inherent.likelihood) == (False, 0.1)


def test_where_every_band_has_an_end_the_last_takes_the_rest() -> None:
    closed = APPETITE.replace("{id: often, chance: 100%}", "{id: often, chance: 60%, per_year: 2}")
    one = good(risk("{frequency: {low: 0, high: 200}, harm: {persons: 10}}"), appetite=closed)

    assert one.inherent.band.id == "often"


def test_a_band_without_a_yearly_end_is_passed_over_on_the_way() -> None:
    gap = APPETITE.replace("{id: rare, per_year: 0.1, chance: 10%}", "{id: rare, chance: 10%}")
    one = good(risk("{frequency: {low: 0, high: 0.02}, harm: {persons: 10}}"), appetite=gap)

    assert one.inherent.band.id == "seldom"


# Harm, its grade, and the level


def levels(one: Estimate) -> dict[str, tuple[str, str]]:
    return {harm.dimension.id: (harm.grade.id, harm.level.id) for harm in one.harms}


@pytest.mark.parametrize(
    ("persons", "grade"),
    [
        ("9", "small"),  # below all bands is in the lowest
        ("10", "small"),
        ("99.99", "small"),
        ("100", "middle"),
        ("999", "middle"),
        ("1000", "great"),
        ("123456", "great"),
    ],
)
def test_a_size_has_the_last_grade_that_it_reaches(persons: str, grade: str) -> None:
    [harm] = good(risk(f"{{chance: 1%, harm: {{persons: {persons}}}}}")).inherent.harms

    assert (harm.dimension.id, harm.grade.id) == ("persons", grade)
    assert harm.size == float(persons)


def test_the_order_of_the_bands_does_not_matter() -> None:
    turned = APPETITE.replace(
        "bands: [{grade: small, from: 10}, {grade: middle, from: 100}, {grade: great, from: 1000}]",
        "bands: [{grade: great, from: 1000}, {grade: small, from: 10}, {grade: middle, from: 100}]",
    )
    assert turned != APPETITE
    for persons, grade in ((9, "small"), (10, "small"), (100, "middle"), (5000, "great")):
        [harm] = good(
            risk(f"{{chance: 1%, harm: {{persons: {persons}}}}}"), appetite=turned
        ).inherent.harms
        assert harm.grade.id == grade


@pytest.mark.parametrize(
    ("chance", "harm", "level"),
    [
        ("5%", "{persons: 10}", "slight"),
        ("5%", "{persons: 100}", "slight"),
        ("5%", "{persons: 1000}", "low"),
        ("20%", "{persons: 10}", "slight"),
        ("20%", "{persons: 100}", "low"),
        ("20%", "{persons: 1000}", "high"),
        ("90%", "{persons: 10}", "low"),
        ("90%", "{persons: 100}", "high"),
        ("90%", "{persons: 1000}", "major"),
        # the worst dimension
        ("90%", "{persons: 10, name: great}", "major"),
        ("90%", "{persons: 1000, name: small}", "major"),
        ("90%", "{persons: 10, name: middle}", "high"),
        ("90%", "{money: 99, persons: 10, name: small}", "low"),
    ],
)
def test_the_level_is_that_of_the_worst_dimension(chance: str, harm: str, level: str) -> None:
    assert good(risk(f"{{chance: {chance}, harm: {harm}}}")).inherent.level.id == level


def test_every_dimension_is_told() -> None:
    one = good(risk("{chance: 90%, harm: {name: middle, money: 99, persons: 1000}}")).inherent

    assert levels(one) == {
        "money": ("small", "low"),
        "persons": ("great", "major"),
        "name": ("middle", "high"),
    }
    assert [harm.size for harm in one.harms] == [99, 1000, None]
    assert (one.loss, one.expected) == (None, None)


def test_a_loss_is_the_harm_in_money_unless_that_is_stated() -> None:
    one = good(risk("{chance: 20%, loss: {low: 0, high: 400}}")).inherent

    assert levels(one) == {"money": ("middle", "low")}  # a mean of 200
    assert one.loss == 200.0
    assert one.expected == pytest.approx(40.0)
    assert one.harms[0].size == 200.0
    stated = good(risk("{chance: 20%, loss: {low: 0, high: 400}, harm: {money: 1000}}")).inherent
    assert levels(stated) == {"money": ("great", "high")}
    assert stated.loss == 200.0
    graded = good(risk("{chance: 20%, loss: {low: 0, high: 400}, harm: {money: small}}")).inherent
    assert levels(graded) == {"money": ("small", "slight")}


def test_a_loss_says_nothing_of_other_dimensions() -> None:
    """Nor of one without a unit, where the appetite file names no currency."""
    assert levels(good(risk("{chance: 20%, loss: {low: 0, high: 400}}")).inherent).keys() == {
        "money"
    }
    poor = APPETITE.replace("currency: CNY\n", "")
    one = good(risk("{chance: 20%, loss: {low: 0, high: 400}, harm: {persons: 10}}"), appetite=poor)
    assert levels(one.inherent).keys() == {"persons"}


def test_the_expected_loss_shrinks_with_the_factor() -> None:
    one = good(risk("{chance: 20%, loss: {low: 0, high: 400}}", mitigation("o", "60%")), full("o"))

    # 0.2 × 200 = 40; × 2/5 = 16
    assert one.inherent.expected == pytest.approx(40.0)
    assert one.proved.expected == pytest.approx(16.0)
    assert one.proved.loss == 200.0
    # 0.2 × 2/5 = 0.08
    assert one.proved.likelihood == pytest.approx(0.08)
    assert one.proved.band.id == "rare"


# What mitigations do to the level


def proved_level(inherent: str, *mitigations: str, appetite: str = APPETITE) -> Estimate:
    return good(risk(inherent, *mitigations), *FULL, appetite=appetite).proved


def test_frequency_lowers_the_band_and_magnitude_the_grade() -> None:
    # 90 % × 1/2 = 45 %: seldom; 500 persons stay middle
    one = proved_level("{chance: 90%, harm: {persons: 500}}", mitigation("o", "50%"))
    assert (one.band.id, levels(one)["persons"]) == ("seldom", ("middle", "low"))
    # 90 % stays; 500 × 1/10 = 50: small
    one = proved_level(
        "{chance: 90%, harm: {persons: 500}}", mitigation("o", "90%", side="magnitude")
    )
    assert (one.band.id, levels(one)["persons"]) == ("often", ("small", "low"))
    assert one.harms[0].size == pytest.approx(50)


def test_a_grade_without_numbers_takes_the_reduction_of_the_likelihood_only() -> None:
    one = proved_level(
        "{chance: 90%, harm: {name: great}}",
        mitigation("o", "50%"),
        mitigation("p", "90%", "recover", "magnitude"),
    )

    assert (one.band.id, levels(one)["name"]) == ("seldom", ("great", "high"))
    assert one.harms[0].size is None


def test_of_a_layer_with_both_sides_the_better_level_is_taken() -> None:
    """Inherent: often and great, major. By half the chance: seldom and great, high; by a
    hundredth of the harm: often and small, low. Only one acts: the better, so that no proof makes
    a level worse (law 1).
    """
    both = (mitigation("o", "50%"), mitigation("p", "99%", side="magnitude"))
    inherent = "{chance: 90%, harm: {persons: 5000}}"

    assert proved_level(inherent, both[0]).level.id == "high"
    assert proved_level(inherent, both[1]).level.id == "low"
    for order in (both, both[::-1]):
        one = proved_level(inherent, *order)
        assert (one.level.id, one.band.id) == ("low", "often")
        assert one.factor == Fraction(1, 100)
    # in different layers both act: seldom and small
    apart = (both[0], mitigation("p", "99%", "recover", "magnitude"))
    assert proved_level(inherent, *apart).level.id == "slight"


@pytest.mark.parametrize(
    ("frequency", "magnitude", "likelihood", "size", "grade", "level"),
    [
        # 40 % × 1/100: rare; 500 stay middle: slight. By the other side 250, seldom and middle: low
        ("99%", "50%", 0.004, 500, "middle", "slight"),
        # 500 × 1/100: small; 40 % stay seldom: slight. By the other side 36 %, seldom and middle: low
        ("10%", "99%", 0.4, 5, "small", "slight"),
    ],
)
def test_the_side_that_does_not_act_stays_as_it_is(
    frequency: str, magnitude: str, likelihood: float, size: float, grade: str, level: str
) -> None:
    one = proved_level(
        CHANCE, mitigation("o", frequency), mitigation("p", magnitude, side="magnitude")
    )

    assert one.likelihood == pytest.approx(likelihood)
    assert one.harms[0].size == pytest.approx(size)
    assert (one.harms[0].grade.id, one.level.id) == (grade, level)


def test_what_one_side_takes_off_is_told_where_the_level_stays() -> None:
    # 5000 × 1/2 is great still, and often and great major
    one = proved_level(
        "{chance: 90%, harm: {persons: 5000}}", mitigation("o", "50%", side="magnitude")
    )

    assert (one.harms[0].size, one.level.id) == (2500, "major")


def test_what_takes_nothing_off_one_side_does_not_compete() -> None:
    """A magnitude that is not proved leaves the frequency to act."""
    one = good(
        risk(
            "{chance: 90%, harm: {persons: 5000}}",
            mitigation("o", "50%"),
            mitigation("p", "99%", side="magnitude"),
        ),
        full("o"),
    ).proved

    assert (one.level.id, one.band.id) == ("high", "seldom")


def test_neither_side_falls_below_the_floor() -> None:
    floored = f"{APPETITE}floor: 20%\n"
    one = proved_level(
        "{chance: 60%, harm: {persons: 5000}}",
        mitigation("o", "100%"),
        mitigation("p", "100%", "recover", "magnitude"),
        appetite=floored,
    )

    # 60 % × 20 % = 12 %: seldom; 5000 × 20 % = 1000: great
    assert one.likelihood == pytest.approx(0.12)
    assert (one.band.id, levels(one)["persons"]) == ("seldom", ("great", "high"))
    assert one.factor == Fraction(1, 5)


def test_the_levels_of_the_three_states() -> None:
    one = good(risk("{chance: 90%, harm: {persons: 5000}}", mitigation("o", "100%")), half("o"))

    # 90 % × 1/2 = 45 % by a record alone; nothing is left by what is claimed
    assert [state.level.id for state in (one.inherent, one.claimed, one.proved)] == [
        "major",
        "low",
        "high",
    ]


# Raised by hand


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        ("{level: high, reason: 因。, approved_by: p-001}", "high"),
        ("{level: high, reason: 因。}", "low"),  # nobody approved it
        ("{level: slight, reason: 因。, approved_by: p-001}", "low"),  # never lowered
        ("{level: low, reason: 因。, approved_by: p-001}", "low"),
    ],
)
def test_a_level_is_raised_with_approval_and_never_lowered(raised: str, expected: str) -> None:
    one = good(risk(CHANCE, more=f", raised: {raised}"))

    assert one.inherent.level.id == expected
    assert one.proved.level.id == expected
    assert [harm.level.id for harm in one.proved.harms] == ["low"]


# Above the limit


@pytest.mark.parametrize(
    ("inherent", "category", "above"),
    [
        ("{chance: 20%, harm: {persons: 10}}", "leak", False),  # slight
        ("{chance: 20%, harm: {persons: 100}}", "leak", False),  # low, the limit
        ("{chance: 20%, harm: {persons: 1000}}", "leak", True),  # high
        ("{chance: 20%, harm: {persons: 100}}", "other", True),  # low, above slight
        ("{chance: 20%, harm: {persons: 1000}}", "nothing", None),
        ("{chance: 20%, harm: {persons: 1000}}", "x", None),  # the limit is no level
        ("{chance: 20%, harm: {persons: 1000}}", None, None),
    ],
)
def test_above_the_limit_of_its_category(
    inherent: str, category: str | None, above: bool | None
) -> None:
    documents = risk(inherent, more=f", category: {category}" if category else "")
    all_ = whole(documents, APPETITE)
    repository = all_.grounds.repository
    one = residual(cast(Risk, repository.items["risk"]["r"]), all_)

    assert isinstance(one, Residual)
    assert one.above(cast(Appetite, repository.items["appetite"]["p"])) is above


def test_the_proved_level_is_held_against_the_limit() -> None:
    high = "{chance: 20%, harm: {persons: 1000}}"
    appetite = cast(Appetite, whole(APPETITE).grounds.repository.items["appetite"]["p"])

    claimed_only = good(risk(high, mitigation("o", "100%"), more=", category: leak"))
    proved = good(risk(high, mitigation("o", "100%"), more=", category: leak"), full("o"))
    assert (claimed_only.claimed.level.id, claimed_only.above(appetite)) == ("low", True)
    assert proved.above(appetite) is False


# Why it cannot be worked out


@pytest.mark.parametrize(
    ("document", "old", "new", "gap"),
    [
        (risk(""), "", "", Gap.INHERENT),
        (risk("{harm: {persons: 1}}"), "", "", Gap.INHERENT),
        (risk("{frequency: {low: 2, high: 1}, harm: {persons: 1}}"), "", "", Gap.RANGE),
        (risk("{chance: 1%, loss: {low: 2, high: 1}}"), "", "", Gap.RANGE),
        (risk("{chance: 1%, loss: {low: 1, high: 2, currency: USD}}"), "", "", Gap.CURRENCY),
        (risk("{chance: 1%}"), "", "", Gap.SCALE),  # no harm at all
        (risk("{chance: 1%, harm: {other: 1}}"), "", "", Gap.SCALE),
        # a harm that nobody can grade is not left out of the level
        (risk("{chance: 1%, harm: {persons: 1, other: 1}}"), "", "", Gap.SCALE),
        (risk("{chance: 1%, harm: {name: 5}}"), "", "", Gap.SCALE),  # bands without numbers
        (risk("{chance: 1%, harm: {name: terrible}}"), "", "", Gap.SCALE),
        (risk(), LIKELIHOODS, "", Gap.SCALE),
        (risk(), "- {likelihood: seldom,", "- {likelihood: other,", Gap.SCALE),
        (risk(), "{small: slight, middle: low, great: high}", "{small: slight}", Gap.SCALE),
        (risk(), "middle: low,", "middle: unheard-of,", Gap.SCALE),
        (risk(), "{id: middle}, ", "", Gap.SCALE),
        (
            risk(more=", raised: {level: gone, reason: 因。, approved_by: p-001}"),
            "",
            "",
            Gap.SCALE,
        ),
        (risk(CHANCE, mitigation("gone", "10%")), "", "", Gap.OBJECTIVE),
        (risk(CHANCE, mitigation("o", "10%", needs="c#gone")), "", "", Gap.OBJECTIVE),
    ],
)
def test_why_a_residual_cannot_be_worked_out(document: str, old: str, new: str, gap: Gap) -> None:
    assert old in APPETITE
    assert found(document, appetite=APPETITE.replace(old, new) if old else APPETITE) is gap


def test_without_one_appetite_file_there_is_no_residual() -> None:
    assert found(risk(), appetite=None) is Gap.APPETITE
    assert found(risk(""), appetite=None) is Gap.APPETITE
    assert found(risk(), APPETITE.replace("id: p\n", "id: q\n")) is Gap.APPETITE


@pytest.mark.parametrize("currency", ["", ", currency: CNY"])
def test_a_loss_in_the_same_currency_or_none(currency: str) -> None:
    assert isinstance(found(risk(f"{{chance: 1%, loss: {{low: 1, high: 2{currency}}}}}")), Residual)


def test_a_currency_where_the_appetite_file_has_none() -> None:
    poor = APPETITE.replace("currency: CNY\n", "")
    inherent = "{chance: 1%, loss: {low: 1, high: 2, currency: USD}, harm: {persons: 1}}"

    assert isinstance(found(risk(inherent), appetite=poor), Residual)


def test_what_is_not_stated_in_a_dimension_is_left_out() -> None:
    one = good(risk("{chance: 1%, harm: {persons: 0}}"))

    assert levels(one.inherent) == {"persons": ("small", "slight")}
    assert one.inherent.harms[0].size == 0

"""Credit: caps that never fall with a higher level, and the weakest link of an objective."""

from __future__ import annotations

from fractions import Fraction
from typing import cast

import pytest

from hegui.derive.credit import applicable, caps, claimed, earned, lowest
from hegui.derive.derived import Derived
from hegui.derive.showing import Level
from hegui.model.appetite import Appetite
from tests.derive.helpers import SETTINGS, item
from tests.derive.small import (
    CONTROL,
    LOG,
    NOON,
    catalogue,
    control,
    derived,
    objective,
    part,
    record,
    text,
)

P = Fraction(1, 100)


def caps_of(credit: str) -> list[Fraction]:
    """The caps by rising level, of an appetite file with this credit."""
    more = f", credit: {credit}" if credit else ""
    found = caps(cast(Appetite, item(f"{{kind: appetite, id: p, title: 偏好{more}}}")))
    assert list(found) == [int(level) for level in Level]
    return list(found.values())


@pytest.mark.parametrize(
    ("credit", "expected"),
    [
        ("", [0, 0, 0, 0]),
        (
            "{asserted: 30%, documented: 60%, witnessed: 80%, recomputed: 95%}",
            [30 * P, 60 * P, 80 * P, 95 * P],
        ),
        # a higher level is worth no less than a lower one, written or not
        ("{asserted: 30%}", [30 * P, 30 * P, 30 * P, 30 * P]),
        ("{documented: 60%}", [0, 60 * P, 60 * P, 60 * P]),
        (
            "{asserted: 50%, documented: 20%, witnessed: 70%, recomputed: 0%}",
            [50 * P, 50 * P, 70 * P, 70 * P],
        ),
        ("{recomputed: 12.5%}", [0, 0, 0, Fraction(1, 8)]),
    ],
)
def test_caps_never_fall(credit: str, expected: list[Fraction]) -> None:
    assert caps_of(credit) == expected


CAPS = dict(zip(map(int, Level), (30 * P, 60 * P, 80 * P, 95 * P), strict=True))
DIGEST = f", artefact: {{sha256: {'a' * 64}}}"


def credits(
    *documents: str, asked: str, as_of: str = NOON, settings: str = SETTINGS
) -> dict[str, Fraction]:
    """The credit of each requirement of the objective ``c#o``, and the lowest of those that apply."""
    found = derived(text(catalogue(asked), LOG, CONTROL, *documents), as_of, settings=settings)
    own = part(found, "objective", "c#o")
    made = {
        one.requirement.id.partition(":")[2]: earned(one, CAPS, found)
        for one in found.by_objective[own.id]
    }
    return made | {"lowest": lowest(own, CAPS, found)}


def test_an_objective_is_worth_its_weakest_requirement() -> None:
    assert credits(
        record("a", "2026-11-20"),
        record("b", "2026-11-20", of="c#o:b", more=DIGEST),
        asked=objective("key: a", "key: b"),
    ) == {"a": 30 * P, "b": 60 * P, "lowest": 30 * P}
    assert credits(
        record("b", "2026-11-20", of="c#o:b", more=DIGEST), asked=objective("key: a", "key: b")
    ) == {"a": 0, "b": 60 * P, "lowest": 0}


def test_an_objective_that_asks_nothing_is_worth_nothing() -> None:
    assert credits(asked=objective()) == {"lowest": 0}


def test_a_requirement_is_worth_its_weakest_subject() -> None:
    vendors = "{kind: vendor, id: u, title: 甲}\n---\n{kind: vendor, id: v, title: 乙}"
    first = record("p", "2026-11-20", about="vendor/u", more=DIGEST)
    second = record("q", "2026-11-20", about="vendor/v")
    asked = objective("key: a, for_each: vendor")

    assert credits(vendors, first, second, asked=asked) == {"a": 30 * P, "lowest": 30 * P}
    assert credits(vendors, first, asked=asked) == {"a": 0, "lowest": 0}


def test_without_a_subject_a_requirement_neither_earns_nor_spoils() -> None:
    """There is no vendor: the requirement does not apply, and the other one decides."""
    assert credits(
        record("b", "2026-11-20", of="c#o:b"),
        asked=objective("key: a, for_each: vendor", "key: b"),
    ) == {"a": 0, "b": 30 * P, "lowest": 30 * P}
    assert credits(asked=objective("key: a, for_each: vendor")) == {"a": 0, "lowest": 0}


def test_credit_fades_with_the_proof() -> None:
    # performed on 1 November, 12 days: until the end of the 13th; grace until the end of the 33rd
    # day, 3 December; at the end of the 23rd, 10 of the 20 days of grace are left: 30 % × 1/2
    assert credits(
        record("a", "2026-11-01", more=", valid_for: 12 days"),
        "{kind: appetite, id: p, title: 偏好, grace: 20 days}",
        asked=objective("key: a"),
        as_of="2026-11-23 23:59:59.999999",
    ) == {"a": 15 * P, "lowest": 15 * P}


def test_an_exclusion_earns_nothing_and_stays() -> None:
    excluded = """
    {kind: exclusion, id: x, title: 排除, objectives: [c#o], reason: 因。, approved_by: p-001}
    """

    assert credits(record("a", "2026-11-20"), excluded, asked=objective("key: a")) == {
        "a": 0,
        "lowest": 0,
    }


def test_what_is_not_due_yet_counts_all_the_same() -> None:
    deal = "{kind: transfer, id: deal, title: 转让, milestones: [{id: closing, on: 2026-12-01}]}"

    assert credits(
        deal,
        record("a", "2026-11-20"),
        asked=objective("key: a, due: [closing]", "key: b, due: [closing]"),
    ) == {"a": 30 * P, "b": 0, "lowest": 0}


def test_what_does_not_apply_is_left_out() -> None:
    fact = "{kind: fact, id: f, title: 事实, question: 如何？, no_if: 'true'}"
    asked = objective("key: a", "key: b, applies_when: [f]")
    found = derived(text(catalogue(asked), LOG, fact))

    assert [one.requirement.id for one in applicable(part(found, "objective", "c#o"), found)] == [
        "c#o:a"
    ]
    assert credits(fact, record("a", "2026-11-20"), asked=asked)["lowest"] == 30 * P


def claims(*controls: str, as_of: str = NOON) -> Fraction:
    found: Derived = derived(
        text(catalogue(objective("key: a"), objective(ref="p")), LOG, *controls), as_of
    )
    return claimed(part(found, "objective", "c#o"), found)


@pytest.mark.parametrize(
    ("controls", "expected"),
    [
        ([], 0),
        ([control()], 1),
        ([control(status="planned")], 0),
        ([control(status="implementing")], 0),
        ([control(status="retired")], 0),
        ([control(achieves="c#p")], 0),
        ([control(more=", until: 2026-11-22")], 0),
        ([control(more=", until: 2026-11-23")], 1),
        ([control(more=", from: 2026-11-24")], 0),
        ([control(status="planned"), control("l")], 1),
        ([control(), control("l")], 1),
    ],
)
def test_a_claim_is_a_control_in_operation_that_says_implemented(
    controls: list[str], expected: int
) -> None:
    found = claims(*controls)

    assert found == expected
    assert isinstance(found, Fraction)

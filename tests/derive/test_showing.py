"""Showings: levels, places, and freshness to the microsecond."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import cast

import pytest

from hegui.derive.showing import LEVELS, VOIDS, Level, Showing, Void
from hegui.model.check import Check
from hegui.model.evidence import Evidence
from tests.derive.helpers import at, item
from tests.derive.small import TICK, record

RECORD = cast(Evidence, item(record("e", "2026-11-01")))
CHECK = cast(
    Check,
    item(
        """
    kind: check
    id: daily
    title: 检查
    control: k
    method: automated
    rule: r/x
    """
    ),
)
UNTIL, GONE = at("2026-11-10 00:00"), at("2026-11-20 00:00")
DAYS = timedelta(days=1) // TICK
"""86 400 000 000 microseconds."""


def showing(**fields: object) -> Showing:
    plain = Showing(RECORD, 0, None, at("2026-11-01"), passed=True)
    return plain._replace(**fields)  # type: ignore[arg-type]


def test_levels_rise_as_design_says() -> None:
    assert [one.word for one in sorted(Level)] == [
        "asserted", "documented", "witnessed", "recomputed",
    ]  # fmt: skip
    assert [int(one) for one in Level] == [1, 2, 3, 4]
    assert set(LEVELS) == set(Level)


def test_what_makes_a_pass_void() -> None:
    assert [str(one) for one in Void] == [
        "no-control", "not-active", "other-control", "wrong-subject", "wrong-type", "no-facts",
        "counted-twice", "artefact",
    ]  # fmt: skip
    assert set(VOIDS) == set(Void)


def test_a_plain_statement_is_a_record_that_does_not_run_out() -> None:
    one = Showing(RECORD, 0, None, at("2026-11-01"), passed=True)

    assert one[5:] == (Level.ASSERTED, None, None, None, None)
    assert one.freshness(at("2099-01-01")) == 1


@pytest.mark.parametrize(
    ("instant", "freshness"),
    [
        (at("2026-11-01"), Fraction(1)),
        (UNTIL - TICK, Fraction(1)),
        (UNTIL, Fraction(1)),
        (UNTIL + TICK, Fraction(10 * DAYS - 1, 10 * DAYS)),
        (at("2026-11-15 00:00"), Fraction(1, 2)),  # 5 of the 10 days of grace are left
        (at("2026-11-18 00:00"), Fraction(1, 5)),  # 2 of 10
        (GONE - TICK, Fraction(1, 10 * DAYS)),
        (GONE, Fraction(0)),
        (GONE + TICK, Fraction(0)),
    ],
)
def test_freshness_fades_evenly_through_the_grace(instant: object, freshness: Fraction) -> None:
    one = showing(until=UNTIL, gone=GONE)

    assert one.freshness(instant) == freshness  # type: ignore[arg-type]
    assert one.valid(instant) is (freshness > 0)  # type: ignore[arg-type]


def test_without_grace_it_ends_at_once() -> None:
    one = showing(until=UNTIL, gone=UNTIL)

    assert [one.freshness(UNTIL + n * TICK) for n in (-1, 0, 1)] == [1, 1, 0]
    assert [one.valid(UNTIL + n * TICK) for n in (-1, 0, 1)] == [True, True, False]


@pytest.mark.parametrize("end", [{"until": UNTIL}, {"gone": UNTIL}])
def test_with_one_end_only_it_does_not_run_out(end: dict[str, object]) -> None:
    assert showing(**end).freshness(GONE + TICK) == 1


def test_where_it_is_written() -> None:
    both = item(
        """
        kind: evidence
        id: e
        title: 记录
        result: pass
        performed_at: 2026-11-01
        proves:
        - requirement: c#o:a
        - requirement: c#o:b
        """
    )
    assert isinstance(both, Evidence)
    first, second = (showing(source=both, position=n).place for n in (0, 1))
    check = showing(source=CHECK, position=None).place

    assert (first.line, first.column) == (7, 16)
    assert (second.line, second.column) == (8, 16)
    assert (check.line, check.column) == (6, 7)


def test_whether_it_names_a_control() -> None:
    """Found or not; a check always names one."""
    bare = cast(Evidence, item(record("e", "2026-11-01", by=None)))

    assert showing().names_control
    assert not showing(source=bare).names_control
    assert showing(source=CHECK, position=None).names_control
    assert not showing(position=None).names_control

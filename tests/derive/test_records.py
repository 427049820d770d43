"""Showings from records: which records speak, what a pass needs, how long it holds."""

from __future__ import annotations

from datetime import datetime

import pytest

from hegui.derive.grounds import Grounds
from hegui.derive.records import (
    ambiguous,
    appetite_of,
    counted_twice,
    digest,
    failing,
    known,
    level,
    operating,
    recorded,
    stands,
)
from hegui.derive.showing import Level, Showing, Void
from hegui.model.appetite import Appetite
from hegui.model.control import Control
from hegui.model.evidence import Evidence
from hegui.model.table import columns_of
from tests.derive.helpers import SETTINGS, ZONE, at, repository
from tests.derive.small import (
    CONTROL,
    LOG,
    NOON,
    TICK,
    Files,
    catalogue,
    control,
    grounds,
    objective,
    part,
    record,
    text,
)

ONE = catalogue(objective("key: a"))
A, B = "a" * 64, "b" * 64
TESTED = """
kind: evidence-type
id: log
title: 日志
facts: {copies: {type: integer}, lost: {type: integer}}
"""


def said(
    *documents: str, asked: str = "c#o:a", as_of: str = NOON, files: dict[str, str] | None = None
) -> list[Showing]:
    """What the records among some documents say of a requirement."""
    found = grounds(text(*documents), as_of, files=files)
    return list(recorded(part(found, "requirement", asked), found))


def one(*documents: str, **more: object) -> Showing:
    """The only showing."""
    [found] = said(*documents, **more)  # type: ignore[arg-type]
    return found


def evidence(found: Grounds, name: str = "e") -> Evidence:
    item = found.repository.items["evidence"][name]
    assert isinstance(item, Evidence)
    return item


def the_control(found: Grounds, name: str = "k") -> Control:
    item = found.repository.items["control"][name]
    assert isinstance(item, Control)
    return item


# Which records speak


def test_a_pass_with_all_it_needs() -> None:
    found = one(ONE, LOG, CONTROL, record("e", "2026-11-20"))

    assert found.source.id == "e"
    assert found.position == 0
    assert found.subject is None
    assert found.at == at("2026-11-20 00:00")
    assert found.passed
    assert found.level is Level.ASSERTED
    assert (found.until, found.gone, found.void) == (None, None, None)
    assert found.control is not None
    assert found.control.id == "k"


def test_a_failure_is_bare() -> None:
    """A failure needs no control, no type and no facts, and has no level and no end."""
    more = f", valid_for: 2 days, artefact: {{sha256: {A}}}"
    found = one(
        catalogue(objective("key: a, every: 1 days")),
        LOG,
        CONTROL,
        record("e", "2026-11-20", "fail", about="vendor/v", more=more),
    )

    assert found.source.id == "e"
    assert (found.position, str(found.subject)) == (0, "vendor/v")
    assert (found.at, found.passed) == (at("2026-11-20 00:00"), False)
    assert found[5:] == (Level.ASSERTED, None, None, None, None)


def test_other_documents_that_name_a_requirement_say_nothing() -> None:
    assert not said(
        ONE,
        LOG,
        CONTROL,
        "{kind: check, id: i, title: 检查, control: k, requirements: [c#o:a], method: manual}",
        "{kind: department, id: it, title: 科技部, party: p}",
        "{kind: party, id: p, title: 甲, role: own}",
        "{kind: action, id: n, title: 整改, owner: it, due: 2026-12-01, source: [requirement/c#o:a]}",
    )


def test_each_record_is_taken_at_the_place_where_it_names_the_requirement() -> None:
    both = record("e", "2026-11-20").replace(
        "proves: [", "proves: [{requirement: c#o:b, subject: vendor/v}, "
    )
    documents = (
        catalogue(objective("key: a", "key: b, for_each: vendor")),
        LOG,
        CONTROL,
        "{kind: vendor, id: v, title: 外包}",
        both,
    )

    first, second = one(*documents, asked="c#o:b"), one(*documents, asked="c#o:a")
    assert (first.position, second.position) == (0, 1)
    assert (str(first.subject), second.subject) == ("vendor/v", None)
    assert (first.control, first.void) == (None, Void.NO_CONTROL)
    assert second.control is not None
    assert second.void is None


@pytest.mark.parametrize(
    ("when", "more", "begins"),
    [
        ("2026-11-20", "", "2026-11-20 00:00"),
        ("2026-11-20T09:30+08:00", "", "2026-11-20 09:30"),
        ("2026-11-20", ", recorded_at: 2026-11-21", "2026-11-21 00:00"),
        ("2026-11-20", ", recorded_at: 2026-11-21T08:15+08:00", "2026-11-21 08:15"),
        # entered before it was made: a finding elsewhere, and no reason to count it early
        ("2026-11-22", ", recorded_at: 2026-11-21", "2026-11-22 00:00"),
    ],
)
def test_a_record_is_known_once_it_is_made_and_entered(when: str, more: str, begins: str) -> None:
    documents = text(ONE, LOG, CONTROL, record("e", when, more=more))
    for shift, seen in ((-TICK, False), (0 * TICK, True), (TICK, True)):
        found = grounds(documents)
        moved = Grounds(
            found.repository,
            found.clock.__class__(ZONE, at(begins) + shift),
            found.tree,
        )
        assert known(evidence(moved), moved) is seen
        assert bool(list(recorded(part(moved, "requirement", "c#o:a"), moved))) is seen


def test_its_instant_is_told_in_the_zone_of_the_organisation() -> None:
    """18:00 in London is 02:00 of the next day in Shanghai: the day counts there."""
    found = one(
        ONE, LOG, CONTROL, record("e", "2026-11-19T18:00+00:00", more=", valid_for: 1 days")
    )

    assert found.at == at("2026-11-20 02:00")
    assert found.at.tzinfo is ZONE
    assert found.until == at("2026-11-21 23:59:59.999999")


# What a test makes of the facts


@pytest.mark.parametrize(
    ("result", "facts", "passed", "void"),
    [
        ("pass", "{copies: 2, lost: 0}", True, None),
        ("pass", "{copies: 1, lost: 0}", False, None),  # the facts say otherwise
        ("fail", "{copies: 2, lost: 0}", False, None),  # its own word is enough
        ("pass", "{lost: 0}", True, Void.NO_FACTS),
        ("pass", "{copies: two}", True, Void.NO_FACTS),
        ("pass", "{copies: 1, lost: none}", True, Void.NO_FACTS),  # faulty: it proves nothing
        ("pass", None, True, Void.NO_FACTS),
    ],
)
def test_the_facts_are_tested(
    result: str, facts: str | None, passed: bool, void: Void | None
) -> None:
    more = ", type: log" + (f", facts: {facts}" if facts else "")
    found = one(
        catalogue(objective("key: a, test: 'facts.copies >= 2'")),
        TESTED,
        CONTROL,
        record("e", "2026-11-20", result, more=more),
    )

    assert (found.passed, found.void) == (passed, void)


def test_each_requirement_has_its_own_verdict_on_one_record() -> None:
    both = record("e", "2026-11-20", more=", type: log, facts: {copies: 2, lost: 1}").replace(
        "proves: [", "proves: [{requirement: c#o:b, control: k}, "
    )
    asked = catalogue(
        objective("key: a, test: 'facts.copies >= 2'", "key: b, test: 'facts.lost == 0'")
    )

    assert one(asked, TESTED, CONTROL, both, asked="c#o:a").passed
    assert not one(asked, TESTED, CONTROL, both, asked="c#o:b").passed


@pytest.mark.parametrize(
    ("result", "facts", "of", "found"),
    [
        ("fail", "{copies: 2}", "c#o:a", True),  # its own word
        ("pass", "{copies: 2}", "c#o:a", False),
        ("pass", "{copies: 1}", "c#o:a", True),  # its facts
        ("pass", "{copies: two}", "c#o:a", False),  # which say nothing
        ("pass", "{copies: 1}", "c#o:b", False),  # where nothing is tested
        ("pass", "{copies: 1}", "c#o:b, control: k}, {requirement: c#o:a", True),  # any of them
        ("pass", "{copies: 1}", "c#o:a, control: k}, {requirement: c#o:b", True),
        ("pass", "{copies: 1}", "c#o:gone, control: k}, {requirement: c#o:a", True),
        ("pass", "{copies: 1}", "c#o:gone", False),
    ],
)
def test_a_record_that_speaks_against_something(
    result: str, facts: str, of: str, found: bool
) -> None:
    asked = catalogue(objective("key: a, test: 'facts.copies >= 2'", "key: b"))
    more = f", type: log, facts: {facts}"
    made = grounds(
        text(asked, TESTED, CONTROL, record("e", "2026-11-20", result, of=of, more=more))
    )

    assert failing(evidence(made), made) is found


def test_a_record_that_does_not_say_its_type_is_held_against_the_test() -> None:
    asked = catalogue(objective("key: a, test: 'facts.copies >= 2'"))
    for copies, passed in ((2, True), (1, False)):
        found = one(
            asked, TESTED, CONTROL, record("e", "2026-11-20", more=f", facts: {{copies: {copies}}}")
        )
        assert (found.passed, found.void) == (passed, None)


def test_a_record_of_another_type_is_not_held_against_the_test() -> None:
    found = one(
        catalogue(objective("key: a, test: 'facts.copies >= 2'")),
        TESTED,
        "{kind: evidence-type, id: minutes, title: 纪要}",
        CONTROL,
        record("e", "2026-11-20", more=", type: minutes"),
    )

    assert (found.passed, found.void) == (True, Void.WRONG_TYPE)


@pytest.mark.parametrize(
    "type_", ["", "{kind: evidence-type, id: log, title: 日志, facts: {copies: {type: what}}}"]
)
def test_facts_of_a_type_that_cannot_be_read_prove_nothing(type_: str) -> None:
    documents = [
        catalogue(objective("key: a, test: 'facts.copies >= 2'")),
        CONTROL,
        record("e", "2026-11-20", more=", type: log, facts: {copies: 1}"),
    ]
    found = one(*documents, *([type_] if type_ else []))

    assert (found.passed, found.void) == (True, Void.NO_FACTS)


# Why a pass does not count


@pytest.mark.parametrize(
    ("documents", "void"),
    [
        ([CONTROL, record("e", "2026-11-20", by=None)], Void.NO_CONTROL),
        ([CONTROL, record("e", "2026-11-20", by="gone")], Void.NO_CONTROL),
        (
            [CONTROL, "{kind: control, id: k, title: 又一}", record("e", "2026-11-20")],
            Void.NO_CONTROL,
        ),
        ([control(achieves="c#p"), record("e", "2026-11-20")], Void.OTHER_CONTROL),
        ([control(status="retired"), record("e", "2026-11-20")], Void.NOT_ACTIVE),
        (
            [control(status="retired", achieves="c#p"), record("e", "2026-11-20")],
            Void.OTHER_CONTROL,
        ),
        ([CONTROL, record("e", "2026-11-20", about="vendor/v")], Void.WRONG_SUBJECT),
        ([CONTROL, record("e", "2026-11-20", more=", type: minutes")], Void.WRONG_TYPE),
        (
            [CONTROL, record("e", "2026-11-20", more=f", artefact: {{file: x.pdf, sha256: {A}}}")],
            Void.ARTEFACT,
        ),
    ],
)
def test_why_a_pass_does_not_count(documents: list[str], void: Void) -> None:
    asked = catalogue(objective("key: a"), objective("key: a", ref="p"))

    assert one(asked, LOG, *documents).void is void


def test_the_first_reason_is_told() -> None:
    """Mended one by one, in the order in which they are looked for."""
    split = ", splits: [{id: s, note: 不同, once: [c#o, c#p]}]"
    asked = catalogue(
        objective("key: a, test: 'facts.copies >= 2'"), objective("key: a", ref="p"), more=split
    )

    def void(record_: str) -> Void | None:
        return one(asked, TESTED, CONTROL, record_, files={"controls/x.pdf": A}).void

    worst = record(
        "e",
        "2026-11-20",
        about="vendor/v",
        more=f", type: minutes, facts: {{lost: 0}}, artefact: {{file: x.pdf, sha256: {B}}}",
    ).replace("proves: [", "proves: [{requirement: c#p:a, control: k}, ")
    found = [void(worst)]
    for old, new in (
        (", subject: vendor/v", ""),
        ("type: minutes", "type: log"),
        ("{lost: 0}", "{copies: 2}"),
        ("{requirement: c#p:a, control: k}, ", ""),
        (B, A),
    ):
        worst = worst.replace(old, new)
        found.append(void(worst))
    assert found == [
        Void.WRONG_SUBJECT,
        Void.WRONG_TYPE,
        Void.NO_FACTS,
        Void.COUNTED_TWICE,
        Void.ARTEFACT,
        None,
    ]


@pytest.mark.parametrize(
    ("about", "void"),
    [
        ("vendor/v", None),
        ("vendor/another", None),  # whether it is one of its subjects is decided elsewhere
        ("system/s", Void.WRONG_SUBJECT),
        (None, Void.WRONG_SUBJECT),
    ],
)
def test_the_subject_must_be_of_the_kind_that_is_asked_for(
    about: str | None, void: Void | None
) -> None:
    asked = catalogue(objective("key: a, for_each: vendor"))
    found = one(asked, LOG, CONTROL, record("e", "2026-11-20", about=about))

    assert found.void is void
    assert (None if found.subject is None else str(found.subject)) == about


def test_a_record_of_the_type_that_is_asked_for() -> None:
    assert one(ONE, LOG, CONTROL, record("e", "2026-11-20", more=", type: log")).void is None


@pytest.mark.parametrize(
    ("digests", "void"),
    [
        ({"controls/docs/x.pdf": A}, None),
        ({"controls/docs/x.pdf": B}, Void.ARTEFACT),
        ({"docs/x.pdf": A}, Void.ARTEFACT),
        ({}, Void.ARTEFACT),
    ],
)
def test_the_document_must_be_the_one_recorded(digests: dict[str, str], void: Void | None) -> None:
    """Named beside the record: the folder is that of the record."""
    more = f", artefact: {{file: docs/x.pdf, sha256: {A}}}"
    found = one(ONE, LOG, CONTROL, record("e", "2026-11-20", more=more), files=digests)

    assert (found.void, found.level) == (void, Level.DOCUMENTED)


def test_a_document_outside_the_repository_is_taken_at_its_digest() -> None:
    more = f", artefact: {{sha256: {A}, held: 档案室}}"

    assert one(ONE, LOG, CONTROL, record("e", "2026-11-20", more=more)).void is None


def test_a_file_is_read_once_in_a_run() -> None:
    found = grounds(ONE, files={"x": A, "y": B})
    assert isinstance(found.tree, Files)

    assert [digest(name, found) for name in ("x", "y", "x", "z")] == [A, B, A, None]
    assert found.tree.asked == ["x", "y", "z"]


# Controls


@pytest.mark.parametrize("status", ["planned", "implementing", "implemented", "retired"])
def test_only_a_retired_control_is_not_active(status: str) -> None:
    found = grounds(text(ONE, LOG, control(status=status)))

    assert operating(the_control(found), found) is (status != "retired")


MILESTONE = """
kind: transfer
id: deal
title: 转让
milestones: [{id: closing, title: 交割, on: 2026-12-01}]
"""


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (", from: 2026-11-20", "2026-11-20 00:00", None),
        (", until: 2026-11-25", None, "2026-11-25 23:59:59.999999"),
        (", from: closing", "2026-12-01 00:00", None),
        (", until: closing", None, "2026-11-30 23:59:59.999999"),
        (", from: 2026-11-20, until: closing", "2026-11-20 00:00", "2026-11-30 23:59:59.999999"),
    ],
)
def test_a_control_operates_from_its_first_to_its_last_instant(
    period: str, first: str | None, last: str | None
) -> None:
    documents = text(ONE, LOG, control(more=period), MILESTONE)

    def works(instant: datetime) -> bool:
        found = grounds(documents, instant.replace(tzinfo=None).isoformat(" "))
        return operating(the_control(found), found)

    if first is not None:
        assert [works(at(first) + n * TICK) for n in (-1, 0, 1)] == [False, True, True]
    if last is not None:
        assert [works(at(last) + n * TICK) for n in (-1, 0, 1)] == [True, True, False]


@pytest.mark.parametrize("period", [", from: nowhere", ", until: nowhere"])
def test_a_control_tied_to_a_milestone_that_is_not_there_does_not_operate(period: str) -> None:
    found = grounds(text(ONE, LOG, control(more=period), MILESTONE))

    assert not operating(the_control(found), found)


def test_what_stands_for_a_requirement() -> None:
    two = catalogue(objective("key: a"), objective("key: a", ref="p"))
    found = grounds(text(two, LOG, CONTROL, control("old", status="retired")))
    own, other = (part(found, "requirement", name) for name in ("c#o:a", "c#p:a"))

    assert stands(the_control(found), own, found) is None
    assert stands(the_control(found), other, found) is Void.OTHER_CONTROL
    assert stands(the_control(found, "old"), own, found) is Void.NOT_ACTIVE
    assert stands(None, own, found) is Void.NO_CONTROL
    assert stands(evidence, own, found) is Void.NO_CONTROL


@pytest.mark.parametrize(
    ("broken", "unclear"),
    [
        ("{kind: control, id: k, title: 又一}", True),
        ("{kind: control, id: other, title: 又一}", False),
        ("{kind: vendor, id: k}", False),
    ],
)
def test_a_control_with_a_double_that_was_not_understood_is_unclear(
    broken: str, unclear: bool
) -> None:
    found = grounds(text(ONE, LOG, CONTROL, broken))

    assert len(found.repository.undecoded) == 1
    assert ambiguous(the_control(found), found) is unclear


# What counts once


def serves(proves: list[str], splits: str) -> Grounds:
    """A record for some requirements, with a catalogue of some splits."""
    listed = ", ".join(f"{{requirement: {name}, control: k}}" for name in proves)
    asked = catalogue(
        objective("key: a", "key: b"),
        objective("key: a", ref="p"),
        objective("key: a", ref="q"),
        more=f", splits: [{splits}]",
    )
    whole = record("e", "2026-11-20").partition("proves: [")[0] + f"proves: [{listed}]}}"
    return grounds(text(asked, LOG, CONTROL, whole))


@pytest.mark.parametrize(
    ("proves", "splits", "twice"),
    [
        (["c#o:a"], "{id: s, note: 不, once: [c#o, c#p]}", []),
        (["c#o:a", "c#o:b"], "{id: s, note: 不, once: [c#o, c#p]}", []),
        (["c#o:a", "c#p:a"], "{id: s, note: 不, once: [c#o, c#p]}", ["c#o:a", "c#p:a"]),
        (["c#o:a", "c#q:a"], "{id: s, note: 不, once: [c#o, c#p]}", []),
        (
            ["c#o:a", "c#p:a", "c#q:a"],
            "{id: s, note: 不, once: [c#o, c#p]}",
            ["c#o:a", "c#p:a"],
        ),
        (
            ["c#o:a", "c#q:a"],
            "{id: s, note: 不, once: [c#o, c#p]}, {id: t, note: 不, once: [c#o, c#q]}",
            ["c#o:a", "c#q:a"],
        ),
        (
            # each pair names one of the two: nothing keeps these two apart
            ["c#o:a", "c#q:a"],
            "{id: s, note: 不, once: [c#o, c#p]}, {id: t, note: 不, once: [c#p, c#q]}",
            [],
        ),
    ],
)
def test_a_record_counts_for_one_side_of_a_split(
    proves: list[str], splits: str, twice: list[str]
) -> None:
    found = serves(proves, splits)

    assert [
        name
        for name in proves
        if counted_twice(evidence(found), part(found, "requirement", name), found)
    ] == twice


# Levels

HOUSES = """
{kind: party, id: acme, title: 甲, role: own}
---
{kind: department, id: it, title: 科技部, party: acme}
---
{kind: department, id: risk, title: 风控部, party: acme}
"""


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("", Level.ASSERTED),
        (f", artefact: {{sha256: {A}}}", Level.DOCUMENTED),
        (", performed_by: department/it, witnessed_by: department/risk", Level.WITNESSED),
        (
            f", performed_by: department/it, witnessed_by: department/risk, artefact: {{sha256: {A}}}",
            Level.WITNESSED,
        ),
        (", performed_by: department/it, witnessed_by: department/it", Level.ASSERTED),
        (
            f", performed_by: department/it, witnessed_by: department/it, artefact: {{sha256: {A}}}",
            Level.DOCUMENTED,
        ),
        (", performed_by: department/it, witnessed_by: department/nobody", Level.ASSERTED),
        (
            f", performed_by: department/nobody, witnessed_by: department/it, artefact: {{sha256: {A}}}",
            Level.DOCUMENTED,
        ),
        (", witnessed_by: department/it", Level.ASSERTED),
        (", performed_by: department/it", Level.ASSERTED),
    ],
)
def test_the_level_is_computed(more: str, found: Level) -> None:
    documents = text(HOUSES, ONE, LOG, CONTROL, record("e", "2026-11-20", more=more))

    assert level(evidence(grounds(documents)), grounds(documents)) is found
    assert one(documents).level is found


# How long it holds

APPETITE = "{kind: appetite, id: p, title: 偏好}"
GRACE = "{kind: appetite, id: p, title: 偏好, grace: 10 days}"
END = "23:59:59.999999"


@pytest.mark.parametrize(
    ("own", "every", "appetite", "until", "gone"),
    [
        (None, None, [], None, None),
        (None, None, [GRACE], None, None),  # what does not run out needs no grace
        ("3 days", None, [], f"2026-11-23 {END}", f"2026-11-23 {END}"),
        (None, "3 days", [], f"2026-11-23 {END}", f"2026-11-23 {END}"),
        ("3 days", "5 days", [], f"2026-11-23 {END}", f"2026-11-23 {END}"),
        ("5 days", "3 days", [], f"2026-11-23 {END}", f"2026-11-23 {END}"),
        ("1 months", "31 days", [], f"2026-12-20 {END}", f"2026-12-20 {END}"),
        ("36 hours", "2 days", [], "2026-11-21 21:30", "2026-11-21 21:30"),
        ("3 days", None, [APPETITE], f"2026-11-23 {END}", f"2026-11-23 {END}"),
        ("3 days", None, [GRACE], f"2026-11-23 {END}", f"2026-12-03 {END}"),
        # 20 November 2026 is a Friday: three working days end on Wednesday the 25th
        ("3 working days", None, [GRACE], f"2026-11-25 {END}", f"2026-12-05 {END}"),
        ("3 days", None, [GRACE.replace("10 days", "12 hours")], f"2026-11-23 {END}",
         "2026-11-24 11:59:59.999999"),
        # two appetite files, or one that was not understood: no grace at all
        ("3 days", None, [GRACE, GRACE.replace("id: p", "id: q")], f"2026-11-23 {END}",
         f"2026-11-23 {END}"),
        ("3 days", None, [GRACE, "{kind: appetite, id: q}"], f"2026-11-23 {END}",
         f"2026-11-23 {END}"),
    ],
)  # fmt: skip
def test_validity_is_the_shorter_term_and_then_the_grace(
    own: str | None, every: str | None, appetite: list[str], until: str | None, gone: str | None
) -> None:
    asked = catalogue(objective("key: a" + (f", every: {every}" if every else "")))
    more = f", valid_for: {own}" if own else ""
    found = one(asked, LOG, CONTROL, record("e", "2026-11-20T09:30+08:00", more=more), *appetite)

    assert found.until == (None if until is None else at(until))
    assert found.gone == (None if gone is None else at(gone))


@pytest.mark.parametrize(
    ("documents", "found"),
    [
        ([], None),
        ([APPETITE], "p"),
        ([APPETITE, APPETITE.replace("id: p", "id: q")], None),
        ([APPETITE, "{kind: appetite, id: q}"], None),
        ([APPETITE, "{kind: vendor, id: q}"], "p"),
    ],
)
def test_there_is_one_appetite_file(documents: list[str], found: str | None) -> None:
    one_ = appetite_of(grounds(text(ONE, *documents), settings=SETTINGS))

    assert (one_ and one_.id) == found


OWN = """
kind: appetite
id: p
title: 偏好
currency: CNY
levels: [{id: low}, {id: high}]
limits: [{category: leak, level: high}]
credit: {asserted: 90%}
grace: 30 days
floor: 1%
rank: 1
"""
BASE = """
kind: appetite
id: q
title: 旧偏好
currency: USD
levels: [{id: slight}, {id: grave}]
limits: [{category: leak, level: low}]
credit: {asserted: 20%}
grace: 5 days
floor: 10%
rank: 3
"""


def held_against(base: str | None, own: str = OWN) -> Appetite | None:
    """The appetite file where a base is named."""
    found = grounds(text(ONE, own))
    against = None if base is None else repository(text(ONE, base))
    return appetite_of(Grounds(found.repository, found.clock, found.tree, against))


def values(of: Appetite | None) -> dict[str, str]:
    assert of is not None
    return {one.name: str(getattr(of, one.attribute)) for one in columns_of(Appetite)}


def test_what_an_appetite_file_allows_is_that_of_the_base() -> None:
    """Its scales are its own: they say only how harm is counted."""
    own, base, both = (
        values(held_against(None)),
        values(held_against(None, BASE)),
        held_against(BASE),
    )
    limits = {"limits", "credit", "grace", "floor", "rank"}

    assert all(own[name] != base[name] for name in limits)
    assert values(both) == {name: (base if name in limits else own)[name] for name in own}
    assert both is not None
    assert both.document.data["title"] == "偏好"


@pytest.mark.parametrize(
    ("base", "own", "floor"),
    [
        (None, OWN, "0.01"),
        ("{kind: vendor, id: v, title: 甲}", OWN, "0.01"),  # the base has none: its own counts
        ("{kind: vendor, id: v}", OWN, "0.01"),
        (BASE, OWN, "0.1"),
        # nobody can say what the base allows
        (text(BASE, BASE.replace("id: q", "id: r")), OWN, None),
        (text(BASE, "{kind: appetite, id: r}"), OWN, None),
        ("{kind: appetite, id: r}", OWN, None),
        ("{id: r}", OWN, None),  # which may have been it
        # nor what this one says
        (BASE, text(OWN, OWN.replace("id: p", "id: o")), None),
        (BASE, "{kind: vendor, id: v, title: 甲}", None),
    ],
)
def test_whose_limits_count(base: str | None, own: str, floor: str | None) -> None:
    found = held_against(base, own)

    assert (None if found is None else str(found.floor)) == floor

"""Facts: three values, the repository before the settings, and what follows for whatever applies."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.derive.answers import SOURCES, Answer, Source, Value, answers, kinds_read
from hegui.derive.law import standing
from hegui.model.fact import Fact
from hegui.model.reference import Ref
from tests.derive.helpers import item, repository

_UNDECIDED = "datasets.exists(d, d.persons > 9)"
"""Gives no answer: the only dataset does not say how many persons."""
_DATASET = "{kind: dataset, id: loans, title: 借款}"


def answer(
    yes_if: str | None, no_if: str | None, stated: str | None, more: str = _DATASET
) -> Answer:
    """What becomes of one fact with these conditions and this statement."""
    fact = "kind: fact\nid: f\ntitle: 事实\nquestion: 如何？\n"
    fact += f"yes_if: {yes_if!r}\n" if yes_if else ""
    fact += f"no_if: {no_if!r}\n" if no_if else ""
    settings = "{organization: acme, time_zone: UTC"
    settings += f", facts: [{{id: f, value: '{stated}', reason: 因。}}]" if stated else ""
    return answers(repository(f"{fact}---\n{more}", settings + "}"))["f"]


CONDITIONS = {None: None, "true": True, "false": False, _UNDECIDED: None}


@pytest.mark.parametrize(
    ("yes_if", "no_if", "stated"),
    list(product(CONDITIONS, CONDITIONS, (None, "yes", "no", "uncertain"))),
)
def test_the_repository_prevails(yes_if: str | None, no_if: str | None, stated: str | None) -> None:
    found = answer(yes_if, no_if, stated)

    computed = Value.UNCERTAIN
    if CONDITIONS[yes_if] is True:
        computed = Value.YES
    elif CONDITIONS[no_if] is True:
        computed = Value.NO
    assert found.computed is computed
    if computed is not Value.UNCERTAIN:
        assert (found.value, found.source) == (computed, Source.COMPUTED)
    elif stated is not None:
        assert (found.value, found.source) == (Value(stated), Source.STATED)
    else:
        assert (found.value, found.source) == (Value.UNCERTAIN, Source.OPEN)
    assert (found.stated is None) == (stated is None)
    assert (found.place is None) == (stated is None)


def test_the_words() -> None:
    assert [str(one) for one in Source] == ["computed", "stated", "open"]
    assert set(SOURCES) == set(Source)


def test_the_missing_field_is_named() -> None:
    assert answer(_UNDECIDED, None, None).undecided == "persons"
    assert answer(None, _UNDECIDED, "yes").undecided == "persons"
    assert answer("true", _UNDECIDED, None).undecided == ""
    assert answer("false", "false", None).undecided == ""


def test_a_statement_has_its_place() -> None:
    place = answer(None, None, "yes").place

    assert place is not None
    assert (place.line, place.column) == (1, 46)


def test_what_was_not_all_read_decides_nothing() -> None:
    broken = "{kind: dataset, id: persons, title: 人员, persons: 很多}"
    found = answer("datasets.size() > 0", None, None, f"{_DATASET}\n---\n{broken}")

    assert (found.value, found.undecided) == (Value.UNCERTAIN, "dataset")
    assert answer("systems.size() > 0", "systems.size() == 0", None, broken).value is Value.NO


@pytest.mark.parametrize(
    ("condition", "more", "unread", "undecided"),
    [
        ("datasets.size() > 0", "{kind: dataset, id: d}", True, "dataset"),
        # what can be dropped to make law go away decides nothing, read or not
        ("controls.size() == 0", _DATASET, False, ""),
        ("controls.size() == 0", "{kind: control, id: k}", True, "control"),
    ],
)
def test_where_it_cannot_be_known_what_is_stated_is_told_and_does_not_count(
    condition: str, more: str, unread: bool, undecided: str
) -> None:
    found = answer(condition, None, "no", more)

    assert found.fact.id == "f"
    assert (found.value, found.source) == (Value.UNCERTAIN, Source.OPEN)
    assert (found.computed, found.undecided) == (Value.UNCERTAIN, undecided)
    assert found.stated is not None
    assert found.stated.value == "no"
    assert found.place is not None
    assert (found.place.line, found.place.column) == (1, 46)
    assert found.unread is unread


def test_a_document_of_unknown_kind_may_be_anything() -> None:
    found = answer("systems.size() > 0", None, None, "{id: core, title: 核心}")

    assert (found.value, found.undecided) == (Value.UNCERTAIN, "system")
    assert answer("true", None, None, "{id: core}").value is Value.YES


@pytest.mark.parametrize(
    ("yes_if", "no_if", "kinds"),
    [
        ("datasets.exists(d, d.sensitive)", None, ("dataset",)),
        (None, "processings.all(p, p.manner == 'own')", ("processing",)),
        ("parties.size() > 1", "vendor_assessments.size() > 0", ("party", "vendor-assessment")),
        ("evidence.size() > 0 && dataset", None, ("evidence",)),
        (None, None, ()),
    ],
)
def test_the_kinds_that_a_fact_reads(
    yes_if: str | None, no_if: str | None, kinds: tuple[str, ...]
) -> None:
    conditions = "".join(
        f"{name}: {text!r}\n" for name, text in (("yes_if", yes_if), ("no_if", no_if)) if text
    )
    fact = item(f"kind: fact\nid: f\ntitle: 事实\nquestion: 如何？\n{conditions}")

    assert isinstance(fact, Fact)
    assert kinds_read(fact) == kinds


# ── whatever depends on several facts ──


def said(value: Value) -> Answer:
    fact = item("{kind: fact, id: f, title: 事实, question: 如何？}")
    assert isinstance(fact, Fact)
    return Answer(fact, value, Source.STATED, value)


ALL = {f"f{number}": said(value) for number, value in enumerate([*Value] * 2)}
REFS = st.lists(st.sampled_from([*ALL, "gone"]).map(lambda name: Ref("fact", name)), max_size=5)


@given(REFS)
def test_all_facts_must_hold(refs: list[Ref]) -> None:
    found = standing(refs, ALL)
    values = {ALL[ref.id].value if ref.id in ALL else Value.UNCERTAIN for ref in refs}

    if Value.NO in values:
        assert found.value is Value.NO
    elif Value.UNCERTAIN in values:
        assert found.value is Value.UNCERTAIN
    else:
        assert found.value is Value.YES
    if found.value is Value.NO:
        assert {one.value for one in found.deciding} == {Value.NO}


@given(REFS, st.randoms())
def test_the_order_of_facts_does_not_matter(refs: list[Ref], random: object) -> None:
    turned = refs[::-1]

    assert standing(turned, ALL).value is standing(refs, ALL).value
    assert set(map(id, standing(turned, ALL).deciding)) == set(
        map(id, standing(refs, ALL).deciding)
    )


@given(REFS, REFS)
def test_one_more_condition_never_makes_more_apply(refs: list[Ref], more: list[Ref]) -> None:
    order = [Value.NO, Value.UNCERTAIN, Value.YES]
    fewer, all_ = standing(refs, ALL).value, standing([*refs, *more], ALL).value

    assert order.index(all_) <= order.index(fewer)


def test_nothing_to_depend_on_applies() -> None:
    assert standing((), ALL).value is Value.YES

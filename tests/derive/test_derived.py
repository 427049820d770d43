"""Derived: every requirement once, by objective, and the score over the right catalogues."""

from __future__ import annotations

from fractions import Fraction

from hegui.derive.derived import Derived
from hegui.derive.grounds import Grounds
from hegui.derive.score import State
from hegui.loading.decode import decode
from hegui.loading.index import index
from hegui.loading.resolve import resolve
from hegui.model.catalogue import Catalogue
from hegui.model.repository import Repository
from hegui.source.file import File
from hegui.source.parse import parse
from tests.derive.small import (
    CONTROL,
    LOG,
    Files,
    catalogue,
    clock_of,
    control,
    derived,
    grounds,
    objective,
    outcome,
    part,
    record,
    text,
)

TWO = catalogue(objective("key: a", "key: b"), objective("key: a", ref="p"), objective(ref="q"))
CHECK = """
{kind: check, id: i, title: 检查, control: k, requirements: [c#o:b], method: automated, rule: r/x}
"""


def test_every_requirement_is_judged_by_id() -> None:
    found = derived(
        text(
            TWO,
            LOG,
            CONTROL,
            control("l", achieves="c#p"),
            record("f", "2026-11-20", "fail"),
            record("p", "2026-11-20", of="c#p:a", by="l"),
        )
    )

    assert {name: str(one.state) for name, one in found.requirements.items()} == {
        "c#o:a": "failed",
        "c#o:b": "unknown",
        "c#p:a": "proved",
    }
    assert [one.requirement.id for one in found.requirements.values()] == list(found.requirements)
    assert [one.objective.id for one in found.requirements.values()] == ["c#o", "c#o", "c#p"]
    assert found.requirements is found.requirements


def test_what_may_not_apply_because_something_was_not_understood_is_not_proved() -> None:
    """By a broken dataset nobody can say whether ``a`` applies; ``b`` is not touched by it."""
    fact = "{kind: fact, id: big, title: 大, question: 大否？, yes_if: 'datasets.size() > 0'}"
    asked = catalogue(objective("key: a, applies_when: [big]", "key: b"))
    given = (LOG, CONTROL, fact, record("p", "2026-11-20"), record("q", "2026-11-20", of="c#o:b"))

    def states(dataset: str) -> dict[str, str]:
        found = derived(text(asked, *given, dataset))
        return {name: str(one.state) for name, one in found.requirements.items()}

    assert states("{kind: dataset, id: d, title: 数据}") == {"c#o:a": "proved", "c#o:b": "proved"}
    assert states("{kind: dataset, id: d}") == {"c#o:a": "unknown", "c#o:b": "proved"}


def test_by_objective_with_those_that_ask_nothing() -> None:
    found = derived(text(TWO, LOG, CONTROL))

    assert {
        name: [one.requirement.id for one in some] for name, some in found.by_objective.items()
    } == {"c#o": ["c#o:a", "c#o:b"], "c#p": ["c#p:a"], "c#q": []}


def test_an_objective_stands_by_its_own_requirements() -> None:
    found = derived(
        text(
            TWO,
            LOG,
            CONTROL,
            record("p", "2026-11-20"),
            record("f", "2026-11-20", "fail", of="c#p:a"),
        )
    )

    assert found.state(part(found, "objective", "c#o")) is State.UNKNOWN
    assert found.state(part(found, "objective", "c#p")) is State.FAILED
    assert found.state(part(found, "objective", "c#q")) is State.UNKNOWN


def test_the_outcomes_of_each_rule_are_its_own() -> None:
    outcomes = [
        outcome("dataset/d", "failed", "r/y"),
        outcome("dataset/d"),
        outcome("dataset/e", "not-applicable"),
        outcome("dataset/f"),
    ]

    def state(some: list) -> State:
        return derived(text(TWO, LOG, CONTROL, CHECK), outcomes=some).requirements["c#o:b"].state

    assert state(outcomes) is State.PROVED
    assert state([*outcomes, outcome("dataset/g", "failed")]) is State.FAILED
    assert state([outcome("dataset/g", "failed"), *outcomes]) is State.FAILED
    assert state([]) is State.UNKNOWN


def test_what_is_due_is_asked_at_the_instant_of_judgement() -> None:
    deal = "{kind: transfer, id: deal, title: 转让, milestones: [{id: closing, on: 2026-11-25}]}"
    asked = catalogue(objective("key: a, due: [closing]"))

    def state(as_of: str) -> State:
        return derived(text(asked, LOG, CONTROL, deal), as_of).requirements["c#o:a"].state

    assert state("2026-11-24 23:59:59.999999") is State.NOT_DUE
    assert state("2026-11-25 00:00") is State.UNKNOWN


def packed(own: str, shipped: str) -> Derived:
    """What follows from our own documents and those of a pack."""
    found = []
    for path, content in (("controls/own.yaml", own), ("pack:p/catalogue.yaml", shipped)):
        parsed = parse(File(path, content + "\n"))
        assert not parsed.problems
        found += [decode(document).item for document in parsed.documents]
    names = index(one for one in found if one is not None)
    settings = grounds(LOG).repository.settings
    repository = Repository(
        None,  # type: ignore[arg-type]
        settings,
        names.items,
        names.parts,
        names.short,
        resolve(names, ()).links,
    )
    return Derived(Grounds(repository, clock_of(repository, "2026-11-23 12:00"), Files({})))


def test_the_headline_is_over_the_packs() -> None:
    """Two of three are proved in the pack; what we ask of ourselves has a score of its own."""
    own = text(
        catalogue(objective("key: a"), id_="own"),
        LOG,
        control(achieves="c#o, own#o"),
        record("a", "2026-11-20"),
        record("b", "2026-11-20", of="c#o:b"),
        record("f", "2026-11-20", "fail", of="own#o:a"),
    )
    shipped = catalogue(objective("key: a", "key: b", "key: c"))
    found = packed(own, shipped)

    assert [one.id for one in found.headline_catalogues] == ["c"]
    assert found.headline.value == Fraction(2, 3)
    mine = [one for one in found.grounds.repository.all(Catalogue) if one.id == "own"]
    assert [one.requirement.id for one in found.of_catalogues(mine)] == ["own#o:a"]
    assert [one.requirement.id for one in found.of_catalogues(found.headline_catalogues)] == [
        "c#o:a",
        "c#o:b",
        "c#o:c",
    ]


def test_without_a_pack_the_headline_is_over_our_own() -> None:
    found = derived(
        text(
            catalogue(objective("key: a")),
            catalogue(objective("key: a"), id_="second"),
            LOG,
            CONTROL,
            record("a", "2026-11-20"),
        )
    )

    assert [one.id for one in found.headline_catalogues] == ["c", "second"]
    assert found.headline.value == Fraction(1, 2)


def test_a_folder_named_like_a_pack_is_our_own() -> None:
    found = packed(text(catalogue(objective("key: a"), id_="own"), LOG), LOG.replace("log", "x"))

    assert [one.id for one in found.headline_catalogues] == ["own"]


def test_the_headline_of_an_empty_repository() -> None:
    found = derived(LOG)

    assert (found.headline.value, found.requirements, found.by_objective) == (None, {}, {})


def test_who_answers_is_asked_at_the_instant_of_judgement() -> None:
    houses = """
    {kind: department, id: it, title: 科技部, party: acme, until: 2026-11-22, successor: risk}
    ---
    {kind: department, id: risk, title: 风控部, party: acme}
    """
    found = derived(text(houses, "{kind: dataset, id: d, title: 数据, owner: it}"))
    owner = found.owners.of(found.grounds.repository.items["dataset"]["d"])

    assert owner is not None
    assert owner.id == "risk"
    assert found.owners is found.owners

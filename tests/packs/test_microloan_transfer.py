"""The pack holds all the law, objectives and evidence types of its field, and all of it works."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from hegui.derive.law import confidence, facts_of, standing
from hegui.expr.shape import of_facts
from hegui.model.evidence_shape import EvidenceShape
from hegui.model.evidence_type import EvidenceType
from hegui.model.fact import Fact
from hegui.model.item import Part
from hegui.model.types import Words
from hegui.model.walk import walk
from hegui.rules.registry import all_rules
from hegui.source.bilingual import Text
from tests.packs.shipped import HERE, data, repository, verified, wanted

PARTS = ("obligation", "objective", "requirement")
MACHINE_CHECKS = sorted((HERE / "machine_checks").glob("*.yaml"))


def test_it_verifies() -> None:
    found = verified()
    assert [f"{one.place} {one.message.get('en')}" for one in found.findings] == []
    assert found.changed == (), "run make packs"


def test_every_clause_of_every_instrument_is_there() -> None:
    held: dict[str, list[str]] = {}
    for part in repository().parts["obligation"].values():
        held.setdefault(part.holder.id, []).append(part.record.ref)
    asked = wanted()["obligations"]
    assert {name: sorted(refs) for name, refs in held.items()} == {
        name: sorted(refs) for name, refs in asked.items()
    }
    assert len(held) == 71
    assert sum(map(len, held.values())) == 510


def test_every_objective_is_there_with_its_area() -> None:
    held = {part.record.ref: part.record.area for part in repository().parts["objective"].values()}
    asked = {ref: area for area, refs in wanted()["objectives"].items() for ref in refs}
    assert held == asked
    assert len(held) == 81 + 14


def test_every_evidence_type_is_there_and_has_a_use() -> None:
    held = {one.id for one in repository().all(EvidenceType)}
    assert held == set(wanted()["evidence-types"])
    used = {part.record.evidence.id for part in repository().parts["requirement"].values()}
    assert held == used


def test_citations_and_identifiers_are_those_of_the_facts() -> None:
    for part in repository().parts["objective"].values():
        ref = part.record.ref
        assert {one.id for one in part.record.satisfies} == set(wanted()["satisfies"][ref]), ref
        maps = wanted()["maps"][ref]
        assert part.record.maps == {"iso27001-2022": maps["iso"], "nist-csf-2": maps["csf"]}, ref


@pytest.mark.parametrize("path", MACHINE_CHECKS, ids=lambda path: path.stem)
def test_every_machine_check_is_a_requirement(path: Path) -> None:
    requirements = repository().parts["requirement"]
    for objective, keys in data(path).items():
        for key in keys:
            names = key if isinstance(key, list) else [key]
            for name in names:
                assert f"{objective}:{name}" in requirements


def test_all_machine_checks_are_accounted_for() -> None:
    held = {name: keys for path in MACHINE_CHECKS for name, keys in data(path).items()}
    assert set(held) == set(repository().parts["objective"])
    assert sum(map(len, held.values())) == 282


def test_every_objective_has_a_test_with_both_examples() -> None:
    tested: Counter[str] = Counter()
    for part in repository().parts["requirement"].values():
        record = part.record
        if record.test is not None:
            tested[part.id.rpartition(":")[0]] += 1
            assert record.examples is not None, part.id
            assert record.examples.pass_ is not None, part.id
            assert record.examples.fail is not None, part.id
        assert record.basis is not None or record.every is None, part.id
    assert set(tested) == set(repository().parts["objective"])


def test_what_was_not_read_is_marked() -> None:
    unverified = wanted()["unverified"]
    for part in repository().parts["obligation"].values():
        level = next((name for name, ids in unverified.items() if part.id in ids), "primary")
        assert confidence(part) == level, part.id


def test_every_clause_is_mapped_or_for_counsel() -> None:
    """The condition of a clause is told by facts, or put as a question, or it always applies."""
    known = {fact.id for fact in repository().all(Fact)}
    for part in repository().parts["obligation"].values():
        for ref in facts_of(part):
            assert ref.id in known, part.id
        counsel = part.record.needs_counsel
        assert counsel is None or "？" in counsel.get("zh"), part.id


def test_every_fact_decides_something() -> None:
    held = repository()
    idle = {
        fact.id
        for fact in held.all(Fact)
        if not any(link.field == "applies_when" for link in held.incoming(fact))
    }
    assert idle == set()


def test_no_sentence_is_written_twice() -> None:
    """No summary, statement or title of a requirement repeats another's sentence."""
    seen: dict[str, str] = {}
    repeated = []
    for name, text in _sentences():
        for language in ("zh", "en"):
            for sentence in re.split(r"(?<=[。；.;])\s*", text.get(language)):
                if len(sentence) < 16:
                    continue
                first = seen.setdefault(sentence, name)
                if first != name:
                    repeated.append((first, name, sentence))
    assert repeated == []


def _sentences() -> Iterator[tuple[str, Text]]:
    for kind in ("obligation", "objective"):
        for part in repository().parts[kind].values():
            text = part.record.summary if kind == "obligation" else part.record.statement
            assert text is not None, part.id
            yield str(part.identity), text


def test_both_languages_are_written_as_such() -> None:
    """English has no Chinese characters in it, and Chinese is Chinese."""
    wrong = []
    for item in repository().every():
        for path, _, text in walk(item, Words):
            if path[-1] == "citation":
                continue  # the number of a standard is the same in both
            if text.en and re.search(r"[\u4e00-\u9fff]", text.en):
                wrong.append((item.id, path, text.en))
            if text.zh and not re.search(r"[\u4e00-\u9fff]", text.zh):
                wrong.append((item.id, path, text.zh))
    assert wrong == []


def test_a_shape_is_worth_its_name() -> None:
    """Every shape is shared by two types at least; about a dozen shapes are enough."""
    uses = Counter(one.shape.id for one in repository().all(EvidenceType) if one.shape)
    shapes = [shape.id for shape in repository().all(EvidenceShape)]
    assert 10 <= len(shapes) <= 16
    assert [shape for shape in shapes if uses[shape] < 2] == []
    for shape in repository().all(EvidenceShape):
        assert of_facts(shape.facts).fields


def test_nothing_names_a_milestone_that_no_deal_has() -> None:
    """The pack speaks of milestones by the names that the worked case gives them."""
    known = {
        "data-room-open", "signing", "approval", "cut-over", "closing", "registration",
        "app-stop", "disks-destroyed", "evaluation-90", "evaluation-180",
    }  # fmt: skip
    for kind in ("objective", "requirement"):
        for part in repository().parts[kind].values():
            assert {ref.id for ref in part.record.due} <= known, part.id


def test_facts_are_answered_without_a_repository() -> None:
    """With nothing to compute from, no volume is taken for small."""
    from hegui.derive.answers import Value, answers

    found = answers(repository())
    assert found["persons-1m"].value is not Value.YES
    duty = repository().parts["obligation"]["pipl#art-52"]
    assert isinstance(duty, Part)
    assert standing(facts_of(duty), found).value is not Value.YES


def test_rules_cite_law_that_was_read() -> None:
    """The grounds that the rules of the program name are clauses of the pack, and verified ones."""
    clauses = repository().parts["obligation"]
    for rule in all_rules().values():
        for ref in rule.references:
            assert ref in clauses, (rule.id, ref)
            assert confidence(clauses[ref]) == "primary", (rule.id, ref)

"""The second pack: what it holds is sound, it stands beside the first, and it needs no lender."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import hegui
from hegui import api
from hegui.engine.verify import verify
from hegui.findings.finding import Status
from hegui.findings.severity import Severity
from hegui.loading.load import load_pack
from hegui.loading.packs import folder, shipped
from tests.repo import BASE, write

PACK = "customer-information"
BAKERY = Path(__file__).parent / "bakery"
SOURCE = Path(hegui.__file__).parent
LENDING = re.compile("microloan|小额|贷款", re.IGNORECASE)
LISTED = {
    "model/regulation.py": '"lender": both("贷款人", "the lender")',  # whom a clause may bind
}
"""Where the engine has a word of lending all the same."""


def test_everything_in_the_pack_is_sound() -> None:
    verified = verify(folder(PACK))

    assert verified.findings == ()
    assert verified.counts["objectives"] == 22
    assert verified.counts["tests"] == verified.counts["requirements"]


def names(pack: str) -> set[tuple[str, str]]:
    """All that a pack gives a name to: its documents, their parts, and names that stand alone."""
    repository = load_pack(folder(pack)).repository
    held = {**repository.items, **repository.parts}
    full = {(kind, name) for kind in {*held} - {"pack"} for name in held[kind]}
    return full | set(repository.short)


def test_no_two_packs_give_the_same_name() -> None:
    taken: set[tuple[str, str]] = set()
    for pack in shipped():
        given = names(pack)
        assert given
        assert not given & taken
        taken |= given


def test_all_packs_load_side_by_side(tmp_path: Path) -> None:
    enabled = "".join(f"  - id: {pack}\n" for pack in shipped())
    settings = f"{BASE['hegui.yaml']}packs:\n{enabled}"
    result = api.check(write(tmp_path, {**BASE, "hegui.yaml": settings}))

    assert set(result.repository.items["pack"]) == set(shipped())
    assert [f for f in result.findings if f.rule.startswith("document/")] == []
    assert result.repository.undecoded == ()


def test_a_bakery_is_judged_without_a_deal_or_a_loan() -> None:
    result = api.check(BAKERY)

    assert result.repository.settings.fail_on == "high"
    assert result.exit(Severity.HIGH) is api.Exit.CLEAN
    assert {(f.rule, str(f.subject), f.severity) for f in result.open} >= {
        ("agreement/expiring", "agreement/suifan-2025", Severity.LOW),
        ("control/no-check", "control/yearly-lesson", Severity.MEDIUM),
        ("control/review-overdue", "control/app-safeguards", Severity.MEDIUM),
    }


def test_every_objective_of_the_pack_has_a_control_in_the_bakery() -> None:
    outcomes = [one for one in api.check(BAKERY).outcomes if one.rule == "objective/no-control"]

    assert len(outcomes) == 22
    assert {one.status for one in outcomes} == {Status.PASSED}


FACTS = {
    "ci-sensitive": "yes",
    "ci-vendors": "yes",
    "ci-cross-border": "no",
    "ci-many-persons": "no",
    "ci-consent": "yes",
}


def test_the_bakery_states_no_fact_and_all_are_decided() -> None:
    from hegui.derive.answers import answers

    result = api.check(BAKERY)
    assert {name: one.computed.value for name, one in answers(result.repository).items()} == FACTS


@pytest.mark.parametrize(
    ("path", "old", "new", "fact", "value"),
    [
        (
            "controls/information/loyalty.yaml",
            "location: CN",
            "location: SG",
            "cross-border",
            "yes",
        ),
        ("controls/information/loyalty.yaml", "location: CN\n", "", "cross-border", "uncertain"),
        ("controls/information/loyalty.yaml", "6400", "10000", "many-persons", "yes"),
        ("controls/information/loyalty.yaml", "persons: 290\n", "", "many-persons", "uncertain"),
        (
            "controls/information/loyalty.yaml",
            "sensitive: true",
            "sensitive: false",
            "sensitive",
            "no",
        ),
        (
            "controls/information/loyalty.yaml",
            "ground: consent",
            "ground: contract",
            "consent",
            "no",
        ),
        ("vendors/suifan/vendor.yaml", "access: store", "access: none", "vendors", "no"),
        ("vendors/suifan/vendor.yaml", "    access: store\n", "", "vendors", "uncertain"),
    ],
)
def test_facts_follow_the_repository(
    tmp_path: Path, path: str, old: str, new: str, fact: str, value: str
) -> None:
    from hegui.derive.answers import answers

    files = {
        file.relative_to(BAKERY).as_posix(): file.read_bytes() for file in BAKERY.rglob("*.yaml")
    }
    assert old.encode() in files[path]
    files[path] = files[path].replace(old.encode(), new.encode())
    result = api.check(write(tmp_path, files))

    assert answers(result.repository)[f"ci-{fact}"].value.value == value


def test_the_engine_has_no_word_of_lending() -> None:
    found = {
        (path.relative_to(SOURCE).as_posix(), line.strip())
        for path in SOURCE.rglob("*.py")
        if path.relative_to(SOURCE).parts[0] != "packs"
        for line in path.read_text(encoding="utf-8").splitlines()
        if LENDING.search(line)
    }
    assert {path for path, _ in found} == set(LISTED)
    assert all(LISTED[path] in line for path, line in found)

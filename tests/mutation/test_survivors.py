"""Mutation testing: its list of survivors is in order, and it makes and compares as it says.

The mutants themselves are tried by ``make mutate``, which takes too long for every run.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from mutation.survivors import LIST, Name, differences, listed

ROOT = Path(__file__).parents[2]
NAME = Name("src/a.py", "f", "return a < b", "return a <= b")
ENTRY = """
- file: src/a.py
  in: f
  was: return a < b
  now: return a <= b
  reason: They are never equal.
"""


def test_every_survivor_is_still_in_its_function() -> None:
    """Whether it still survives only ``make mutate`` can tell; but a line that is gone cannot."""
    for name, count in Counter(listed(LIST.read_text(encoding="utf-8"))).items():
        found = [_joined(text) for text in _functions(ROOT / name.file, name.function)]
        assert found, name
        assert sum(text.count(name.was) for text in found) >= count, name
        assert name.now != name.was


def _joined(text: str) -> str:
    return " ".join(line.strip() for line in text.splitlines())


def _functions(path: Path, wanted: str) -> list[str]:
    """The text of a function by its full name, or of the whole module where that is empty."""
    text = path.read_text(encoding="utf-8")
    if not wanted:
        return [text]
    found: list[str] = []

    def look(node: ast.AST, names: tuple[str, ...]) -> None:
        for child in ast.iter_child_nodes(node):
            inner = names
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                inner = (*names, child.name)
                if ".".join(inner) == wanted:
                    found.append(ast.get_source_segment(text, child) or "")
            look(child, inner)

    look(ast.parse(text), ())
    return found


def test_the_list_reads_as_it_is_told() -> None:
    assert list(listed(ENTRY)) == [NAME]
    assert list(listed(f"{NAME}\n  reason: x")) == [NAME]
    assert list(listed("")) == []


@pytest.mark.parametrize(
    ("old", "new"), [("They are never equal.", "''"), ("reason:", "because:"), ("  in: f\n", "")]
)
def test_an_entry_must_be_whole(old: str, new: str) -> None:
    with pytest.raises(ValueError, match="an entry has file, in, now, reason, was"):
        list(listed(ENTRY.replace(old, new)))


def test_the_survivors_must_be_those_that_are_listed() -> None:
    other = NAME._replace(now="return a == b")
    files = {"src/a.py"}

    assert list(differences([NAME], [NAME], files)) == []
    assert list(differences([NAME, NAME], [NAME, NAME], files)) == []
    assert list(differences([NAME], [], files)) == [f"survives, and is not listed:\n{NAME}"]
    assert list(differences([NAME, NAME], [NAME], files)) == [
        f"survives, and is not listed:\n{NAME}"
    ]
    assert list(differences([], [NAME], files)) == [f"is listed, and does not survive:\n{NAME}"]
    assert list(differences([other], [NAME], files)) == [
        f"survives, and is not listed:\n{other}",
        f"is listed, and does not survive:\n{NAME}",
    ]
    # what was not tried is not missed
    assert list(differences([], [NAME], {"src/b.py"})) == []


SOURCE = '''\
"""A module."""
from enum import StrEnum

WORD = both("字", "a word")


class Word(StrEnum):
    A = "a"

    @property
    def title(self) -> str:
        """Its title."""
        return self.value if self.value else max(self.name, "b")


def least(a: int, b: "int") -> bool:
    assert a != b
    return any(one for one in (a, b) if one)
'''
RULE = """\
@rule(
    "agreement/expired",
    severity=Severity.HIGH,
    title=both("字", "a word"),
    references=("act#art-1",),
    options={"days": 30},
    where=lambda one, context: one.kind == "nda",
)
def check(one, context):
    found = False
    if not needed(one):
        raise Unassessable(one.id)
    return Fault(at=("expires",), discriminator=one.id, related=(see(one, "expires"),))


@cache
def needed(one):
    return Apart(Status.NOT_DUE, LATER)
"""


def test_what_is_mutated_and_what_is_not() -> None:
    pytest.importorskip("mutmut", reason="make mutate installs it")
    from mutation.mutants import mutants

    made = list(mutants(SOURCE))
    pairs = {(one.function, one.was, one.now) for one in made}
    title = 'return self.value if self.value else max(self.name, "b")'
    least = "return any(one for one in (a, b) if one)"

    assert len(pairs) == len(made) == len({one.code for one in made})
    assert {
        ("Word", 'A = "a"', 'A = "XXaXX"'),
        ("Word.title", title, title.replace("max", "min")),
        ("Word.title", title, title.replace("if self.value", "if not (self.value)")),
        ("least", least, least.replace("any", "all")),
        ("least", least, least.replace("if one", "if not (one)")),
    } <= pairs
    assert {one.was for one in made} <= {'A = "a"', title, least}


def test_of_a_rule_what_it_asks_is_mutated_and_its_words_are_not() -> None:
    pytest.importorskip("mutmut", reason="make mutate installs it")
    from mutation.mutants import mutants

    found: dict[str, set[str]] = {}
    for one in mutants(RULE):
        found.setdefault(one.was, set()).add(one.now)

    fault = 'return Fault(at=("expires",), discriminator=one.id, related=(see(one, "expires"),))'
    assert found.keys() == {
        'options={"days": 30},',
        'where=lambda one, context: one.kind == "nda",',
        "found = False",
        "if not needed(one):",
        fault,
    }
    assert found["found = False"] == {"found = True"}
    assert fault.replace("expires", "EXPIRES", 1) in found[fault]
    assert all("discriminator=one.id, related=(see(one," in now for now in found[fault])


def test_choosing_what_is_tried_leaves_the_derivation_to_be_loaded_with_its_mutants() -> None:
    pytest.importorskip("mutmut", reason="make mutate installs it")
    from hegui.rules import registry
    from mutation import targets

    asked = "import sys, mutation.run; print([n for n in sys.modules if n.startswith('hegui')])"
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True)

    assert told.stdout.strip() == "[]", told.stderr
    assert targets.MARK == registry.MARK

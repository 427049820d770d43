"""The page of the language: its example works, and every function's own example is sound."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hegui.api import instant, load
from hegui.engine.trying import try_rules
from hegui.expr import cel, scope
from hegui.expr.library import LIBRARY, Function
from hegui.expr.shape import Scalar
from hegui.model.kinds import KINDS, PARTS
from hegui.rules.language import reference
from hegui.rules.library import callable_at
from hegui.rules.rule import Stage
from tests.repo import BASE, write
from tools import docs

PAGES = {path: (docs.ROOT / "docs" / path).read_text(encoding="utf-8") for path in docs.LANGUAGE}


@pytest.mark.parametrize("function", LIBRARY.values(), ids=list(LIBRARY))
def test_the_example_of_a_function_is_sound_for_some_kind(function: Function) -> None:
    functions = callable_at(Stage.DERIVED)

    assert function.name in function.example
    assert any(
        not list(cel.check(function.example, scope.rule(kind), Scalar.BOOL, functions))
        for kind in (*KINDS, *PARTS, scope.WHOLE)
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_reference_has_every_function_and_every_kind(language: str) -> None:
    text = reference(language)

    assert all(f"`{name}(" in text for name in LIBRARY)
    assert all(f"| `{kind}` |" in text for kind in (*KINDS, *PARTS))
    assert not re.search(r"None|Scalar|Takes", text)


def test_the_example_of_the_page_passes_its_cases(tmp_path: Path) -> None:
    zh, en = (re.search(r"```yaml\n(.*?)```", page, re.DOTALL) for page in PAGES.values())
    assert zh
    assert en
    assert zh[1] == en[1]
    loaded = load(write(tmp_path, {**BASE, "checks/rules/example.yaml": en[1]}))

    [tried] = try_rules(loaded, instant(loaded.repository.settings))

    assert tried.passed, tried
    assert len(tried.cases) == 2


def test_both_pages_say_the_same_in_the_same_order() -> None:
    zh, en = (
        re.findall(r"^#+|^\| `([a-z`, 、]+) \|", page, re.MULTILINE) for page in PAGES.values()
    )

    assert [name.split("`")[0] for name in zh] == [name.split("`")[0] for name in en]

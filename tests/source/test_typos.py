import pytest

from hegui.source.typos import typo


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("\u3000a: b", "no-break"),
        ("  \xa0a: b", "no-break"),
        ("标题：说明", "full-width"),
        ("  - title ： x", "full-width"),
        ("kind:control", "space is missing after the colon"),
        ("  - - kind:control", "space is missing after the colon"),
        ("-a", "space is missing after the -"),
        ("a: “b: c”", "do not quote"),
        ("a: [“b”]", "do not quote"),
    ],
)
def test_slips_are_seen(line: str, hint: str) -> None:
    found = typo(line)
    assert found is not None
    assert found.missing(("zh", "en")) == ()
    assert hint in found.get("en")


@pytest.mark.parametrize(
    "line",
    [
        *("", "a: b", "  - a: b", "https://example.org", "a: 说明：如下", "a: 他说“好”", "---"),
        *("title: a\u3000b", "a: b:c", "'a：b': c", "# 注：c", " " * 600 + "“"),
    ],
)
def test_what_is_no_slip(line: str) -> None:
    assert typo(line) is None

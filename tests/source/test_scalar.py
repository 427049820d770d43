import pytest

from hegui.source.limits import MAX_DIGITS
from tests.source.helpers import document


@pytest.mark.parametrize(
    ("lexeme", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("False", False),
        ("FALSE", False),
        ("0", 0),
        ("-19", -19),
        ("+12", 12),
        ("012", 12),
        ("0o14", 12),
        ("0x1F", 31),
        ("1.5", 1.5),
        ("-.5", -0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("12e+03", 12000.0),
        ("-2E-05", -2e-05),
    ],
)
def test_the_core_schema_guesses(lexeme: str, value: object) -> None:
    found = document(f"a: {lexeme}\n")
    assert found.data == {"a": value}
    assert type(found.data["a"]) is type(value)
    assert [tuple(guess) for guess in found.guesses] == [(("a",), lexeme)]


@pytest.mark.parametrize(
    "lexeme",
    [
        *("NO", "no", "yes", "On", "off", "y", "n", "nULL", "tRUE"),
        *("22:30", "12:30:45", "2026-01-02", "2026-11-21T16:40+08:00", "1_000", "0b11", "-0x1F"),
        *("1.2.3", "1e", ".", "+", "e3", "0o8", "0xG", "1 000", "90 days", "80%", "１２", "٣"),
        *(".inf", "-.INF", ".nan", ".NaN", "1e999", "-1e999"),
        *("9" * (MAX_DIGITS + 1), "9" * 5000, "0x" + "f" * 5000, "0." + "1" * 5000),
    ],
)
def test_all_else_is_text(lexeme: str) -> None:
    found = document(f"a: {lexeme}\nb: [{lexeme}]\n")
    assert found.data == {"a": lexeme, "b": [lexeme]}
    assert found.guesses == []


@pytest.mark.parametrize("source", ["'12'", '"true"', "|-\n  null", ">-\n  1.5", '"~"', "''"])
def test_what_is_quoted_is_text(source: str) -> None:
    found = document(f"a: {source}\n")
    assert isinstance(found.data["a"], str)
    assert found.guesses == []


def test_the_greatest_number_is_still_one_and_fits_a_float() -> None:
    digits = "9" * MAX_DIGITS
    assert document(f"a: {digits}").data == {"a": int(digits)}
    assert float(int(digits)) > 0


def test_guesses_lead_to_their_values() -> None:
    found = document("a: 1\nb: [x, 2, {c: null, d: y, '3': 4}]\ne:\n- - true\n")
    assert [tuple(guess) for guess in found.guesses] == [
        (("a",), "1"),
        (("b", 1), "2"),
        (("b", 2, "c"), "null"),
        (("b", 2, "3"), "4"),
        (("e", 0, 0), "true"),
    ]


@pytest.mark.parametrize("key", ["1", "true", "null", "2026-01-02", "012", "~", "1.50"])
def test_keys_stay_as_written(key: str) -> None:
    found = document(f"{key}: x\nb: {{{key}: y}}\n")
    assert found.data == {key: "x", "b": {key: "y"}}
    assert found.guesses == []


def test_tabs_may_part_and_may_be_quoted() -> None:
    assert document('a:\tb\t# c\nd: "e\tf"\n').data == {"a": "b", "d": "e\tf"}

"""What is refused though it is YAML."""

import pytest

from hegui.source.bilingual import Text
from hegui.source.limits import MAX_PROBLEMS
from tests.source.helpers import document, parsed, problem, rules, span

pytestmark = pytest.mark.usefixtures("either_parser")


def test_a_duplicate_key_names_both_places() -> None:
    found = problem("a: 1\nb: 2\na: 3\n")
    assert found.rule == "document/duplicate-key"
    assert (found.values["key"], found.values["ordinal"]) == ("a", 0)
    assert "只留一个" in str(found.values["hint"])
    assert span(found.place) == "3:1-3:2"
    assert [span(related.place) for related in found.related] == ["1:1-1:2"]
    assert found.related[0].label.missing(("zh", "en")) == ()


@pytest.mark.parametrize(
    "text", ["{a: 1, a: 2}", "x: {a: 1, a: 2}", "- {}\n- a: 1\n  a: 2", "1: a\n'1': b", "a:\n'a':"]
)
def test_duplicate_keys_everywhere(text: str) -> None:
    assert "duplicate-key" in rules(text)


def test_every_further_duplicate_is_told() -> None:
    found = parsed("a: 1\na: 2\na: 3\nb: {c: 1, c: 2}\n")
    assert [span(each.place) for each in found.problems] == ["2:1-2:2", "3:1-3:2", "4:11-4:12"]
    assert [span(each.related[0].place) for each in found.problems] == [
        "1:1-1:2",
        "1:1-1:2",
        "4:5-4:6",
    ]


def test_equal_keys_of_different_mappings_are_no_duplicates() -> None:
    assert rules("a: {a: {a: 1}}\nb: [{a: 1}, {a: 2}]\n") == []


def test_aliases_and_their_anchors() -> None:
    found = parsed("a: &one 1\nb: [x, *one]\n*one : c\n").problems
    assert [each.rule for each in found] == ["document/alias"] * 3
    assert [each.values["written"] for each in found] == ["&one", "*one", "*one"]
    assert [span(each.place) for each in found] == ["1:4-1:8", "2:8-2:12", "3:1-3:5"]
    assert [span(related.place) for related in found[1].related] == ["1:4-1:8"]


@pytest.mark.parametrize("text", ["a: &x {b: c}", "a: &x [b]", "&x a: b", "&x\na: b", "a: &x"])
def test_anchors_of_every_sort_of_node(text: str) -> None:
    assert rules(text) == ["alias"]


def test_an_alias_without_an_anchor() -> None:
    found = problem("a: *bold\n")
    assert (found.rule, found.related) == ("document/alias", ())


def test_merge_keys() -> None:
    found = problem("a: {x: 1}\nb:\n  <<: {x: 2}\n  y: 3\n")
    assert (found.rule, span(found.place)) == ("document/merge-key", "3:3-3:5")
    assert document("'<<': a\nb: <<\n").data == {"<<": "a", "b": "<<"}


@pytest.mark.parametrize(
    ("text", "tag", "where"),
    [
        ("a: !!str 1", "!!str", "1:4-1:9"),
        ("a: !own {b: c}", "!own", "1:4-1:8"),
        ("a: [!x 1]", "!x", "1:5-1:7"),
        ("!!int a: 1", "!!int", "1:1-1:6"),
        ("--- !!python/object:os.system\na: 1", "!!python/object:os.system", "1:5-1:30"),
        ("a: !<tag:yaml.org,2002:str> b", "!<tag:yaml.org,2002:str>", "1:4-1:28"),
        ("a: ! b", "!", "1:4-1:5"),
        ("a: !unknown!b c", "!unknown!b", "1:4-1:14"),
        ("a: !<x", "!<x", "1:4-1:7"),
    ],
)
def test_tags(text: str, tag: str, where: str) -> None:
    found = problem(text)
    assert (found.rule, found.values["tag"]) == ("document/tag", tag)
    assert span(found.place) == where


def test_a_tag_beside_an_anchor() -> None:
    found = parsed("a: &x !!str b\n").problems
    assert [(each.rule, span(each.place)) for each in found] == [
        ("document/alias", "1:4-1:6"),
        ("document/tag", "1:7-1:12"),
    ]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("? [a, b]\n: c\n", "1:3-1:4"),
        ("? {a: b}\n: c\n", "1:3-1:4"),
        ("[a]: b\n", "1:1-1:2"),
        ("a: {{ name }}\n", "1:5-1:6"),
        ("{{a: b}: c}: d\n", "1:1-1:2"),
    ],
)
def test_keys_that_are_no_scalars(text: str, where: str) -> None:
    found = parsed(text).problems
    assert found[-1].rule == "document/complex-key"
    assert where in [span(each.place) for each in found]


def test_scalars_with_a_question_mark_are_keys() -> None:
    assert document("? a b\n: c\n").data == {"a b": "c"}


def test_a_complex_key_inside_a_complex_key_is_told_once() -> None:
    assert rules("a: {{{b}}}") == ["complex-key"]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("- a\n- b\n", "a list"),
        ("[a]", "a list"),
        ("hello", "text"),
        ("'hello'", "text"),
        ("12", "a number"),
        ("1.5", "a number"),
        ("true", "true or false"),
        ("~", "nothing (null)"),
        ("--- null", "nothing (null)"),
    ],
)
def test_documents_that_are_no_mappings(text: str, english: str) -> None:
    found = problem(text)
    assert found.rule == "document/not-a-mapping"
    assert isinstance(found.values["found"], Text)
    assert isinstance(found.values["hint"], Text)
    assert found.values["found"].en == english
    assert len(parsed(text).broken) == 1


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("kind：control", "full-width"),
        ("kind：control\n# c\n\nid: x\n", "full-width"),
        ("kind:control", "space is missing"),
        ("- a", "remove the `- `"),
        ("hello", "`name: value`"),
    ],
)
def test_what_to_do_about_no_mapping(text: str, hint: str) -> None:
    found = problem(text).values["hint"]
    assert isinstance(found, Text)
    assert hint in (found.en or "")


def test_all_problems_of_a_document_in_their_order() -> None:
    text = "a: 1\na: {b: !x 1}\n<<: *y\n? [c]\n: d\ne: &f g\nh: [1\n"
    expected = ["duplicate-key", "tag", "merge-key", "alias", "complex-key", "alias", "syntax"]
    assert rules(text) == expected


def test_problems_of_one_document_leave_the_others_alone() -> None:
    found = parsed("a: &x 1\n---\na: 1\n---\na: *x\n")
    assert [each.ordinal for each in found.documents] == [1]
    assert [each.ordinal for each in found.broken] == [0, 2]
    assert [each.values["ordinal"] for each in found.problems] == [0, 2]
    assert found.problems[1].related == (), "anchors end with their document"


def test_two_documents_run_together_are_one_problem() -> None:
    """The rest of the second document repeats keys too; one separator mends it all."""
    found = problem("kind: a\nid: b\ntitle: c\nkind: a\nid: d\ntitle: e\n")
    assert span(found.place) == "4:1-4:5"
    assert "---" in str(found.values["hint"])


@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", "=======", ">>>>>>> legal/review"])
def test_a_merge_conflict_is_called_one(marker: str) -> None:
    found = problem(f"a: 1\n{marker}\nb: 2\n")
    assert found.rule == "document/syntax"
    assert span(found.place) == "2:1-2:8"
    assert "合并冲突" in str(found.values["reason"])


def test_a_file_with_too_many_problems_is_given_up() -> None:
    found = parsed("a: 1\n" * (MAX_PROBLEMS + 50) + "---\nb: 1\n")
    assert len(found.problems) == MAX_PROBLEMS + 1
    assert found.documents == []
    last = found.problems[-1]
    assert last.rule == "document/too-many-problems"
    assert last.values["limit"] == MAX_PROBLEMS
    assert rules("a: 1\n" * MAX_PROBLEMS + "---\nb: 1\n") == ["duplicate-key"] * (MAX_PROBLEMS - 1)


@pytest.mark.parametrize(
    "text", ["a: \0b", "a: b\0", "a: '\ud800'", "a: \x1b[31m", "a: \ufffe", "--- \ud800\n", "\x85"]
)
def test_characters_that_the_parser_refuses(text: str) -> None:
    assert problem(text).rule == "document/control-character"

"""What holds for any text: nothing raises, values are right, places slice their source."""

import json
import re
from typing import Any

import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from hegui.source.bilingual import Text
from hegui.source.decode import decode
from hegui.source.document import Document
from hegui.source.file import File
from hegui.source.parse import Parsed, parse
from hegui.source.place import Place
from tests.source.helpers import document, nodes, parsed

# What `decode` lets through. Half a surrogate pair is no text at all, so that JSON's escapes
# for it, which YAML does not know, do not arise.
ALLOWED = st.characters(
    exclude_categories=("Cs", "Cc", "Zl", "Zp"),
    exclude_characters="\ufeff\ufffe\uffff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    include_characters="\t\n\r",
)
LEXEMES = st.sampled_from(
    [
        *(
            "012",
            "1e3",
            "NO",
            "22:30",
            "~",
            "null",
            "",
            "-",
            "0o7",
            ".inf",
            "<<",
            "=",
            "2026-01-02",
        ),
        *("a: b", "a #b", "#a", "[", "{x}", "'", '"', "? a", "- a", "&a", "*a", "!a", "---", "..."),
        *("%a", "@a", " a ", "a\n", "\na", "a\n\nb", "a\tb", "\\", "中文：说明", "😀", "9" * 400),
    ]
)
TEXTS = LEXEMES | st.text(ALLOWED, max_size=20) | st.text("ab \n", max_size=200)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4)
)
DOCUMENTS = st.dictionaries(TEXTS, VALUES, min_size=1, max_size=5)

PIECES = st.sampled_from(
    [
        *(
            "a",
            "b",
            "key: value\n",
            "- item\n",
            ": ",
            ":",
            "- ",
            "\n",
            "\n",
            "  ",
            "    ",
            "[",
            "]",
        ),
        *(
            "{",
            "}",
            ",",
            ", ",
            "'",
            '"',
            "#",
            " # c\n",
            "|\n",
            ">-\n",
            "? ",
            "12",
            "null",
            "x: y\n",
        ),
        *("---\n", "--- ", "...\n", "é", "核对", "：", "\t", "%", "\r\n", "\\", "~", "&a ", "*a"),
        *(
            "!b ",
            "<<: ",
            "a: [",
            "'b': ",
            "  - c: d\n",
            "\r",
            "@",
            "%T x",
            "`",
            "😀",
            "|2\n",
            "0x1",
        ),
    ]
)
YAMLISH = st.lists(PIECES, max_size=30).map("".join)


class Dumper(yaml.SafeDumper):
    """PyYAML's dumper without aliases for lists that are the same object."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def as_declared(found: Document, original: object) -> object:
    """The data of ``found``, where texts that were taken for something else are set right."""
    for guess in found.guesses:
        value: Any = original
        for step in guess.path:
            value = value[step]
        if isinstance(value, str):
            found.set(guess.path, guess.lexeme)
    return found.data


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, st.booleans(), st.sampled_from([None, True, False]), st.sampled_from([20, 80]))
def test_what_pyyaml_dumps_is_read_the_same(
    value: dict[str, object], unicode: bool, flow: bool | None, width: int
) -> None:
    text = yaml.dump(
        value, Dumper=Dumper, allow_unicode=unicode, default_flow_style=flow, width=width
    )
    assert as_declared(document(text), value) == value


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, st.sampled_from([None, 2]), st.sampled_from([(",", ":"), (", ", ": ")]))
def test_json_is_read_the_same(
    value: dict[str, object], indent: int | None, separators: tuple[str, str]
) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    found = document(text)
    assert found.data == json.loads(text)
    assert [type(each) for _, each in nodes(found.places, found.data)] == [
        type(each) for _, each in nodes(found.places, json.loads(text))
    ]


def check_scalar(source: str, value: object) -> None:
    """``source`` is the whole of ``value`` and nothing else."""
    if source.startswith(("|", ">")):
        assert isinstance(value, str)
        assert all(word in source for word in value.split())
    else:
        # Continued lines may stand further to the left in brackets than anywhere else.
        indented = re.sub(r"(\r\n?|\n)", r"\1 ", source)
        assert document(f"x: {indented}\n").data == {"x": value}


def check_key(source: str, name: str) -> None:
    """``source`` is the whole of the key ``name`` and nothing else."""
    if "\n" in source or "\r" in source or len(source) > 1000:
        found = document(f"x: {source}").data["x"] if source[0] in "'\"" else name
        assert found == name
    elif source:
        assert document(f" {source}: x\n").data == {name: "x"}
    else:
        assert name == ""


def check_places(found: Document) -> None:
    """Each node's text, read by itself, is the node's value; children lie inside parents."""
    text = found.file.text
    for node, value in nodes(found.places, found.data):
        start, end = node[0], node[1]
        assert 0 <= start <= end <= len(text)
        source = text[start:end]
        if len(node) == 2:
            assert source == source.strip(" \t\n\r")
            check_scalar(source, value)
            continue
        children = node[2]
        if isinstance(children, list):
            spans = [(child[0], child[1]) for child in children]
        else:
            spans = []
            for name, (key_start, key_end, child) in children.items():
                spans += [(key_start, key_end), (child[0], child[1])]
                check_key(text[key_start:key_end], name)
        assert spans == sorted(spans)
        assert all(start <= inner and outer <= end for inner, outer in spans)
        if text[start] in "[{":
            assert text[end - 1] == {"[": "]", "{": "}"}[text[start]]
        elif spans:
            assert end == spans[-1][1], "a block ends with its last child"


@settings(max_examples=100, deadline=None)
@given(
    DOCUMENTS,
    st.sampled_from([None, True, False]),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.sampled_from(["", "# c\n", "a: b\n---\n", "\ufeff"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_places_slice_their_own_source(
    value: dict[str, object], flow: bool | None, style: str | None, before: str, end: str
) -> None:
    value = value if style is None else {name: str(each) for name, each in value.items()}
    text = before + yaml.dump(
        value,
        Dumper=Dumper,
        allow_unicode=True,
        default_flow_style=flow,
        default_style=style,
        line_break=end,
    )
    found = parsed(text)
    assert found.problems == []
    check_places(found.documents[-1])


def check(found: Parsed, file: File) -> None:
    """What holds of all that was parsed."""
    assert bool(found.problems) == bool(found.broken or not found.documents)
    ordinals = [each.ordinal for each in found.documents] + [each.ordinal for each in found.broken]
    assert sorted(ordinals) == list(range(len(ordinals)))
    for problem in found.problems:
        for place in (problem.place, *(related.place for related in problem.related)):
            check_place(place, file)
        for value in problem.values.values():
            assert isinstance(value, Text | str | int)
            assert not isinstance(value, Text) or value.missing(("zh", "en")) == ()
    for broken in found.broken:
        check_place(broken.place, file)
    for each in found.documents:
        check_places(each)
        for guess in each.guesses:
            assert each.place(guess.path).path == file.path


def check_place(place: Place, file: File) -> None:
    line = file.line(place.line)
    assert place.line == place.end_line
    assert 1 <= place.column <= place.end_column <= len(line) + 1
    assert place.column < place.end_column or not line


@settings(max_examples=250, deadline=None)
@given(st.text() | st.text(ALLOWED) | YAMLISH)
@example("")
@example("\ufeff")
@example("a: \ud800")
def test_no_text_raises(text: str) -> None:
    file = File("f", text)
    check(parse(file), file)


@settings(max_examples=250, deadline=None)
@given(st.binary() | YAMLISH.map(str.encode) | YAMLISH.map(lambda text: text.encode("gb18030")))
@example(b"\xff\xfe")
@example(b"\x00" * 5)
def test_no_bytes_raise(data: bytes) -> None:
    found = decode("f", data)
    if isinstance(found, File):
        check(parse(found), found)
    else:
        assert found.rule in ("document/encoding", "document/control-character")


def composed(node: yaml.Node) -> object:
    """What PyYAML composed, scalars as they are written."""
    if isinstance(node, yaml.MappingNode):
        return {composed(key): composed(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [composed(item) for item in node.value]
    return node.value


def lexemes(found: Document) -> object:
    for guess in found.guesses:
        found.set(guess.path, guess.lexeme)
    return found.data


REFUSED = {"alias", "tag", "merge-key", "duplicate-key", "complex-key"}


@settings(max_examples=400, deadline=None)
@given(
    YAMLISH
    | st.lists(PIECES.filter(lambda piece: piece[0] not in "%.&*!<"), max_size=40).map("".join)
)
def test_pyyaml_agrees_on_structure(text: str) -> None:
    """Where PyYAML composes all documents, so do we, and alike; where not, there is a problem."""
    found = parsed(text)
    told = {each.rule.removeprefix("document/") for each in found.problems}
    assume(not told & REFUSED)
    try:
        roots = list(yaml.compose_all(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        # It refuses more before a document: a directive without ---, a tab, ... without document.
        assert told or any(each in text for each in ("%", "\t", "..."))
        return
    assert not told - {"empty", "not-a-mapping"}
    mappings = [composed(root) for root in roots if isinstance(root, yaml.MappingNode)]
    assert [lexemes(each) for each in found.documents] == mappings

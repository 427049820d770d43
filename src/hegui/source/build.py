"""From the parser's events to data and places, in one pass."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn, TypeAlias

from hegui.source.bilingual import both
from hegui.source.document import Document, Entry, Guess, MappingNode, Node, SequenceNode, Step
from hegui.source.events import (
    Alias,
    EventParser,
    MappingEnd,
    MappingStart,
    Scalar,
    SequenceEnd,
    SequenceStart,
    YAMLError,
)
from hegui.source.file import File
from hegui.source.limits import MAX_DEPTH, MAX_NODES, MAX_PROBLEMS
from hegui.source.place import Place, Problem, Related
from hegui.source.scalar import CONSTANTS, NUMERIC, number
from hegui.source.split import Chunk
from hegui.source.syntax import explain, leftover, nested_too_deep, tag, wrong_root

_Path: TypeAlias = tuple[Step, ...]

_FIRST_KEY = both("第一次写在这里", "first given here")
_KEEP_ONE = both("只留一个。", "Keep one of them.")
_SEPARATE = both(
    "多半是两份文档之间少了一行 ---，补上即可。",
    "A line --- between two documents is likely missing: put it in.",
)
_ANCHOR = both("锚点在这里", "the anchor is here")


_IN_KEY = -1  # a step into a key that is no scalar; it is reported once, however it is nested


class _Stop(Exception):
    """Reading the document goes no further; the reason is among the problems."""


class Builder:
    """Builds the documents of one file, all within the file's limits.

    ``problems`` grows as they are met; ``exhausted`` says that a limit of the whole file is
    reached and no further document is to be built.
    """

    __slots__ = (
        "_anchors",
        "_base",
        "_file",
        "_guesses",
        "_left",
        "_ordinal",
        "_properties",
        "_pull",
        "_run_together",
        "exhausted",
        "problems",
    )

    def __init__(self, file: File) -> None:
        self.problems: list[Problem] = []
        self.exhausted = False
        self._file = file
        self._left = MAX_NODES
        self._pull: Callable[[], Any]
        self._base = 0
        self._ordinal = 0
        self._properties = False
        self._anchors: dict[str, Place] = {}
        self._guesses: list[Guess] = []
        self._run_together = False

    def build(self, ordinal: int, chunk: Chunk) -> Document | None:
        """The document that ``chunk`` of the file is, None if anything is wrong with it."""
        self._ordinal, self._base = ordinal, chunk.start
        self._anchors, self._guesses = {}, []
        self._run_together = False
        before = len(self.problems)
        built = None
        try:
            if chunk.empty:
                self._spend(chunk.start, chunk.start + 3)
                self._report("document/empty", chunk.start, chunk.start + 3)
            else:
                built = self._document(chunk)
        except _Stop:
            return None
        if built is None or len(self.problems) > before:
            return None
        return Document(self._file, ordinal, chunk.start, *built, self._guesses)

    def _document(self, chunk: Chunk) -> tuple[dict[str, object], MappingNode] | None:
        text = self._file.text[chunk.start : chunk.stop]
        self._properties = "&" in text or "!" in text or "<<" in text
        try:
            self._pull = EventParser(text).get_event
            self._pull()  # the stream begins
            self._pull()  # the document begins
            root = self._pull()
            if root is None:  # nothing but line ends that `decode` refuses
                raise YAMLError
            self._spend(*self._span(root))
            if type(root) is MappingStart:
                self._check_properties(root)
                built, value = self._mapping(root, ()), None
            else:
                built, value = None, self._collection(root, ())[0]
            end = self._base + self._pull().end_mark.index
        except (YAMLError, UnicodeEncodeError) as error:
            if (deep := nested_too_deep(error)) is not None:
                # Without what the parser stumbled over it gets as far as our own limit.
                return self._document(chunk._replace(stop=chunk.start + deep))
            self._add(explain(self._file, chunk, error))
            return None
        # Nothing is pulled beyond the document's end: directives there are quadratic work.
        if built is None:
            self._add(wrong_root(self._file, value, *self._span(root)))
        elif end < chunk.stop:
            self._add(leftover(self._file, end))
        return built

    # The two loops below run once for each key and value of a repository. That is why they
    # repeat the few lines for a scalar instead of calling for them.

    def _mapping(self, event: Any, path: _Path) -> tuple[dict[str, object], MappingNode]:
        if len(path) >= MAX_DEPTH:
            self._too_deep(event)
        pull, base, properties = self._pull, self._base, self._properties
        start = end = event.start_mark.index + base
        data: dict[str, object] = {}
        places: dict[str, Entry] = {}
        value: Any
        node: Node
        while True:
            event = pull()
            if type(event) is Scalar:
                key = event.value
                key_start = event.start_mark.index + base
                key_end = event.end_mark.index + base
                if properties:
                    self._check_key(event)
            elif type(event) is MappingEnd:
                break
            else:
                key = object()  # never a duplicate; the document is of no use any more
                key_start, key_end = self._odd_key(event, path)
            self._left -= 2
            if self._left < 0:
                self._too_many(key_start, key_end)
            event = pull()
            if type(event) is Scalar:
                value = event.value
                value_start = event.start_mark.index + base
                end = event.end_mark.index + base
                style = event.style
                if not style:
                    if value in CONSTANTS or value[0] in NUMERIC:
                        value = self._resolve(value, path, key)
                elif style in "|>":
                    end = self._trim(value_start, end)
                node = (value_start, end)
                if properties:
                    self._check_properties(event)
            else:
                value, node = self._collection(event, (*path, key))
                end = node[1]
            if key in data:
                self._duplicate(key, places[key], key_start, key_end, path)
            else:
                data[key] = value
                places[key] = (key_start, key_end, node)
        closed = event.end_mark.index + base
        return data, (start, closed if event.start_mark.index + base < closed else end, places)

    def _sequence(self, event: Any, path: _Path) -> tuple[list[object], SequenceNode]:
        if len(path) >= MAX_DEPTH:
            self._too_deep(event)
        pull, base, properties = self._pull, self._base, self._properties
        start = end = event.start_mark.index + base
        data: list[object] = []
        places: list[Node] = []
        value: Any
        node: Node
        while True:
            event = pull()
            if type(event) is SequenceEnd:
                break
            self._left -= 1
            if self._left < 0:
                self._too_many(*self._span(event))
            if type(event) is Scalar:
                value = event.value
                value_start = event.start_mark.index + base
                end = event.end_mark.index + base
                style = event.style
                if not style:
                    if value in CONSTANTS or value[0] in NUMERIC:
                        value = self._resolve(value, path, len(data))
                elif style in "|>":
                    end = self._trim(value_start, end)
                node = (value_start, end)
                if properties:
                    self._check_properties(event)
            else:
                value, node = self._collection(event, (*path, len(data)))
                end = node[1]
            data.append(value)
            places.append(node)
        closed = event.end_mark.index + base
        return data, (start, closed if event.start_mark.index + base < closed else end, places)

    def _collection(self, event: Any, path: _Path) -> tuple[object, Node]:
        """The value and node that begin with ``event``, of any sort."""
        self._check_properties(event)
        if type(event) is MappingStart:
            return self._mapping(event, path)
        if type(event) is SequenceStart:
            return self._sequence(event, path)
        if type(event) is Alias:
            self._alias(event)
            return None, self._span(event)
        value = event.value
        return (value if event.style else self._resolve(value, path[:-1], 0)), self._span(event)

    def _resolve(self, lexeme: str, path: _Path, step: Step) -> object:
        """What an unquoted scalar is taken for, noting it as a guess unless that is text."""
        value = CONSTANTS[lexeme] if lexeme in CONSTANTS else number(lexeme)
        if value is not lexeme:
            self._guesses.append(Guess((*path, step), lexeme))
        return value

    def _trim(self, start: int, end: int) -> int:
        """The end of a block scalar, which for the parser lies behind the blank lines below."""
        return start + len(self._file.text[start:end].rstrip())

    def _odd_key(self, event: Any, path: _Path) -> tuple[int, int]:
        """Report a key that is no scalar, read past it, and return its span."""
        start, end = self._span(event)
        if type(event) is not Alias and path[-1:] != (_IN_KEY,):
            self._report("document/complex-key", start, end)
        self._collection(event, (*path, _IN_KEY))
        return start, end

    def _check_key(self, event: Any) -> None:
        """Report the anchor and the tag of a key, and the key that merges mappings."""
        self._check_properties(event)
        if event.value == "<<" and not event.style:
            self._report("document/merge-key", *self._span(event))

    def _check_properties(self, event: Any) -> None:
        """Report the anchor and the tag of the node that begins with ``event``."""
        if not self._properties or type(event) is Alias:
            return
        start = event.start_mark.index + self._base
        if event.tag is not None:
            self._add(tag(self._file, start))
        if event.anchor is not None:
            written = f"&{event.anchor}"
            start = self._file.text.find(written, start)
            end = start + len(written)
            self._anchors[event.anchor] = self._file.place(start, end)
            self._report("document/alias", start, end, {"written": written})

    def _alias(self, event: Any) -> None:
        anchor = self._anchors.get(event.anchor)
        related = (Related(anchor, _ANCHOR),) if anchor else ()
        self._report("document/alias", *self._span(event), {"written": f"*{event.anchor}"}, related)

    def _duplicate(self, key: str, first: Entry, start: int, end: int, path: _Path) -> None:
        if self._run_together and not path:
            return  # the keys of the second document of the two
        related = (Related(self._file.place(first[0], first[1]), _FIRST_KEY),)
        hint = _KEEP_ONE
        if key == "kind" and not path:
            self._run_together, hint = True, _SEPARATE
        self._report("document/duplicate-key", start, end, {"key": key, "hint": hint}, related)

    def _too_deep(self, event: Any) -> NoReturn:
        self._report("document/too-deep", *self._span(event), {"limit": MAX_DEPTH})
        raise _Stop

    def _spend(self, start: int, end: int) -> None:
        self._left -= 1
        if self._left < 0:
            self._too_many(start, end)

    def _too_many(self, start: int, end: int) -> NoReturn:
        self.exhausted = True
        self._report("document/too-many-nodes", start, end, {"limit": MAX_NODES})
        raise _Stop

    def _span(self, event: Any) -> tuple[int, int]:
        return event.start_mark.index + self._base, event.end_mark.index + self._base

    def _report(
        self,
        rule: str,
        start: int,
        end: int,
        values: dict[str, object] | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        self._add(Problem(rule, self._file.place(start, end), values or {}, related))

    def _add(self, problem: Problem) -> None:
        """Note a problem of this document; with one too many, the file is read no further."""
        self.problems.append(problem)
        problem.values["ordinal"] = self._ordinal
        if len(self.problems) == MAX_PROBLEMS:
            self.exhausted = True
            values: dict[str, object] = {"limit": MAX_PROBLEMS, "ordinal": self._ordinal}
            self.problems.append(Problem("document/too-many-problems", problem.place, values))
            raise _Stop

"""What is wrong with text that is no YAML, in everyday words and at the place to mend."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from yaml.error import MarkedYAMLError

from hegui.source.bilingual import Text, both
from hegui.source.characters import forbidden
from hegui.source.file import File
from hegui.source.place import Problem
from hegui.source.split import Chunk
from hegui.source.typos import typo

_TAG = re.compile(r"!(?:<[^>\s]*>?|[^\s,\[\]{}]*)")
_TABS = re.compile(r"\t+")
_TABBED = re.compile(r"^[ ]*+\t[ \t]*+\S", re.MULTILINE)
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|$)", re.MULTILINE)
_QUOTE = both("给整个值加上引号", "put the whole value in quotes")
_ALIGN = both(
    "同一层的行要从同一列开始，每深一层多缩进两个空格",
    "let lines of one level begin in the same column, each deeper level two spaces further",
)


class _Spot(NamedTuple):
    """Where the parser stopped, and where what it was then reading had begun.

    With ``at_end`` it met the end of the document, and ``here`` is the last character.
    """

    file: File
    chunk: Chunk
    here: int
    begun: int
    message: str
    at_end: bool

    @property
    def character(self) -> str:
        return self.file.text[self.here : self.here + 1]

    @property
    def before(self) -> str:
        """What stands before ``here`` in its line."""
        return self.file.text[self.file.line_at(self.here)[0] : self.here]


class _Fault(NamedTuple):
    """An explanation; without ``end``, one character is meant."""

    reason: Text
    hint: Text
    start: int
    end: int | None = None


def explain(file: File, chunk: Chunk, error: Exception) -> Problem:
    """The problem that made the parser stop inside ``chunk``.

    ``document/syntax`` (values ``reason`` and ``hint``, both texts), ``document/tab`` (value
    ``lines``, how many begin with a tab), ``document/tag`` or ``document/control-character``.
    """
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return forbidden(file) or _problem(file, _unknown(chunk.start))
    if conflict := _CONFLICT.search(file.text, chunk.start, chunk.stop):
        return _problem(file, _unmerged(conflict.start()))
    spot = _spot(file, chunk, error)
    if spot.character == "\t":
        return _tab(spot)
    if "tag" in spot.message and file.text[spot.begun : spot.begun + 1] == "!":
        return tag(file, spot.begun)
    for pattern, explanation in _EXPLANATIONS:
        if re.search(pattern, spot.message):
            return _problem(file, explanation(spot))
    return _problem(file, _unknown(spot.here))


def nested_too_deep(error: Exception) -> int | None:
    """Where the parser's own limit of nesting was reached, as an offset in what it read.

    libyaml has one since 0.2.6, and reads ahead of what it hands out, so that it may be reached
    before ours; ``None`` for any other error.
    """
    if isinstance(error, MarkedYAMLError) and "maximum nesting depth" in str(error.problem):
        mark = error.problem_mark
        return None if mark is None else int(mark.index)
    return None


def _unmerged(start: int) -> _Fault:
    reason = both("这里有未解决的合并冲突", "a merge conflict is left unresolved here")
    hint = both(
        "选定一边的内容，删去 <<<<<<<、=======、>>>>>>> 这几行",
        "keep what is right and delete the lines <<<<<<<, ======= and >>>>>>>",
    )
    return _Fault(reason, hint, start, start + 7)


def leftover(file: File, start: int) -> Problem:
    """``document/syntax`` for what stands at ``start``, after the end of its document."""
    return _problem(file, _leftover(start))


def tag(file: File, start: int) -> Problem:
    """``document/tag`` for the first tag from ``start`` on; value ``tag``, as it is written."""
    found = _TAG.search(file.text, start)
    span = found.span() if found else (start, start)
    return Problem("document/tag", file.place(*span), {"tag": file.text[slice(*span)]})


def wrong_root(file: File, value: object, start: int, end: int) -> Problem:
    """``document/not-a-mapping`` for ``value``; values ``found`` and ``hint``, both texts."""
    hint = both(
        "文档由“名称: 值”这样的行组成，例如 kind: control",
        "a document is made of lines `name: value`, for example kind: control",
    )
    if isinstance(value, list):
        hint = both(
            "去掉行首的“- ”；多个文档之间写一行 ---",
            "remove the `- `; write a line --- between documents",
        )
    elif isinstance(value, str):
        hint = typo(file.text[start : file.line_at(start)[1]]) or hint
    values: dict[str, object] = {"found": _found(value), "hint": hint}
    return Problem("document/not-a-mapping", file.place(start, end), values)


def _found(value: object) -> Text:
    if isinstance(value, list):
        return both("列表", "a list")
    if isinstance(value, str):
        return both("一段文字", "text")
    if value is None:
        return both("空值", "nothing (null)")
    return both("是或否", "true or false") if isinstance(value, bool) else both("数字", "a number")


def _spot(file: File, chunk: Chunk, error: MarkedYAMLError) -> _Spot:
    mark, context = error.problem_mark, error.context_mark
    here = chunk.start + (mark.index if mark else 0)
    at_end = not file.text[here : chunk.stop].strip()
    if at_end:
        here = chunk.start + max(len(file.text[chunk.start : chunk.stop].rstrip()) - 1, 0)
    begun = chunk.start + context.index if context else here
    return _Spot(file, chunk, here, begun, f"{error.context or ''}: {error.problem or ''}", at_end)


def _problem(file: File, fault: _Fault) -> Problem:
    end = fault.start + 1 if fault.end is None else fault.end
    values: dict[str, object] = {"reason": fault.reason, "hint": fault.hint}
    return Problem("document/syntax", file.place(fault.start, end), values)


def _tab(spot: _Spot) -> Problem:
    tabs = _TABS.match(spot.file.text, spot.here)
    end = tabs.end() if tabs else spot.here
    lines = _TABBED.findall(spot.file.text, spot.chunk.start, spot.chunk.stop)
    values: dict[str, object] = {"lines": max(len(lines), 1)}
    return Problem("document/tab", spot.file.place(spot.here, end), values)


def _line(spot: _Spot, offset: int) -> tuple[int, int]:
    """The span of the line around ``offset``, without its indentation and blanks at its end."""
    start, end = spot.file.line_at(offset)
    line = spot.file.text[start:end]
    return start + len(line) - len(line.lstrip(" ")), start + len(line.rstrip())


def _quote(spot: _Spot) -> _Fault:
    return _Fault(
        both("引号没有成对", "a quotation mark is not closed"),
        both("在这段文字末尾补上同样的引号", "close the text with the same quotation mark"),
        spot.begun,
    )


def _bracket(spot: _Spot) -> _Fault:
    opened = spot.file.text[spot.begun : spot.begun + 1]
    same_line = "\n" not in spot.file.text[spot.begun : spot.here]
    missing = {"[": "]", "{": "}"}.get(opened, "")
    return _Fault(
        both(
            f"括号 {opened} 没有闭合，或两项之间缺少逗号",
            f"the bracket {opened} is not closed, or a comma is missing between two items",
        ),
        both(
            f"补上 {missing} 或逗号；含有括号、逗号的文字请加引号",
            f"add {missing} or a comma; put text that contains brackets or commas in quotes",
        ),
        spot.here if same_line and not spot.at_end else spot.begun,
    )


def _no_colon(spot: _Spot) -> _Fault:
    start, end = _line(spot, spot.begun)
    hint = typo(spot.file.text[start:end]) or both(
        "写成“名称: 值”，冒号后留一个空格；若是上一行的延续，请缩进",
        "write `name: value` with a space after the colon; indent a line that continues another",
    )
    return _Fault(both("这一行缺少冒号", "this line has no colon"), hint, start, end)


def _colon(spot: _Spot) -> _Fault:
    """A colon where none may be: two in a line, or the line above is not what it looks like."""
    line = spot.file.line_at(spot.here)
    hint = typo(spot.file.text[slice(*line)])
    if re.search(r":\s", spot.before):
        reason = both("同一行里有第二个冒号", "there is a second colon in this line")
        return _Fault(reason, hint or _QUOTE, spot.here)
    for start, end in (_line(spot, spot.here), _above(spot, line[0])):
        hint = typo(spot.file.text[spot.file.line_at(start)[0] : end])
        if hint:
            reason = both("这一行不是“名称: 值”", "this line is not `name: value`")
            return _Fault(reason, hint, start, end)
    return _misaligned(spot)


def _above(spot: _Spot, start: int) -> tuple[int, int]:
    """The nearest line above that is not blank; else an empty span."""
    while start > spot.chunk.start:
        first, last = _line(spot, start - 1)
        if first < last:
            return first, last
        start = spot.file.line_at(start - 1)[0]
    return start, start


def _misaligned(spot: _Spot) -> _Fault:
    start, end = _line(spot, spot.here)
    hint = typo(spot.file.text[slice(*spot.file.line_at(spot.here))]) or _ALIGN
    reason = both(
        "这一行的缩进与上文对不上", "the indentation of this line does not fit those above"
    )
    return _Fault(reason, hint, start, end)


def _no_key(spot: _Spot) -> _Fault:
    if spot.character in ("]", "}"):
        return _Fault(
            both(f"多出一个 {spot.character}", f"there is one {spot.character} too many"),
            both("删去它，或给整个值加上引号", "remove it, or put the whole value in quotes"),
            spot.here,
        )
    if spot.before.rstrip(" ")[-1:] in ("'", '"'):
        return _Fault(
            both("引号之后还有文字", "there is text after the closing quotation mark"),
            both(
                "用引号包住整个值；值里面的引号请用「」或“”；也请检查上文的引号是否成对",
                "put the whole value in quotes, with other quotation marks inside it;"
                " see also whether those above come in pairs",
            ),
            spot.here,
        )
    same_column = len(spot.before) == spot.begun - spot.file.line_at(spot.begun)[0]
    if same_column and re.match(r"-(\s|\Z)", spot.file.text[spot.here : spot.here + 2]):
        return _Fault(
            both("这里应是“名称: 值”，却是列表项", "here is a list item in place of `name: value`"),
            both(
                "把列表写在它的名称下面，并多缩进两个空格",
                "write the list below its name and indent it by two spaces",
            ),
            *_line(spot, spot.here),
        )
    return _misaligned(spot)


def _no_dash(spot: _Spot) -> _Fault:
    return _Fault(
        both("列表中的这一行不是列表项", "this line among list items is none"),
        both(
            "列表的每一项以“- ”开头，并从同一列开始",
            "let each item begin with `- `, all in the same column",
        ),
        *_line(spot, spot.here),
    )


def _no_value(spot: _Spot) -> _Fault:
    if spot.at_end:
        return _Fault(
            both(
                "文档到这里结束，括号却没有闭合",
                "the document ends here, yet a bracket is not closed",
            ),
            both("补上缺少的 ] 或 }", "add the ] or } that is missing"),
            spot.here,
        )
    return _Fault(
        both(f"值不能以 {spot.character} 开头", f"a value cannot begin with {spot.character}"),
        both("删去多余的符号，或给整个值加上引号", "remove it, or put the whole value in quotes"),
        spot.here,
    )


def _item(spot: _Spot) -> _Fault:
    return _Fault(
        both("列表项不能和名称写在同一行", "a list item cannot stand in the line of its name"),
        both(
            "把“- ”移到下一行并缩进，或给值加上引号",
            "move it to the next line and indent it, or quote it",
        ),
        spot.here,
    )


def _question(spot: _Spot) -> _Fault:
    reason = both("值不能以“? ”开头", "a value cannot begin with `? `")
    return _Fault(reason, _QUOTE, spot.here)


def _reserved(spot: _Spot) -> _Fault:
    reason = both(
        f"YAML 里不加引号的文字不能以 {spot.character} 开头",
        f"in YAML, text without quotes cannot begin with {spot.character}",
    )
    return _Fault(reason, _QUOTE, spot.here)


def _anchor(spot: _Spot) -> _Fault:
    return _reserved(spot._replace(here=spot.begun))


def _block(spot: _Spot) -> _Fault:
    return _Fault(
        both("| 或 > 之后写了别的内容", "after | or > there is something else in the line"),
        both(
            "把文字移到下一行并缩进，或给值加上引号",
            "move the text to the next line and indent it, or quote it",
        ),
        spot.here,
    )


def _escape(spot: _Spot) -> _Fault:
    start = spot.file.text.rfind("\\", spot.chunk.start, spot.here + 1)
    return _Fault(
        both("双引号里的反斜杠用法不对", "the backslash in the double quotes means nothing"),
        both(
            "改用单引号，或把 \\ 写成 \\\\；特殊字符直接写出",
            "use single quotes, or write \\\\ for \\; write special characters as they are",
        ),
        start,
        start + 2,
    )


def _leftover(start: int) -> _Fault:
    return _Fault(
        both("文档到这里已经结束，后面还有内容", "the document ends here, yet there is more"),
        both("在两个文档之间写一行 ---", "write a line --- between two documents"),
        start,
    )


def _unknown(start: int) -> _Fault:
    return _Fault(
        both("从这里起读不懂", "from here on this is no YAML"),
        both(
            "检查这一行和上一行的缩进、冒号、引号和括号",
            "look at the indentation, colons, quotes and brackets of this line and the one above",
        ),
        start,
    )


_Explanation: TypeAlias = Callable[[_Spot], _Fault]

# Context and message of libyaml, and of PyYAML's own parser where it words them differently.
_EXPLANATIONS: tuple[tuple[str, _Explanation], ...] = (
    (r"unexpected (end of stream|document)", _quote),
    (r"flow (sequence|mapping): .*expected ','", _bracket),
    (r"expected ':'", _no_colon),
    (r"mapping values are not allowed", _colon),
    (r"mapping keys are not allowed", _question),
    (r"sequence entries are not allowed", _item),
    (r"cannot start any token", _reserved),
    (r"scanning (an (alias|anchor)|a directive)", _anchor),
    (r"scanning a block scalar", _block),
    (r"escape|hexa?decimal", _escape),
    (r"block collection", _no_dash),
    (r"block mapping", _no_key),
    (r"node content", _no_value),
    (r"<document start>", lambda spot: _leftover(spot.here)),
)

"""Soundness: whether a declared rule can be used, found out before anything runs.

Each expression is held against the shapes of what it sees, so that a misspelt field is told at its
own line and column. A rule that is not sound judges nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from hegui.expr import cel, scope
from hegui.expr.shape import Fields, Many, Scalar, Shape, good_name, of_kind
from hegui.loading.suggest import NOTHING, did_you_mean
from hegui.model.compound import Record
from hegui.model.kinds import KINDS, PARTS
from hegui.model.route import path_of
from hegui.model.rule import OPTIONS, DeclaredRule
from hegui.model.types import Path
from hegui.rules import declaration, pointing
from hegui.rules.context import Context
from hegui.rules.expressions import told
from hegui.rules.library import callable_at
from hegui.rules.options import fits
from hegui.rules.rule import Fault
from hegui.source.bilingual import Text, both

_NOT_A_KIND = both("没有类别“{word}”", "there is no kind “{word}”")
_NO_LIST = both("{kind} 没有列表“{word}”", "a {kind} has no list “{word}”")
_NO_EACH = both("repository 的规则没有 each", "a rule for repository has no each")
_NO_FIELD = both("{kind} 没有字段“{word}”", "a {kind} has no field “{word}”")
_TAKEN = both("“{word}”已是内置规则的编号", "“{word}” is the id of a rule of the program")
_BAD_OPTION = both(
    "参数“{word}”应写成 {{type: …, default: …}}，type 为 {types} 之一",
    "the option “{word}” is written {{type: …, default: …}}, type one of {types}",
)
_BAD_DEFAULT = both(
    "参数“{word}”的默认值不是{type}", "the default of the option “{word}” is not {type}"
)
_BAD_VALUE = both("“{word}”应为一个 CEL 表达式", "“{word}” is an expression in CEL")
_NO_PLACEHOLDER = both("没有可以填入“{word}”的值", "nothing can fill in “{word}”")
_MARKS = both(
    "花括号里只写名称；要写花括号本身，写两遍",
    "braces hold a name alone; braces themselves are written twice",
)
_TYPES = both("、".join(OPTIONS), ", ".join(OPTIONS))
_SHAPES: Mapping[str, Shape] = {
    "int": Scalar.INT,
    "double": Scalar.FLOAT,
    "string": Scalar.TEXT,
    "bool": Scalar.BOOL,
    "strings": Many(Scalar.TEXT),
}


def sound(declared: DeclaredRule, context: Context) -> bool:
    """Whether nothing is wrong with a declared rule."""
    return not faults(declared, context)


def faults(declared: DeclaredRule, context: Context) -> tuple[Fault, ...]:
    """All that is wrong with a declared rule, found once in a run."""
    return context.once(("unsound", declared.id), lambda: tuple(_faults(declared)))


def _faults(declared: DeclaredRule) -> Iterator[Fault]:
    from hegui.rules.registry import all_rules  # which imports every rule, and so this module

    if (other := all_rules().get(declared.id)) is not None and other.declared is not declared:
        yield _fault(("id",), _TAKEN, declared.id)
    if not scope.known(declared.for_):
        known = [*KINDS, *PARTS, scope.WHOLE]
        yield _fault(("for",), _NOT_A_KIND, declared.for_, did_you_mean(declared.for_, known))
        return
    options = list(_options(declared))
    yield from options
    yield from _each(declared)
    yield from _at(declared)
    yield from _see(declared)
    if not options:
        yield from _expressions(declared)
        yield from _placeholders(declared)


def _fault(at: Path, problem: Text, word: str, hint: Text = NOTHING, **values: object) -> Fault:
    zh, en = (
        problem.get(language).format(word=word, **_worded(values, language))
        for language in ("zh", "en")
    )
    return Fault(
        at=at, values={"problem": both(zh, en), "hint": hint}, discriminator=f"{at} {word}"
    )


def _worded(values: Mapping[str, object], language: str) -> dict[str, object]:
    return {
        name: value.get(language) if isinstance(value, Text) else value
        for name, value in values.items()
    }


def _options(declared: DeclaredRule) -> Iterator[Fault]:
    for name, option in (declared.options or {}).items():
        at = ("options", name)
        written = isinstance(option, dict) and {"type", "default"} <= option.keys()
        if not (good_name(name) and written and option["type"] in OPTIONS):
            yield _fault(at, _BAD_OPTION, name, types=_TYPES)
        elif not fits(option["default"], option["type"]):
            yield _fault((*at, "default"), _BAD_DEFAULT, name, type=OPTIONS[option["type"]])


def _each(declared: DeclaredRule) -> Iterator[Fault]:
    if declared.each is None:
        return
    if declared.for_ == scope.WHOLE:
        yield _fault(("each",), _NO_EACH, declared.each)
    elif declaration.elements_type(declared) is None:
        cls = declaration.class_of(declared.for_)
        lists = _lists_of(cls)
        hint = did_you_mean(declared.each, lists)
        yield _fault(("each",), _NO_LIST, declared.each, hint, kind=declared.for_)


def _lists_of(cls: type | None) -> list[str]:
    from hegui.model.compound import ListOf
    from hegui.model.table import columns_of

    if cls is None:
        return []
    return [column.name for column in columns_of(cls) if isinstance(column.type, ListOf)]


def _at(declared: DeclaredRule) -> Iterator[Fault]:
    cls = declaration.class_of(declared.for_)
    if declared.at is None or cls is None:
        return
    if declared.each is not None:
        inner = declaration.elements_type(declared)
        cls = inner.item.cls if inner is not None and isinstance(inner.item, Record) else None
        if inner is None or cls is None:
            return
    try:
        path_of(cls, {}, declared.at)
    except ValueError:
        yield _fault(("at",), _NO_FIELD, declared.at, kind=declared.each or declared.for_)


def _see(declared: DeclaredRule) -> Iterator[Fault]:
    lists = scope.lists(declared.for_)
    for position, name in enumerate(declared.see):
        if name not in lists or declared.for_ == scope.WHOLE:
            hint = did_you_mean(name, lists)
            yield _fault(("see", position), _NO_LIST, name, hint, kind=declared.for_)


def _expressions(declared: DeclaredRule) -> Iterator[Fault]:
    sees = seen(declared)
    functions = callable_at(declaration.stage_of(declared))
    for name, text in (declared.values or {}).items():
        if not isinstance(text, str):
            yield _fault(("values", name), _BAD_VALUE, name)
    for at, text in declaration.texts(declared).items():
        result = Scalar.ANY if at[0] == "values" else Scalar.BOOL
        counted: Counter[tuple[str, str]] = Counter()
        for fault in cel.check(text, sees, result, functions):
            problem, hint = told(fault)
            counted[fault.what, fault.word] += 1
            yield Fault(
                at=at,
                within=min(fault.at, max(len(text.rstrip()) - 1, 0)),
                values={"problem": problem, "hint": hint},
                discriminator=f"{fault.what} {fault.word} {counted[fault.what, fault.word]}",
            )


def seen(declared: DeclaredRule) -> Mapping[str, Shape]:
    """What the expressions of a declared rule see, with its options and the item of its list."""
    shapes = {name: _SHAPES[option["type"]] for name, option in (declared.options or {}).items()}
    found: dict[str, Shape] = {**scope.rule(declared.for_), "options": Fields("options", shapes)}
    if declared.each is not None and declared.for_ != scope.WHOLE:
        element: Shape = of_kind(declared.for_)
        for step in declared.each.split("."):
            fields = element.fields if isinstance(element, Fields) else {}
            element = fields.get(step, Scalar.ANY)
        found[declaration.EACH] = element.of if isinstance(element, Many) else Scalar.ANY
    return found


def _placeholders(declared: DeclaredRule) -> Iterator[Fault]:
    known = {"subject", "rule", *(declared.values or {}), *_fields(declared)}
    options = {f"options.{name}" for name in declared.options or {}}
    for field, text in (("message", declared.message), ("remedy", declared.remedy)):
        for at, wording in _wordings(field, text):
            if not pointing.well_marked(wording):
                yield _fault(at, _MARKS, "")
            for name in pointing.asked_for(wording):
                if name not in known and name not in options:
                    hint = did_you_mean(name, sorted(known | options))
                    yield _fault(at, _NO_PLACEHOLDER, name, hint)


def _wordings(field: str, text: Text | None) -> Iterator[tuple[Path, str]]:
    if text is None:
        return
    if text.plain is not None:
        yield (field,), text.plain
    for language in ("zh", "en"):
        if (wording := getattr(text, language)) is not None:
            yield (field, language), wording


def _fields(declared: DeclaredRule) -> Iterator[str]:
    """The names of fields that a message may hold: of the subject, and of where it points to."""
    from hegui.model.table import columns_of

    cls = declaration.class_of(declared.for_)
    if cls is None:
        return
    yield from (column.name for column in columns_of(cls))
    yield from (declared.at or "").replace("]", "").replace("[", ".").split(".")
    inner = declaration.elements_type(declared)
    if inner is not None and isinstance(inner.item, Record):
        yield from (column.name for column in columns_of(inner.item.cls))

"""Mutants: copies of a module, each with one small mistake in it.

The mistakes are those that mutmut makes. Its own runner leaves out all that bears a decorator (every
property) and what stands outside functions, which here are the definitions themselves; so the walk
is ours, and there are a few mistakes more that suit code of this kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import libcst as cst
from mutmut.mutation.mutators import mutation_operators

_OPPOSITE = {"max": "min", "min": "max", "any": "all", "all": "any"}
_WORDINGS = frozenset({"both", "reading_rule", "see", "Apart", "Unassessable"})
"""Calls that only hold words for people: a test looks at both languages, and not at the words."""
_BESIDE = frozenset({"discriminator", "related"})
"""What a finding says beside its place and message: the cases of a rule do not look at it."""
_ASKED = frozenset({"where", "options"})
"""What the decorator of a rule asks; the rest of it is words, and how grave it is."""


class Mutant(NamedTuple):
    """One mistake: in which function, the lines as they were and as they are, the whole module."""

    function: str
    was: str
    now: str
    code: str


def mutants(original: str) -> Iterator[Mutant]:
    """All mutants of the text of a module, each once."""
    module = cst.parse_module(original)
    walk = _Walk()
    module.visit(walk)
    seen = {original}
    for function, node, mutated in walk.found:
        code = _replaced(module, node, mutated)
        if code not in seen:
            seen.add(code)
            yield Mutant(function, *_changed(original, code), code)


def _replaced(module: cst.Module, node: cst.CSTNode, mutated: cst.CSTNode) -> str:
    changed = module.deep_replace(node, mutated)
    assert isinstance(changed, cst.Module)
    code: str = changed.code
    return code


def _changed(original: str, mutated: str) -> tuple[str, str]:
    """The lines that differ, without their indentation."""
    before, after = original.splitlines(), mutated.splitlines()
    while before and after and before[0] == after[0]:
        del before[0], after[0]
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    return " ".join(map(str.strip, before)), " ".join(map(str.strip, after))


class _Walk(cst.CSTVisitor):
    """Collects what can be mutated, with the function it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, cst.CSTNode, cst.CSTNode]] = []
        self._names: list[str] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if _left_out(node):
            return False
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            self._names.append(node.name.value)
        if isinstance(node, cst.Decorator):
            self._asked(node)
            return False
        for mutated in _mutations(node):
            self.found.append((".".join(self._names), node, mutated))
        return True

    def _asked(self, decorator: cst.Decorator) -> None:
        """Look into what the decorator of a rule asks."""
        call = decorator.decorator
        if not isinstance(call, cst.Call) or getattr(call.func, "value", None) != "rule":
            return
        for argument in call.args:
            if argument.keyword is not None and argument.keyword.value in _ASKED:
                argument.value.visit(self)

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, cst.FunctionDef | cst.ClassDef):
            self._names.pop()


def _left_out(node: cst.CSTNode) -> bool:
    """Whether a node bears no mistakes that a test could or should see."""
    if isinstance(node, cst.Annotation | cst.Import | cst.ImportFrom):
        return True
    if isinstance(node, cst.Arg) and node.keyword is not None:
        return node.keyword.value in _BESIDE
    if isinstance(node, cst.Assert):  # there for the type checker
        return True
    if isinstance(node, cst.Call) and isinstance(node.func, cst.Name):
        return node.func.value in _WORDINGS
    return False


def _mutations(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    for kind, operator in mutation_operators:
        if isinstance(node, kind):
            yield from (one for one in operator(node) if not _idle(node, one))
    for own in (_opposites, _negations):
        yield from own(node)


def _idle(node: cst.CSTNode, mutated: cst.CSTNode) -> bool:
    """Whether a mistake makes no difference, or only to what is said beside."""
    if isinstance(node, cst.Call) and isinstance(mutated, cst.Call):
        return _without_beside(node) == _without_beside(mutated)
    value = node.value if isinstance(node, cst.Assign | cst.AnnAssign) else None
    if isinstance(value, cst.Call):
        return _left_out(value)  # words that are named
    return isinstance(value, cst.Name) and value.value == "False"  # None is as false


def _without_beside(call: cst.Call) -> tuple[str, list[str]]:
    code = cst.Module([]).code_for_node
    kept = [one for one in call.args if not _left_out(one)]
    return code(call.func), [
        f"{code(one.value)} {one.keyword and one.keyword.value}" for one in kept
    ]


def _opposites(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """The least instead of the greatest, one instead of all."""
    if isinstance(node, cst.Call) and isinstance(node.func, cst.Name):
        opposite = _OPPOSITE.get(node.func.value)
        if opposite is not None:
            yield node.with_changes(func=cst.Name(opposite))


def _negations(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """A condition turned round, where it is more than a comparison that is mutated anyway."""
    if isinstance(node, cst.If | cst.IfExp | cst.CompIf | cst.While):
        yield node.with_changes(test=_not(node.test))


def _not(test: cst.BaseExpression) -> cst.BaseExpression:
    bare = test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    return cst.UnaryOperation(operator=cst.Not(), expression=bare)

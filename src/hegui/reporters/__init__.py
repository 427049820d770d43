"""Reporters: a result in the format of a terminal or a machine, one module for each format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hegui.engine.result import Result
    from hegui.reporters.options import Options

    Reporter = Callable[[Result, Options], str]

FORMATS: Mapping[str, str] = {
    name: f"hegui.reporters.{name}" for name in ("text", "json", "sarif", "junit", "markdown")
}
"""The module of each format that tells a result; none is imported before it is asked for."""

FILES: Mapping[str, str] = {**FORMATS, "baseline": "hegui.reporters.baseline"}
"""What a file may be written in: to tell a result, or to hold later ones against it."""


def reporter(format: str) -> Reporter:
    """The function that turns a result into ``format``; ``KeyError`` when there is none."""
    report: Reporter = import_module(FILES[format]).report
    return report

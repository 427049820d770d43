"""Places: where in which file something stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from hegui.source.bilingual import Text


class Place(NamedTuple):
    """A region of a file. Lines and columns count from 1; columns are Unicode code points.

    ``path`` is relative to the repository's root with ``/`` between folders; a file of a
    shipped pack reads ``pack:ID/…``. ``end_column`` is the first column after the region,
    as in SARIF 2.1.0.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Related(NamedTuple):
    """A second place that helps to understand a finding, with a label for people."""

    place: Place
    label: Text


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong while text was read: a rule's id, a place, the values of its message."""

    rule: str
    place: Place
    values: dict[str, object] = field(default_factory=dict)
    related: tuple[Related, ...] = ()

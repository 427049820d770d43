"""Items: what every document is, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from hegui.findings.finding import Subject
from hegui.model.compound import strings
from hegui.model.table import column, many, record
from hegui.model.types import SLUG, Path, Words
from hegui.source.bilingual import Text, both
from hegui.source.document import Document
from hegui.source.place import Place

UNTITLED = Text(plain="")
"""The title of what needs none: it goes by its id."""


@record
class Item:
    """One document, decoded. Two items are the same only when they are one object."""

    kind: ClassVar[str]

    id: str = column(SLUG, "编号，同类之内唯一", "id, unique within its kind", required=True)
    title: Text = column(Words(), "名称", "title", required=True, default=UNTITLED)
    formerly: tuple[str, ...] = many(
        strings(SLUG),
        "曾用编号，改名后沿用同一身份",
        "earlier ids, so that a rename keeps identity",
    )
    document: Document

    @property
    def identity(self) -> Subject:
        """The name under which outcomes speak of this item."""
        return Subject(self.kind, self.id)

    @property
    def holder(self) -> Item:
        """The item whose document this stands in: itself."""
        return self

    def place(self, *path: str | int) -> Place:
        """Where a field stands; the nearest that exists when it is not written."""
        return self.document.place(path)

    def full_path(self, path: Path) -> Path:
        """The path within the document: the same, for an item is a whole document."""
        return path


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A part of an item that has a name of its own, such as an objective or a milestone.

    ``path`` leads from the document to the part; ``record`` is the decoded part.
    """

    kind: str
    id: str
    record: Any
    holder: Item
    path: Path

    @property
    def title(self) -> Text:
        """The wording of the part, or its name where it has none."""
        return getattr(self.record, "title", None) or both(self.id, self.id)

    @property
    def identity(self) -> Subject:
        """The name under which outcomes speak of this part."""
        return Subject(self.kind, self.id)

    @property
    def document(self) -> Document:
        """The document that holds the part."""
        return self.holder.document

    def place(self, *path: str | int) -> Place:
        """Where a field of the part stands."""
        return self.holder.document.place((*self.path, *path))

    def full_path(self, path: Path) -> Path:
        """The path within the document."""
        return (*self.path, *path)


Entity = Item | Part
"""Whatever a reference can name."""

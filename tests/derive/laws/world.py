"""Worlds: whole small governance repositories as data that edits change, written out as YAML."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

Doc = dict[str, Any]
"""One document by its fields; a broken one has its text under `RAW` alone."""
RAW = "raw"


@dataclass(frozen=True)
class World:
    """The settings, the documents of each file in their order, and the artefacts by path.

    Nothing in it is ever changed: an edit makes another world that shares what it left alone.
    """

    settings: Doc
    files: Mapping[str, tuple[Doc, ...]]
    artefacts: Mapping[str, str] = field(default_factory=dict)

    def documents(self, kind: str | None = None) -> Iterator[Doc]:
        """The documents, of one kind or all."""
        for documents in self.files.values():
            for one in documents:
                if kind is None or one.get("kind") == kind:
                    yield one

    def one(self, kind: str) -> Doc | None:
        """The only document of a kind, or the first."""
        return next(self.documents(kind), None)

    def map(self, change: Callable[[Doc], tuple[Doc, ...]]) -> World:
        """Each document with those that take its place, in its place."""
        files = {
            path: tuple(new for one in documents for new in change(one))
            for path, documents in self.files.items()
        }
        return replace(self, files=files)

    def without(self, *gone: Doc) -> World:
        """All but these very documents."""
        return self.map(lambda one: () if any(one is each for each in gone) else (one,))

    def with_instead(self, old: Doc, *new: Doc) -> World:
        """Other documents in the place of one."""
        return self.map(lambda one: new if one is old else (one,))

    def having(self, path: str, *new: Doc, first: bool = False) -> World:
        """More documents in a file, before or after those that are there."""
        old = self.files.get(path, ())
        return replace(self, files={**self.files, path: (*new, *old) if first else (*old, *new)})

    def texts(self) -> dict[str, str]:
        """The text of each file. Every document is JSON, which is YAML."""
        texts = {path: text(documents) for path, documents in self.files.items()}
        return {"hegui.yaml": text((self.settings,)), **texts, **self.artefacts}

    def write(self, root: Path) -> None:
        """Write it into a folder, in which nothing else is left."""
        texts = self.texts()
        for old in root.rglob("*"):
            if old.is_file() and str(old.relative_to(root)) not in texts:
                old.unlink()
        for path, content in texts.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content, "utf-8")

    def __str__(self) -> str:
        every = {"hegui.yaml": (self.settings,), **self.files}
        told = [f"# {path}\n{text(documents)}" for path, documents in every.items()]
        return "\n".join([*told, *(f"# {path}: {what!r}" for path, what in self.artefacts.items())])

    __repr__ = __str__


def text(documents: tuple[Doc, ...]) -> str:
    """The text of a file that holds these documents."""
    return "---\n".join(
        one[RAW] if RAW in one else json.dumps(one, ensure_ascii=False) + "\n" for one in documents
    )


def digest(content: str) -> str:
    """The digest of an artefact."""
    return sha256(content.encode()).hexdigest()


def path_of(document: Doc) -> str:
    """The file in which a document usually stands."""
    return _FILES.get(document.get("kind", ""), "controls/other.yaml")


_FILES = {
    "vendor": "vendors/vendors.yaml",
    "agreement": "vendors/vendors.yaml",
    "vendor-assessment": "vendors/vendors.yaml",
    "control": "controls/controls.yaml",
    "check": "checks/checks.yaml",
    "evidence": "checks/evidence/records.yaml",
    "catalogue": "controls/obligations/catalogues.yaml",
    "regulation": "controls/obligations/catalogues.yaml",
    "evidence-type": "controls/obligations/catalogues.yaml",
    "fact": "controls/obligations/catalogues.yaml",
    "transfer": "controls/transfer.yaml",
    "dataset": "controls/information/data.yaml",
    "processing": "controls/information/data.yaml",
    "exclusion": "controls/exclusions.yaml",
    "appetite": "risks/appetite.yaml",
    "risk": "risks/risks.yaml",
    "action": "risks/actions/actions.yaml",
    "waiver": "risks/waivers/waivers.yaml",
    "sign-off": "risks/signoffs/signoffs.yaml",
    "incident": "risks/incidents/incidents.yaml",
    "measurement": "risks/measurements/values.yaml",
}


def world(settings: Doc, documents: list[Doc], artefacts: Mapping[str, str] | None = None) -> World:
    """A world with every document in its usual file."""
    files: dict[str, tuple[Doc, ...]] = {}
    for one in documents:
        files[path_of(one)] = (*files.get(path_of(one), ()), one)
    return World(settings, files, artefacts or {})

"""Loading: from a tree of files to what was understood of it, and all that was not."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from hegui.loading import packs
from hegui.loading.compiled import kept
from hegui.loading.decode import decode, decode_settings
from hegui.loading.index import index
from hegui.loading.resolve import resolve
from hegui.loading.suggest import did_you_mean
from hegui.model.item import Item
from hegui.model.repository import Repository, Undecoded
from hegui.model.settings import Settings
from hegui.source.bilingual import both
from hegui.source.file import File
from hegui.source.parse import parse, parse_all
from hegui.source.place import Place, Problem
from hegui.source.tree import Tree, WorkingTree

SETTINGS = "hegui.yaml"
FOLDERS = ("controls", "vendors", "risks", "checks", "reports")
"""The folders of a governance repository that hold documents."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was understood, a problem for each thing that was not, and what it was read from."""

    repository: Repository
    problems: tuple[Problem, ...]
    tree: Tree
    packs: Mapping[str, _Reading]
    """What was read of each pack, by its id."""


class BadSettings(Exception):
    """``hegui.yaml`` cannot be used; nothing can be judged without it."""

    def __init__(self, problems: Iterable[Problem], files: dict[str, File]) -> None:
        super().__init__(SETTINGS)
        self.problems = tuple(problems)
        self.files = files


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    files: dict[str, File] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    undecoded: list[Undecoded] = field(default_factory=list)

    def add(self, other: _Reading) -> None:
        """Take up all that another reading read."""
        self.files |= other.files
        self.items += other.items
        self.problems += other.problems
        self.undecoded += other.undecoded


def load(source: Path | Tree, *, past: bool = False, beside: Loaded | None = None) -> Loaded:
    """Read a governance repository, from a folder or another tree. Raises only `BadSettings`.

    What is ``past`` may pin another version of a pack than the one that ships now. The packs that
    were read for the one ``beside`` are not read again.
    """
    tree = WorkingTree(source) if isinstance(source, Path) else source
    reading = _Reading()
    settings = _settings(tree, reading, past)
    there = beside.packs if beside else {}
    read = {pack.id: there.get(pack.id) or _read_pack(pack.id) for pack in settings.packs}
    for pack in read.values():
        reading.add(pack)
    paths, problems = tree.find(FOLDERS)
    reading.problems += problems
    reading.undecoded += [Undecoded(problem.place) for problem in problems]
    _read(tree.read(paths), reading)
    return _resolved(tree, settings, reading, read)


def _resolved(
    tree: Tree, settings: Settings, reading: _Reading, read: Mapping[str, _Reading]
) -> Loaded:
    names = index(reading.items)
    undecoded = (*reading.undecoded, *names.undecoded)
    resolved = resolve(names, undecoded)
    unresolved = resolved.problems
    unresolved += _unknown_organization(settings, names.items.get("organization", {}), undecoded)
    unresolved += _unknown_facts(settings, names.items.get("fact", {}), undecoded)
    repository = Repository(
        root=tree.root,
        settings=settings,
        items=names.items,
        parts=names.parts,
        short=names.short,
        links=resolved.links,
        dangling=resolved.dangling,
        undecoded=undecoded,
        files=reading.files,
    )
    problems = [*reading.problems, *names.problems, *unresolved]
    problems.sort(key=lambda found: (found.place, found.rule))
    return Loaded(repository, tuple(problems), tree, read)


def keep(pack: str) -> None:
    """Keep a shipped pack as it is understood, whatever Python is told of its own bytecode."""
    _read_pack(pack, write=True)


def _read_pack(pack: str, *, write: bool | None = None) -> _Reading:
    """A shipped pack as it was understood; kept, so that it is read once and not at every start."""

    def read() -> _Reading:
        reading = _Reading()
        _read(packs.files(pack), reading)
        return reading

    if write is None:
        write = not sys.dont_write_bytecode
    return kept(packs.folder(pack), read, lambda reading: not reading.problems, write=write)


def load_pack(folder: Path) -> Loaded:
    """Read one pack alone, as if a repository enabled it and held nothing else."""
    reading = _Reading()
    text = (
        f"organization: pack\nlanguages: [zh, en]\ntime_zone: UTC\npacks: [{{id: {folder.name}}}]\n"
    )
    settings, _ = decode_settings(parse(File(SETTINGS, text)).documents[0])
    assert settings is not None
    _read(packs.read_folder(folder), reading)
    return _resolved(WorkingTree(folder), settings, reading, {})


def _read(files: Iterable[File | Problem], reading: _Reading) -> None:
    readable: list[File] = []
    for file in files:
        if isinstance(file, Problem):
            reading.problems.append(file)
            reading.undecoded.append(Undecoded(file.place))
        else:
            readable.append(file)
            reading.files[file.path] = file
    parsed = parse_all(readable)
    for one in parsed:
        reading.problems += one.problems
        reading.undecoded += [
            Undecoded(broken.place, broken.kind, broken.id) for broken in one.broken
        ]
    for document in (document for one in parsed for document in one.documents):
        item, problems, undecoded = decode(document)
        reading.problems += problems
        if item is not None:
            reading.items.append(item)
        if undecoded is not None:
            reading.undecoded.append(undecoded)


def _settings(tree: Tree, reading: _Reading, past: bool) -> Settings:
    file = tree.read([SETTINGS])[0]
    if isinstance(file, Problem):
        raise BadSettings([file], {})
    reading.files[SETTINGS] = file
    parsed = parse_all([file])[0]
    if parsed.problems:
        raise BadSettings(parsed.problems, reading.files)
    if len(parsed.documents) != 1:
        raise BadSettings([Problem("settings/one-document", Place(SETTINGS))], reading.files)
    settings, problems = decode_settings(parsed.documents[0])
    if settings is None:
        raise BadSettings(problems, reading.files)
    if problems := [*_bad_zone(settings), *_bad_packs(settings, past)]:
        raise BadSettings(problems, reading.files)
    return settings


def _bad_zone(settings: Settings) -> list[Problem]:
    try:
        ZoneInfo(settings.time_zone)
    except (KeyError, OSError, ValueError):  # ZoneInfoNotFoundError is a KeyError
        pass
    else:
        return []
    values: dict[str, object] = {
        "found": settings.time_zone,
        "expected": both("时区，如 Asia/Shanghai", "a time zone as Asia/Shanghai"),
    }
    return [Problem("document/bad-value", settings.document.place(("time_zone",)), values)]


def _bad_packs(settings: Settings, past: bool) -> list[Problem]:
    problems = []
    shipped = packs.shipped()
    for position, pack in enumerate(settings.packs):
        if pack.id not in shipped:
            place = settings.document.place(("packs", position, "id"))
            values: dict[str, object] = {
                "id": pack.id,
                "allowed": shipped,
                "hint": did_you_mean(pack.id, shipped),
            }
            problems.append(Problem("settings/unknown-pack", place, values))
        elif pack.version not in (None, packs.version(pack.id)) and not past:
            place = settings.document.place(("packs", position, "version"))
            values = {"id": pack.id, "found": pack.version, "version": packs.version(pack.id)}
            problems.append(Problem("settings/pack-version", place, values))
    return problems


def _unknown_organization(
    settings: Settings, known: Iterable[str], undecoded: Iterable[Undecoded]
) -> list[Problem]:
    names = list(known)
    if settings.organization in names or any(
        document.kind in (None, "organization") for document in undecoded
    ):
        return []
    values: dict[str, object] = {
        "kind": both("组织", "organisation"),
        "id": settings.organization,
        "hint": did_you_mean(settings.organization, names),
    }
    place = settings.document.place(("organization",))
    return [Problem("document/unknown-reference", place, values)]


def _unknown_facts(
    settings: Settings, known: Iterable[str], undecoded: Iterable[Undecoded]
) -> list[Problem]:
    """What the settings state of facts that no document declares."""
    names = list(known)
    if any(document.kind in (None, "fact") for document in undecoded):
        return []
    return [
        Problem(
            "document/unknown-reference",
            settings.document.place(("facts", position, "id")),
            {"kind": both("适用事实", "fact"), "id": fact.id, "hint": did_you_mean(fact.id, names)},
        )
        for position, fact in enumerate(settings.facts)
        if fact.id not in names
    ]

"""The kept form of a pack is the pack: the same items and places, and never a stale one."""

from __future__ import annotations

import pickle
import shutil
from pathlib import Path
from typing import Any

import pytest

from hegui.loading import compiled
from hegui.loading.compiled import kept
from hegui.loading.load import keep, load_pack
from hegui.loading.packs import folder, shipped
from hegui.model.item import Item


def told(item: Item) -> tuple[Any, ...]:
    """All that is known of an item, in a form that can be compared."""
    document = item.document
    return repr(item), document.data, document.places, document.guesses, document.file.text


@pytest.mark.parametrize("pack", shipped())
def test_what_is_kept_is_what_the_source_says(pack: str, monkeypatch: Any, tmp_path: Path) -> None:
    """The compiled form is held against its source, item by item and place by place."""
    home = tmp_path / pack
    shutil.copytree(folder(pack), home)
    monkeypatch.setattr("hegui.loading.packs.folder", lambda _: home)
    keep(pack)
    (file,) = (tmp_path / "__pycache__").iterdir()
    reading = pickle.loads(file.read_bytes()[32:])
    read = list(load_pack(home).repository.every())
    by_name = {(item.kind, item.id): item for item in reading.items}
    assert len(by_name) == len(reading.items) == len(read)
    for item in read:
        assert told(by_name[item.kind, item.id]) == told(item)
        assert item.place() == by_name[item.kind, item.id].place()


class Source:
    """A pack of one file, and how often it was read."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.reads = 0
        home.mkdir()
        (home / "pack.yaml").write_text("one", encoding="utf-8")

    def take(self, *, write: bool = True, sound: bool = True) -> str:
        return kept(self.home, self._read, lambda _: sound, write=write)

    def _read(self) -> str:
        self.reads += 1
        return (self.home / "pack.yaml").read_text(encoding="utf-8")


@pytest.fixture
def source(tmp_path: Path) -> Source:
    return Source(tmp_path / "small")


def test_it_is_read_once(source: Source) -> None:
    assert [source.take(), source.take(), source.reads] == ["one", "one", 1]


def test_a_changed_file_is_read_again(source: Source) -> None:
    source.take()
    (source.home / "pack.yaml").write_text("two", encoding="utf-8")
    assert [source.take(), source.reads] == ["two", 2]


def test_a_new_file_is_read_again(source: Source) -> None:
    source.take()
    (source.home / "more.yaml").write_text("", encoding="utf-8")
    source.take()
    assert source.reads == 2


def test_changed_code_reads_again(source: Source, monkeypatch: Any) -> None:
    source.take()
    monkeypatch.setattr(compiled, "_code", lambda: iter([("model/item.py", 1, 2)]))
    source.take()
    assert source.reads == 2


@pytest.mark.parametrize("content", [b"", b"rubbish", None])
def test_a_kept_form_that_cannot_be_used_is_passed_over(
    source: Source, content: bytes | None
) -> None:
    source.take()
    (file,) = (source.home.parent / "__pycache__").iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:40] if content is None else content)
    assert source.take() == "one"
    assert file.read_bytes() == whole


def test_nothing_is_kept_that_is_not_sound_or_not_wanted(source: Source) -> None:
    source.take(sound=False)
    source.take(write=False)
    assert not (source.home.parent / "__pycache__").exists()


def test_a_folder_that_cannot_be_written_does_no_harm(source: Source) -> None:
    (source.home.parent / "__pycache__").write_text("in the way", encoding="utf-8")
    assert source.take() == "one"

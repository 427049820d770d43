"""Small repositories out of text, without a folder."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo

from hegui.loading.decode import decode, decode_settings
from hegui.loading.index import index
from hegui.loading.resolve import resolve
from hegui.model.item import Item
from hegui.model.moment import Clock
from hegui.model.repository import Repository, Undecoded
from hegui.source.document import Document
from hegui.source.file import File
from hegui.source.parse import parse

ZONE = ZoneInfo("Asia/Shanghai")
SETTINGS = "{organization: acme, time_zone: Asia/Shanghai}"


def documents(text: str) -> list[Document]:
    """The documents of a text, which has no problem."""
    parsed = parse(File("controls/case.yaml", dedent(text).strip() + "\n"))
    assert parsed.problems == [], parsed.problems[0]
    return parsed.documents


def item(text: str) -> Item:
    """The only item of a text."""
    [document] = documents(text)
    found, problems, _ = decode(document)
    assert found is not None, problems
    return found


def repository(text: str, settings: str = SETTINGS) -> Repository:
    """The repository of a text; what does not decode is noted as it is in reading."""
    decoded = [decode(document) for document in documents(text)]
    undecoded: tuple[Undecoded, ...] = tuple(one.undecoded for one in decoded if one.undecoded)
    names = index(one.item for one in decoded if one.item is not None)
    resolved = resolve(names, undecoded)
    [document] = documents(settings)
    read, problems = decode_settings(document)
    assert read is not None, problems
    return Repository(
        root=Path(),
        settings=read,
        items=names.items,
        parts=names.parts,
        short=names.short,
        links=resolved.links,
        dangling=resolved.dangling,
        undecoded=undecoded,
    )


def at(text: str) -> datetime:
    """An instant of the organisation's time zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def clock(as_of: str) -> Clock:
    """The clock at an instant."""
    return Clock(ZONE, at(as_of))

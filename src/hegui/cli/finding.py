"""Finding the item that a command names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from hegui.cli.language import Speech
from hegui.source.bilingual import both

if TYPE_CHECKING:
    from hegui.model.item import Entity
    from hegui.model.repository import Repository

_UNKNOWN = both("没有“{name}”。{hint}", "There is nothing called “{name}”. {hint}")
_SEVERAL = both(
    "“{name}”不止一个，请写明类别：{names}",
    "“{name}” is more than one thing; name its kind: {names}",
)


def find(repository: Repository, name: str) -> Entity:
    """The one item of a name, with or without its kind; usage errors otherwise."""
    kind, slash, rest = name.partition("/")
    every: dict[str, Mapping[str, Entity]] = {**repository.items, **repository.parts}
    kinds = [kind] if slash else list(every)
    wanted = rest if slash else name
    found: dict[str, Entity] = {}
    for one in kinds:
        full = repository.short.get((one, wanted), (wanted,))
        for candidate in full:
            entity = every.get(one, {}).get(candidate)
            if entity is not None:
                found[str(entity.identity)] = entity
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        names = ", ".join(found)
        raise click.UsageError(Speech.say(_SEVERAL).format(name=name, names=names))
    from hegui.loading.suggest import did_you_mean

    known = [other for one in kinds for other in every.get(one, {})]
    known += [short for one, short in repository.short if one in kinds]
    hint = Speech.say(did_you_mean(wanted, known))
    raise click.UsageError(Speech.say(_UNKNOWN).format(name=name, hint=hint))

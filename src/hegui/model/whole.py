"""The whole: what a rule speaks of that is about the repository and not about one item."""

from __future__ import annotations

from hegui.model import naming
from hegui.model.item import Item
from hegui.model.repository import Repository
from hegui.model.table import record
from hegui.source.bilingual import both

naming.TITLES["repository"] = both("仓库", "repository")


@record
class Whole(Item):
    """A repository as a subject; what is found about it stands at line 1 of the settings."""

    kind = "repository"


def whole(repository: Repository) -> Whole:
    """The repository itself, under the name of its organisation."""
    settings = repository.settings
    return Whole(id=settings.organization, formerly=(), document=settings.document)

"""Data classes of datasets: what several rules ask of them."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.model.data_class import DataClass
from hegui.model.dataset import Dataset
from hegui.rules.context import Context


def classes(dataset: Dataset, context: Context) -> Iterator[DataClass]:
    """The classes of a dataset that the packs know."""
    context.repository.complete("data-class")
    for ref in dataset.categories:
        found = context.repository.find(ref)
        if isinstance(found, DataClass):
            yield found

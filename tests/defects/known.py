"""Reading a file once: all files of a seeded case but one are those of the clean case."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hegui.loading import load
from hegui.loading.compiled import kept
from hegui.loading.decode import Decoded, decode
from hegui.source.document import Document
from hegui.source.file import File
from hegui.source.parse import Parsed, parse_all


class Known:
    """What was made of each pack, file (by its path and text) and document."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Any] = {}
        self._learns = False

    @contextmanager
    def learnt(self) -> Iterator[None]:
        """Keep what loading makes meanwhile. What is new later is made each time."""
        self._learns = True
        try:
            with self.used():
                yield
        finally:
            self._learns = False

    def used(self) -> AbstractContextManager[object]:
        """Let loading take up what is known; nothing else of it is changed."""

        def known_pack(folder: Path, *how: Any, **options: Any) -> Any:
            return self._take(folder, lambda: kept(folder, *how, **options))

        def known_file(file: File) -> Parsed:
            made: Parsed = self._take((file.path, file.text), lambda: parse_all([file])[0])
            return made

        def known_files(files: Iterable[File]) -> list[Parsed]:
            return [known_file(file) for file in files]

        def known_document(document: Document) -> Decoded:
            made: Decoded = self._take(document, lambda: decode(document))
            return made

        return patch.multiple(load, kept=known_pack, parse_all=known_files, decode=known_document)

    def _take(self, key: Hashable, make: Callable[[], Any]) -> Any:
        if key in self._made:
            return self._made[key]
        made = make()
        if self._learns:
            self._made[key] = made
        return made

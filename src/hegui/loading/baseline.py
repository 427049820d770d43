"""Reading a baseline file: all of it is understood, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from errno import ENOENT
from pathlib import Path

from hegui.loading.decode import decode_baseline
from hegui.model.baseline import BASELINE, VERSION, Baseline
from hegui.source.bilingual import Text, both
from hegui.source.decode import decode
from hegui.source.document import Document
from hegui.source.file import File
from hegui.source.inside import unreadable
from hegui.source.limits import MAX_BYTES
from hegui.source.parse import parse
from hegui.source.place import Place, Problem
from hegui.source.tree import Tree

_MISSING = both("没有基线文件 {path}。", "There is no baseline file {path}.")
_OTHER = both(
    "{place}：这不是基线文件，基线文件以 kind: baseline 开头，且只有一份文档。",
    "{place}: this is no baseline file; one begins with kind: baseline and holds one document.",
)
_VERSION = both(
    "{place}：基线文件的格式版本是 {found}，本版 Hegui 只读 {wanted}。",
    "{place}: the baseline file is of format version {found}; this Hegui reads {wanted} only.",
)


class BadBaseline(Exception):
    """A baseline file that cannot be used: what is wrong with it as a whole, or in places."""

    def __init__(
        self,
        text: Text | None = None,
        problems: Iterable[Problem] = (),
        files: Mapping[str, File] | None = None,
    ) -> None:
        super().__init__(text)
        self.text = text
        self.problems = tuple(problems)
        self.files = files or {}


def read_baseline(path: str) -> Baseline:
    """The baseline in the file at ``path``. Raises only `BadBaseline`."""
    return _understood(_file(path))


def baseline_of(tree: Tree, path: str) -> Baseline | None:
    """The baseline as a base has it at ``path``, ``None`` where it has none. Raises `BadBaseline`."""
    file = tree.read([path])[0]
    if isinstance(file, File):
        name = f"{tree.commit.ref}:{path}" if tree.commit else path
        return _understood(File(name, file.text))
    if file == unreadable(path, FileNotFoundError(ENOENT, path)):
        return None
    raise BadBaseline(problems=[file])


def _understood(file: File) -> Baseline:
    parsed = parse(file)
    files = {file.path: file}
    if parsed.problems:
        raise BadBaseline(problems=parsed.problems, files=files)
    if len(parsed.documents) != 1:
        raise BadBaseline(_say(_OTHER, place=Place(file.path)))
    document = parsed.documents[0]
    _check_head(document)
    if "findings" in document.data and document.data["findings"] is None:
        document.set(("findings",), [])  # the last of them was taken out by hand
    baseline, problems = decode_baseline(document)
    if baseline is None:
        raise BadBaseline(problems=problems, files=files)
    return baseline


def _file(path: str) -> File:
    try:
        with Path(path).open("rb") as stream:  # a pipe is welcome: git show main:baseline.yaml
            file = decode(path, stream.read(MAX_BYTES + 1))
    except FileNotFoundError:
        raise BadBaseline(_say(_MISSING, path=path)) from None
    except (OSError, ValueError) as error:
        raise BadBaseline(problems=[unreadable(path, error)]) from None
    if isinstance(file, Problem):
        raise BadBaseline(problems=[file])
    return file


def _check_head(document: Document) -> None:
    """Say plainly what kind of file it is before its fields are held against the schema."""
    data = document.data
    if data.get("kind") != BASELINE:
        raise BadBaseline(_say(_OTHER, place=document.place(("kind",))))
    version = data.get("version")
    if isinstance(version, int) and version != VERSION:
        place = document.place(("version",))
        raise BadBaseline(_say(_VERSION, place=place, found=version, wanted=VERSION))


def _say(text: Text, **values: object) -> Text:
    return both(text.get("zh").format(**values), text.get("en").format(**values))

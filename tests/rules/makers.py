"""What cases need and YAML cannot hold: pipes, links, very large files, a rule that crashes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from hegui.rules.registry import all_rules
from hegui.rules.rule import Fault
from hegui.source.limits import MAX_BYTES, MAX_NODES, MAX_PROBLEMS

Maker: TypeAlias = Callable[[Path, pytest.MonkeyPatch], None]

_CASE = "controls/case.yaml"
_VENDOR = "kind: vendor\nid: cloud\ntitle: {zh: 云, en: Cloud}\n"


def _crashing_rule(folder: Path, patch: pytest.MonkeyPatch) -> None:
    rule = replace(all_rules()["vendor/no-agreement"], where=None, check=crash)
    rules = {**all_rules(), rule.id: rule}
    patch.setattr("hegui.engine.judge.all_rules", lambda: rules)


def crash(subject: Any, context: Any) -> Iterator[Fault]:
    """The check of a rule that crashes."""
    yield Fault(values={"share": 1 / 0})


def _no_permission(folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / _CASE).write_text(_VENDOR)
    (folder / _CASE).chmod(0)
    if os.access(folder / _CASE, os.R_OK):  # root may read everything
        patch.setattr("hegui.source.read.os.open", _refuse(os.open))


def _refuse(opener: Callable[..., int]) -> Callable[..., int]:
    def refusing(path: object, *rest: Any, **options: Any) -> int:
        if str(path).endswith(_CASE):
            raise PermissionError(13, "Permission denied")
        return opener(path, *rest, **options)

    return refusing


def _fifo(folder: Path, patch: pytest.MonkeyPatch) -> None:
    os.mkfifo(folder / _CASE)


def _no_settings(folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / "hegui.yaml").unlink()


def _settings_folder(folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / "hegui.yaml").unlink()
    (folder / "hegui.yaml").mkdir()


def _circle(folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / "controls/one.yaml").symlink_to("two.yaml")
    (folder / "controls/two.yaml").symlink_to("one.yaml")


def _good_link(folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / "templates").mkdir()
    (folder / "templates/cloud.yaml").write_text(_VENDOR)
    (folder / _CASE).symlink_to("../templates/cloud.yaml")


def _link_hidden(folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / ".git").mkdir()
    (folder / ".git/config.yaml").write_text(_VENDOR)
    (folder / _CASE).symlink_to("../.git/config.yaml")


def _link(path: str, target: str) -> Maker:
    def make(folder: Path, patch: pytest.MonkeyPatch) -> None:
        (folder / path).symlink_to(target)

    return make


def _text(text: str) -> Maker:
    def make(folder: Path, patch: pytest.MonkeyPatch) -> None:
        (folder / _CASE).write_text(text)

    return make


def _filled(size: int) -> str:
    """A vendor and so many comments that there are ``size`` bytes."""
    line = f"# {'x' * 97}\n"
    lines, rest = divmod(size - len(_VENDOR.encode()), len(line))
    return _VENDOR + line * lines + "#" * rest


def _duplicates(count: int) -> str:
    return "id: vendor\n" * (count + 1)


MAKERS: dict[str, Maker] = {
    "almost_thousand_problems": _text(_duplicates(MAX_PROBLEMS - 1)),
    "artefact_outside": _link("checks/evidence/counts.csv", "/etc/hostname"),
    "broken_link": _link(_CASE, "nowhere.yaml"),
    "circle": _circle,
    "crashing_rule": _crashing_rule,
    "fifo": _fifo,
    "good_link": _good_link,
    "just_not_too_large": _text(_filled(MAX_BYTES)),
    "link_hidden": _link_hidden,
    "link_outside": _link(_CASE, "/etc/hostname"),
    "long_line": _text("title: " + "x" * (MAX_BYTES + 1)),
    "loop": _link("controls/again", "."),
    "no_permission": _no_permission,
    "no_settings": _no_settings,
    "settings_folder": _settings_folder,
    "sixty_thousand_levels": _text("title: " + "[" * 60_000),
    "thousand_problems": _text(_duplicates(MAX_PROBLEMS)),
    "too_large": _text(_filled(MAX_BYTES + 1)),
    "too_many_nodes": _text("[" + "1," * MAX_NODES + "]"),
}
"""By the name in ``made_by`` of a case: what makes it in the folder of that case."""

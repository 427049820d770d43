"""The program in forty lines: load a governance repository, judge it.

>>> from pathlib import Path
>>> from hegui import api
>>> result = api.check(Path("."))                           # doctest: +SKIP
>>> [str(finding.place) for finding in result.open][:1]      # doctest: +SKIP
['checks/evidence/2026-11.yaml:12:9']
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hegui.engine.judge import judge
from hegui.engine.result import Exit, Result
from hegui.git.refusal import NoTree
from hegui.loading.load import BadSettings, Loaded, load
from hegui.model.moment import Moment, end_of
from hegui.model.settings import Settings

__all__ = [
    "BadSettings", "Exit", "Loaded", "NoTree", "Result", "base_of", "check", "instant", "judge",
    "load",
]  # fmt: skip


def instant(settings: Settings, as_of: Moment | None = None) -> datetime:
    """The instant of judgement: the one given, else the one the settings pin, else now."""
    zone = ZoneInfo(settings.time_zone)
    moment = as_of or settings.as_of
    return datetime.now(zone) if moment is None else end_of(moment, zone).astimezone(zone)


def base_of(root: Path, ref: str, beside: Loaded | None = None) -> Loaded:
    """The repository at ``root`` as a commit has it, ``beside`` what it is now.

    Raises `NoTree` or `BadSettings`.
    """
    from hegui.git.tree import tree_of  # most runs name no base and need no git

    return load(tree_of(root, ref), past=True, beside=beside)


def check(root: Path, as_of: Moment | None = None, base: str | None = None) -> Result:
    """Load and judge the repository at ``root``, by the authority of ``base`` where it is named.

    Raises `BadSettings`, and `NoTree` where ``base`` names no commit that can be read.
    """
    loaded = load(root)
    held = None if base is None else base_of(root, base, loaded)
    return judge(loaded, instant((held or loaded).repository.settings, as_of), held)

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
from hegui.loading.load import BadSettings, Loaded, load
from hegui.model.moment import Moment, end_of
from hegui.model.settings import Settings

__all__ = ["BadSettings", "Exit", "Loaded", "Result", "check", "instant", "judge", "load"]


def instant(settings: Settings, as_of: Moment | None = None) -> datetime:
    """The instant of judgement: the one given, else the one the settings pin, else now."""
    zone = ZoneInfo(settings.time_zone)
    moment = as_of or settings.as_of
    return datetime.now(zone) if moment is None else end_of(moment, zone).astimezone(zone)


def check(root: Path, as_of: Moment | None = None) -> Result:
    """Load and judge the repository at ``root``. Raises only `BadSettings`."""
    loaded = load(root)
    return judge(loaded, instant(loaded.repository.settings, as_of))

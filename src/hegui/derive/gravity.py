"""How grave it is to decide on a risk: its level, counted down from the highest of the scale."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.model.appetite import Appetite


def gravity(level: str, appetite: Appetite) -> Severity | None:
    """The severity of a level: critical for the highest, one less for each below; ``None`` for none."""
    rising = [one.id for one in appetite.levels]
    if level not in rising:
        return None
    below = len(rising) - 1 - rising.index(level)
    return Severity(max(Severity.CRITICAL - below, Severity.INFO))

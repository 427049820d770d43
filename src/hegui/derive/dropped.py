"""What can be dropped: kinds of which an item can be left out without narrowing what is governed.

Nothing may look better because one of these is gone (design §6, law 3).
"""

from __future__ import annotations

DROPPED = frozenset(
    {"control", "check", "evidence", "exclusion", "action", "waiver", "sign-off", "measurement"}
)
"""The kinds by name."""

PROMISED = DROPPED | {"risk", "objective", "requirement", "obligation", "catalogue"}
"""With those of which a rule passes because somebody wrote a promise down."""

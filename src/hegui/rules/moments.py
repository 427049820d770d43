"""Moments as messages write them: a day where a day is written, else the instant."""

from __future__ import annotations

from datetime import datetime

from hegui.model.moment import Moment
from hegui.rules.context import Context


def said(moment: Moment, context: Context) -> str:
    """A day as it is written; an instant in the organisation's zone, to the second if need be."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    local = moment.astimezone(context.clock.zone)
    return local.isoformat(" ", "seconds" if local.second else "minutes")


def precedes(later: Moment, earlier: Moment, context: Context) -> bool:
    """Whether what should be ``later`` surely comes before ``earlier``; on one day nobody can say.

    What should be earlier counts from the beginning of its day, what should be later until the
    end of its own.
    """
    return context.clock.end(later) < context.clock.begin(earlier)

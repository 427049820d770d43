"""The command line: one thin module for each command; the only place that knows click."""

from __future__ import annotations

import contextlib
import gc
import os
import sys


def main() -> None:
    """Run ``hegui`` and leave with its exit code."""
    # A run lives for a second and drops nothing on its way: looking for garbage, and taking
    # apart at the end what the system takes back anyway, would cost a third of it.
    gc.disable()
    from hegui.cli.app import run

    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):  # the reader went away
            stream.flush()
    os._exit(code)

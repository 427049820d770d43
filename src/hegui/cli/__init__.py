"""The command line: one thin module for each command; the only place that knows click."""

from __future__ import annotations

import sys


def main() -> None:
    """Run ``hegui`` and leave with its exit code."""
    from hegui.cli.app import run

    sys.exit(run(sys.argv[1:]))

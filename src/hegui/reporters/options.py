"""What a reporter is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from hegui.findings.finding import Finding
from hegui.findings.severity import Severity


@dataclass(frozen=True, slots=True)
class Options:
    """How a result is to be told.

    ``below`` limits what is shown to a folder or file (relative to the root, ``/`` between
    folders), never what was judged. ``width`` is that of the terminal in columns.
    ``outcomes`` adds every outcome, passes included; ``gate`` is the milestone whose gate is asked.
    """

    language: str
    fail_on: Severity
    below: str = ""
    color: bool = False
    width: int = 80
    outcomes: bool = False
    gate: str | None = None
    renewal: str = ""
    """The command that renews the baseline, where one is held against the result."""

    def shows(self, finding: Finding) -> bool:
        """Whether a finding lies in what is to be shown."""
        return self.shows_path(finding.place.path)

    def shows_path(self, path: str) -> bool:
        """Whether a file lies in what is to be shown."""
        if not self.below:
            return True
        return f"{path}/".startswith(f"{self.below.rstrip('/')}/")

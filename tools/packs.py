"""Seal the packs: write the list of digests of each, and keep what is understood of it.

With ``--keep`` only the latter is done, as when the project is installed.
"""

from __future__ import annotations

import sys

from hegui.loading.digests import LIST, actual, listing
from hegui.loading.load import keep
from hegui.loading.packs import folder, shipped


def main(arguments: list[str]) -> int:
    """Seal every pack, or only keep it."""
    for pack in shipped():
        if "--keep" not in arguments:
            text = listing(actual(folder(pack)))
            (folder(pack) / LIST).write_text(text, encoding="utf-8", newline="\n")
        keep(pack)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Seal the packs: write the list of digests of each.

With ``--check`` nothing is written: a pack that is not as its list records is named and the exit
code is 1.
"""

from __future__ import annotations

import sys

from hegui.loading.digests import LIST, actual, differences, listing
from hegui.loading.packs import folder, shipped


def main(arguments: list[str]) -> int:
    """Seal every pack, or only look."""
    wrong = {pack: differences(folder(pack)) for pack in shipped()}
    if "--check" in arguments:
        for pack, paths in wrong.items():
            for path in paths:
                print(f"{pack}: {path}")
        return int(any(wrong.values()))
    for pack in shipped():
        text = listing(actual(folder(pack)))
        (folder(pack) / LIST).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

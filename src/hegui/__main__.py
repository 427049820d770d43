"""``python -m hegui``."""

from hegui.cli import main

main()

"""The limits within which text is read; beyond them reading stops early and says so."""

from __future__ import annotations

MAX_BYTES = 5_000_000
"""Bytes of one file, a byte order mark included."""

MAX_DEPTH = 100
"""Mappings and lists inside each other; the mapping of the document itself is the first."""

MAX_NODES = 200_000
"""Keys, values and the documents themselves, in one file."""

MAX_PROBLEMS = 1_000
"""Problems told of one file; a file with more is not read to its end."""

MAX_DIGITS = 300
"""Characters of a number; a longer one stays text, so that every number fits a float."""

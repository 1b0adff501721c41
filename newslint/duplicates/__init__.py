"""Near-duplicates: words -> hashes -> keys -> candidates -> verified matches.

`specification` is the whole scheme in plain Python. Everything else is the same, faster; the tests hold
each part to it. No module here imports numpy until a batch asks for it.
"""

from __future__ import annotations

SCHEME_VERSION = 1
"""One number for the word rule, the hash constants and the key layout. What is stored under another number
must be refused: its keys would silently match nothing."""

SHINGLE = 5
"""Words a shingle."""

SECTION = 8
"""Words that make a block of prose a section; a shorter block makes no key."""

__all__ = ["SCHEME_VERSION", "SECTION", "SHINGLE"]

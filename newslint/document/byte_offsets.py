"""UTF-8 byte offsets to code point offsets, for parsers that count bytes."""

from __future__ import annotations

import re
from bisect import bisect_left

_WIDE = re.compile(r"[^\x00-\x7f]")


class ByteOffsets:
    """The table of one text: where its characters of more than one byte are, and how far they shift.

    Built in the number of such characters; asked in its logarithm.
    """

    __slots__ = ("extra", "places")

    def __init__(self, text: str) -> None:
        self.places: list[int] = []
        """The byte offset of each character outside ASCII, ascending."""
        self.extra: list[int] = [0]
        """`extra[i]`: by how many bytes the first i of them exceed one byte each."""
        extra = 0
        place, more = self.places.append, self.extra.append
        for match in _WIDE.finditer(text):
            place(match.start() + extra)
            char = match[0]
            extra += 1 if char < "\u0800" else 2 if char < "\U00010000" else 3
            more(extra)

    def code_points(self, offset: int) -> int:
        """The code point offset of a byte offset that lies between two characters."""
        return offset - self.extra[bisect_left(self.places, offset)]

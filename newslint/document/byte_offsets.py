"""UTF-8 byte offsets to code point offsets, for parsers that count bytes."""

from __future__ import annotations

import re
from bisect import bisect_right

_WIDE = re.compile(r"[^\x00-\x7f]+")


class ByteOffsets:
    """The table of one text: its stretches of characters that take equally many bytes.

    Built in the number of such stretches; asked in its logarithm.
    """

    __slots__ = ("bytes", "code_points", "widths")

    def __init__(self, text: str) -> None:
        self.bytes = [0]
        """The byte offset at which each stretch starts, ascending."""
        self.code_points = [0]
        """The code point offset at which it starts."""
        self.widths = [1]
        """How many bytes each of its characters takes."""
        starts, places, widths = self.bytes, self.code_points, self.widths
        extra = 0
        for match in _WIDE.finditer(text):
            start, end = match.span()
            while start < end:
                width = _width(text[start])
                stop = start + 1
                while stop < end and _width(text[stop]) == width:
                    stop += 1
                starts.append(start + extra)
                places.append(start)
                widths.append(width)
                extra += (stop - start) * (width - 1)
                start = stop
            starts.append(end + extra)
            places.append(end)
            widths.append(1)

    def to_code_points(self, offset: int) -> int:
        """The code point offset of a byte offset that lies between two characters."""
        index = bisect_right(self.bytes, offset) - 1
        return self.code_points[index] + (offset - self.bytes[index]) // self.widths[index]


def _width(char: str) -> int:
    """How many bytes UTF-8 gives a character outside ASCII."""
    return 2 if char < "\u0800" else 3 if char < "\U00010000" else 4

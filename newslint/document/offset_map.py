"""The exact map between prose offsets and source offsets, in pieces.

A piece maps a stretch of prose to a stretch of source. An *exact* piece is one to one; any other (an
entity, a soft break with its quotation mark, a placeholder for code) maps as a whole. Between pieces lies
prose that no source stands for: the blank line that parts two blocks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field


@dataclass(slots=True)
class OffsetMap:
    """Pieces in prose order, as parallel lists of code point offsets and lengths.

    `prose[i]`, `source[i]`: where piece i starts; `prose_length[i]`, `source_length[i]`: how long it is on
    either side (never 0); `exact[i]`: whether it is one to one. Pieces ascend and do not overlap, in the
    prose as in the source.
    """

    prose: list[int] = field(default_factory=list)
    source: list[int] = field(default_factory=list)
    prose_length: list[int] = field(default_factory=list)
    source_length: list[int] = field(default_factory=list)
    exact: list[bool] = field(default_factory=list)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the prose span `start:end`.

        At a border a start leans right and an end leans left; an empty span (an insertion) goes after the
        piece on its left. A place inside a piece that is not exact stands for the whole piece. A span that
        holds nothing but the blank line between two blocks stands for what lies between them in the source;
        the result of a span that is not empty is not empty.
        """
        if start == end:
            place = self._end(start) if start else self._start(start)
            return place, place
        source_start, source_end = self._start(start), self._end(end)
        if source_start < source_end or not self.prose:
            return source_start, max(source_start, source_end)
        if source_start == source_end:  # a block that ends with its line break: HTML in a list item
            source_end -= 1
        return source_end, source_start

    def _start(self, offset: int) -> int:
        if not self.prose:
            return 0
        index = max(bisect_right(self.prose, offset) - 1, 0)
        inside = offset - self.prose[index]
        if inside >= self.prose_length[index]:
            if index + 1 < len(self.prose):
                return self.source[index + 1]
            return self.source[index] + self.source_length[index]
        return self.source[index] + max(inside, 0) if self.exact[index] else self.source[index]

    def _end(self, offset: int) -> int:
        if not self.prose:
            return 0
        index = max(bisect_left(self.prose, offset) - 1, 0)
        inside = offset - self.prose[index]
        if inside >= self.prose_length[index] or not self.exact[index]:
            return self.source[index] + self.source_length[index]
        return self.source[index] + inside

    def is_exact(self, start: int, end: int) -> bool:
        """Whether `start:end` (prose) lies within one exact piece, so that an edit there touches no markup."""
        if not self.prose:
            return False
        index = bisect_right(self.prose, start) - 1
        if start == end and index > 0 and start == self.prose[index]:
            index -= 1  # an insertion goes after the piece on its left
        if index < 0 or not self.exact[index]:
            return False
        return end <= self.prose[index] + self.prose_length[index]

    def to_prose(self, offset: int) -> int | None:
        """The prose offset of a source offset, or None where the source there is not prose.

        Every reader emits pieces in source order, so the search is a bisection.
        """
        index = bisect_right(self.source, offset) - 1
        if index < 0:
            return None
        inside = offset - self.source[index]
        if inside >= self.source_length[index]:
            return None
        return self.prose[index] + inside if self.exact[index] else self.prose[index]

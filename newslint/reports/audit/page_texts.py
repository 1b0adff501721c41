"""Those parts of an article's text that a page shows: the passages, with what stands around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from newslint.duplicates.passages import Places

if TYPE_CHECKING:
    from newslint.audit.articles import Article

WHOLE = 12_000
"""Code points of an article that is shown as a whole."""
AROUND = 600
"""Code points before and after a passage that are shown of a longer article, to the end of the block."""

OPAQUE = "\ufffc"
OPAQUE_SHOWN = "▫"
"""What a page shows where something stands in the text that is no text."""


class PageText:
    """The text of one article, as far as it is shown."""

    def __init__(self, article: Article, prose: str) -> None:
        self._sections = article.sections
        self._places = Places(prose, self._sections)
        self._prose = prose.replace(OPAQUE, OPAQUE_SHOWN)
        self._shown: list[tuple[int, int]] = []
        self._wide = [] if prose.isascii() else [place for place, character in enumerate(prose) if character > "\uffff"]

    def units(self, start: int, end: int) -> tuple[int, int]:
        """Where some words stand, in UTF-16 code units of the prose; of none, the end of the word before."""
        if start < end:
            first, last = self._places.span(start, end)
        elif start:
            first = last = self._places.span(start - 1, start)[1]
        else:
            first = last = 0
        return self._unit(first), self._unit(last)

    def show(self, words: tuple[int, int], brief: bool) -> int:
        """Show some words with what is around them, or the whole of a short article; the code points added."""
        before = sum(end - start for start, end in self._shown)
        if len(self._prose) <= WHOLE and not brief:
            self._shown = [(0, len(self._prose))]
        else:
            start, end = self._places.span(*words)
            around = 0 if brief else AROUND
            self._shown.append((self._block_start(start - around), self._block_end(end + around)))
            self._shown = _merged(self._shown)
        return sum(end - start for start, end in self._shown) - before

    def pieces(self) -> list[list[object]]:
        """The shown parts: where each starts, in UTF-16 code units, and its text."""
        return [[self._unit(start), self._prose[start:end]] for start, end in self._shown]

    def _unit(self, place: int) -> int:
        return place + bisect_left(self._wide, place)

    def _block_start(self, place: int) -> int:
        spans = self._sections.spans
        block = bisect_right(spans, (place, len(self._prose) + 1)) - 1
        return spans[block][0] if block >= 0 and place > 0 else 0

    def _block_end(self, place: int) -> int:
        if place >= len(self._prose):
            return len(self._prose)
        spans = self._sections.spans
        block = max(bisect_right(spans, (place, len(self._prose) + 1)) - 1, 0)
        return max(spans[block][1], min(place, len(self._prose)))


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges that touch or overlap, made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1] + 2:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found

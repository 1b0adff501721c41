"""Whether a link touches a stretch of prose, by bisection: a text may hold thousands of links and suspects."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.document import Document


def is_linked(document: Document, start: int, end: int) -> bool:
    """Whether a link or image touches the prose span `start:end` (code points), at its borders too."""
    if not document.links:
        return False
    known: tuple[list[int], list[int]] | None = document.memo.get(__name__)
    if known is None:
        spans = sorted((link.start, link.end) for link in document.links)
        known = [first for first, _ in spans], list(accumulate((last for _, last in spans), max))
        document.memo[__name__] = known
    starts, ends = known
    index = bisect_right(starts, end) - 1
    return index >= 0 and ends[index] >= start

"""Blocks beside those that two texts share, reworded too much to be found alone, but not to be known beside them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from newslint.duplicates import SECTION
from newslint.duplicates.alignment import Match, align, matched
from newslint.duplicates.rewording import OF_THE_LONGER, OF_THE_SHORTER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.duplicates.sections import Sections

MOST_BLOCKS = 6
"""Blocks on either side of a matched one, or between two, that are looked at."""


def match_of(earlier: Sections, later: Sections, block: int, other_block: int) -> Match:
    """Two blocks with their words aligned."""
    start, other_start = earlier.bounds[block], later.bounds[other_block]
    runs = align(earlier.block(block).tolist(), later.block(other_block).tolist())
    return Match(block, other_block, tuple((start + i, other_start + j, n) for i, j, n in runs))


def neighbours(matches: Sequence[Match], earlier: Sections, later: Sections) -> list[Match]:
    """More matches, in the gaps between `matches` and next to the first and the last of them.

    Two blocks of a gap match where the words in the same order are as many of either as in a reworded copy
    within one article (`rewording`).
    """
    found = []
    for first, end, other_first, other_end in _gaps(matches, len(earlier.spans), len(later.spans)):
        start = first
        for other in range(other_first, other_end):
            if later.size(other) < SECTION:
                continue
            for block in range(start, end):
                if earlier.size(block) >= SECTION and (match := _reworded(earlier, later, block, other)) is not None:
                    found.append(match)
                    start = block + 1
                    break
    return found


def _gaps(matches: Sequence[Match], blocks: int, other_blocks: int) -> Iterator[tuple[int, int, int, int]]:
    """Stretches without a match (half-open, of the earlier and the later text) between matches in the same order."""
    ordered = sorted(matches, key=lambda match: match.later)
    edges = [(match.earlier, match.later) for match in ordered]
    for (block, other), (next_block, next_other) in pairwise([(-1, -1), *edges, (blocks, other_blocks)]):
        if next_block <= block + 1 or next_other <= other + 1:
            continue
        if block < 0:
            yield max(next_block - MOST_BLOCKS, 0), next_block, max(next_other - MOST_BLOCKS, 0), next_other
        else:
            yield (
                block + 1, min(next_block, block + 1 + MOST_BLOCKS), other + 1, min(next_other, other + 1 + MOST_BLOCKS)
            )  # fmt: skip


def _reworded(earlier: Sections, later: Sections, block: int, other: int) -> Match | None:
    a, b = earlier.block(block), later.block(other)
    shorter, longer = sorted((len(a), len(b)))
    least = max(OF_THE_SHORTER * shorter, OF_THE_LONGER * longer)
    if shorter < least or (Counter(a) & Counter(b)).total() < least:  # no order gives more
        return None
    match = match_of(earlier, later, block, other)
    return match if matched(match.runs) >= least else None

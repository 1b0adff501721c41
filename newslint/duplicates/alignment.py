"""Which words of two texts stand for each other: the longest common subsequence of their word hashes.

Bit-parallel (Hyyrö, "Bit-parallel LCS-length computation revisited", 2004): a column of the table is one
integer, so a text of n words against one of m takes n operations on m bits. Where the table would be too
large, the texts are first parted at the shingles that both have exactly once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from newslint.duplicates import SHINGLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Run = tuple[int, int, int]
"""Start in a, start in b, length: so many words in a row are equal."""


class Match:
    """Block `earlier` of one text and block `later` of another, or of the same, say the same.

    The runs are aligned words, in word indices of the whole texts.
    """

    __slots__ = ("earlier", "later", "runs")

    def __init__(self, earlier: int, later: int, runs: tuple[Run, ...]) -> None:
        self.earlier = earlier
        self.later = later
        self.runs = runs


MOST_CELLS = 1 << 26
"""Bits that one table may take: 8 MB. A stretch between two anchors that needs more stays unaligned."""


def align(a: Sequence[int], b: Sequence[int]) -> list[Run]:
    """The runs of equal words in a longest common subsequence of a and b, ascending in both."""
    shorter = min(len(a), len(b))
    head = 0
    while head < shorter and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < shorter - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    inner_a, inner_b = a[head : len(a) - tail], b[head : len(b) - tail]
    if len(inner_a) * len(inner_b) <= MOST_CELLS:
        inner = _subsequence(inner_a, inner_b)
    else:
        inner = _between_anchors(inner_a, inner_b)
    runs = [
        (0, 0, head),
        *((i + head, j + head, n) for i, j, n in inner),
        (len(a) - tail, len(b) - tail, tail),
    ]
    return list(_joined(runs))


def _subsequence(a: Sequence[int], b: Sequence[int]) -> list[Run]:
    """A longest common subsequence as runs of one word."""
    places: dict[int, int] = {}
    for i, word in enumerate(a):
        places[word] = places.get(word, 0) | 1 << i
    every = (1 << len(a)) - 1
    column = every
    columns = []  # bit i of columns[j] is 0 where a[: i + 1] shares one word more with b[: j + 1] than a[:i] does
    for word in b:
        matched = column & places.get(word, 0)
        column = ((column + matched) | (column - matched)) & every
        columns.append(column)
    runs = []
    i, j = len(a) - 1, len(b) - 1
    while i >= 0 and j >= 0:
        if a[i] == b[j]:
            runs.append((i, j, 1))
            i -= 1
            j -= 1
        elif columns[j] >> i & 1:
            i -= 1
        else:
            j -= 1
    runs.reverse()
    return runs


def _between_anchors(a: Sequence[int], b: Sequence[int]) -> list[Run]:
    runs: list[Run] = []
    i = j = 0
    for anchor_a, anchor_b in [*_anchors(a, b), (len(a), len(b))]:
        if anchor_a < i or anchor_b < j:
            continue  # overlaps the anchor before it
        if (anchor_a - i) * (anchor_b - j) <= MOST_CELLS:
            runs += ((i + x, j + y, n) for x, y, n in _subsequence(a[i:anchor_a], b[j:anchor_b]))
        if anchor_a < len(a):
            runs.append((anchor_a, anchor_b, SHINGLE))
        i, j = anchor_a + SHINGLE, anchor_b + SHINGLE
    return runs


def _anchors(a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int]]:
    """Places of the shingles that either text has exactly once, ascending in both (a patience sort's longest chain)."""
    once_a, once_b = _once(a), _once(b)
    shared = sorted((once_a[shingle], once_b[shingle]) for shingle in once_a.keys() & once_b.keys())
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(shared):
        length = bisect_left(tails, place)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [place]
        ends[length : length + 1] = [index]
    chain = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(shared[index])
        index = before[index]
    return chain[::-1]


def _once(words: Sequence[int]) -> dict[tuple[int, ...], int]:
    shingles = list(zip(*(words[start:] for start in range(SHINGLE)), strict=False))
    counts = Counter(shingles)
    return {shingle: place for place, shingle in enumerate(shingles) if counts[shingle] == 1}


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs that continue one another made one, empty ones dropped."""
    start_a = start_b = length = 0
    for i, j, n in runs:
        if not n:
            continue
        if length and i == start_a + length and j == start_b + length:
            length += n
            continue
        if length:
            yield start_a, start_b, length
        start_a, start_b, length = i, j, n
    if length:
        yield start_a, start_b, length


def matched(runs: Iterable[Run]) -> int:
    """How many words the runs match."""
    return sum(length for _, _, length in runs)

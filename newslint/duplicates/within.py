"""Sections of one article that repeat an earlier one of it, reworded or not.

Candidates come from pairs of words: each pair's first place votes for the block that holds it, so the work is
linear in the article. A candidate is then judged on an alignment of its words. Five-word shingles alone would
not do: with every third word replaced, hardly one is left.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import compress, pairwise
from operator import ne, sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.duplicates.alignment import Match
    from newslint.duplicates.sections import Sections

LEAST_WORDS = 16
"""Words of the smallest block looked at: what is left of 25 when a third is dropped."""

LEAST_VOTES = 3
VOTE_SHARE = 0.18
"""Pairs of words that a candidate shares with the first place of them, as a share of the shorter one's pairs."""

KINDS_APART = frozenset(("table-cell", "caption"))
"""Kinds of block that are made to repeat."""


CLUSTER = 7
CLUSTER_DRIFT = 10
CLUSTER_WORDS = 60
"""A copy of 25 words has this many pairs of words from as many words further up, give or take the drift of what
is dropped, within so many words."""


def may_repeat(firsts: Sequence[int], pairs: int) -> bool:
    """Whether a section of 25 words or more may be repeated in a text: a look that hardly costs.

    `firsts` says of each pair of neighbouring words where the same pair stands first; `pairs` is how many distinct
    ones there are. One in sixteen articles of edited news may. Of 870 sections of 25 to 30 words, copied with 29 %
    of the words replaced or dropped, one was overlooked.
    """
    if len(firsts) - pairs < CLUSTER:
        return False
    again = list(compress(range(len(firsts)), map(ne, firsts, range(len(firsts)))))
    if min(map(sub, again[CLUSTER - 1 :], again)) > CLUSTER_WORDS:
        return False
    places: dict[int, list[int]] = {}
    for place in again:
        near = (place - firsts[place]) // CLUSTER_DRIFT
        for drift in (near, near + 1):
            cluster = places.setdefault(drift, [])
            cluster.append(place)
            if len(cluster) >= CLUSTER and place - cluster[-CLUSTER] <= CLUSTER_WORDS:
                return True
    return False


def repeats(sections: Sections, prose: str, least: int = 25) -> list[Match]:
    """The verified pairs, by later block; of several earlier ones the one with the most words in common.

    `least` is how many words the longer of the two must have.
    """
    bounds = sections.bounds
    sizes = [end - start for start, end in pairwise(bounds)]
    if sum(size >= LEAST_WORDS for size in sizes) < 2 or max(sizes) < least:
        return []
    words = sections.words.tolist()
    candidates = _candidates(words, bounds, sizes)
    if not candidates:
        return []
    from newslint.duplicates.alignment import Match, align, matched
    from newslint.duplicates.rewording import Article

    article = Article(words, prose)
    found: dict[int, Match] = {}
    for earlier, later in candidates:
        if max(sizes[earlier], sizes[later]) < least or _may_repeat(
            sections.kinds[earlier], sections.kinds[later]
        ):
            continue
        a0, b0 = bounds[earlier], bounds[later]
        a, b = words[a0 : bounds[earlier + 1]], words[b0 : bounds[later + 1]]
        runs = align(a, b)
        known = found.get(later)
        if known is not None and matched(runs) <= matched(known.runs):
            continue
        if article.is_copy(a, b, runs):
            found[later] = Match(earlier, later, tuple((a0 + i, b0 + j, n) for i, j, n in runs))
    return [found[later] for later in sorted(found)]


def _may_repeat(earlier: str, later: str) -> bool:
    """Whether blocks of these kinds may say the same: a pull quote, cells of a table, captions."""
    if earlier in KINDS_APART or later in KINDS_APART:
        return True
    return (earlier == "quotation") != (later == "quotation")


def _candidates(words: list[int], bounds: Sequence[int], sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of blocks (earlier, later) that share many pairs of words."""
    firsts: dict[tuple[int, int], int] = {}
    places = enumerate(map(firsts.setdefault, pairwise(words), range(len(words))))
    votes: Counter[tuple[int, int]] = Counter()
    for place, first in places:
        if place == first:
            continue
        later = bisect_right(bounds, place) - 1
        if sizes[later] < LEAST_WORDS:
            continue
        earlier = bisect_right(bounds, first) - 1
        if earlier != later and sizes[earlier] >= LEAST_WORDS:
            votes[earlier, later] += 1
    return sorted(
        (earlier, later)
        for (earlier, later), count in votes.items()
        if count >= LEAST_VOTES and count >= VOTE_SHARE * (min(sizes[earlier], sizes[later]) - 1)
    )

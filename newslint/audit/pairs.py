"""Equal sections of two texts -> the passages that two articles share, and how much of either they are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newslint.audit.neighbours import match_of, neighbours
from newslint.duplicates.across import _one_each
from newslint.duplicates.alignment import _joined as joined
from newslint.duplicates.alignment import align
from newslint.duplicates.passages import Passage, covered, passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newslint.audit.articles import Article
    from newslint.audit.engine import SamePair
    from newslint.duplicates.alignment import Run

MOST = 0.8
"""A text of which so much stands in another is taken over as a whole."""

IDENTICAL, NEARLY, WHOLE, PASSAGE = "identical", "nearly", "whole", "passage"
KINDS = (IDENTICAL, NEARLY, WHOLE, PASSAGE)
"""How two articles are alike: equal words; most of either is in the other; most of one is in the other; parts."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles (their numbers) that say the same in places.

    - `passages`: word ranges, in the order of the later article;
    - `words`: how many words of the later article are in them;
    - `of_earlier`, `of_later`: the share of either article's words that are in them, 0 to 1.
    """

    earlier: int
    later: int
    passages: tuple[Passage, ...]
    words: int
    of_earlier: float
    of_later: float

    @property
    def share(self) -> float:
        """How much of the one that has less of its own stands in the other, 0 to 1."""
        return max(self.of_earlier, self.of_later)

    @property
    def kind(self) -> str:
        """One of `KINDS`."""
        if self.of_earlier == self.of_later == 1 and len(self.passages) == 1 and len(self.passages[0].runs) == 1:
            return IDENTICAL
        if min(self.of_earlier, self.of_later) >= MOST:
            return NEARLY
        return WHOLE if self.share >= MOST else PASSAGE

    def other(self, number: int) -> int:
        """The one of the two that is not `number`."""
        return self.later if number == self.earlier else self.earlier

    def in_article(self, number: int) -> list[tuple[int, int]]:
        """The word ranges of the passages in one of the two."""
        return [passage.earlier if number == self.earlier else passage.later for passage in self.passages]


def pair_of(one: Article, other: Article, same: Iterable[tuple[int, int]]) -> Pair:
    """Two articles of which the blocks `same` (of the one, of the other) are the same."""
    if one.is_later_than(other):
        one, other = other, one
        same = [(block, other_block) for other_block, block in same]
    earlier, later = one.sections, other.sections
    matches = _one_each(
        match_of(earlier, later, *blocks) for blocks in sorted(same, key=lambda blocks: (blocks[1], blocks[0]))
    )
    matches += neighbours(matches, earlier, later)
    found = [_aligned(passage, one, other) for passage in passages(matches, earlier, later)]
    found.sort(key=lambda passage: passage.later)
    in_later = covered(passage.later for passage in found)
    in_earlier = covered(passage.earlier for passage in found)
    return Pair(
        one.number, other.number, tuple(found), in_later,
        in_earlier / max(len(earlier.words), 1), in_later / max(len(later.words), 1),
    )  # fmt: skip


def _aligned(passage: Passage, earlier: Article, later: Article) -> Passage:
    """A passage of whose differing stretches the equal words are told, too: short blocks between its sections."""
    runs: list[Run] = []
    a, b = passage.earlier[0], passage.later[0]
    for start_a, start_b, length in (*passage.runs, (passage.earlier[1], passage.later[1], 0)):
        if start_a > a and start_b > b:
            between = align(earlier.words[a:start_a].tolist(), later.words[b:start_b].tolist())
            runs += ((a + i, b + j, n) for i, j, n in between)
        runs.append((start_a, start_b, length))
        a, b = start_a + length, start_b + length
    return Passage(passage.earlier, passage.later, tuple(joined(runs)))


def twin_pair(one: Article, other: Article) -> Pair:
    """Two articles of equal words."""
    if one.is_later_than(other):
        one, other = other, one
    size = len(one.words)
    return Pair(one.number, other.number, (Passage((0, size), (0, size), ((0, 0, size),)),), size, 1.0, 1.0)


def by_texts(pairs: Iterable[SamePair]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Pairs of blocks by the pair of texts that they are of."""
    found: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for text, block, other_text, other_block in pairs:
        found[text, other_text].append((block, other_block))
    return found


def shared_blocks(text: Article, blocks: Sequence[int]) -> float:
    """The share of a text's words that lie in some of its blocks, 0 to 1."""
    bounds = text.bounds
    return sum(bounds[block + 1] - bounds[block] for block in set(blocks)) / max(len(text.words), 1)

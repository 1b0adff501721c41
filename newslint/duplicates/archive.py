"""Which sections of an article are in an archive already: candidates, verified on their words, as passages.

Every store answers the same here: it only says which sections hold a key, and what their words are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from newslint.duplicates import SECTION, archive_keys, similarity
from newslint.duplicates.across import _one_each
from newslint.duplicates.alignment import Match, align, matched
from newslint.duplicates.archive_candidates import same_sections
from newslint.duplicates.candidates import MOST_SECTIONS
from newslint.duplicates.passages import Passage, passages
from newslint.duplicates.sections import Sections
from newslint.duplicates.stores.membership import is_in

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence

    from newslint.duplicates.stores.protocol import Entry, Integers, Keys, Store, StoredArticle, View, Words


@dataclass(frozen=True, slots=True)
class Republished:
    """What an article shares with an archived one.

    `passages` have the archived words as `earlier`, the article's own as `later`, in the order of the latter.
    `own` are the word hashes of the article.
    """

    archived: StoredArticle
    passages: tuple[Passage, ...]
    own: array[int] = field(repr=False)

    @property
    def jaccard(self) -> float:
        """Five-word runs that both whole articles have over those that either has, 0 to 1; exact."""
        return similarity.jaccard(self.own, self.archived.words)

    @property
    def containment(self) -> float:
        """The share of the article's five-word runs that the archived one has, 0 to 1; exact."""
        return similarity.containment(self.own, self.archived.words)

    @property
    def words(self) -> int:
        """How many of the article's words stand in the archived one, in the same order."""
        return sum(matched(passage.runs) for passage in self.passages)

    @property
    def longest(self) -> Passage:
        """The passage with the most equal words; of several the first."""
        return max(self.passages, key=lambda passage: matched(passage.runs))


class Found(NamedTuple):
    """What an archive knows of an article: the fullest match first, then the earliest."""

    matches: list[Republished]
    boilerplate: list[tuple[int, int]]
    """Half-open word ranges, whole blocks, of which most is what more than 64 archived articles have."""


def find(sections: Sections, store: Store, wanted: Callable[[Entry], bool] | None = None) -> Found:
    """What of an article's sections stands in the articles of a store that are `wanted`."""
    if not any(end - start >= SECTION for start, end in pairwise(sections.bounds)):
        return Found([], [])
    with store.reading() as view:
        return _find(sections, view, wanted)


def _find(sections: Sections, view: View, wanted: Callable[[Entry], bool] | None) -> Found:
    words, bounds = np.array(sections.words, dtype=np.uint32), np.array(sections.bounds, dtype=np.int64)
    keys, places, blocks = _asked(words, bounds)
    postings = view.postings(keys)
    boilerplate = _boilerplate(words, bounds, keys[postings.boilerplate])
    own, held = _joined(places, postings.key)
    if not len(own):
        return Found([], boilerplate)
    block, section = blocks[own], postings.section[held]
    order = np.lexsort((section, block))
    block, section, held = block[order], section[order], held[order]
    new = np.concatenate(([True], (block[1:] != block[:-1]) | (section[1:] != section[:-1])))
    block, section, held = block[new], section[new], held[new]
    by_article: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for index in same_sections(sections, block, section, view):
        posting = held[index]
        same = (int(block[index]), int(postings.block[posting]), int(section[index]))
        by_article[int(postings.article[posting])].append(same)
    one_each = np.array([same[0][2] for same in by_article.values()], dtype=np.int64)
    matches = []
    for archived, blocks_of in zip(view.articles(one_each), by_article.values(), strict=True):
        if wanted is None or wanted(archived.entry):
            matches.append(_republished(sections, archived, [(block, other) for block, other, _ in blocks_of]))
    matches.sort(key=_order)
    return Found(matches, boilerplate)


def _asked(words: Words, bounds: Integers) -> tuple[Keys, Integers, Integers]:
    """The distinct keys to ask for, ascending; and the pairs of a key (as its index) and a block, by key.

    A key is asked for the first few blocks that have it, as the run's candidates are.
    """
    asked, blocks = archive_keys.asked(words, bounds)
    order = np.lexsort((blocks, asked))
    asked, blocks = asked[order], blocks[order]
    if not len(asked):
        return asked, blocks, blocks
    new = np.concatenate(([True], asked[1:] != asked[:-1]))
    first = np.flatnonzero(new)
    places = np.cumsum(new) - 1
    kept = np.arange(len(asked)) - first[places] < MOST_SECTIONS
    return asked[first], places[kept], blocks[kept]


def _order(match: Republished) -> tuple[int, str, str]:
    return -match.words, match.archived.entry.published or "", match.archived.entry.id


def _joined(places: Integers, key: Integers) -> tuple[Integers, Integers]:
    """Each index into `places` (a key that is asked for) with each index into `key` (ascending) that has that key."""
    left, right = np.searchsorted(key, places), np.searchsorted(key, places, side="right")
    sizes = right - left
    ends = np.cumsum(sizes)
    step = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - sizes, sizes)
    return np.repeat(np.arange(len(places)), sizes), np.repeat(left, sizes) + step


def _boilerplate(words: Words, bounds: Integers, common: Keys) -> list[tuple[int, int]]:
    """The word ranges of the blocks of whose stored keys at least half are `common` (ascending)."""
    if not len(common):
        return []
    keys, blocks = archive_keys.stored(words, bounds)
    asked = np.bincount(blocks, minlength=len(bounds) - 1)
    held = np.bincount(blocks[is_in(keys, common)], minlength=len(bounds) - 1)
    listed = bounds.tolist()
    return [(listed[block], listed[block + 1]) for block in np.flatnonzero((2 * held >= asked) & (held > 0)).tolist()]


def _republished(sections: Sections, archived: StoredArticle, same: Sequence[tuple[int, int]]) -> Republished:
    """The passages that an article shares with an archived one, of which the blocks `same` (own, archived) match."""
    earlier = Sections(archived.words, archived.bounds, [(0, 0)] * (len(archived.bounds) - 1), [])
    matches = []
    for block, other in sorted(same, key=lambda pair: (pair[1], pair[0])):
        start, other_start = sections.bounds[block], earlier.bounds[other]
        runs = align(earlier.block(other).tolist(), sections.block(block).tolist())
        placed = tuple((other_start + i, start + j, n) for i, j, n in runs)
        matches.append(Match(other, block, placed))
    found = [_realigned(passage, earlier, sections) for passage in passages(_one_each(matches), earlier, sections)]
    return Republished(archived, tuple(sorted(found, key=lambda passage: passage.later)), sections.words)


def _realigned(passage: Passage, earlier: Sections, later: Sections) -> Passage:
    """The passage with its words aligned as a whole: short blocks between its sections count, too."""
    (start_a, end_a), (start_b, end_b) = passage.earlier, passage.later
    if matched(passage.runs) == min(end_a - start_a, end_b - start_b):
        return passage
    runs = align(earlier.words[start_a:end_a].tolist(), later.words[start_b:end_b].tolist())
    return Passage(passage.earlier, passage.later, tuple((start_a + i, start_b + j, n) for i, j, n in runs))

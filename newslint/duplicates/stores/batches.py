"""Articles of a batch laid end to end, and the keys that are stored of them, for stores that take arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newslint.duplicates import SECTION, archive_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newslint.duplicates.stores.protocol import Integers, Keys, Words

_SECTIONS_AT_A_TIME = 2_048
"""Sections whose keys are made together: they stay in the second-level cache."""


class Batch:
    """Articles laid end to end: their words, the bounds of blocks in words, the bounds of articles in blocks."""

    def __init__(self, texts: Iterable[tuple[Sequence[int], Sequence[int]]]) -> None:
        words: list[Words] = []
        bounds: list[Integers] = [np.zeros(1, dtype=np.int64)]
        article_block = [0]
        total = 0
        for own_words, own_bounds in texts:
            words.append(np.asarray(own_words, dtype=np.uint32))
            ends = np.asarray(own_bounds, dtype=np.int64)[1:]
            bounds.append(ends + total)
            total += len(own_words)
            article_block.append(article_block[-1] + len(ends))
        self.words = np.concatenate(words) if words else np.empty(0, dtype=np.uint32)
        self.bounds = np.concatenate(bounds)
        self.article_block = np.array(article_block, dtype=np.int64)
        is_section = np.diff(self.bounds) >= SECTION
        counted = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(is_section)))
        self.sections: Integers = np.diff(counted[self.article_block])
        """How many sections each article has."""

    def keys(self) -> tuple[Keys, Integers]:
        """The stored keys of all blocks, and the block of each."""
        keys, blocks = [], []
        for first in range(0, max(len(self.bounds) - 1, 1), _SECTIONS_AT_A_TIME):
            bounds = self.bounds[first : first + _SECTIONS_AT_A_TIME + 1]
            own, places = archive_keys.stored(self.words[bounds[0] : bounds[-1]], bounds - bounds[0])
            keys.append(own)
            blocks.append(places + first)
        return np.concatenate(keys), np.concatenate(blocks)

    def postings(self, numbers: Integers) -> tuple[Integers, Integers, Integers]:
        """Keys, article numbers and blocks in the article, given the number of each article."""
        keys, blocks = self.keys()
        article = np.searchsorted(self.article_block, blocks, side="right") - 1
        return keys.astype(np.int64), numbers[article], blocks - self.article_block[article]

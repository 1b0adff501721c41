"""The engine in this process's memory: keys of all sections sorted in numpy, candidates verified on their words.

Some 20 bytes a stored key (four to five keys a section), beside the word hashes themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from newslint.audit.engine import Frequent, Same, SamePair
from newslint.duplicates import SECTION, SHINGLE, batch
from newslint.duplicates.archive_candidates import LEAST_SHARED, LEAST_SHARED_RUN
from newslint.duplicates.archive_keys import asked, stored
from newslint.duplicates.candidates import MOST_ARTICLES, MOST_SECTIONS
from newslint.duplicates.keys import SHORT
from newslint.duplicates.stores.membership import is_in
from newslint.duplicates.verification import is_same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from newslint.audit.articles import Article
    from newslint.audit.engine import Progress

    Integers = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    Words = NDArray[np.uint32]
    Keys = NDArray[np.uint64]

TEXTS_A_BATCH = 2_000
"""Texts whose keys are made at once."""
PAIRS_A_BATCH = 20_000
"""Candidates whose shared shingles are counted at once."""
ROWS_A_BATCH = 2_000_000
"""Candidates that are made at once, before those named twice are dropped."""

_32 = np.int64(32)


def same_sections(texts: Sequence[Article], progress: Progress | None = None) -> Same:
    """As `Engine` says. `progress` is told how many candidates are verified, and of how many."""
    table = _Table(texts)
    if not len(table.section):
        return Same()
    pairs: list[SamePair] = []
    candidates = table.candidates()
    for start in range(0, len(candidates), PAIRS_A_BATCH):
        some = candidates[start : start + PAIRS_A_BATCH]
        pairs += table.verified(some >> _32, some & np.int64(0xFFFF_FFFF))
        if progress is not None:
            progress(min(start + PAIRS_A_BATCH, len(candidates)), len(candidates))
    return Same(pairs, table.frequent())


class _Table:
    """The keys of all sections, by key. A section is named by its place among all blocks of all texts."""

    def __init__(self, texts: Sequence[Article]) -> None:
        self.texts = texts
        sizes = np.fromiter((len(text.bounds) - 1 for text in texts), dtype=np.int64, count=len(texts))
        self.first = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))
        keys: list[Keys] = [np.zeros(0, dtype=np.uint64)]
        blocks: list[Integers] = [np.zeros(0, dtype=np.int64)]
        flags: list[Flags] = [np.zeros(0, dtype=np.bool_)]
        for start in range(0, len(texts), TEXTS_A_BATCH):
            for key, block, is_stored in _keys(*_joined(texts[start : start + TEXTS_A_BATCH])):
                keys.append(key)
                blocks.append(block + self.first[start])
                flags.append(is_stored)
        key, section, is_stored = np.concatenate(keys), np.concatenate(blocks), np.concatenate(flags)
        order = np.lexsort((~is_stored, section, key))
        key, section, is_stored = key[order], section[order], is_stored[order]
        new = _is_new(key) | _is_new(section)  # what a section stores it need not ask for
        self.key, self.section, self.is_stored = key[new], section[new], is_stored[new]
        self.text = np.searchsorted(self.first, self.section, side="right") - 1
        self._part()

    def _part(self) -> None:
        """Where each key's rows start and end, of those keys that two texts have; and which of these too many have."""
        new_key = _is_new(self.key)
        start = np.flatnonzero(new_key)
        end = np.append(start[1:], len(self.key))[: len(start)]
        new_text = new_key | _is_new(self.text)
        texts = np.add.reduceat(new_text.astype(np.int64), start) if len(start) else start
        of_row = np.cumsum(new_text) - 1
        is_holding = np.zeros(len(of_row), dtype=np.bool_)  # the first row of a key and a text that stores it
        is_holding[np.flatnonzero(self.is_stored)[_is_new(of_row[self.is_stored])]] = True
        holding = np.add.reduceat(is_holding.astype(np.int64), start) if len(start) else start
        shared = texts > 1
        self.start, self.end, self.is_frequent = start[shared], end[shared], holding[shared] > MOST_ARTICLES

    def candidates(self) -> Integers:
        """The distinct pairs of sections of different texts that share a key, as lower section << 32 | higher one."""
        start, end = self.start[~self.is_frequent], self.end[~self.is_frequent]
        found = [np.zeros(0, dtype=np.int64)]
        size = end - start
        for rows in np.unique(size).tolist():
            own = start[size == rows]
            if rows > 2 * MOST_SECTIONS:
                for first in own.tolist():
                    found.append(self._pairs(self._few_of_each(first, first + rows)[None, :]))
                continue
            step = max(ROWS_A_BATCH // (rows * rows), 1)
            for at in range(0, len(own), step):
                found.append(self._pairs(own[at : at + step, None] + np.arange(rows)))
        return _distinct(np.concatenate(found))

    def _few_of_each(self, start: int, end: int) -> Integers:
        """Of the rows of one key, the first few of each text."""
        text = self.text[start:end]
        new = _is_new(text)
        first = np.flatnonzero(new)
        place = np.arange(len(text)) - first[np.cumsum(new) - 1]
        return start + np.flatnonzero(place < MOST_SECTIONS)

    def _pairs(self, rows: Integers) -> Integers:
        """Every two columns of `rows` (a key each): sections of different texts of which one stores the key."""
        left, right = np.triu_indices(rows.shape[1], 1)
        a, b = rows[:, left].ravel(), rows[:, right].ravel()
        kept = (self.text[a] != self.text[b]) & (self.is_stored[a] | self.is_stored[b])
        a, b = self.section[a[kept]], self.section[b[kept]]
        return _distinct((np.minimum(a, b) << _32) | np.maximum(a, b))

    def verified(self, a: Integers, b: Integers) -> Iterator[SamePair]:
        """Which of the pairs of sections (`a[i]`, `b[i]`) are the same."""
        sections, places = np.unique(np.concatenate((a, b)), return_inverse=True)
        of_a, of_b = places[: len(a)], places[len(a) :]
        text = np.searchsorted(self.first, sections, side="right") - 1
        named = list(zip(text.tolist(), (sections - self.first[text]).tolist(), strict=True))
        words = []
        for number, block in named:
            of_text = self.texts[number]
            words.append(of_text.words[of_text.bounds[block] : of_text.bounds[block + 1]])
        likely = _likely(words, of_a, of_b)
        for one, other in zip(of_a[likely].tolist(), of_b[likely].tolist(), strict=True):
            x, y = words[one], words[other]
            if x == y or is_same(x.tolist(), y.tolist()):
                yield SamePair(*named[one], *named[other])

    def frequent(self) -> list[Frequent]:
        """The sections of whose stored keys too many texts have at least half."""
        bounds = zip(self.start[self.is_frequent].tolist(), self.end[self.is_frequent].tolist(), strict=True)
        rows = [np.arange(first, last)[self.is_stored[first:last]] for first, last in bounds]
        if not rows:
            return []
        row = np.concatenate(rows)
        row = row[np.argsort(self.section[row], kind="stable")]
        sections, first, held = np.unique(self.section[row], return_index=True, return_counts=True)
        stored_rows = self.section[self.is_stored]
        own = np.searchsorted(sections, stored_rows[is_in(stored_rows, sections)])
        in_all = np.bincount(own, minlength=len(sections))
        kept = 2 * held >= in_all
        keys = self.key[row].tolist()
        text = np.searchsorted(self.first, sections, side="right") - 1
        block = sections - self.first[text]
        return [
            Frequent(of_text, place, tuple(keys[start : start + size]))
            for of_text, place, start, size in zip(
                text[kept].tolist(), block[kept].tolist(), first[kept].tolist(), held[kept].tolist(), strict=True
            )
        ]


def _is_new(values: NDArray[Any]) -> Flags:
    """Which values differ from the one before them."""
    new = np.ones(len(values), dtype=np.bool_)
    new[1:] = values[1:] != values[:-1]
    return new


def _distinct(values: Integers) -> Integers:
    """The values, each once, ascending. `np.unique` hashes, which takes 15 times as long for numbers of two halves."""
    values = np.sort(values)
    return values[_is_new(values)]


def _joined(texts: Sequence[Article]) -> tuple[Words, Integers]:
    """The words of texts end to end, and the bounds of all their blocks."""
    words = np.frombuffer(b"".join(text.words.tobytes() for text in texts), dtype=np.uint32)
    sizes = np.concatenate([np.diff(np.frombuffer(text.bounds, dtype=np.uint32)) for text in texts]).astype(np.int64)
    return words, np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))


def _keys(hashes: Words, bounds: Integers) -> Iterator[tuple[Keys, Integers, Flags]]:
    """The keys of sections and the block of each: those stored, and those that short sections only ask for.

    Long sections need not ask: two that match have a stored fingerprint in common.
    """
    sizes = np.diff(bounds)
    key, block = stored(hashes, bounds)
    yield key, block, np.ones(len(key), dtype=np.bool_)
    short = np.flatnonzero((sizes >= SECTION) & (sizes <= SHORT + 1))
    own = sizes[short]
    short_bounds = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(own)))
    words = hashes[np.repeat(bounds[short] - short_bounds[:-1], own) + np.arange(short_bounds[-1])]
    key, block = asked(words, short_bounds)
    # of 15 words there are fingerprints, too, and some of them are stored
    yield key, short[block], np.zeros(len(key), dtype=np.bool_)


def _likely(words: Sequence[Sequence[int]], a: Integers, b: Integers) -> Integers:
    """The pairs of sections (indices into `words`) that may match by the number of shingles that they share.

    Two shingles of one 32-bit hash count as equal, so that the number is never less than the true one.
    """
    sizes = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    bounds = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))
    hashes = np.frombuffer(b"".join(part.tobytes() for part in words), dtype=np.uint32)  # type: ignore[attr-defined]
    counts = np.maximum(sizes - (SHINGLE - 1), 0)
    ends = np.cumsum(counts)
    places = np.arange(int(ends[-1])) + np.repeat(bounds[:-1] - (ends - counts), counts)
    section = np.repeat(np.arange(len(sizes)), counts)
    own = _distinct((section << _32) | batch.shingles(hashes)[places].astype(np.int64))
    of_each = np.bincount(own >> _32, minlength=len(sizes))
    first = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(of_each)))
    pair = np.repeat(np.arange(len(a)), of_each[a])
    step = np.arange(len(pair)) - np.repeat(np.cumsum(of_each[a]) - of_each[a], of_each[a])
    wanted = (b[pair] << _32) | (own[first[a][pair] + step] & np.int64(0xFFFF_FFFF))
    shared = np.bincount(pair[is_in(wanted, own)], minlength=len(a))
    # where a section repeats itself, a run of 25 words may have any number of distinct shingles
    repeats = (of_each < counts)[b] | (of_each < counts)[a]
    least = np.minimum(np.where(repeats, 1, LEAST_SHARED_RUN), LEAST_SHARED * np.minimum(of_each[a], of_each[b]))
    is_short = np.minimum(sizes[a], sizes[b]) <= SHORT
    return np.flatnonzero(np.where(is_short, np.abs(sizes[a] - sizes[b]) <= 1, shared >= least))

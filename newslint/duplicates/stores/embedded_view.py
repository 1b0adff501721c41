"""One state of an embedded store: its segments, its newest articles, and which articles no longer count."""

from __future__ import annotations

import zlib
from array import array
from typing import TYPE_CHECKING

import numpy as np

from newslint.duplicates.candidates import MOST_ARTICLES, MOST_SECTIONS
from newslint.duplicates.stores.membership import is_in
from newslint.duplicates.stores.protocol import Postings, StoredArticle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.duplicates.stores.catalogue import Catalogue
    from newslint.duplicates.stores.protocol import Integers, Keys, Words
    from newslint.duplicates.stores.segments import Segment

_PART = 40
"""A section's number is the part it lies in, times 2**40, plus its block there; the newest articles are the last part."""
_PLACE = (1 << _PART) - 1
_ARTICLES_AT_A_TIME = 500


class EmbeddedView:
    """A `View`. Good for one generation of the catalogue, within a transaction of it."""

    def __init__(self, catalogue: Catalogue, generation: int, segments: Mapping[int, Segment], dead: Integers) -> None:
        self.generation = generation
        self.by_number = dict(segments)
        self.dead = dead
        self._catalogue = catalogue
        self._parts = list(self.by_number.values())
        self._newest: list[tuple[int, int]] = []
        self._recent: dict[int, tuple[array[int], array[int]]] = {}

    def start(self) -> None:
        """Forget what an earlier transaction found of the newest articles."""
        self._newest.clear()
        self._recent.clear()

    def postings(self, keys: Keys) -> Postings:
        """As `View.postings` says."""
        none = np.empty(0, dtype=np.int64)
        found: list[tuple[Integers, Integers, Integers, Integers]] = [(none, none, none, none)]
        boilerplate = [none]
        for part, segment in enumerate(self._parts):
            key, place, too_many = segment.find(keys, self.dead)
            article, block = segment.numbers_of(place)
            found.append((key, article, block, place | part << _PART))
            boilerplate.append(too_many)
        found.append(self._newest_postings(keys))
        key, article, block, section = (np.concatenate(column) for column in zip(*found, strict=True))
        if len(self.dead):
            living = ~is_in(article, self.dead)
            key, article, block, section = key[living], article[living], block[living], section[living]
        return capped(key, article, block, section, np.concatenate(boilerplate))

    def _newest_postings(self, keys: Keys) -> tuple[Integers, Integers, Integers, Integers]:
        listed = keys.tolist()
        rows = list(self._catalogue.postings(listed))
        if not rows:
            none = np.empty(0, dtype=np.int64)
            return none, none, none, none
        index = {key: place for place, key in enumerate(listed)}
        key, article, block = np.array([(index[key], number, block) for key, number, block in rows], dtype=np.int64).T
        first = len(self._newest)
        self._newest += [(number, block) for _, number, block in rows]
        section = np.arange(first, len(self._newest)) | len(self._parts) << _PART
        return key, article, block, section

    def words(self, sections: Integers) -> tuple[Words, Integers]:
        """As `View.words` says."""
        parts, places = sections >> _PART, sections & _PLACE
        starts = np.zeros(len(sections), dtype=np.int64)
        sizes = np.zeros(len(sections), dtype=np.int64)
        of_parts = [(part, np.flatnonzero(parts == part)) for part in np.unique(parts).tolist()]
        newest: array[int] = array("I")
        for part, own in of_parts:
            if part < len(self._parts):
                block_start = self._parts[part].block_start
                starts[own] = block_start[places[own]]
                sizes[own] = block_start[places[own] + 1] - starts[own]
            else:
                for index, place in zip(own.tolist(), places[own].tolist(), strict=True):
                    number, block = self._newest[place]
                    words, bounds = self._recent_article(number)
                    starts[index], sizes[index] = len(newest), bounds[block + 1] - bounds[block]
                    newest += words[bounds[block] : bounds[block + 1]]
        result = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))
        hashes = np.empty(int(result[-1]), dtype=np.uint32)
        for part, own in of_parts:
            source = self._parts[part].words if part < len(self._parts) else np.array(newest, dtype=np.uint32)
            step = _steps(sizes[own])
            hashes[np.repeat(result[own], sizes[own]) + step] = source[np.repeat(starts[own], sizes[own]) + step]
        return hashes, result

    def articles(self, sections: Integers) -> list[StoredArticle]:
        """As `View.articles` says."""
        found: list[tuple[int, array[int], list[int]]] = []
        for section in sections.tolist():
            part, place = section >> _PART, section & _PLACE
            if part < len(self._parts):
                segment = self._parts[part]
                number, words, bounds = segment.article(int(segment.block_article[place]))
                found.append((number, array("I", words.tobytes()), bounds.tolist()))
            else:
                number = self._newest[place][0]
                own, own_bounds = self._recent_article(number)
                found.append((number, own, own_bounds.tolist()))
        return list(self._entered(found))

    def everything(self) -> Iterator[StoredArticle]:
        """All articles."""
        waiting: list[tuple[int, array[int], list[int]]] = []
        dead = set(self.dead.tolist())
        for number, words, bounds in self._texts():
            if number not in dead:
                waiting.append((number, words, bounds))
            if len(waiting) >= _ARTICLES_AT_A_TIME:
                yield from self._entered(waiting)
                waiting.clear()
        yield from self._entered(waiting)

    def _texts(self) -> Iterator[tuple[int, array[int], list[int]]]:
        for segment in self._parts:
            for number, words, bounds in segment:
                yield number, array("I", words.tobytes()), bounds.tolist()
        for number, (own, own_bounds) in self._catalogue.recent().items():
            yield number, own, own_bounds.tolist()

    def _entered(self, texts: list[tuple[int, array[int], list[int]]]) -> Iterator[StoredArticle]:
        numbers = [number for number, _, _ in texts]
        entries, proses = self._catalogue.entries(numbers), self._catalogue.texts(numbers)
        for number, words, bounds in texts:
            entry, content = entries[number]
            prose = zlib.decompress(proses[number]).decode("utf-8", "surrogatepass") if number in proses else None
            yield StoredArticle(number, entry, content, words, bounds, prose)

    def _recent_article(self, number: int) -> tuple[array[int], array[int]]:
        known = self._recent.get(number)
        if known is None:
            known = self._recent[number] = self._catalogue.recent([number])[number]
        return known


def _steps(sizes: Integers) -> Integers:
    """0, 1, 2 ... for each size, one after the other."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) - np.repeat(ends - sizes, sizes)


def capped(key: Integers, article: Integers, block: Integers, section: Integers, boilerplate: Integers) -> Postings:
    """Postings in order, without those of keys that are boilerplate or turn out to be, and of an article's many blocks the first."""
    order = np.lexsort((block, article, key))
    key, article, block, section = key[order], article[order], block[order], section[order]
    if not len(key):
        return Postings(key, article, block, section, np.unique(boilerplate))
    new = np.concatenate(([True], (key[1:] != key[:-1]) | (article[1:] != article[:-1])))
    holding = np.bincount(key[new])
    boilerplate = np.union1d(boilerplate, np.flatnonzero(holding > MOST_ARTICLES))
    first = np.flatnonzero(new)
    rank = np.arange(len(key)) - np.repeat(first, np.diff(np.append(first, len(key))))
    kept = (rank < MOST_SECTIONS) & ~is_in(key, boilerplate)
    return Postings(key[kept], article[kept], block[kept], section[kept], boilerplate)

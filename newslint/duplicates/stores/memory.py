"""The store in plain Python, in memory: the specification that the other stores are tested against."""

from __future__ import annotations

from array import array
from collections import defaultdict
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from newslint.duplicates import SCHEME_VERSION, SECTION, keys
from newslint.duplicates.archive_keys import shortened
from newslint.duplicates.candidates import MOST_ARTICLES, MOST_SECTIONS
from newslint.duplicates.stores.protocol import Info, Postings, StoredArticle

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from newslint.duplicates.stores.protocol import Integers, Keys, NewArticle, Words


class MemoryStore:
    """Keeps everything in dictionaries. A section's number is its article's, times 2**20, plus its block."""

    def __init__(self) -> None:
        self._articles: dict[int, StoredArticle] = {}
        self._numbers: dict[str, int] = {}
        self._postings: dict[int, set[tuple[int, int]]] = defaultdict(set)
        self._next = 1

    @contextmanager
    def reading(self) -> Iterator[MemoryStore]:
        """The store itself."""
        yield self

    def postings(self, keys: Keys) -> Postings:
        """As `View.postings` says."""
        found: list[tuple[int, int, int]] = []
        boilerplate = []
        for index, key in enumerate(keys.tolist()):
            holding = self._postings.get(key, set())
            if len({article for article, _ in holding}) > MOST_ARTICLES:
                boilerplate.append(index)
                continue
            given: dict[int, int] = defaultdict(int)
            for article, block in sorted(holding):
                if given[article] < MOST_SECTIONS:
                    given[article] += 1
                    found.append((index, article, block))
        table = np.array(found, dtype=np.int64).reshape(-1, 3)
        key_index, article_number, block_index = table.T
        section = (article_number << 20) + block_index
        return Postings(key_index, article_number, block_index, section, np.array(boilerplate, dtype=np.int64))

    def words(self, sections: Integers) -> tuple[Words, Integers]:
        """As `View.words` says."""
        words: array[int] = array("I")
        bounds = [0]
        for section in sections.tolist():
            article, block = self._articles[section >> 20], section & (1 << 20) - 1
            words.extend(article.words[article.bounds[block] : article.bounds[block + 1]])
            bounds.append(len(words))
        return np.array(words, dtype=np.uint32), np.array(bounds, dtype=np.int64)

    def articles(self, sections: Integers) -> list[StoredArticle]:
        """As `View.articles` says."""
        return [self._articles[section >> 20] for section in sections.tolist()]

    def known(self, ids: Collection[str]) -> dict[str, int]:
        """As `Store.known` says."""
        return {id: self._articles[self._numbers[id]].content for id in ids if id in self._numbers}

    def add(self, articles: Sequence[NewArticle]) -> None:
        """As `Store.add` says."""
        for new in articles:
            self.remove([new.entry.id])
            number, self._next = self._next, self._next + 1
            stored = StoredArticle(number, new.entry, new.content, new.words, list(new.bounds), new.prose)
            self._articles[number] = stored
            self._numbers[new.entry.id] = number
            for key, block in _keys(stored):
                self._postings[key].add((number, block))

    def remove(self, ids: Collection[str]) -> int:
        """As `Store.remove` says."""
        gone = [self._numbers.pop(id) for id in set(ids) if id in self._numbers]
        for number in gone:
            for key, block in _keys(self._articles.pop(number)):
                self._postings[key].discard((number, block))
        return len(gone)

    def everything(self) -> Iterator[StoredArticle]:
        """As `Store.everything` says."""
        yield from self._articles.values()

    def info(self) -> Info:
        """Sizes; a memory's bytes are those of its word hashes."""
        articles = self._articles.values()
        sections = sum(end - start >= SECTION for article in articles for start, end in pairwise(article.bounds))
        size = sum(4 * len(article.words) for article in articles)
        texts = sum(article.prose is not None for article in articles)
        return Info("", "memory", len(articles), sections, size, SCHEME_VERSION, 0, 0, 0, texts)

    def compact(self) -> None:
        """Nothing to do."""

    def close(self) -> None:
        """Nothing to do."""


def _keys(article: StoredArticle) -> Iterator[tuple[int, int]]:
    """The keys that are stored of an article, with the block of each."""
    for block, (start, end) in enumerate(pairwise(article.bounds)):
        if end - start >= SECTION:
            for key in keys.stored(article.words[start:end].tolist()):
                yield shortened(key), block

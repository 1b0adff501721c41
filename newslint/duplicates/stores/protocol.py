"""What a store is: it takes articles in batches, and answers which sections hold a key, and what they say.

A store decides nothing. Which sections match is for `newslint.duplicates.archive` alone, so that all stores
find the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from array import array
    from collections.abc import Collection, Iterator, Sequence
    from contextlib import AbstractContextManager

    import numpy as np
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Keys = NDArray[np.uint64]
    Words = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the catalogue says of an article.

    - `id`: names the article for ever; adding it again replaces it;
    - `published`: ISO 8601 without a zone, compared as text;
    - `credit`: who supplied it, where it says so;
    - `versions`: ids of other articles that it may repeat.
    """

    id: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    credit: str | None = None
    versions: tuple[str, ...] = ()


class NewArticle(NamedTuple):
    """An article to be kept: its word hashes in text order, and where the words of each block start and end.

    `content` is a 64-bit number (signed) of everything that was added, to tell whether it has changed.
    `prose` is the text itself, blocks parted by a blank line, only where it is to be kept.
    """

    entry: Entry
    content: int
    words: array[int]
    bounds: Sequence[int]
    prose: str | None = None


class StoredArticle(NamedTuple):
    """An article as it is kept."""

    number: int
    entry: Entry
    content: int
    words: array[int]
    bounds: list[int]
    prose: str | None


class Postings(NamedTuple):
    """Which sections hold which keys: four numbers a posting, ordered by key, article and block.

    - `key`: index of the key among those asked for;
    - `article`: the number of the article;
    - `block`: the block of the article, from 0;
    - `section`: what `View.words` and `View.articles` take, a number that has a meaning for the store alone.

    `boilerplate` are the indices of the keys that more than `MOST_ARTICLES` articles hold: they have no posting.
    Of an article not more than the first `MOST_SECTIONS` blocks are given for one key.
    """

    key: Integers
    article: Integers
    block: Integers
    section: Integers
    boilerplate: Integers


class View(Protocol):
    """One state of the store: nothing that is added or removed meanwhile shows."""

    def postings(self, keys: Keys) -> Postings:
        """The postings of keys (48 bits, distinct)."""

    def words(self, sections: Integers) -> tuple[Words, Integers]:
        """The word hashes of sections, end to end, and their bounds: one more than sections."""

    def articles(self, sections: Integers) -> list[StoredArticle]:
        """For each section the article that it is of."""


@dataclass(frozen=True, slots=True)
class Info:
    """What there is to say of a store."""

    place: str
    kind: str
    articles: int
    sections: int
    bytes: int
    scheme: int
    segments: int
    waiting: int
    """Sections that no segment holds yet."""
    removed: int
    """Articles removed or replaced that still take room."""
    texts: int
    """Articles whose text is kept."""


class Store(Protocol):
    """An archive's memory. One process writes; others may read meanwhile. Every method raises `StoreError`."""

    def reading(self) -> AbstractContextManager[View]:
        """A view of the store as it is now; one at a time in a process."""

    def known(self, ids: Collection[str]) -> dict[str, int]:
        """Of some ids those that are kept, with the `content` of their articles."""

    def add(self, articles: Sequence[NewArticle]) -> None:
        """Keep articles, in place of those of the same ids: all of them or, if this fails, none.

        When it returns they outlast the process.
        """

    def remove(self, ids: Collection[str]) -> int:
        """Forget articles; how many there were."""

    def everything(self) -> Iterator[StoredArticle]:
        """All articles, in the order of their numbers as far as that costs nothing."""

    def info(self) -> Info:
        """Sizes and versions."""

    def compact(self) -> None:
        """Put everything into the form that is smallest and quickest to read."""

    def close(self) -> None:
        """Let go of files and locks."""

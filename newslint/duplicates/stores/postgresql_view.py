"""What a transaction sees of an index in PostgreSQL."""

from __future__ import annotations

import zlib
from array import array
from typing import TYPE_CHECKING, Any

import numpy as np

from newslint.duplicates.candidates import MOST_ARTICLES
from newslint.duplicates.stores import postgresql_tables as tables
from newslint.duplicates.stores.embedded_view import capped
from newslint.duplicates.stores.protocol import Entry, StoredArticle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.duplicates.stores.postgresql_connection import Connection
    from newslint.duplicates.stores.protocol import Integers, Keys, Postings, Words


class PostgreSQLView:
    """A `View`, good for one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._words: dict[int, bytes] = {}

    def postings(self, keys: Keys) -> Postings:
        """As `View.postings` says. The words of the sections come along."""
        listed = keys.tolist()
        key: list[int] = []
        section: list[int] = []
        boilerplate: list[int] = []
        for place, sections, words in self._rows(tables.POSTINGS, [listed]):
            if words is not None:
                self._words[place] = words
                continue
            if sections is not None and len(sections) > tables.MOST_ROWS:
                sections = self._crowd(listed[place - 1])
            if sections is None:
                boilerplate.append(place - 1)
            else:
                key += [place - 1] * len(sections)
                section += sections
        found = np.array(section, dtype=np.int64)
        return capped(
            np.array(key, dtype=np.int64), found >> tables.BLOCK_BITS, found & (1 << tables.BLOCK_BITS) - 1, found,
            np.array(boilerplate, dtype=np.int64),
        )  # fmt: skip

    def _crowd(self, key: int) -> list[int] | None:
        """The first sections of each article that holds a key that some hold very often; None for boilerplate."""
        rows = self._connection.execute(tables.CROWD, {"key": key}, binary=True).fetchall()
        return None if len(rows) > MOST_ARTICLES else [section for (sections,) in rows for section in sections]

    def words(self, sections: Integers) -> tuple[Words, Integers]:
        """As `View.words` says."""
        listed = sections.tolist()
        missing = list({section for section in listed if section not in self._words})
        if missing:
            self._words.update(self._rows(tables.WORDS, [missing]))
        parts = [self._words[section] for section in listed]
        bounds = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum([len(part) // 4 for part in parts], dtype=np.int64)))
        return np.frombuffer(b"".join(parts), dtype="<u4").astype(np.uint32), bounds

    def articles(self, sections: Integers) -> list[StoredArticle]:
        """As `View.articles` says."""
        numbers = (sections >> tables.BLOCK_BITS).tolist()
        found = {row[0]: row for row in self._rows(tables.ARTICLES, [list(set(numbers))])}
        return [stored_article(found[number]) for number in numbers]

    def _rows(self, statement: str, values: Sequence[Any]) -> list[Any]:
        return self._connection.execute(statement.encode(), values, prepare=True, binary=True).fetchall()


def stored_article(row: tuple[Any, ...]) -> StoredArticle:
    """An article of its row in the catalogue."""
    number, id, content, title, url, published, credit, versions, words, bounds, prose = row
    entry = Entry(id, title, url, published, credit, tuple(versions or ()))
    text = None if prose is None else zlib.decompress(prose).decode("utf-8", "surrogatepass")
    return StoredArticle(number, entry, content, words_of(words), bounds, text)


def little_endian(words: array[int]) -> bytes:
    """Word hashes as the database keeps them."""
    return np.asarray(words, dtype="<u4").tobytes()


def words_of(data: bytes) -> array[int]:
    """Word hashes from what the database keeps."""
    return array("I", np.frombuffer(data, dtype="<u4").astype(np.uint32).tobytes())

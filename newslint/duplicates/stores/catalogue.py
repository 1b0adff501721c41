"""The SQLite file of an embedded store: what the articles are, and the newest of them whole.

Texts that a newsroom may not have (title, url ...) are NULL. Ids are found by a 64-bit hash, which takes a
third of the room that a second copy of each would.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import numpy as np

from newslint.duplicates import SCHEME_VERSION
from newslint.duplicates.stores.errors import StoreError
from newslint.duplicates.stores.protocol import Entry
from newslint.duplicates.stores.segments import LAYOUT_VERSION, check_version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from newslint.duplicates.stores.protocol import Integers, NewArticle

APPLICATION = 0x6E6C6978
"""SQLite's mark of what kind of file it is: `nlix`."""

_SCHEMA = """
CREATE TABLE header (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE article (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, id_hash INTEGER NOT NULL, content INTEGER NOT NULL,
    sections INTEGER NOT NULL, title TEXT, url TEXT, published TEXT, credit TEXT, versions TEXT
);
CREATE INDEX article_id ON article (id_hash);
CREATE TABLE segment (
    number INTEGER PRIMARY KEY, articles INTEGER NOT NULL, rows INTEGER NOT NULL, bytes INTEGER NOT NULL
);
CREATE TABLE dead (number INTEGER PRIMARY KEY);
CREATE TABLE recent (number INTEGER PRIMARY KEY, words BLOB NOT NULL, bounds BLOB NOT NULL);
CREATE TABLE posting (
    key INTEGER NOT NULL, number INTEGER NOT NULL, block INTEGER NOT NULL, PRIMARY KEY (key, number, block)
) WITHOUT ROWID;
CREATE TABLE text (number INTEGER PRIMARY KEY, prose BLOB NOT NULL);
"""

_COUNTERS = ("generation", "next_article", "next_segment", "articles", "sections", "waiting")
"""Numbers in `header`: of the last change, of what comes next, and how many there are now (`waiting`: sections in
no segment yet)."""

_ENTRY = "number, id, content, title, url, published, credit, versions"
_PATIENCE = 30
"""Seconds that a statement waits for another's transaction."""
_MAPPED = 1 << 30
"""Bytes of the file that a reader maps: what another process changes need not be read again."""


def create(path: Path) -> None:
    """Make an empty catalogue. Raises `sqlite3.Error`."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)
        header = {**dict.fromkeys(_COUNTERS, 0), "scheme": SCHEME_VERSION, "layout": LAYOUT_VERSION}
        header["next_article"] = header["next_segment"] = 1
        connection.executemany("INSERT INTO header VALUES (?, ?)", header.items())
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("COMMIT")
    finally:
        connection.close()


class Catalogue:
    """An open catalogue. Transactions are the caller's: `begin`, `commit`, `undo`."""

    def __init__(self, path: Path, write: bool) -> None:
        self._path = path
        self._connection = self._open(path, write)
        try:
            (application,) = self._connection.execute("PRAGMA application_id").fetchone()
            header = self.header() if application == APPLICATION else {}
        except sqlite3.DatabaseError as error:
            self._connection.close()
            raise StoreError(str(path), f"cannot be read: {error}") from None
        except BaseException:
            self._connection.close()
            raise
        if application != APPLICATION:
            self._connection.close()
            raise StoreError(str(path.parent), "is no index of newslint")
        try:
            check_version(str(path.parent), header["scheme"], header["layout"])
        except StoreError:
            self._connection.close()
            raise

    def _open(self, path: Path, write: bool) -> sqlite3.Connection:
        connection = None
        for mode in ("rw",) if write else ("ro", "ro&immutable=1"):
            try:
                connection = sqlite3.connect(
                    f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=_PATIENCE,
                    check_same_thread=False,
                )  # fmt: skip
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
                if write:
                    connection.execute("PRAGMA synchronous = FULL")
                connection.execute("PRAGMA cache_size = -16384")
                connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
                return connection
            except sqlite3.OperationalError as error:  # a folder that may not be written cannot hold the log's index
                if connection is not None:
                    connection.close()
                failure = error
            except sqlite3.DatabaseError as error:
                if connection is not None:
                    connection.close()
                raise StoreError(str(path), f"cannot be read: {error}") from None
        raise StoreError(str(path), f"cannot be opened: {failure}")

    def begin(self, write: bool = False) -> None:
        """Start a transaction; a reading one sees the file as it is at its first reading."""
        self._connection.execute("BEGIN IMMEDIATE" if write else "BEGIN")

    def commit(self) -> None:
        """Make the transaction last."""
        self._connection.execute("COMMIT")

    def undo(self) -> None:
        """Take the transaction back, if one is open."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def header(self) -> dict[str, int]:
        """Versions and counters."""
        return dict(self._connection.execute("SELECT name, value FROM header"))

    def count(self, **changes: int) -> None:
        """Add to counters; a change of any is a new generation."""
        self._connection.executemany(
            "UPDATE header SET value = value + ? WHERE name = ?",
            [(change, name) for name, change in {**changes, "generation": 1}.items()],
        )

    def generation(self) -> int:
        """The number of the last change."""
        (value,) = self._connection.execute("SELECT value FROM header WHERE name = 'generation'").fetchone()
        return int(value)

    # -- segments

    def segments(self) -> list[tuple[int, int]]:
        """Number and rows of each segment, in the order in which they were written."""
        return self._connection.execute("SELECT number, rows FROM segment ORDER BY number").fetchall()

    def add_segment(self, number: int, articles: int, rows: int, size: int) -> None:
        """Name a segment that is on disk."""
        self._connection.execute("INSERT INTO segment VALUES (?, ?, ?, ?)", (number, articles, rows, size))

    def drop_segments(self, numbers: Iterable[int]) -> None:
        """Name segments no more."""
        self._connection.executemany("DELETE FROM segment WHERE number = ?", [(n,) for n in numbers])

    def dead(self) -> Integers:
        """The numbers, ascending, of articles in segments that were removed or replaced."""
        return np.array(
            [n for (n,) in self._connection.execute("SELECT number FROM dead ORDER BY number")], dtype=np.int64
        )

    def count_dead(self) -> int:
        """How many those are."""
        (count,) = self._connection.execute("SELECT count(*) FROM dead").fetchone()
        return int(count)

    def bury(self, numbers: Iterable[int]) -> None:
        """Forget dead articles that no segment holds any longer."""
        self._connection.executemany("DELETE FROM dead WHERE number = ?", [(n,) for n in numbers])

    # -- articles

    def numbers_of(self, ids: Iterable[str]) -> dict[str, tuple[int, int, int]]:
        """Of some ids those that are kept: number, content, sections."""
        hashes: dict[int, set[str]] = {}
        for id in ids:
            hashes.setdefault(id_hash(id), set()).add(id)
        found = self._in("SELECT id, number, content, sections, id_hash FROM article WHERE id_hash IN", hashes)
        return {id: (number, content, sections) for id, number, content, sections, key in found if id in hashes[key]}

    def add_articles(self, articles: Iterable[tuple[int, NewArticle, int]]) -> None:
        """Enter articles: number, article, sections."""
        self._connection.executemany(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    number, entry.id, id_hash(entry.id), content, sections, entry.title, entry.url, entry.published,
                    entry.credit, json.dumps(entry.versions) if entry.versions else None,
                )
                for number, (entry, content, _, _, _), sections in articles
            ],
        )  # fmt: skip

    def remove_articles(self, numbers: Sequence[int]) -> None:
        """Strike articles out, and say that the segments that hold them hold them no longer."""
        rows = [(number,) for number in numbers]
        recent = {number for (number,) in self._in("SELECT number FROM recent WHERE number IN", numbers)}
        for table in ("article", "text"):
            self._connection.executemany(f"DELETE FROM {table} WHERE number = ?", rows)
        self._connection.executemany("INSERT INTO dead VALUES (?)", [row for row in rows if row[0] not in recent])

    def entries(self, numbers: Iterable[int]) -> dict[int, tuple[Entry, int]]:
        """By number, the entry and content of articles."""
        return dict(map(_entry, self._in(f"SELECT {_ENTRY} FROM article WHERE number IN", numbers)))

    def add_texts(self, texts: Iterable[tuple[int, bytes]]) -> None:
        """Keep compressed texts."""
        self._connection.executemany("INSERT INTO text VALUES (?, ?)", texts)

    def texts(self, numbers: Iterable[int]) -> dict[int, bytes]:
        """By number, the compressed texts that are kept."""
        return dict(self._in("SELECT number, prose FROM text WHERE number IN", numbers))

    def count_texts(self) -> int:
        """How many texts are kept."""
        (count,) = self._connection.execute("SELECT count(*) FROM text").fetchone()
        return int(count)

    # -- the newest articles, in no segment yet

    def add_recent(self, articles: Iterable[tuple[int, NewArticle]]) -> None:
        """Keep the words of new articles here."""
        self._connection.executemany(
            "INSERT INTO recent VALUES (?, ?, ?)",
            [(number, _blob(article.words), _blob(array("I", article.bounds))) for number, article in articles],
        )

    def add_postings(self, keys: Integers, numbers: Integers, blocks: Integers) -> None:
        """Keep the keys of new articles here."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO posting VALUES (?, ?, ?)",
            zip(keys.tolist(), numbers.tolist(), blocks.tolist(), strict=True),
        )

    def postings(self, keys: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """Key, number and block of the new articles that hold keys, all of them."""
        return self._in("SELECT key, number, block FROM posting WHERE key IN", keys)

    def recent(self, numbers: Iterable[int] | None = None) -> dict[int, tuple[array[int], array[int]]]:
        """Words and block bounds of new articles by number; of all, without `numbers`."""
        if numbers is None:
            rows: Any = self._connection.execute("SELECT number, words, bounds FROM recent ORDER BY number")
        else:
            rows = self._in("SELECT number, words, bounds FROM recent WHERE number IN", numbers)
        return {number: (_array(words), _array(bounds)) for number, words, bounds in rows}

    def forget_recent(
        self, numbers: Iterable[int], postings: tuple[Integers, Integers, Integers] | None = None
    ) -> None:
        """Drop new articles from here, with their `postings` (keys, numbers, blocks); without those, all postings."""
        self._connection.executemany("DELETE FROM recent WHERE number = ?", [(n,) for n in numbers])
        if postings is None:
            self._connection.execute("DELETE FROM posting")
        else:
            self._connection.executemany(
                "DELETE FROM posting WHERE key = ? AND number = ? AND block = ?",
                zip(*(column.tolist() for column in postings), strict=True),
            )

    def compact(self) -> None:
        """Give the room of what was deleted back. Outside a transaction."""
        self._connection.execute("VACUUM")
        self._connection.execute("PRAGMA busy_timeout = 100")  # who reads now need not be waited for
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self._connection.execute(f"PRAGMA busy_timeout = {1000 * _PATIENCE}")

    def _in(self, statement: str, values: Iterable[Any]) -> Iterator[Any]:
        listed = list(values)
        if listed:
            yield from self._connection.execute(f"{statement} (SELECT value FROM json_each(?))", (json.dumps(listed),))


def id_hash(id: str) -> int:
    """64 bits, signed, of an id."""
    return int.from_bytes(blake2b(id.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little", signed=True)


def _entry(row: tuple[Any, ...]) -> tuple[int, tuple[Entry, int]]:
    number, id, content, title, url, published, credit, versions = row
    listed = tuple(json.loads(versions)) if versions else ()
    return number, (Entry(id, title, url, published, credit, listed), content)


def _blob(numbers: array[int]) -> bytes:
    return np.asarray(numbers, dtype="<u4").tobytes()


def _array(blob: bytes) -> array[int]:
    return array("I", np.frombuffer(blob, dtype="<u4").astype(np.uint32).tobytes())

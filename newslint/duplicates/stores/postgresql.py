"""The store in PostgreSQL: for a newsroom whose machines ask one archive, and add to it as they publish.

An article's keys are asked for in one statement, which brings the words of the sections that hold them along. Every
batch that is added or removed is one transaction. Writers take turns by the lock on the header's row; readers wait
for nobody, and see one state of the index from the start of their transaction to its end.
"""

from __future__ import annotations

import os
import threading
import zlib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import numpy as np

from newslint.duplicates import SCHEME_VERSION
from newslint.duplicates.stores import postgresql_tables as tables
from newslint.duplicates.stores.batches import Batch
from newslint.duplicates.stores.errors import StoreError
from newslint.duplicates.stores.postgresql_connection import connect, faults, shown
from newslint.duplicates.stores.postgresql_view import PostgreSQLView, little_endian, stored_article, words_of
from newslint.duplicates.stores.protocol import Info

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from newslint.duplicates.stores.protocol import NewArticle, StoredArticle

_ARTICLES_AT_A_TIME = 1_000


class PostgreSQLStore:
    """A `Store` in a database, named by a URL (`postgresql://user@host/name`). Threads may share it and take turns."""

    def __init__(self, url: str, write: bool = False, create: bool = False) -> None:
        self.url = url
        self.place = shown(url)
        self._write = write
        self._turn = threading.RLock()
        self._depth = 0
        self._view: PostgreSQLView | None = None
        self._connection = connect(url, write)
        self._process = os.getpid()
        try:
            self._check(create)
        except BaseException:
            self._connection.close()
            raise

    def _check(self, create: bool) -> None:
        with faults(self.url, "the index cannot be opened"):
            if self._is_missing():
                if not create:
                    raise StoreError(self.place, "holds no index; `newslint index add` makes one")
                self._make()
            row = self._connection.execute(tables.HEADER).fetchone()
        found = row[:2] if row else (0, 0)
        if found != (SCHEME_VERSION, tables.LAYOUT_VERSION):
            raise StoreError(
                self.place,
                "the index was built with scheme {}, layout {}; this newslint speaks scheme {}, layout {}. Build the "
                "index anew in another database or schema".format(*found, SCHEME_VERSION, tables.LAYOUT_VERSION),
            )

    def _is_missing(self) -> bool:
        return self._connection.execute("SELECT to_regclass('newslint_header')").fetchone() == (None,)

    def _make(self) -> None:
        # the lock is taken before the transaction: one that has begun may not see what another process just made
        self._connection.execute("SELECT pg_advisory_lock(%s)", [tables.MAKING])
        try:
            with self._transaction("BEGIN"):
                if self._is_missing():
                    for statement in tables.making():
                        self._connection.execute(statement.encode())
        finally:
            with suppress(Exception):  # with a connection that has gone its locks have gone, too
                self._connection.execute("SELECT pg_advisory_unlock(%s)", [tables.MAKING])

    # -- reading

    @contextmanager
    def reading(self) -> Iterator[PostgreSQLView]:
        """As `Store.reading` says."""
        with self._turn:
            if self._depth:
                assert self._view is not None, "a view is open while it is read"
                yield self._view
                return
            with faults(self.url, "the index cannot be read"):
                self._connect_again()
                with self._transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"):
                    self._depth, self._view = 1, PostgreSQLView(self._connection)
                    try:
                        yield self._view
                    finally:
                        self._depth, self._view = 0, None

    def known(self, ids: Collection[str]) -> dict[str, int]:
        """As `Store.known` says."""
        with self.reading():
            return dict(self._connection.execute(tables.KNOWN, [list(set(ids))], binary=True).fetchall())

    def everything(self) -> Iterator[StoredArticle]:
        """As `Store.everything` says."""
        with self.reading(), self._connection.cursor("newslint_everything", binary=True) as cursor:
            cursor.itersize = _ARTICLES_AT_A_TIME
            cursor.execute(tables.EVERYTHING)
            yield from map(stored_article, cursor)

    def info(self) -> Info:
        """As `Store.info` says; bytes are those of the tables and their indexes."""
        with self.reading():
            row = self._connection.execute(tables.HEADER).fetchone()
            size = self._connection.execute(tables.SIZE).fetchone()
        assert row is not None and size is not None, "a header is never removed"
        scheme, _, articles, sections, texts = row
        return Info(self.place, "PostgreSQL", articles, sections, size[0], scheme, 0, 0, 0, texts)

    # -- writing

    def add(self, articles: Sequence[NewArticle]) -> None:
        """As `Store.add` says. A batch of some tens of thousands of sections is added fastest."""
        latest = {article.entry.id: article for article in articles}
        articles = list(latest.values())
        if not articles:
            return
        batch = Batch((article.words, article.bounds) for article in articles)
        keys, index, blocks = batch.postings(np.arange(len(articles)))
        with self._writing(f"{len(articles):,} articles were not added") as first:
            self._forget(latest)
            cursor = self._connection.cursor()
            with cursor.copy(tables.COPY_ARTICLES) as copy:
                copy.set_types(tables.ARTICLE_TYPES)
                for number, (article, sections) in enumerate(zip(articles, batch.sections.tolist(), strict=True), first):
                    copy.write_row(_row(number, article, sections))
            with cursor.copy(tables.COPY_POSTINGS) as copy:
                for piece in tables.copied(keys, (index + first << tables.BLOCK_BITS) + blocks):
                    copy.write(piece)
            texts = sum(article.prose is not None for article in articles)
            self._count(len(articles), len(articles), int(batch.sections.sum()), texts)

    def remove(self, ids: Collection[str]) -> int:
        """As `Store.remove` says."""
        with self._writing("nothing was removed"):
            return self._forget(ids)

    def compact(self) -> None:
        """Rebuild the index of keys, and give room back to the tables; nobody has to wait for it."""
        self._seat()
        with self._turn, faults(self.url, "the index was not compacted"):
            self._connect_again()
            for statement in tables.COMPACT:
                self._connection.execute(statement)

    def close(self) -> None:
        """As `Store.close` says."""
        self._connection.close()

    def _forget(self, ids: Iterable[str]) -> int:
        """Strike out the articles of some ids, within a transaction; how many there were."""
        listed = list(set(ids))
        gone = 0
        for start in range(0, len(listed), _ARTICLES_AT_A_TIME):
            part = listed[start : start + _ARTICLES_AT_A_TIME]
            rows = self._connection.execute(tables.TO_FORGET, [part], binary=True).fetchall()
            if not rows:
                continue
            numbers, sections, words, bounds, texts = zip(*rows, strict=True)
            batch = Batch(zip(map(words_of, words), bounds, strict=True))
            keys, number, blocks = batch.postings(np.array(numbers, dtype=np.int64))
            held = (number << tables.BLOCK_BITS) + blocks
            self._connection.execute(tables.FORGET_POSTINGS, [keys.tolist(), held.tolist()])
            self._connection.execute(tables.FORGET_ARTICLES, [list(numbers)])
            self._count(0, -len(rows), -sum(sections), -sum(texts))
            gone += len(rows)
        return gone

    def _count(self, numbers: int, articles: int, sections: int, texts: int) -> None:
        self._connection.execute(tables.COUNT, [numbers, articles, sections, texts])

    def _seat(self) -> None:
        if not self._write:
            raise StoreError(self.place, "is open for reading only")
        if self._depth:
            raise StoreError(self.place, "cannot be written while it is read by the same connection")

    @contextmanager
    def _writing(self, otherwise: str) -> Iterator[int]:
        """A transaction, whole or not at all, when it is this writer's turn; gives the next article's number."""
        self._seat()
        with self._turn, faults(self.url, otherwise):
            self._connect_again()
            with self._transaction("BEGIN"):
                row = self._connection.execute(tables.TURN).fetchone()
                if row is None:
                    raise StoreError(self.place, f"the index has lost its header; {otherwise}")
                yield row[0]

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self._connection.execute(begin.encode())
        try:
            yield
        except BaseException:
            with suppress(Exception):  # the connection may have gone, and the transaction with it
                self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def _connect_again(self) -> None:
        """Connect anew after the server was gone, and in a process that was forked from the one that connected."""
        if self._process != os.getpid() or self._is_gone():
            self._connection = connect(self.url, self._write)
            self._process = os.getpid()

    def _is_gone(self) -> bool:
        """Whether the server is known to have hung up."""
        if self._connection.closed:
            return True
        from psycopg import OperationalError

        try:
            self._connection.pgconn.consume_input()
        except OperationalError:
            return True
        return self._connection.broken


def _row(number: int, article: NewArticle, sections: int) -> tuple[Any, ...]:
    entry = article.entry
    prose = None
    if article.prose is not None:
        prose = zlib.compress(article.prose.encode("utf-8", "surrogatepass"))
    return (
        number, entry.id, article.content, sections, entry.title, entry.url, entry.published, entry.credit,
        list(entry.versions) or None, little_endian(article.words), list(article.bounds), prose,
    )  # fmt: skip

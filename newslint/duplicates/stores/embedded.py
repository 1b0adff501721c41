"""The embedded store: a folder with a SQLite catalogue and memory-mapped segments. One writer, any number of readers.

Small batches go into the catalogue; large ones, and the catalogue's newest articles once they are many, become a
segment (`segments`), and several segments are merged when they are many (`merging`). A segment is on disk, whole
and under its name, before the catalogue names it in a transaction; so a process that is killed leaves at most
files that no catalogue names, which the next writer deletes. A file is deleted when the catalogue names it no
longer: who has it mapped keeps it, and who comes too late to open it reads the catalogue again.
"""

from __future__ import annotations

import sqlite3
import threading
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from newslint.duplicates.stores import catalogue as catalogues
from newslint.duplicates.stores import merging, segments
from newslint.duplicates.stores.batches import Batch
from newslint.duplicates.stores.catalogue import Catalogue
from newslint.duplicates.stores.embedded_view import EmbeddedView
from newslint.duplicates.stores.errors import StoreError
from newslint.duplicates.stores.locking import WriteLock
from newslint.duplicates.stores.protocol import Info, NewArticle
from newslint.duplicates.stores.segments import Segment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from newslint.duplicates.stores.protocol import Integers, StoredArticle

CATALOGUE = "catalogue.sqlite"
BULK = 2_000
"""Sections of a batch that becomes a segment at once."""
MOST_DEAD = 1_000
"""Articles that were removed or replaced and may take room, however few the others are."""
MOST_WAITING = 5_000
"""Sections that wait in the catalogue before they become a segment."""


class EmbeddedStore:
    """A `Store` in a folder. Threads may share it; their readings take turns."""

    def __init__(self, folder: str, write: bool = False, create: bool = False) -> None:
        self.folder = Path(folder)
        self._turn = threading.RLock()
        self._depth = 0
        self._view: EmbeddedView | None = None
        self._lock: WriteLock | None = None
        path = self.folder / CATALOGUE
        if not path.is_file():
            if not create:
                raise StoreError(folder, "holds no index; `newslint index add` makes one")
            self._make(path)
        if write:
            self._lock = self._lock or WriteLock(self.folder)
        try:
            self._catalogue = Catalogue(path, write)
            if write:
                self._clean()
        except BaseException:
            if self._lock is not None:
                self._lock.release()
            raise

    def _make(self, path: Path) -> None:
        """Make an empty index; its catalogue gets its name when it is whole."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if any(entry.name != "lock" and not entry.name.startswith("new.") for entry in self.folder.iterdir()):
                raise StoreError(str(self.folder), "holds other files; name a folder of its own for the index")
            self._lock = WriteLock(self.folder)
            if path.is_file():
                return
            new = self.folder / "new.sqlite"
            new.unlink(missing_ok=True)
            catalogues.create(new)
            new.replace(path)
        except (OSError, sqlite3.Error) as error:
            if self._lock is not None:
                self._lock.release()
            raise StoreError(str(self.folder), f"no index can be made: {_reason(error)}") from None

    def _clean(self) -> None:
        """Delete the files that a killed process left, and those that others had open."""
        named = {_name(number) for number, _ in self._catalogue.segments()}
        for file in self.folder.iterdir():
            if file.name.startswith("segment-") and file.name not in named:
                _delete(file)

    # -- reading

    @contextmanager
    def reading(self) -> Iterator[EmbeddedView]:
        """As `Store.reading` says."""
        with self._turn:
            if self._depth:
                assert self._view is not None, "a view is open while it is read"
                yield self._view
                return
            self._depth += 1
            try:
                with self._faults("cannot be read"):
                    self._view = self._current()
                try:
                    yield self._view
                except sqlite3.Error as error:
                    raise StoreError(str(self.folder), f"cannot be read: {error}") from error
            finally:
                self._depth -= 1
                self._catalogue.undo()

    def _current(self) -> EmbeddedView:
        """A view of the catalogue's state, with the segments it names; those already open stay open."""
        for _ in range(20):
            self._catalogue.begin()
            generation = self._catalogue.generation()
            if self._view is not None and self._view.generation == generation:
                self._view.start()
                return self._view
            known = self._view.by_number if self._view is not None else {}
            try:
                opened = {
                    number: known.get(number) or Segment(self.folder / _name(number))
                    for number, _ in self._catalogue.segments()
                }
            except FileNotFoundError:  # merged away since the catalogue was read
                self._catalogue.undo()
                continue
            return EmbeddedView(self._catalogue, generation, opened, self._catalogue.dead())
        raise StoreError(str(self.folder), "segments are missing; restore the index or build it anew")

    def known(self, ids: Collection[str]) -> dict[str, int]:
        """As `Store.known` says."""
        with self._turn, self._faults("cannot be read"):
            return {id: content for id, (_, content, _) in self._catalogue.numbers_of(ids).items()}

    def everything(self) -> Iterator[StoredArticle]:
        """As `Store.everything` says."""
        with self.reading() as view:
            yield from view.everything()

    def info(self) -> Info:
        """As `Store.info` says; bytes are those of all files of the folder."""
        with self.reading() as view:
            header = self._catalogue.header()
            return Info(
                place=str(self.folder), kind="embedded", articles=header["articles"], sections=header["sections"],
                bytes=sum(map(_size, self.folder.iterdir())),
                scheme=header["scheme"], segments=len(view.by_number), waiting=header["waiting"],
                removed=len(view.dead), texts=self._catalogue.count_texts(),
            )  # fmt: skip

    # -- writing

    def add(self, articles: Sequence[NewArticle]) -> None:
        """As `Store.add` says. A batch of some tens of thousands of sections is added fastest."""
        latest = {article.entry.id: article for article in articles}
        articles = list(latest.values())
        if not articles:
            return
        batch = Batch((article.words, article.bounds) for article in articles)
        sections = int(batch.sections.sum())
        with self._writing(f"{len(articles):,} articles were not added"):
            header = self._catalogue.header()
            first = header["next_article"]
            numbers = np.arange(first, first + len(articles), dtype=np.int64)
            if sections >= BULK:
                self._add_segment(header["next_segment"], numbers, batch, sections)
            else:
                self._catalogue.add_recent(zip(numbers.tolist(), articles, strict=True))
                self._catalogue.add_postings(*batch.postings(numbers))
                self._catalogue.count(waiting=sections)
            self._forget(latest)
            self._catalogue.add_articles(zip(numbers.tolist(), articles, batch.sections.tolist(), strict=True))
            self._catalogue.add_texts(
                (number, zlib.compress(article.prose.encode("utf-8", "surrogatepass")))
                for number, article in zip(numbers.tolist(), articles, strict=True)
                if article.prose is not None
            )
            self._catalogue.count(next_article=len(articles), articles=len(articles), sections=sections)
        if self._catalogue.header()["waiting"] > MOST_WAITING:
            self._flush()
        self._merge_due()

    def remove(self, ids: Collection[str]) -> int:
        """As `Store.remove` says."""
        with self._writing("nothing was removed"):
            return self._forget(ids)

    def compact(self) -> None:
        """One segment of everything, and the room of what was removed given back."""
        self._flush()
        with self.reading() as view:
            named, dead = list(view.by_number), len(view.dead)
        if len(named) > 1 or dead:
            self._merge(named)
        with self._faults("cannot be compacted"):
            self._catalogue.compact()

    def close(self) -> None:
        """As `Store.close` says."""
        self._view = None
        self._catalogue.close()
        if self._lock is not None:
            self._lock.release()

    def _add_segment(self, number: int, numbers: Integers, batch: Batch, sections: int) -> None:
        keys, blocks = batch.keys()
        counts, size = segments.write(
            self.folder / _name(number), numbers, batch.article_block, batch.bounds, batch.words, keys, blocks, sections
        )
        self._catalogue.add_segment(number, counts.articles, counts.rows, size)
        self._catalogue.count(next_segment=1)

    def _forget(self, ids: Iterable[str]) -> int:
        """Strike out the articles of some ids, within a transaction; how many there were."""
        found = self._catalogue.numbers_of(ids)
        numbers = [number for number, _, _ in found.values()]
        sections = sum(size for _, _, size in found.values())
        recent = self._catalogue.recent(numbers)
        self._catalogue.remove_articles(numbers)
        if recent:
            batch = Batch(recent.values())
            self._catalogue.forget_recent(recent, batch.postings(np.array(list(recent), dtype=np.int64)))
            self._catalogue.count(waiting=-int(batch.sections.sum()))
        if numbers:
            self._catalogue.count(articles=-len(numbers), sections=-sections)
        return len(numbers)

    def _flush(self) -> None:
        """Make a segment of the newest articles."""
        with self._writing("the newest articles stay where they are"):
            recent = self._catalogue.recent()
            if not recent:
                return
            batch = Batch(recent.values())
            header = self._catalogue.header()
            numbers = np.array(list(recent), dtype=np.int64)
            self._add_segment(header["next_segment"], numbers, batch, int(batch.sections.sum()))
            self._catalogue.forget_recent(recent)
            self._catalogue.count(waiting=-header["waiting"])

    def _merge_due(self) -> None:
        """Merge segments until they are few enough; all of them, where most of what they hold was replaced."""
        while True:
            named = self._catalogue.segments()
            dead = self._catalogue.count_dead()
            if dead > MOST_DEAD and dead > self._catalogue.header()["articles"]:
                self._merge([number for number, _ in named])
                return
            start = merging.due([rows for _, rows in named])
            if start >= len(named) or not self._merge([number for number, _ in named[start:]]):
                return

    def _merge(self, numbers: Sequence[int]) -> bool:
        """Merge segments to one; whether it could be done."""
        opened = [Segment(self.folder / _name(number)) for number in numbers]
        if not merging.fits(opened):
            return False
        with self._writing("the segments stay as they are"):
            dead = self._catalogue.dead()
            number = self._catalogue.header()["next_segment"]
            counts, size = merging.merge(opened, dead, self.folder / _name(number))
            gone = [np.intersect1d(segment.article_number, dead) for segment in opened]
            self._catalogue.drop_segments(numbers)
            self._catalogue.bury(np.concatenate(gone).tolist())
            self._catalogue.add_segment(number, counts.articles, counts.rows, size)
            self._catalogue.count(next_segment=1)
        for segment in opened:
            _delete(segment.path)
        return True

    @contextmanager
    def _writing(self, otherwise: str) -> Iterator[None]:
        """A transaction, whole or not at all; `otherwise` says what a failure means."""
        if self._lock is None:
            raise StoreError(str(self.folder), "is open for reading only")
        with self._turn, self._faults(otherwise):
            try:
                self._catalogue.begin(write=True)
                yield
                self._catalogue.commit()
            except BaseException:
                self._catalogue.undo()
                self._clean()
                raise

    @contextmanager
    def _faults(self, otherwise: str) -> Iterator[None]:
        """Turn what the system or SQLite says into an error for the user."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise StoreError(str(self.folder), f"{_reason(error)}; {otherwise}") from error


def _name(number: int) -> str:
    return f"segment-{number:06}.seg"


def _delete(file: Path) -> None:
    try:
        file.unlink()
    except OSError:  # still open somewhere: the next writer tries again
        return


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:  # a writer has just renamed or deleted it
        return 0


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)

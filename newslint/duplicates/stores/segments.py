"""An immutable file of articles' word hashes and the sorted keys of their sections, memory-mapped to be read.

A file is a header of one page (magic, JSON) and seven arrays of little-endian integers, each beginning on a page:

- `rows`: 64 bits a posting, ascending by key, then block: the key's lower 32 bits, then the block's number here;
- `directory`: by the key's first 16 bits or more, where in `rows` such keys begin; one more entry ends it. Those
  bits and a row's 32 make the 48 of a key;
- `words`: the word hashes of all blocks of all articles, end to end;
- `block_start`: where each block's words start in `words`, and where the last one's end;
- `block_article`: the article here that a block is of;
- `article_block`: where each article's blocks start, and where the last one's end;
- `article_number`: the number of each article in the catalogue.
"""

from __future__ import annotations

import json
import mmap
import os
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from newslint.duplicates import SCHEME_VERSION
from newslint.duplicates.archive_keys import BITS
from newslint.duplicates.candidates import MOST_ARTICLES, MOST_SECTIONS
from newslint.duplicates.stores.errors import StoreError
from newslint.duplicates.stores.membership import is_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from newslint.duplicates.stores.protocol import Integers, Keys, Words

LAYOUT_VERSION = 1
PAGE = 4096
MAGIC = b"newslint segment\n"
TYPES = {
    "rows": "<u8",
    "directory": "<u4",
    "words": "<u4",
    "block_start": "<u4",
    "block_article": "<u4",
    "article_block": "<u4",
    "article_number": "<u4",
}
LEAST_DIRECTORY_BITS, MOST_DIRECTORY_BITS = 16, 24
ROWS_A_BUCKET = 16
LARGE_BUCKET = 512
"""Rows of a bucket that are too many to be read whole: somewhere in it is boilerplate."""
MOST_READ = 4096
MOST_WORDS = 2**32 - 1
"""Word hashes in one segment, and rows."""
LOW = np.uint64(0xFFFF_FFFF)
_32 = np.uint64(32)


class Counts(NamedTuple):
    """How many of what a segment holds."""

    articles: int
    blocks: int
    words: int
    rows: int
    sections: int


def directory_bits(rows: int) -> int:
    """How many of a key's first bits the directory tells apart, for so many rows."""
    return min(max((rows // ROWS_A_BUCKET).bit_length(), LEAST_DIRECTORY_BITS), MOST_DIRECTORY_BITS)


class Writer:
    """Writes a segment, array by array in pieces, beside its final place; `finish` puts it there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._temporary = path.with_suffix(".tmp")
        self._file = self._temporary.open("wb")
        self._file.write(bytes(PAGE))
        self._arrays: dict[str, tuple[int, int]] = {}

    def array(self, name: str, pieces: Iterable[NDArray[Any]]) -> None:
        """Write an array that comes in pieces."""
        start = -(-self._file.tell() // PAGE) * PAGE
        self._file.seek(start)
        size = 0
        for piece in pieces:
            data = np.ascontiguousarray(piece, dtype=TYPES[name])
            self._file.write(memoryview(data).cast("B"))  # type: ignore[arg-type]
            size += len(data)
        self._arrays[name] = (start, size)

    def finish(self, counts: Counts, bits: int) -> int:
        """Write the header, wait until the disk has everything, and name the file; its size in bytes."""
        header = {
            "scheme": SCHEME_VERSION, "layout": LAYOUT_VERSION, "bits": bits, "counts": counts._asdict(),
            "arrays": self._arrays,
        }  # fmt: skip
        size = self._file.tell()
        self._file.seek(0)
        self._file.write((MAGIC + json.dumps(header).encode()).ljust(PAGE))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._temporary.replace(self.path)
        _sync_folder(self.path.parent)
        return size

    def abandon(self) -> None:
        """Forget what was written."""
        self._file.close()
        self._temporary.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Wait until the disk knows the folder's names; where folders cannot be opened, names are safe already."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write(
    path: Path,
    numbers: Integers,
    article_block: Integers,
    bounds: Integers,
    words: Words,
    keys: Keys,
    blocks: Integers,
    sections: int,
) -> tuple[Counts, int]:
    """Write articles that are in memory as a segment; what it holds, and its size in bytes.

    `article_block` are the bounds of each article's blocks, `bounds` those of each block's words; `keys` (48
    bits) and `blocks` are the postings, in any order.
    """
    counts = Counts(len(numbers), len(bounds) - 1, len(words), len(keys), sections)
    order = np.lexsort((blocks, keys))
    keys = keys[order]
    bits = directory_bits(len(keys))
    writer = Writer(path)
    try:
        writer.array("rows", [(keys << _32) | blocks[order].astype(np.uint64)])
        writer.array("directory", [directory_of(keys, bits)])
        writer.array("words", [words])
        writer.array("block_start", [bounds])
        writer.array("block_article", [np.repeat(np.arange(len(numbers)), np.diff(article_block))])
        writer.array("article_block", [article_block])
        writer.array("article_number", [numbers])
        return counts, writer.finish(counts, bits)
    except BaseException:
        writer.abandon()
        raise


def directory_of(keys: Keys, bits: int) -> Integers:
    """Where the keys of each bucket begin among ascending keys, and where the last ones end."""
    counts = np.bincount((keys >> np.uint64(BITS - bits)).astype(np.int64), minlength=1 << bits)
    return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(counts)))


class Segment:
    """A segment, open to be read. Its file may be deleted meanwhile, where the system allows that."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as file:
            head = file.read(PAGE)
            self.bytes = os.fstat(file.fileno()).st_size
            if not head.startswith(MAGIC):
                raise StoreError(str(path), "is no segment, or is damaged; restore the index or build it anew")
            header = json.loads(head[len(MAGIC) :])
            check_version(str(path), header["scheme"], header["layout"])
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if hasattr(mmap, "MADV_RANDOM"):
            self._map.madvise(mmap.MADV_RANDOM)
        self.counts = Counts(**header["counts"])
        self.bits: int = header["bits"]
        arrays = {}
        for name, (start, size) in header["arrays"].items():
            if not size:
                arrays[name] = np.empty(0, dtype=TYPES[name])
                continue
            if start + size * np.dtype(TYPES[name]).itemsize > self.bytes:
                raise StoreError(str(path), "is cut short; restore the index or build it anew")
            arrays[name] = np.frombuffer(self._map, dtype=TYPES[name], count=size, offset=start)
        self.rows: Keys = arrays["rows"]
        self.directory: NDArray[np.uint32] = arrays["directory"]
        self.words: Words = arrays["words"]
        self.block_start: NDArray[np.uint32] = arrays["block_start"]
        self.block_article: NDArray[np.uint32] = arrays["block_article"]
        self.article_block: NDArray[np.uint32] = arrays["article_block"]
        self.article_number: NDArray[np.uint32] = arrays["article_number"]

    def find(self, keys: Keys, dead: Integers) -> tuple[Integers, Integers, Integers]:
        """Index of the key and block of each posting of `keys`, and the indices of keys that are boilerplate here.

        Of a key that many blocks hold only as much is read as makes it boilerplate, without the articles whose
        numbers are `dead` (ascending).
        """
        bucket = (keys >> np.uint64(BITS - self.bits)).astype(np.int64)
        low = keys & LOW
        starts = self.directory[bucket].astype(np.int64)
        sizes = self.directory[bucket + 1].astype(np.int64) - starts
        small = np.where(sizes <= LARGE_BUCKET, sizes, 0)
        firsts = np.cumsum(small) - small
        asking = np.repeat(np.arange(len(keys)), small)
        rows = self.rows[np.repeat(starts - firsts, small) + np.arange(len(asking))]
        held = np.flatnonzero((rows >> _32) == low[asking])
        found = [asking[held]]
        blocks = [(rows[held] & LOW).astype(np.int64)]
        boilerplate = []
        for index in np.flatnonzero(sizes > LARGE_BUCKET).tolist():
            own = self.rows[starts[index] : starts[index] + sizes[index]]
            first = np.searchsorted(own, low[index] << _32)
            end = np.searchsorted(own, (low[index] << _32) | LOW, side="right")
            holding = self._first_articles(own[first:end], dead)
            if holding is None:
                boilerplate.append(index)
            else:
                found.append(np.full(len(holding), index))
                blocks.append(holding)
        return np.concatenate(found), np.concatenate(blocks), np.array(boilerplate, dtype=np.int64)

    def _first_articles(self, rows: Keys, dead: Integers) -> Integers | None:
        """The blocks of one key's rows; None where more than 64 articles have it."""
        kept: list[Integers] = []
        articles = 0
        last = -1
        for start in range(0, len(rows), MOST_READ):
            blocks = (rows[start : start + MOST_READ] & LOW).astype(np.int64)
            article = self.block_article[blocks].astype(np.int64)
            living = ~is_in(self.article_number[article], dead)
            blocks, article = blocks[living], article[living]
            if not len(article):
                continue
            first = np.concatenate(([article[0] != last], article[1:] != article[:-1]))
            articles += int(first.sum())
            last = int(article[-1])
            if articles > MOST_ARTICLES:
                return None
            places = np.flatnonzero(first)
            if not first[0]:
                places = np.concatenate(([0], places))
            rank = np.arange(len(article)) - np.repeat(places, np.diff(np.append(places, len(article))))
            kept.append(blocks[rank < MOST_SECTIONS])
        return np.concatenate(kept) if kept else np.empty(0, dtype=np.int64)

    def numbers_of(self, blocks: Integers) -> tuple[Integers, Integers]:
        """The catalogue's number of the article of each block, and the block's place in it."""
        article = self.block_article[blocks].astype(np.int64)
        return self.article_number[article].astype(np.int64), blocks - self.article_block[article].astype(np.int64)

    def article(self, index: int) -> tuple[int, Words, Integers]:
        """Number, words and block bounds of an article here."""
        first, end = int(self.article_block[index]), int(self.article_block[index + 1])
        bounds = self.block_start[first : end + 1].astype(np.int64)
        return int(self.article_number[index]), self.words[bounds[0] : bounds[-1]], bounds - bounds[0]

    def __iter__(self) -> Iterator[tuple[int, Words, Integers]]:
        """All articles."""
        for index in range(self.counts.articles):
            yield self.article(index)

    def sequential(self) -> None:
        """Tell the system that the whole file is about to be read from front to back."""
        if hasattr(mmap, "MADV_SEQUENTIAL"):
            self._map.madvise(mmap.MADV_SEQUENTIAL)


def check_version(place: str, scheme: int, layout: int) -> None:
    """Raises `StoreError` unless both versions are those of this program."""
    if (scheme, layout) != (SCHEME_VERSION, LAYOUT_VERSION):
        raise StoreError(
            place,
            f"the index was built with scheme {scheme}, layout {layout}; this newslint speaks scheme "
            f"{SCHEME_VERSION}, layout {LAYOUT_VERSION}. Build the index anew with `newslint index add`",
        )

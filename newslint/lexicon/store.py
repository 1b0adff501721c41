"""Look-up in the packed word lists, which are mapped into memory and never parsed as a whole.

`words.bin` is two sections after one another: the words up to SCOWL size 70 with all their forms, then the
lower-case words of size 80. A section is its length (uint32, little-endian, the length left out), then
27³ + 1 offsets (uint32) of buckets, then the buckets. A bucket holds the words whose lower-case form begins
with three given letters a to z, without these; bucket 0 holds what begins otherwise, in whole. It has two parts,
the words of the classes a to e and the others, each in byte order with a line break before it.
Every line is the rest of the word, a tab, and what is known of it; a line break stands before and after it.
So one `find` in a few kilobytes answers a look-up, in 2 to 10 µs, and the start costs 0.1 ms instead of the 50 ms
of a set of all words.

What is known: the class of the lower-case form, the class of the form with a capital first (`-` for a form
that does not exist), then other forms, parted by commas, each with its class before it. Classes run from `a`
(the most frequent 200 words) to `j` (SCOWL size 70), and `k` is a name of size 80. In the second section it is `b` for a
borrowed word, else nothing.
"""

from __future__ import annotations

import mmap
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

DATA = Path(__file__).parent / "data"
BUCKETS = 27**3
_HEADER = 4 + 4 * (BUCKETS + 1)


class Section:
    """One section of the packed lists."""

    def __init__(self, data: mmap.mmap, start: int) -> None:
        self._data = data
        self.length = int.from_bytes(data[start : start + 4], "little")
        self._base = start + _HEADER
        self._offsets = memoryview(data)[start + 4 : self._base].cast("I")
        if sys.byteorder == "big":
            from array import array

            swapped = array("I", self._offsets)
            swapped.byteswap()
            self._offsets = memoryview(swapped)

    def find(self, key: str) -> str | None:
        """What is known of a lower-case word, or None."""
        number = bucket_of(key)
        base, data = self._base, self._data
        line = b"\n" + (key[3:] if number else key).encode() + b"\t"
        end = base + self._offsets[number + 1]
        place = data.find(line, base + self._offsets[number], end)
        if place < 0:
            return None
        place += len(line)
        return data[place : data.find(b"\n", place, end)].decode()

    def find_in(self, number: int, rests: Iterable[str]) -> list[tuple[str, str]]:
        """Those of `rests` that are the letters after the third of a word of bucket `number`, with what is known."""
        data = self._data
        start, end = self._base + self._offsets[number], self._base + self._offsets[number + 1]
        bucket = data[start:end]
        found = []
        for rest in rests:
            line = b"\n%b\t" % rest.encode()
            if line in bucket:
                place = bucket.index(line) + len(line)
                found.append((rest, bucket[place : bucket.index(b"\n", place)].decode()))
        return found

    def lines(self, number: int, frequent: bool = False) -> list[str]:
        """The lines of a bucket: all, or those of words of the classes a to e."""
        start, end = self._base + self._offsets[number], self._base + self._offsets[number + 1]
        if frequent:
            end = self._data.find(b"\n\n", start, end) if self._data[start + 1 : start + 2] != b"\n" else start
            return self._data[start + 1 : end].decode().split("\n") if end > start else []
        return self._data[start + 1 : end - 1].decode().split("\n")

    def is_empty(self, number: int) -> bool:
        """Whether no word begins with these letters."""
        return self._offsets[number] == self._offsets[number + 1]


def bucket_of(key: str) -> int:
    """The number of the bucket that a lower-case word belongs to."""
    if len(key) < 3:
        return 0
    first, second, third = ord(key[0]) - 96, ord(key[1]) - 96, ord(key[2]) - 96
    if 1 <= first <= 26 and 1 <= second <= 26 and 1 <= third <= 26:
        return (first * 27 + second) * 27 + third
    return 0


@cache
def sections() -> tuple[Section, Section]:
    """The section of words with their forms, and the section of rare lower-case words."""
    with (DATA / "words.bin").open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    words = Section(data, 0)
    return words, Section(data, 4 + words.length)


@cache
def common() -> frozenset[str]:
    """The frequent lower-case words (classes a to d, 11,000 of them)."""
    return frozenset((DATA / "common.txt").read_text(encoding="utf-8").split("\n"))


@cache
def _technical() -> bytes:
    return (DATA / "technical.txt").read_bytes()


def is_technical(word: str) -> bool:
    """Whether a lower-case word, or the word that it is the plural of, is a term, tool or package of computing.

    The list is searched as it lies, in some 20 µs: it is asked only of a word that is suspected already.
    """
    words = _technical()
    return any(b"\n%b\n" % form.encode() in words for form in {word, word.removesuffix("s")} if len(form) > 2)

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
from functools import cache, lru_cache
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
        number = _numbers[key[:3]]
        start, end = self._offsets[number], self._offsets[number + 1]
        if start == end:
            return None
        base, data = self._base, self._data
        line = b"\n%b\t" % (key[3:] if number else key).encode()
        end += base
        place = data.find(line, base + start, end)
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
    return _numbers[key[:3]]


class _Numbers(dict[str, int]):
    """Three letters, or fewer where a word has no more -> the number of a bucket; filled as it is asked."""

    def __missing__(self, letters: str) -> int:
        number = 0
        if len(letters) == 3 and all("a" <= letter <= "z" for letter in letters):
            first, second, third = (ord(letter) - 96 for letter in letters)
            number = (first * 27 + second) * 27 + third
        if len(self) < BUCKETS:  # text of many alphabets must not fill memory
            self[letters] = number
        return number


_numbers = _Numbers()


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


@lru_cache(maxsize=20_000)
def is_technical(word: str) -> bool:
    """Whether a lower-case word, or the word that it is the plural of, is a term, tool or package of computing."""
    return any(_is_line(_technical(), form.encode()) for form in {word, word.removesuffix("s")} if len(form) > 2)


def _is_line(lines: bytes, line: bytes) -> bool:
    """Whether `line` is one of the sorted lines, each with a line break before and after it, by bisection."""
    low, high = 0, len(lines) - 1
    while low < high:
        start = lines.rfind(b"\n", low, (low + high) // 2 + 1) + 1
        end = lines.index(b"\n", start)
        found = lines[start:end]
        if found == line:
            return True
        if found < line:
            low = end
        else:
            high = start - 1
    return False

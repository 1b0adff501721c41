"""Text to word hashes, a word at a time in C: split the text at once, hash each distinct word once.

Equal, by test, to `specification.words` and `specification.word_hash`.
"""

from __future__ import annotations

import re
from functools import cache

from newslint.duplicates.constants import JOINERS, WORD_MIX

_M64 = 0xFFFF_FFFF_FFFF_FFFF
_FIRST, _SECOND = WORD_MIX

_ASCII_JOINERS = b"'`"


def _table(kept: str) -> bytes:
    """ASCII letters in lower case, digits, `kept` and every byte above ASCII as they are; the rest a space."""
    return bytes(
        byte if byte >= 128 or chr(byte) == kept else ord(chr(byte).lower()) if chr(byte).isalnum() else 0x20
        for byte in range(256)
    )


_TABLES = {"\n": _table("\n"), "\0": _table("\0")}

_USUAL = (
    ("’", ""), ("“", " "), ("”", " "), ("\ufffc", " "), ("–", " "), ("—", " "), ("\xa0", " "),
    ("‘", ""), ("…", " "), ("•", " "), ("\u200b", ""),
)  # fmt: skip
"""The characters above ASCII that most news copy has; without them it is plain ASCII, which is split fastest."""

_JOINER = f"[{JOINERS}]+"
_SEPARATORS = r"[^\w\x00-\x7f\u0300-\u036f]+"
_RUN = rf"[\w{JOINERS}\u0300-\u036f]+"
_pattern = cache(re.compile)

_MOST_KEPT = 1 << 19
_LONGEST_KEPT = 64


def separated(text: str, keep: str = "\n") -> str:
    """`text` with its words parted by spaces and ASCII in lower case; `keep`, a line feed or NUL, stays.

    What `split` makes of it are the words, but those with characters above ASCII still to be folded.
    """
    table = _TABLES[keep]
    if not text.isascii():
        for character, instead in _USUAL:
            if character in text:
                text = text.replace(character, instead)
        if not text.isascii():
            text = _pattern(_SEPARATORS).sub(" ", _pattern(_JOINER).sub("", text))
            data = text.encode("utf-8", "surrogatepass").translate(table, _ASCII_JOINERS)
            return data.decode("utf-8", "surrogatepass")
    return text.encode("ascii").translate(table, _ASCII_JOINERS).decode("ascii")


def folded(run: str) -> str:
    """A run of word characters above ASCII as the word it is: NFKC, case-folded, letters and digits alone."""
    from unicodedata import normalize

    return "".join(filter(str.isalnum, normalize("NFKC", run.casefold()).casefold()))


def word_hash(word: str) -> int:
    """The 32-bit hash of a normalised word."""
    data = word.encode("utf-8", "surrogatepass")
    value = 0
    for start in range(0, len(data), 8):
        value = ((value ^ int.from_bytes(data[start : start + 8], "little")) * _FIRST) & _M64
        value ^= value >> 32
    return ((value * _SECOND) & _M64) >> 32


class WordHashes(dict[str, int]):
    """The hashes of the words seen so far; a word from `separated` that is none after folding has -1."""

    def __missing__(self, run: str) -> int:
        word = run if run.isascii() else folded(run)
        value = word_hash(word) if word else -1
        if len(run) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[run] = value
        return value


HASHES = WordHashes()
"""Shared by the process; emptied when it holds half a million words, so that it does not grow for ever."""


def spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Start and end, in code points of `text`, of each word between `start` and `end`, as `specification.words` parts them.

    For the few places that are reported: a word at a time in Python.
    """
    found = []
    joiner = _pattern(_JOINER)
    for match in _pattern(_RUN).finditer(text.replace("_", " ") if "_" in text else text, start, end):
        run = match[0]
        left = match.start() + len(run) - len(run.lstrip(JOINERS))
        right = match.end() - len(run) + len(run.rstrip(JOINERS))
        if left < right and folded(joiner.sub("", run)):
            found.append((left, right))
    return found

"""Two words without a space between them: `alsosaid`, `thehuge`, `theBitcoin`.

An unknown word that splits in two frequent ones, of which one is a word of grammar, or a word of grammar before
a capitalised word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint import lexicon
from newslint.checks._words_in_place import places, strangers
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"exceptions": []}

_BEFORE_NAME = frozenset(
    "the a an of in on at to for from by with and or but as that than when while where after before since until if was is are were "
    "has had have will would said says told his her their its our this about against between into over under also".split()
)
_GRAMMAR = _BEFORE_NAME | frozenset(
    "he she it they we you i who which what not be been being do does did can could may might must should there these those "
    "some any all no one two more most very just only even then now out up down off so my your him them us me because through".split()
)


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the word; the fix inserts a space."""
    kinds = strangers(document)
    for kind, split in ((lexicon.UNKNOWN, split_lower), (lexicon.MIXED, split_before_capital)):
        for word in kinds.get(kind, ()):
            if word in settings["exceptions"]:
                continue
            at = split(word)
            if not at:
                continue
            for start, end in places(document, word):
                yield Hit(
                    start,
                    end,
                    (word[:at], word[at:]),
                    (f"{word[:at]} {word[at:]}",),
                    (Edit(start + at, start + at, " "),),
                )


def split_lower(word: str) -> int:
    """How many letters the first of two words run together has; 0 where it is not that."""
    best, place = 9.0, 0
    if not word.isalpha():
        return 0
    for at in range(2, len(word) - 1):
        left, right = word[:at], word[at:]
        first, second = lexicon.frequency(left), lexicon.frequency(right)
        if not first or not second or max(first, second) > "d":
            continue
        cost = ord(first) + ord(second) - 2 * 97
        if (left in _GRAMMAR and len(right) >= 3) or (right in _GRAMMAR and len(left) >= 3):
            if len(left) == 2 or len(right) == 2:
                cost += 2
        elif max(first, second) > "b" or min(len(left), len(right)) < 3:
            continue
        if cost < best:
            best, place = cost, at
    return place


def split_before_capital(word: str) -> int:
    """How many letters the word of grammar before a capitalised word has; 0 where it is not that."""
    at = next(index for index, letter in enumerate(word) if letter.isupper())
    rest = word[at:]
    if word[:at] not in _BEFORE_NAME or len(rest) < 4 or not rest[1:].islower():
        return 0
    return at

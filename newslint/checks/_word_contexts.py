"""Wrong words in a context of words: the notation of entries, and which words give an entry away.

An entry is `LEFT [wrong>right] RIGHT`:

- `[led>lead went>go]`: wrong words and what was meant; `>lead|leads` gives a choice, `_` a space in either; `[$name]`: those of a set.
- LEFT and RIGHT: the words of which one has to stand beside it; empty for any. `/` parts further words away:
  `peace / of / a` is read outwards on the right, and `in / the / same` towards the wrong word on the left.
- `@N`: a word that is a noun and nothing else (`@S` a plural, `@V` a base form of a verb, `@J` an adjective, `@C` a comparative).
- `!word`: not this one, `!*'s`: none that ends so. `$name`: a set of the rule. `*ed`: a word that ends so. `.`: punctuation, or the end
  of the block (`..`: the end of a sentence or of the text); on the left a mark that ends a sentence or clause, or the start of the block. `*`: any word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newslint.lexicon.contexts import contexts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_ENTRY = re.compile(r"([^\[\]]*)\[([^\[\]]+)\]([^\[\]]*)")

_FREQUENT = {
    word: weight
    for weight, words in (
        (30, "the of to and a in i he it is"),
        (10, "that for on was with as by at his be from are have said has had an"),
        (4, "they not this were but will who its been which we their you or she one there would about more her"),
        (2, "up out when all can some what than if no so could into my them do just other over after most now then only where"),
    )
    for word in words.split()
}
"""What it costs to look for frequent words: by their number, and as the letters of short ones stand in others."""


class Slot(NamedTuple):
    """What may stand in one place beside the wrong word."""

    words: frozenset[str]
    endings: tuple[str, ...]
    classes: frozenset[str]
    without: frozenset[str]
    without_endings: tuple[str, ...]
    stop: bool
    """Whether punctuation or the end of the block will do."""
    sentence_end: bool
    """Whether it has to be the end of a sentence."""

    @property
    def is_telling(self) -> bool:
        """Whether the slot asks for certain words, which a reader then has to see."""
        return bool(self.words or self.endings or self.classes)

    def takes(self, word: str) -> bool:
        """Whether a word (in lower case, empty for punctuation) may stand here."""
        if not word:
            return self.stop or not self.is_telling
        if word in self.without or (self.without_endings and word.endswith(self.without_endings)):
            return False
        if not self.is_telling:
            return not self.stop
        if word in self.words or (bool(self.endings) and word.endswith(self.endings)):
            return True
        return bool(self.classes) and contexts().word_class(word) in self.classes


class Entry(NamedTuple):
    """One entry. `left` and `right` are read outwards from the wrong words."""

    wrong: dict[str, str]
    left: tuple[Slot, ...]
    right: tuple[Slot, ...]
    key_place: int
    """The place of the words that give the entry away: 0 is the wrong word, -1 the word before it, 1 after."""
    keys: frozenset[str]


def read(entry: str, sets: Mapping[str, frozenset[str]]) -> Entry:
    """The entry that a line of the notation stands for. Raises `ValueError`."""
    match = _ENTRY.fullmatch(entry.strip())
    if match is None:
        raise ValueError(f"“{entry}” is not of the form LEFT [wrong>right] RIGHT")
    wrong: dict[str, str] = {}
    for pair in _pairs(match[2], sets):
        found, parted, meant = pair.partition(">")
        if not parted or not found or not meant or found == meant:
            raise ValueError(f"“{pair}” in “{entry}” is not of the form wrong>right")
        wrong[found.replace("_", " ")] = meant.replace("_", " ")
    left = tuple(_slot(part, sets) for part in reversed(match[1].split("/"))) if match[1].strip() else ()
    right = tuple(_slot(part, sets) for part in match[3].split("/")) if match[3].strip() else ()
    place, keys = 0, frozenset(wrong)
    weight = weight_of(keys)
    for candidate, slots in ((-1, left), (1, right)):
        slot = slots[0] if slots else None
        if slot is not None and slot.words and not slot.endings and not slot.classes and not slot.stop and weight_of(slot.words) < weight:
            place, keys, weight = candidate, slot.words, weight_of(slot.words)
    return Entry(wrong, left, right, place, keys)


def _pairs(part: str, sets: Mapping[str, frozenset[str]]) -> Iterator[str]:
    for word in part.split():
        if word.startswith("$"):
            yield from sorted(_named(word, sets))
        else:
            yield word


def weight_of(words: Iterable[str]) -> float:
    """How often words of a set are to be expected, by the measure of `_FREQUENT`."""
    return sum(_FREQUENT.get(word, 0.05) for word in words)


def _slot(part: str, sets: Mapping[str, frozenset[str]]) -> Slot:
    words: set[str] = set()
    without: set[str] = set()
    endings: list[str] = []
    classes: set[str] = set()
    without_endings: list[str] = []
    stop = sentence_end = False
    for word in part.split():
        target = words
        if word.startswith("!"):
            word, target = word[1:], without
        if word in (".", ".."):
            stop, sentence_end = True, word == ".."
        elif word == "*":
            continue
        elif word.startswith("@"):
            classes.add(word[1:])
        elif word.startswith("*"):
            (endings if target is words else without_endings).append(word[1:])
        elif word.startswith("$"):
            target |= _named(word, sets)
        else:
            target.add(word)
    return Slot(frozenset(words), tuple(endings), frozenset(classes), frozenset(without), tuple(without_endings), stop, sentence_end)


def _named(word: str, sets: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The set that `$name` stands for. Raises `ValueError`."""
    if word[1:] not in sets:
        raise ValueError(f"there is no set “{word}”")
    return sets[word[1:]]

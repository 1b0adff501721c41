"""A form that does not agree with the word it goes with: `several report`, `a reports`, `they wants`, `when he see`.

- `quantities`: words that want a plural (`several`); reported before a singular noun that a mark or a function word follows.
- `articles`: words that want a singular (`a`, `another`); reported before a plural noun that a mark or a function word follows.
- `plurals`: subjects whose verb has no `-s` (`they`).
- `singulars`: subjects whose verb has one (`he`), maybe with one of the `adverbs` between.
- `opening`: subjects that are reported only at the start of a sentence, or after one of `openers`, so that what asks
  for the bare verb (`did he see`, `let it go`) does not stand before.
- `preceding`: words before any other head that stop a report (`the number two supplier`, `for you depends`).
- `following`: the function words.
- `uncounted`: nouns that are used in either number, or without one.

What a word can be is told by the classes of newslint/lexicon/contexts.py: a word counts as noun only that is nothing else. Speech in
quotation marks is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._phrases import searched
from newslint.finding import Edit, Hit
from newslint.lexicon.contexts import contexts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {
    "quantities": [],
    "articles": [],
    "plurals": [],
    "singulars": [],
    "opening": [],
    "openers": [],
    "preceding": [],
    "adverbs": [],
    "following": [],
    "uncounted": [],
}

_MARKS = ".?!;:"
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_PAST = frozenset("put let cut hit set cost quit shut hurt read spread beat bet bid fit burst cast shed split thrust upset".split())
"""Bases that are past forms, too."""
_PRONOUNS = frozenset(("i", "we", "they"))
"""Subjects after which a form that can be a plural noun is a verb: not so in `give you updates`."""
_MODALS = frozenset(("will", "can", "need", "dare"))
_IRREGULAR = {"have": "has", "do": "does", "go": "goes"}


class Prepared:
    """The settings of one rule, as sets, and what has been made of words."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.opening = frozenset(settings["opening"])
        self.openers = frozenset(settings["openers"])
        self.preceding = frozenset(settings["preceding"])
        self.adverbs = frozenset(settings["adverbs"])
        self.following = frozenset(settings["following"])
        self.uncounted = frozenset(settings["uncounted"])
        meant: tuple[tuple[str, Callable[[str], str | None]], ...] = (
            ("quantities", self._plural),
            ("articles", self._singular),
            ("plurals", _base),
            ("singulars", _third_person),
        )
        self.heads = {
            head: (kept, kind in ("plurals", "singulars"))
            for kind, kept in ((kind, _Meant(right)) for kind, right in meant)
            for head in settings[kind]
        }
        self.nominal = frozenset((*settings["quantities"], *settings["articles"]))
        self.unmixed = frozenset(head for head in settings["plurals"] if head not in _PRONOUNS)
        self.first_words = frozenset((*self.heads, *(head.capitalize() for head in self.heads)))
        """The heads as text has them, inside a sentence and at its start."""

    def _plural(self, word: str) -> str | None:
        """The plural that is meant by a noun in the singular."""
        if word in self.uncounted or contexts().word_class(word) != "N":
            return None
        return next((form for form in _with_s(word) if contexts().word_class(form) == "S"), None)

    def _singular(self, word: str) -> str | None:
        """The singular that is meant by a noun in the plural."""
        if word in self.uncounted or contexts().word_class(word) != "S":
            return None
        return next((form for form in _without_s(word) if "N" in contexts().word_class(form)), None)


class _Meant(dict[str, "str | None"]):
    """Words -> the form that is meant, kept for a run."""

    def __init__(self, right: Callable[[str], str | None]) -> None:
        self._right = right

    def __missing__(self, word: str) -> str | None:
        if len(self) > 20_000:
            self.clear()
        made = self[word] = self._right(word)
        return made


def _with_s(word: str) -> Iterator[str]:
    if word.endswith("y"):
        yield word[:-1] + "ies"
    yield word + ("es" if word.endswith(_SIBILANTS) else "s")
    yield word + "es"


def _without_s(word: str) -> Iterator[str]:
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]


def _base(word: str) -> str | None:
    """The base form that is meant by a verb in the third person."""
    irregular = next((base for base, form in _IRREGULAR.items() if form == word), None)
    if irregular is None and "Z" not in contexts().word_class(word):
        return None
    return irregular or next((form for form in _without_s(word) if "V" in contexts().word_class(form)), None)


def _third_person(word: str) -> str | None:
    """The third person that is meant by a verb in its base form."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    kind = contexts().word_class(word)
    if "V" not in kind or word in _PAST or word in _MODALS or "D" in kind or "Z" in kind:
        return None
    return next((form for form in _with_s(word) if "Z" in contexts().word_class(form)), None)


def prepare(settings: Mapping[str, Any]) -> Prepared:
    """The settings, made ready for `check`."""
    return Prepared(settings)


def check(document: Document, prepared: Prepared) -> Iterator[Hit]:
    """Hits on the two words that do not agree."""
    if prepared.first_words.isdisjoint(document.words.distinct):
        return
    first_words = prepared.first_words
    met = {(first.lower(), second) for first, second in document.words.pairs if first in first_words}
    lowered = searched(document).lowered
    for head, second in sorted(met):
        if not second.isalpha():
            continue
        meant, is_verb = prepared.heads[head]
        is_adverb = is_verb and second in prepared.adverbs
        right = meant[second]
        if right is None and not is_adverb:
            continue
        for start in _places(lowered, f"{head} {second}"):
            end = start + len(head) + 1 + len(second)
            word = _word(lowered, end) if is_adverb else (end - len(second), end)
            wanted = meant[lowered[word[0] : word[1]]] if is_adverb else right
            if wanted is not None:
                hit = _hit(document, lowered, prepared, start, word, wanted)
                if hit is not None:
                    yield hit


def _places(lowered: str, words: str) -> Iterator[int]:
    """Where words stand after a space, or at the start of the text."""
    if lowered.startswith(words):
        yield 0
    place = lowered.find(" " + words)
    while place >= 0:
        yield place + 1
        place = lowered.find(" " + words, place + 1)


def _hit(document: Document, lowered: str, prepared: Prepared, start: int, word: tuple[int, int], right: str) -> Hit | None:
    """The hit on the head at `start` and a word after it, of which `right` is meant, if the words around allow it."""
    text, (first, last) = document.prose, word
    head = lowered[start:first].split(" ")[0]
    before = _before(lowered, start)
    is_opening = not before or before[-1] in _MARKS
    if not text[first:last].islower() or not _is_whole(lowered, last) or (text[start].isupper() and head != "i" and not is_opening):
        return None
    if head == "i" and text[start] == "i" and not is_opening:
        return None  # “on IBM i tests pass”
    if head in prepared.opening:
        if not is_opening and before not in prepared.openers:
            return None
    elif before in prepared.preceding or (head in prepared.unmixed and "S" in contexts().word_class(lowered[first:last])):
        return None
    if head in prepared.nominal and not _is_closed(lowered, last, prepared.following):
        return None
    if document.is_quoted(start, last):
        return None
    return Hit(start, last, (" ".join(text[start:last].split()), right), (text[start:first] + right,), (Edit(first, last, right),))


def _word(text: str, end: int) -> tuple[int, int]:
    """Start and end of the run of letters after one space."""
    last = first = end + 1
    while last < len(text) and text[last].isalpha():
        last += 1
    return first, last


def _is_whole(text: str, end: int) -> bool:
    return end == len(text) or text[end] in " .,;:?!)" or text[end] in "\"”"


def _before(text: str, start: int) -> str:
    """What stands before the word at `start`, up to the space before; empty at the start of the text."""
    return text[max(0, start - 40) : start].rstrip(" ").rpartition(" ")[2]


def _is_closed(text: str, end: int, following: frozenset[str]) -> bool:
    """Whether a mark or a function word follows the noun that ends at `end`."""
    if end >= len(text) or text[end] in _MARKS:
        return True
    return text[end] == " " and text[end + 1 : _word(text, end)[1]] in following

"""A real word that cannot stand where it stands: `could led`, `tied too his`, `we where late`.

- `entries`: wrong words in contexts of words, in the notation of `_word_contexts`; `sets`: named sets of words
  for them. Words of one entry stand side by side, parted by a single space or line break.
- `articles`: whether to report `a` before a vowel and `an` before a consonant, for frequent words.

The wrong word has to be in lower case, or first in its entry; its neighbours too, but for the first word.
The message's first `%s` is the text found, the second what was meant.
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.checks import _articles, _word_contexts
from newslint.checks._phrases import searched
from newslint.checks._word_contexts import weight_of
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.checks._phrases import SearchedText
    from newslint.checks._word_contexts import Entry
    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"entries": [], "sets": {}, "articles": True}

_OPENING = "\"“‘'(["
_CLOSING = "\"”’').,;:!?…]"
_MARKS = ",.\"“”()?!;:"
_ALSO_NAMES = frozenset(("will", "may", "can", "mark", "bill", "grant"))


def validate(settings: Mapping[str, Any]) -> None:
    """Raise `ValueError` for an entry that is not in the notation."""
    sets = _sets(settings)
    for index, entry in enumerate(settings["entries"]):
        try:
            _word_contexts.read(entry, sets)
        except ValueError as error:
            from newslint.checks._patterns import PatternError

            raise PatternError(str(error), ("entries", index)) from None


def _sets(settings: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in settings["sets"].items()}


def index(settings: Mapping[str, Any]) -> dict[str, list[tuple[str, int]]]:
    """The first words of the keys -> each key that begins so, and the number of its entry."""
    sets = _sets(settings)
    heads: dict[str, list[tuple[str, int]]] = {}
    for number, line in enumerate(settings["entries"]):
        for key in sorted(_word_contexts.read(line, sets).keys):
            heads.setdefault(key.partition(" ")[0], []).append((key, number))
    return heads


class Test(NamedTuple):
    """What is looked at first where the first word of a key stands: whether its neighbour is a partner."""

    key: str
    partners: frozenset[str] | None
    after: bool
    """Whether the neighbour is the word after the key, not the one before it."""
    entry: Entry


class Prepared(dict[str, list[Test]]):
    """The settings of one rule: the first word of a key -> what to look at where it stands, made when asked for."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        super().__init__()
        self.heads: dict[str, list[tuple[str, int]]] = settings.get("_index") or index(settings)
        self.firsts = frozenset(self.heads)
        self.articles: bool = settings["articles"]
        self._settings = settings
        self._lines: list[str] = settings["entries"]
        self._named: dict[str, frozenset[str]] | None = None
        self._entries: dict[int, Entry] = {}

    def __missing__(self, head: str) -> list[Test]:
        tests = self[head] = [_test(key, self._entry(number)) for key, number in self.heads[head]]
        return tests

    def _entry(self, number: int) -> Entry:
        made = self._entries.get(number)
        if made is None:
            if self._named is None:
                self._named = _sets(self._settings)
            made = self._entries[number] = _word_contexts.read(self._lines[number], self._named)
        return made


def _test(key: str, entry: Entry) -> Test:
    """The test for a key of an entry: the neighbour that is the less frequent one."""
    if " " in key:
        return Test(key, frozenset((key.split(" ")[1],)), True, entry)
    if entry.key_place:
        partners = None if any(" " in wrong for wrong in entry.wrong) else frozenset(entry.wrong)
        return Test(key, partners, entry.key_place < 0, entry)
    best = Test(key, None, True, entry)
    for slots, after in ((entry.right, True), (entry.left, False)):
        if not slots or not slots[0].words or slots[0].endings or slots[0].stop:
            continue
        if best.partners is None or weight_of(slots[0].words) < weight_of(best.partners):
            best = Test(key, slots[0].words, after, entry)
    return best


def prepare(settings: Mapping[str, Any]) -> Prepared:
    """The settings, made ready for `check`."""
    return Prepared(settings)


def check(document: Document, prepared: Prepared) -> Iterator[Hit]:
    """Hits on the wrong word and the neighbours that give it away."""
    text = searched(document)
    found: dict[int, Hit] = {}
    heads = prepared.firsts & document.words.lowered
    if heads:
        for start, test in _suspects(text.lowered, heads, prepared):
            hit = _hit(text, start, start + len(test.key), test.entry)
            if hit is not None and _is_in_place(document, hit):
                found.setdefault(hit.edits[0].start if hit.edits else hit.start, hit)
    if prepared.articles:
        for hit in _articles.hits(text):
            found.setdefault(hit.start, hit)
    for start in sorted(found):
        yield found[start]


def _suspects(lowered: str, heads: frozenset[str], prepared: Prepared) -> Iterator[tuple[int, Test]]:
    """Where a key stands beside a partner. Marks between the two are overlooked here, and seen by `_hit`."""
    spaced = bare = lowered.replace("—", " ")
    for mark in _MARKS:
        bare = bare.replace(mark, "")
    words = bare.split(" ")
    places = list(compress(range(len(words)), map(heads.__contains__, words)))
    words.append("")
    for place in places:
        for test in prepared[words[place]]:
            if test.partners is None or words[place + 1 if test.after else place - 1] in test.partners:
                tokens = spaced.split(" ", place + 1)
                start = sum(map(len, tokens[:place])) + place
                start += len(tokens[place]) - len(tokens[place].lstrip(_OPENING))
                if lowered.startswith(test.key, start):
                    yield start, test


def _hit(text: SearchedText, start: int, end: int, entry: Entry) -> Hit | None:
    """The hit of an entry of which a key stands at `start:end`."""
    lowered = text.lowered
    if entry.key_place:
        wrong = _after(lowered, end) if entry.key_place < 0 else _before(lowered, start)
        if wrong is None:
            return None
        start, end = wrong
        if entry.key_place < 0 and lowered[start:end] not in entry.wrong:
            end = next((start + len(words) for words in entry.wrong if lowered.startswith(words + " ", start)), end)
    meant = entry.wrong.get(lowered[start:end])
    if meant is None:
        return None
    first, last = start, end
    place: tuple[int, int] | None = (start, end)
    for slot in entry.left:
        place = _before(lowered, place[0]) if place is not None else None
        if not slot.takes("" if place is None else lowered[place[0] : place[1]]):
            return None
        if slot.is_telling and place is not None:
            first = place[0]
    place = (start, end)
    for slot in entry.right:
        place = _after(lowered, place[1]) if place is not None else None
        if not slot.takes("" if place is None else lowered[place[0] : place[1]]):
            return None
        if slot.is_telling and place is not None:
            last = place[1]
    if not _is_lower(text.text, first, last):
        return None
    return _made(text.text, first, start, end, last, meant.split("|"))


def _made(text: str, first: int, start: int, end: int, last: int, options: list[str]) -> Hit:
    """A hit on `text[first:last]` of which `start:end` is wrong."""
    if text[start].isupper():
        options = [option[0].upper() + option[1:] for option in options]
    return Hit(
        first,
        last,
        (" ".join(text[first:last].split()), " or ".join(options)),
        tuple(text[first:start] + option + text[end:last] for option in options),
        (Edit(start, end, options[0]),) if len(options) == 1 else (),
    )


def _before(text: str, start: int) -> tuple[int, int] | None:
    """Start and end of the word before a place, parted from it by one space."""
    end = start - 1
    if end < 1 or text[end] != " " or text[end - 1] == " ":
        return None
    first = text.rfind(" ", 0, end) + 1
    while first < end and text[first] in _OPENING:
        first += 1
    return (first, end) if first < end else None


def _after(text: str, end: int) -> tuple[int, int] | None:
    """Start and end of the word after a place, parted from it by one space; None for punctuation or the end."""
    start = end + 1
    if start >= len(text) or text[end] != " " or text[start] == " ":
        return None
    last = text.find(" ", start)
    if last < 0:
        last = len(text)
    while last > start + 1 and text[last - 1] in _CLOSING:
        last -= 1
    return start, last


def _is_lower(text: str, first: int, last: int) -> bool:
    """Whether a match is in lower case, but for a capital that its first word has, and `I`."""
    words = text[first:last].split()
    if any(word[0].isupper() and not word.startswith(("I", "I'", "I’")) for word in words[1:]):
        return False
    head = words[0].lstrip(_OPENING)
    return head.islower() or (head.istitle() and head.lower() not in _ALSO_NAMES) or head == "I"


def _is_in_place(document: Document, hit: Hit) -> bool:
    """Whether a capital at the start of a hit is owed to the sentence, not to a name or title."""
    head = document.prose[hit.start]
    if not head.isupper() or document.prose[hit.start : hit.start + 2] in ("I ", "I'", "I’"):
        return True
    from newslint.document.sentences import is_sentence_start

    return is_sentence_start(document, hit.start)

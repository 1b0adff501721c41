"""A real word that cannot stand where it stands: `could led`, `tied too his`, `we where late`.

- `entries`: wrong words in contexts of words, in the notation of `_word_contexts`; `sets`: named sets of words
  for them. Words of one entry stand side by side, parted by a single space or line break.
- `contexts`: whether to report words in whose place the words around want another (see newslint/lexicon/contexts.py).
- `articles`: whether to report `a` before a vowel and `an` before a consonant, for frequent words.

The wrong word has to be in lower case, or first in its entry; its neighbours too, but for the first word.
The message's first `%s` is the text found, the second what was meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.checks import _articles, _word_contexts
from newslint.checks._likelier import Likelier
from newslint.checks._neighbours import Neighbours
from newslint.checks._phrases import searched
from newslint.checks._side_words import has_key, is_free, word_after, word_before
from newslint.checks._word_contexts import weight_of
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newslint.checks._phrases import SearchedText
    from newslint.checks._word_contexts import Entry
    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"entries": [], "sets": {}, "contexts": False, "articles": True}

_OPENING = "\"“‘'(["
_STOPS = frozenset(".?!;:")
_ENDS = ("", ".", "!", "?")
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
    """What is looked at first where a key stands: whether its neighbour is a partner."""

    number: int
    """The number of the entry."""
    key: str
    partners: frozenset[str] | None
    """None where any neighbour will do."""
    after: bool
    """Whether the neighbour is the word after the key's first, not the one before it."""
    entry: Entry


class Needle(NamedTuple):
    """A key and a partner side by side, in lower case."""

    text: str
    key_at: int
    """Where in it the key starts."""
    test: Test


class Prepared:
    """The settings of one rule. What an entry looks for is made when a text first has the first word of its key."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.articles: bool = settings["articles"]
        self.likelier = Likelier() if settings["contexts"] else None
        self.needles: dict[tuple[str, str], list[Needle]] = {}
        """By pair of neighbours, as written."""
        self.lone: dict[str, list[Needle]] = {}
        """By word, as written, that gives an entry away without a neighbour."""
        self._heads: dict[str, list[tuple[str, int]]] = settings.get("_index") or index(settings)
        self._forms = {form: head for head in self._heads for form in _forms(head)}
        self.neighbours = Neighbours(self._forms, self._pairs_of, self.likelier.listed if self.likelier else ())
        self._settings = settings
        self._lines: list[str] = settings["entries"]
        self._named: dict[str, frozenset[str]] | None = None
        self._entries: dict[int, Entry] = {}

    def _pairs_of(self, form: str) -> Iterator[tuple[str, str]]:
        """The pairs of a key's first word, so written, and its partners; their needles are made, too."""
        head = self._forms[form]
        inside = _forms(head, inside=True)
        for key, number in self._heads[head]:
            test = _test(number, key, self._entry(number))
            if test.partners is None:
                self.lone.setdefault(form, []).append(Needle(head, 0, test))
            for partner in test.partners or ():
                needle = Needle(f"{head} {partner}", 0, test) if test.after else Needle(f"{partner} {head}", len(partner) + 1, test)
                if test.after:
                    pairs = [(form, other) for other in _forms(partner, inside=True)]
                else:
                    pairs = [(other, form) for other in _forms(partner)] if form in inside else []
                for pair in pairs:
                    self.needles.setdefault(pair, []).append(needle)
                yield from pairs

    def _entry(self, number: int) -> Entry:
        made = self._entries.get(number)
        if made is None:
            if self._named is None:
                self._named = _sets(self._settings)
            made = self._entries[number] = _word_contexts.read(self._lines[number], self._named)
        return made


def _forms(word: str, inside: bool = False) -> set[str]:
    """A word as a match may have it: with a capital where it is not `inside`, in capitals if it may be `I`."""
    forms = {word}
    if not inside or word[0] == "i":
        forms.add(word[0].upper() + word[1:])
    if word[0] == "i":
        forms.add(word.upper())
    return forms | {form.replace("'", "’") for form in forms} if "'" in word else forms


def _test(number: int, key: str, entry: Entry) -> Test:
    """The test for a key of an entry: the neighbour that is the less frequent one."""
    if " " in key:
        second = frozenset((key.split(" ")[1],))
        return Test(number, key, second if all(map(_is_word, second)) else None, True, entry)
    if entry.key_place:
        partners = frozenset(entry.wrong) if all(map(_is_word, entry.wrong)) else None
        return Test(number, key, partners, entry.key_place < 0, entry)
    best = Test(number, key, None, True, entry)
    for slots, after in ((entry.right, True), (entry.left, False)):
        if not slots or not slots[0].words or slots[0].endings or slots[0].classes or slots[0].stop:
            continue
        if not all(map(_is_word, slots[0].words)):
            continue
        if best.partners is None or weight_of(slots[0].words) < weight_of(best.partners):
            best = Test(number, key, slots[0].words, after, entry)
    return best


def _is_word(word: str) -> bool:
    """Whether the word index has a word as it is written here, and not in parts."""
    return word.replace("'", "").replace("-", "").isalnum()


def prepare(settings: Mapping[str, Any]) -> Prepared:
    """The settings, made ready for `check`."""
    return Prepared(settings)


def check(document: Document, prepared: Prepared) -> Iterator[Hit]:
    """Hits on the wrong word and the neighbours that give it away."""
    text = searched(document)
    words = document.words
    found: dict[int, Hit] = {}
    pairs = prepared.neighbours.found(words)
    needles = [needle for pair in pairs for needle in prepared.needles.get(pair, ())]
    needles += [needle for word in prepared.lone.keys() & words.distinct for needle in prepared.lone[word]]
    for start, test in _suspects(text.lowered, needles):
        hit = _hit(text, start, start + len(test.key), test.entry)
        if hit is not None and _is_in_place(document, hit):
            found.setdefault(hit.edits[0].start if hit.edits else hit.start, hit)
    if prepared.likelier is not None:
        certain = [(hit.start, hit.end) for hit in found.values()]
        for hit in prepared.likelier.hits(document, text.lowered, pairs):
            place = hit.edits[0].start
            if not any(start <= place < end for start, end in certain):
                found[place] = hit
    if prepared.articles:
        for hit in _articles.hits(text):
            found.setdefault(hit.start, hit)
    for start in sorted(found):
        yield found[start]


def _suspects(lowered: str, needles: Iterable[Needle]) -> list[tuple[int, Test]]:
    """Where keys stand free, by place and number of the entry."""
    suspects: dict[tuple[int, int, str], Test] = {}
    for words, key_at, test in needles:
        size = len(test.key.partition(" ")[0])
        place = lowered.find(words)
        while place >= 0:
            start = place + key_at
            if is_free(lowered, start, start + size) and has_key(lowered, test.key, start):
                suspects[start, test.number, test.key] = test
            place = lowered.find(words, place + 1)
    return [(start, suspects[start, number, key]) for start, number, key in sorted(suspects)]


def _hit(text: SearchedText, start: int, end: int, entry: Entry) -> Hit | None:
    """The hit of an entry of which a key stands at `start:end`."""
    lowered = text.lowered
    if entry.key_place:
        wrong = word_after(lowered, end) if entry.key_place < 0 else word_before(lowered, start)
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
        place = word_before(lowered, place[0]) if place is not None else None
        word = "" if place is None else lowered[place[0] : place[1]]
        if word[-1:] in _STOPS:
            word, place = "", None
        if not slot.takes(word):
            return None
        if slot.is_telling and place is not None:
            first = place[0]
    place = (start, end)
    for slot in entry.right:
        if slot.sentence_end and place is not None and lowered[place[1] : place[1] + 1] not in _ENDS:
            return None
        place = word_after(lowered, place[1]) if place is not None else None
        if not slot.takes("" if place is None else lowered[place[0] : place[1]]):
            return None
        if slot.is_telling and place is not None:
            last = place[1]
    if not _is_lower(text.text, first, last):
        return None
    return _made(text.text, first, start, end, last, meant.split("|"))


def _made(text: str, first: int, start: int, end: int, last: int, options: list[str]) -> Hit:
    """A hit on `text[first:last]` of which `start:end` is wrong."""
    if "’" in text:
        options = [option.replace("'", "’") for option in options]
    if text[start].isupper():
        options = [option[0].upper() + option[1:] for option in options]
    return Hit(
        first,
        last,
        (" ".join(text[first:last].split()), " or ".join(options)),
        tuple(text[first:start] + option + text[end:last] for option in options),
        (Edit(start, end, options[0]),) if len(options) == 1 else (),
    )


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

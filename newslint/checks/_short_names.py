"""Names of two words that the article itself writes with capitals elsewhere: `Lantern guild` where it has `the Lantern Guild`.

In an article of some length one place tells so much where nothing tells against it: the name stands there inside a sentence of
body text, the article has this slip once, and never else the word in lower case; where it has, three places are needed, and one
more where the first word is the lower-case one, which may describe the second. What is no part of
the name must be alike: capitals beside the pair in one place have to stand beside it in the other, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint import lexicon
from newslint.checks._late_patterns import LatePattern
from newslint.checks._names_of_run import FUNCTION_WORDS
from newslint.checks._words_in_place import are_side_by_side, is_in_body_text, is_inside_sentence
from newslint.document.sentences import is_sentence_start

if TYPE_CHECKING:
    from newslint.document import Document

_TITLE = LatePattern(r"[A-Z][a-z]+")
_BEFORE_ANY = frozenset("a an any another each every first her his its many more most my new no other our some their three two your".split())
"""What stands before one of many: `a Lantern guild`."""
_DESCRIBES = frozenset(
    "account agencies agency album app apps area blog build campus code commands community company data devs director event film game "
    "group head initiative inquiry lead leader leads libraries library language meeting manager managers member members module modules number officer officers package packages page pages program project report security series service services "
    "show site software spokesman staff story system team teams tools users version website work".split()
)
"""What copy says of a named thing without a capital, whatever it is called elsewhere."""
_SHORTEST = 3
_LONG = 60
"""From so many words on, an article that never has a word in lower case elsewhere tells something by it."""


def pair_elsewhere(document: Document, index: int, proper: str) -> tuple[int, tuple[str, str]] | None:
    """First word and right form of the pair that the lower-case word at `index` is part of; None where none is known."""
    words = document.words
    texts = words.texts
    word = texts[index]
    prose = document.prose
    known = []
    if texts[index - 1].istitle() and f"{texts[index - 1]} {proper}" in prose:
        known.append((index - 1, (texts[index - 1], proper)))
    if index + 1 < len(texts) and texts[index + 1].istitle() and f"{proper} {texts[index + 1]}" in prose:
        known.append((index, (proper, texts[index + 1])))
    if not known or len(word) < _SHORTEST or not word.isalpha() or word in FUNCTION_WORDS or not is_in_body_text(document, index):
        return None
    is_first = index + 1 < len(texts) and texts[index + 1].istitle()
    needed = (3 if texts.count(word) > 1 else 1 if len(texts) >= _LONG else 2) + (word in _DESCRIBES or is_first)
    for first, pair in known:
        if not are_side_by_side(document, first):
            continue
        other = pair[1] if first == index else pair[0]
        if not _is_common(other) or prose.count(" ".join(texts[first : first + 2])) > 1:
            continue
        if not first or not are_side_by_side(document, first - 1) or (first < index and not _is_named(document, first)):
            continue
        before, after = _beside(document, first)
        if first == index and after:
            continue  # “the draft Barrage Trial” may be a draft of it
        more = texts[first + 2 : first + 3] and texts[first + 2] in _DESCRIBES and first < index
        if _times(document, pair, before, after) >= needed + bool(more):
            return first, pair
    return None


def _is_named(document: Document, first: int) -> bool:
    """Whether the capital at `first` is of a name, and not one of many: no sentence, and no `a`, stands before it."""
    texts = document.words.texts
    if is_sentence_start(document, document.words.starts[first]):
        return False
    while first > 1 and texts[first - 1].istitle() and texts[first - 1].lower() not in FUNCTION_WORDS:
        first -= 1
    return not is_sentence_start(document, document.words.starts[first]) and texts[first - 1].lower() not in _BEFORE_ANY


def _times(document: Document, pair: tuple[str, str], before: str, after: str) -> int:
    """In how many places the article has a pair inside sentences of body text, no part of a longer name than the slip is of."""
    words = document.words
    times = 0
    for place in words.indices(pair[0]):
        if words.texts[place + 1 : place + 2] != [pair[1]] or not are_side_by_side(document, place):
            continue
        if is_inside_sentence(document, place):
            times += _beside(document, place) == (before, after)
    return times


def _beside(document: Document, first: int) -> tuple[str, str]:
    """The capitalised words directly before and behind the pair at `first`; empty where there is none."""
    words = document.words
    texts = words.texts
    before = after = ""
    if first and texts[first - 1][0].isupper() and are_side_by_side(document, first - 1):
        before = "" if texts[first - 1].lower() in FUNCTION_WORDS else texts[first - 1]
    if first + 2 < len(texts) and texts[first + 2][0].isupper() and are_side_by_side(document, first + 1):
        after = texts[first + 2]
    return before, after


def _is_common(word: str) -> bool:
    """Whether a capitalised word exists in lower case, too: `Lantern`, not `Danish`."""
    lower = word.lower()
    return bool(_TITLE.fullmatch(word)) and lower not in FUNCTION_WORDS and lexicon.is_known_lower(lower)

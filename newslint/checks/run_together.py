"""Two words without a space between them: `alsosaid`, `thehuge`, `theBitcoin`.

An unknown word that splits in a word of grammar and a frequent word, or a word of grammar before a
capitalised word. Particles that make compounds (`over`, `in`, `out`: `inhouse`) are no such words of grammar; two
words of content are reported where their form says that they make no compound (see _joined_words.py), and the article
has the word once. A word that one slip of the fingers explains is left to the spelling rule (`theif`, `somethin`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint import lexicon
from newslint.checks._coinages import has_code, is_a_term
from newslint.checks._joined_words import split_by_form
from newslint.checks._words_in_place import (
    is_emphasised,
    is_whole_item,
    is_whole_link,
    places,
    strangers,
    word_after,
    word_before,
)
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"exceptions": []}

_FIRST = frozenset(
    """
    the and of to from with or but that when while where before since until if was is are were has had have will would said says
    told his her their its our this against between into about he she it they we you who which what not been being can could may
    might must should there these those some any very just only even then now my your him them us because also than
    """.split()
)
"""Words that begin no compound."""
_LAST = frozenset(
    """
    the and of to from with or but that when while where since until if was is are were has had have will would said says told
    his her their its our this into he she they we you who which what not been being can could may might should there
    these those some any very because also than at
    """.split()
)
"""Words that end no compound."""
_BEFORE_NAME = _FIRST | frozenset("in on at by for a an as after over under so".split())
_IN_NO_IDENTIFIER = frozenset("the of that said says told his her their our he she they we".split())
_SHORT_BEFORE_GRAMMAR = frozenset("in on at by for as so do be".split())
_ARTICLES = frozenset("the his her their its our this that these those my your".split())
_SET_PHRASES = {
    "abit": 1, "afterall": 5, "alot": 1, "aswell": 2, "atleast": 2, "eachother": 4, "eventhough": 4, "incase": 2, "infact": 2,
    "infront": 2, "inspite": 2, "noone": 2, "ofcourse": 2, "thankyou": 5,
}  # fmt: skip
"""Phrases often written as one word, and how long their first word is."""
_MOST_WORDS = 1000
"""How many words of a kind are looked at: more are in no article."""
_SPELLING_EXPLAINS = 4.5


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the word; the fix inserts a space."""
    kinds = strangers(document)
    for kind in (lexicon.UNKNOWN, lexicon.MIXED):
        for word in kinds.get(kind, [])[:_MOST_WORDS]:
            if word in settings["exceptions"]:
                continue
            at = split_lower(word) if kind == lexicon.UNKNOWN else split_before_capital(word, has_code(document))
            by_form = not at and kind == lexicon.UNKNOWN and word.isalpha()
            if by_form:
                at = split_by_form(word, _FIRST, _LAST)
            if not at or is_a_term(document, word) or (by_form and _is_a_compound(document, word, at)):
                continue
            parts = (word[:at], word[at:])
            for start, end in places(document, word):
                if not _is_a_name(document, start, end, kind == lexicon.MIXED or by_form):
                    yield Hit(start, end, parts, (" ".join(parts),), (Edit(start + at, start + at, " "),))


def _is_a_compound(document: Document, word: str, at: int) -> bool:
    """Whether the article uses the word as one: twice, with a capital, or with a hyphen."""
    words = document.words
    return (
        words.texts.count(word) > 1
        or word.capitalize() in words.distinct
        or f"{word[:at]}-{word[at:]}" in words.distinct
        or lexicon.is_technical(word)
    )


def _is_a_name(document: Document, start: int, end: int, is_doubtful: bool) -> bool:
    """Whether the place says that the word is an account, a product or of another language."""
    prose = document.prose
    if is_whole_link(document, start, end) or (prose[start - 1 : start] == "(" and prose[end : end + 1] == ")"):
        return True
    neighbours = (lexicon.base_of(word_before(document, start)), lexicon.base_of(word_after(document, end)))
    if lexicon.UNKNOWN in map(lexicon.kind_of, neighbours):
        return True
    return is_doubtful and (is_emphasised(document, start, end) or is_whole_item(document, start, end))


def split_lower(word: str) -> int:
    """How many letters the first of two words run together has; 0 where it is not that."""
    if word in _SET_PHRASES:
        return _SET_PHRASES[word]
    if not word.isalpha() or len(word) < 5:
        return 0
    from newslint.lexicon.derivation import COMPOUND, derivation

    best, place = 99.0, 0
    for at in range(2, len(word) - 1):
        left, right = word[:at], word[at:]
        if not (
            (left in _FIRST and (len(right) > 2 or right in _LAST) and right != "able")
            or (right in _LAST and len(left) > 2)
            or (left in _SHORT_BEFORE_GRAMMAR and right in _ARTICLES)
        ):
            continue
        first, second = lexicon.frequency(left), lexicon.frequency(right)
        if not first or not second or max(first, second) > ("d" if min(len(left), len(right)) > 2 else "b"):
            continue
        cost = ord(first) + ord(second) - 2 * ord("a") + (min(len(left), len(right)) < 3)
        if cost < best:
            best, place = cost, at
    if not place or derivation(word) not in ("", COMPOUND):
        return 0
    from newslint.lexicon.suggestions import ranked

    shorter = min(place, len(word) - place)
    limit = 2.0 if word[place:] in _ARTICLES else _SPELLING_EXPLAINS + (shorter < 3)
    near = ranked(word)
    return 0 if near and near[0][0] <= limit else place


def split_before_capital(word: str, is_technical: bool = False) -> int:
    """How many letters the word of grammar before a capitalised word has; 0 where it is not that.

    Most words of grammar begin identifiers, too (`toString`, `isPaused`), so that a name has to follow them, and any of
    them where the article `is_technical`.
    """
    at = next(index for index, letter in enumerate(word) if letter.isupper())
    rest = lexicon.base_of(word[at:])
    if word[:at] not in _BEFORE_NAME or len(rest) < 2 or not rest[1:].islower():
        return 0
    if (is_technical or word[:at] not in _IN_NO_IDENTIFIER) and lexicon.kind_of(rest.lower()) != lexicon.PROPER:
        return 0
    return at if len(rest) > 3 or lexicon.is_known_lower(rest.lower()) else 0

"""What in an article tells that a word in lower case is a name: its capitals elsewhere, and what stands beside both.

A capital counts inside sentences only, and is sure only where it is not that of a title or of a longer name of common
words. Places are prose spans.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint import lexicon
from newslint.checks._late_patterns import LatePattern
from newslint.checks._named_things import is_term_in_code
from newslint.checks._words_in_place import ADJECTIVE, in_heading, is_whole_link, spans, word_after, word_before
from newslint.document.sentences import TITLES, is_sentence_start

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.document import Document

_SPEECH_OF_ONE = frozenset("says tells adds explains believes thinks writes argues".split())
_SPEECH = _SPEECH_OF_ONE | frozenset("said told added explained believed wrote argued".split())
_AFTER_NAMES = frozenset(
    """
    Airport Bay Beach Bridge Brothers Castle Corp Corporation County Creek Desert District Falls Family Forest Harbour Highway Inc
    Island Islands Lake Ltd Mountain Mountains Park Peninsula Province Range Ranges River Road Sons Springs Station Street University
    Valley
    """.split()
)
_OFFICES = frozenset(
    "President Minister Senator Premier Chancellor Governor Mayor Judge Justice Professor Sir Lady Lord Dame General Captain Colonel "
    "Major Sergeant Inspector Constable Superintendent Bishop Father Sister King Queen Prince Princess Secretary Chairman Director".split()
)
_REACH = 60
_CONTENT_BEFORE = LatePattern(r"(?<![\w'’-])([^\W\d_][\w'’-]*),?((?: (?:of|in|for|and|the|to|on|with|a|an|at|by|from|or|via|as|&))*) $")
"""The last word before a place that is not a little one, and the little ones."""
_DETERMINERS = frozenset("a an the this that these those each every any some no my your his her its our their new".split())
_ARTICLES_ALONE = frozenset(("a", "an", "the"))
_ARTICLES = _DETERMINERS - {"new"}
_LEAST_UNLISTED = 4
"""So many capitals make a name of a common word that no list has as a name."""
RATHER_A_NAME = "e"
"""From this class on a word's capitals rather tell a name than a title."""
_LEAST_OF_CODE = 3
"""So many capitals make a name of a term of code."""
_LEAST_OF_PLURAL = 4
"""So many capitals make a name of what may be the plural of a word that is made from others."""
_SELDOM_A_NAME = "j"
_RAREST = "z"
_PREPOSITIONS = frozenset("in by with to of for around".split())
_OF_PLACES = frozenset("at near from outside".split())
_ENDINGS_OF_NOUNS = ("ing", "ion", "ity", "ment", "ware", "ness", "ship", "ism", "ics", "thon")
"""A word that no list has and that ends so is seldom a name."""
_SELDOM = "h"
"""From this class on a word is seldom in lower case."""


def capitalised_places(document: Document, name: str) -> list[tuple[int, int]]:
    """Where the article writes a name, or its possessive, inside a sentence, ascending."""
    found = []
    for written in (name, name + "'s", name + "’s"):
        if written in document.words.distinct:
            found += [
                place for place in spans(document, written)
                if not in_heading(document, place[0]) and not is_sentence_start(document, place[0])
            ]  # fmt: skip
    return sorted(found)


def is_an_abbreviation(document: Document, base: str, often: int) -> bool:
    """Whether the article has the word in capitals, too, more than half as often as `often`, so that `Adts` is no name either: `ADTs`."""
    forms = [base.upper()] + [base[:-1].upper() + "s"] * (base[-1] == "s")
    return any(2 * len(list(spans(document, form))) > often for form in forms if form in document.words.distinct)


def outweighs(
    document: Document,
    base: str,
    kind: str,
    lower: int,
    sure: list[tuple[int, int]],
    place: tuple[int, int],
) -> bool:
    """Whether the `sure` capitals outweigh `lower` places in lower case, of which `place` is the first, so that what stands beside them need not agree.

    A word that is derived from common words (`remarketer`) is capitalised in names of bodies and products, too, so that
    it needs three places; one of two words (`storybank`), a rare or a borrowed one two, or one apart from other capitals; a term of code three for
    one in lower case. An article that has the lower case more than once may mean it: then the capitals have to be four times as many, too.
    """
    from newslint.lexicon.derivation import COMPOUND, INFLECTED, derivation

    often = len(sure)
    if often < lower or (lower > 1 and often < 4 * lower):
        return False
    if is_term_in_code(document, base) and (lower > 1 or often < _LEAST_OF_CODE or kind != lexicon.UNKNOWN):
        return False
    if often == 1 and is_term_in_code(document, base[0].upper() + base[1:]):
        return False
    derived = derivation(base)
    if derived and base[-1] == "s":
        return often >= _LEAST_OF_PLURAL and lower == 1
    if base.endswith(_ENDINGS_OF_NOUNS):
        return often >= 3
    stands_apart = word_before(document, place[0]).lower() not in _ARTICLES_ALONE and any(_is_apart(document, *other) for other in sure)
    if derived and derived != COMPOUND and not (derived == INFLECTED and base[-1] == "y"):
        return often >= 3 or (kind == lexicon.UNKNOWN and stands_apart)
    is_plain = (kind in (lexicon.UNKNOWN, lexicon.PROPER, "") and not derived) or bool(lexicon.forms_of(base))
    return is_plain or often >= 2 or stands_apart


def _is_apart(document: Document, start: int, end: int) -> bool:
    """Whether no capital stands near the place, so that it is of no longer name or title, and no article directly before it."""
    before = _CONTENT_BEFORE.search(document.prose, max(0, start - _REACH), start)
    if before is None or word_after(document, end)[:1].isupper() or word_before(document, start) in _DETERMINERS:
        return False
    joins_names = before[2] in (" and", " or") and not lexicon.is_known_lower(before[1].lower())
    return joins_names or not before[1][0].isupper()


def is_like_a_name(
    document: Document,
    base: str,
    kind: str,
    place: tuple[int, int],
    lower: int,
    sure: list[tuple[int, int]],
) -> bool:
    """Whether what stands beside one of `lower` places, or beside the `sure` capitals, tells a name where counts do not.

    Capitals of longer names alone (`Nuvia Health`) are enough for a word that is made of no others and lacks the article.
    """
    from newslint.lexicon.derivation import derivation

    if is_whole_link(document, *place) or is_term_in_code(document, base):
        return False
    derived = derivation(base)
    if sure and (_is_after_a_first_name(document, place) or (lower == 1 and _speaks_alone(document, *place))):
        return True
    if derived and base[-1] == "s":
        return False
    is_doubtful = (kind in (lexicon.BORROWED, lexicon.RARE) and not _is_rather_capitalised(base)) or base[-1] == "s"
    if has_same_neighbour(document, place, sure, _is_no_word if is_doubtful else is_name):
        return True
    stands = _speaks_alone if is_doubtful else _stands_like_a_person
    is_person = any(_stands_like_a_person(document, *other) for other in sure)
    if is_person and (stands(document, *place) or (not is_doubtful and lower == 1)):
        return True
    if lower > 1 or base.endswith(_ENDINGS_OF_NOUNS):
        return False
    if sure and _stands_bare(document, *place):
        return True
    if sure or is_doubtful or derived:
        return False
    return word_after(document, place[1])[:1].isupper() or word_before(document, place[0]).lower() not in _DETERMINERS


def _is_rather_capitalised(base: str) -> bool:
    """Whether the lists have a word that is seldom in lower case with a capital rather often: `Linux`."""
    return lexicon.frequency(base) == _RAREST and "" < lexicon.capitalised_frequency(base) < _SELDOM_A_NAME


def is_called_so(document: Document, word: str, sure: list[tuple[int, int]]) -> bool:
    """Whether the article calls somebody or something by a word that is seldom one: `users of Twitter`, `she joined Rust`.

    Such capitals lack an article, a number behind them (`Phase 2`) and capitals beside them. One is enough for a word
    that a list has as a name, too; four for another.
    """
    if lexicon.frequency(word) < RATHER_A_NAME or word.endswith(_ENDINGS_OF_NOUNS) or is_term_in_code(document, word):
        return False
    listed = lexicon.capitalised_frequency(word)
    least = 1 if listed and listed < _SELDOM_A_NAME else _LEAST_UNLISTED
    if len(sure) < least:
        return False
    return sum(1 for place in sure if _stands_as_a_name(document, *place)) >= least


def _stands_as_a_name(document: Document, start: int, end: int) -> bool:
    before = word_before(document, start)
    if not before or before[0].isupper() or before in _ARTICLES or word_after(document, end)[:1].isupper():
        return False
    return not document.prose[end : end + 2].strip()[:1].isdigit()


def is_of_a_title(document: Document, place: tuple[int, int]) -> bool:
    """Whether a capital may be that of a title or of a longer name that the word is part of, so that it says nothing of the word.

    `Async Working Group`, `Emit Retags in Codegen`, `Technology, Media and Telecom`: a common word that no list has
    as a name is capitalised beside it, but at a sentence's start. Words for places and firms (`Daly River`) follow names only.
    """
    after = word_after(document, place[1])
    if after[:1].isupper() and after not in _AFTER_NAMES and _is_common(after):
        return True
    before = _CONTENT_BEFORE.search(document.prose, max(0, place[0] - _REACH), place[0])
    if before is None or not before[1][0].isupper() or is_sentence_start(document, before.start(1)):
        return False
    title = lexicon.base_of(before[1])
    if before[2]:
        return lexicon.is_known_lower(title.lower()) and before[2] != " of"
    return _is_common(title) and title.lower() not in TITLES and title not in _OFFICES


def is_within_the_same_name(
    document: Document, place: tuple[int, int], evidence: list[tuple[int, int]], is_made_up: bool
) -> bool:
    """Whether capitalised words stand on both sides of the place, and the same two beside a capitalised use of the word.

    For a word that is in no list (`is_made_up`), what stands behind is enough: `the Hockram Cup`, `their hockram Cup`.
    """
    before, after = word_before(document, place[0]), word_after(document, place[1])
    if not after[:1].isupper():
        return False
    is_sure = before[:1].isupper() or is_made_up
    return is_sure and any(
        after == word_after(document, end) and (is_made_up or before == word_before(document, start)) for start, end in evidence
    )


def has_same_neighbour(
    document: Document,
    place: tuple[int, int],
    evidence: list[tuple[int, int]],
    is_name: Callable[[str], bool],
) -> bool:
    """Whether a word beside the place that `is_name` stands beside a capitalised use of the name, too."""
    before, after = word_before(document, place[0]), word_after(document, place[1])
    if _is_common(before) and is_sentence_start(document, place[0] - len(before) - 1):
        before = ""  # its capital is the sentence's
    befores = {word_before(document, start).lower() for start, _ in evidence} - {""}
    afters = {word_after(document, end).lower() for _, end in evidence} - {""}
    return (before.lower() in befores and is_name(before)) or (after.lower() in afters and is_name(after))


def _stands_like_a_person(document: Document, start: int, end: int) -> bool:
    """Whether a name stands before the word, or a verb of speech beside it."""
    before = word_before(document, start)
    return (is_name(before) and not _is_common(before)) or before in _SPEECH or word_after(document, end) in _SPEECH


def _is_after_a_first_name(document: Document, place: tuple[int, int]) -> bool:
    """Whether a word that lists have as a name only, or a title, stands before the place: `Aaron foss`, `Dr curran`.

    Adjectives of countries are no first names: `Swedish`, and `Australian`, which has a plural, but not `Julian`.
    """
    before = word_before(document, place[0])
    if not before.istitle():
        return False
    lower = before.lower()
    if lower in TITLES or before in _OFFICES:
        return True
    is_adjective = ADJECTIVE.search(before) and (lower[-1] not in "ni" or lexicon.forms_of(lower + "s"))
    return lexicon.kind_of(lower) == lexicon.PROPER and not is_adjective


def _speaks_alone(document: Document, start: int, end: int) -> bool:
    """Whether a verb of one person's speech stands beside the word: `says hockings`, but not `irrigators said`."""
    return word_before(document, start) in _SPEECH_OF_ONE or word_after(document, end) in _SPEECH_OF_ONE


def _stands_bare(document: Document, start: int, end: int) -> bool:
    """Whether a preposition stands directly before the word, and a mark after it, as with names of places: `in Villawood,`."""
    before = word_before(document, start)
    return before in _OF_PLACES or (before in _PREPOSITIONS and document.prose[end : end + 1] in (",", ".", ";", ":", "?", "!"))


def _is_no_word(word: str) -> bool:
    """Whether a neighbour is a name, or capitalised and seldom a word."""
    return is_name(word) and not _is_common(word)


def is_name(word: str) -> bool:
    """Whether a neighbour is capitalised and no little word or abbreviation, or a name in lower case."""
    if word[:1].isupper():
        return lexicon.frequency(word.lower()) != "a" and not word.isupper()
    return lexicon.kind_of(word) in (lexicon.PROPER, lexicon.UNKNOWN)


def _is_common(word: str) -> bool:
    """Whether a capitalised word is a word in lower case that is not rare, and in no list a name."""
    lower = word.lower()
    return lexicon.is_known_lower(lower) and lexicon.frequency(lower) < _SELDOM and not lexicon.capitalised_frequency(lower)

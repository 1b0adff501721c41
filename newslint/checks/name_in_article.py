"""Lower case where the article itself capitalises: `pezeshkian`, `karimi`, and `bush` where it is George Bush.

Two strengths of evidence. A word that no list of common words has needs one capital inside a sentence, and
more capitals than not. A common word (`bush`, `rice`, `labor`) needs `often` capitals inside sentences, no lower
case but in this place, and the same neighbour here as in a capitalised place (`george bush`). Capitals at a sentence's start, in
headings and between other capitalised words are no evidence for a common word.

Two places need no evidence: after `Mr`, `Mrs` or `Ms` stands a name (`Mr bush`), and so does a first name before a
capitalised word (`john Hopkins`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint import lexicon
from newslint.checks._late_patterns import LatePattern
from newslint.checks._words_in_place import (
    in_heading,
    is_in_code,
    is_whole_link,
    places,
    spans,
    strangers,
    word_after,
    word_before,
)
from newslint.document.sentences import is_sentence_start
from newslint.finding import Edit, Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"exceptions": [], "often": 2}

_AFTER_TITLE = LatePattern(r"M(?<!\w.)(?:rs?|s)\b\.? ([a-z]{3,})\b(?!['’.-])")
_PARTICLES = frozenset("van von der den del della des dos ten ter bin ibn abu and the who has was had said says".split())
_FIRST_NAMES = frozenset(
    "john peter tony harry roger charlie jenny billy bobby tommy terry timothy jerry molly polly carol barney spencer".split()
)
"""First names that are words in lower case, too, but seldom before a capital."""
_AFTER_TITLE_MESSAGE = "“%s” after a title is a name: “%s”"
_SPEECH_OF_ONE = frozenset("says tells adds explains believes thinks writes argues".split())
_SPEECH = _SPEECH_OF_ONE | frozenset("said told added explained believed wrote argued".split())
_AFTER_NAMES = frozenset(
    """
    Airport Bay Beach Bridge Brothers Castle Corp Corporation County Creek Desert District Falls Family Forest Harbour Highway Inc
    Island Islands Lake Ltd Mountain Mountains Park Peninsula Province Range Ranges River Road Sons Springs Station Street University
    Valley
    """.split()
)
_FIRST_NAME_MESSAGE = "“%s” is a first name: “%s”"
_MOST_WORDS = 1000
"""How many words of a kind are looked at: more are in no article."""
_SHORTEST_PROPER = 4
"""Longer words that exist only capitalised are the business of the check `proper-noun`."""


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the word, with the first capitalised use as related place."""
    kinds = strangers(document)
    for kind in (lexicon.UNKNOWN, lexicon.RARE, lexicon.BORROWED, lexicon.PROPER):
        for word in kinds.get(kind, [])[:_MOST_WORDS]:
            if word not in settings["exceptions"]:
                yield from _strange_word(document, word)
    for word in _in_both_cases(document):
        if word not in settings["exceptions"]:
            yield from _common_word(document, word, settings["often"])
    yield from _after_titles(document)
    for word in sorted(document.words.distinct & _FIRST_NAMES):
        yield from _first_name(document, word)


def _strange_word(document: Document, word: str) -> Iterator[Hit]:
    base = lexicon.base_of(word)
    name = base[0].upper() + base[1:]
    evidence = _capitalised_places(document, name)
    if not evidence:
        return
    kind = lexicon.kind_of(word)
    if kind == lexicon.PROPER and len(base) >= _SHORTEST_PROPER:
        return
    lower = [place for place in places(document, word) if not is_whole_link(document, *place)]
    if len(lower) > len(evidence) or (len(lower) == len(evidence) and len(lower) > 1) or is_in_code(document, base):
        return
    if not _is_enough(document, base, kind, len(lower), evidence):
        is_person = any(not _begins_a_phrase(document, place) for place in evidence)
        is_doubtful = kind == lexicon.BORROWED or base[-1] == "s"
        stands = _speaks_alone if is_doubtful else _stands_like_a_person
        lower = [
            place for place in lower
            if _has_same_neighbour(document, place, evidence) or (is_person and stands(document, *place))
        ]  # fmt: skip
    yield from _hits(document, word, name + word[len(base) :], lower, evidence)


def _is_enough(document: Document, base: str, kind: str, lower: int, evidence: list[tuple[int, int]]) -> bool:
    """Whether the capitals outweigh `lower` places in lower case, so that the neighbours need not agree.

    A word made of common words (`canegrowers`) or borrowed is capitalised in names of bodies and products, too, so
    that it needs three times the evidence, and not in front of another capital; or once a name or `says` beside it.
    """
    from newslint.lexicon.derivation import derivation

    derived = derivation(base)
    if derived and base[-1] == "s":
        return False
    alone = [place for place in evidence if not _begins_a_phrase(document, place)]
    if not derived and kind != lexicon.BORROWED:
        return len(alone) >= lower
    if len(alone) >= 3 * lower:
        return True
    return kind != lexicon.BORROWED and any(_stands_like_a_person(document, *place) for place in alone)


def _stands_like_a_person(document: Document, start: int, end: int) -> bool:
    """Whether a name stands before the word, or a verb of speech beside it."""
    before = word_before(document, start)
    return _is_name(before) or before in _SPEECH or word_after(document, end) in _SPEECH


def _speaks_alone(document: Document, start: int, end: int) -> bool:
    """Whether a verb of one person's speech stands beside the word: `says hockings`, but not `irrigators said`."""
    return word_before(document, start) in _SPEECH_OF_ONE or word_after(document, end) in _SPEECH_OF_ONE


def _common_word(document: Document, word: str, often: int) -> Iterator[Hit]:
    name = word[0].upper() + word[1:]
    evidence = _capitalised_places(document, name)
    if len(evidence) < often:
        return
    lower = list(places(document, word))
    if len(lower) != 1 or len(list(spans(document, word))) != 1:
        return
    yield from _hits(
        document, word, name, [place for place in lower if _has_same_neighbour(document, place, evidence)], evidence
    )


def _after_titles(document: Document) -> Iterator[Hit]:
    prose = document.prose
    if "Mr" not in prose and "Ms" not in prose:
        return
    for match in _AFTER_TITLE.finditer(prose):
        word = match[1]
        if word in _PARTICLES or lexicon.frequency(word) == "a" or lexicon.kind_of(word) == lexicon.PROPER:
            continue
        name = word[0].upper() + word[1:]
        edit = Edit(match.start(1), match.start(1) + 1, name[0])
        yield Hit(match.start(1), match.end(1), (word, name), (name,), (edit,), message=_AFTER_TITLE_MESSAGE)


def _first_name(document: Document, word: str) -> Iterator[Hit]:
    name = word[0].upper() + word[1:]
    for start, end in places(document, word):
        if word_after(document, end)[:1].isupper():
            yield Hit(start, end, (word, name), (name,), (Edit(start, end, name),), message=_FIRST_NAME_MESSAGE)


def _hits(
    document: Document, word: str, name: str, lower: list[tuple[int, int]], evidence: list[tuple[int, int]]
) -> Iterator[Hit]:
    related = (Related(f"here it is “{document.prose[slice(*evidence[0])]}”", *evidence[0]),)
    for start, end in lower:
        yield Hit(start, end, (word, name), (name,), (Edit(start, end, name),), related=related)


def _in_both_cases(document: Document) -> list[str]:
    """The lower-case words of four letters or more that the article has with a capital, too, and that may be names."""
    distinct = document.words.distinct
    prose = document.prose
    return sorted(
        name.lower() for name in lexicon.names_and_words(distinct)
        if len(name) > 3 and name.lower() in distinct and prose.count(" " + name) > 1
    )  # fmt: skip


def _capitalised_places(document: Document, name: str) -> list[tuple[int, int]]:
    """Where the article writes a name, or its possessive, inside a sentence, ascending."""
    found = []
    for written in (name, name + "'s", name + "’s"):
        if written in document.words.distinct:
            found += [
                place for place in spans(document, written)
                if not in_heading(document, place[0]) and not is_sentence_start(document, place[0])
            ]  # fmt: skip
    return sorted(found)


def _begins_a_phrase(document: Document, place: tuple[int, int]) -> bool:
    """Whether a capitalised common word follows, so that the capital may be that of the phrase (`Async Working Group`).

    Words for places and firms (`Daly River`) follow names only.
    """
    after = word_after(document, place[1])
    return after[:1].isupper() and after not in _AFTER_NAMES and lexicon.is_known_lower(after.lower())


def _has_same_neighbour(document: Document, place: tuple[int, int], evidence: list[tuple[int, int]]) -> bool:
    """Whether a capitalised word beside the place stands beside a capitalised use of the name, too."""
    before, after = word_before(document, place[0]), word_after(document, place[1])
    befores = {word_before(document, start).lower() for start, _ in evidence} - {""}
    afters = {word_after(document, end).lower() for _, end in evidence} - {""}
    return (before.lower() in befores and _is_name(before)) or (after.lower() in afters and _is_name(after))


def _is_name(word: str) -> bool:
    if word[:1].isupper():
        return lexicon.frequency(word.lower()) != "a"
    return lexicon.kind_of(word) in (lexicon.PROPER, lexicon.UNKNOWN)

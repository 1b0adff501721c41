"""Lower case where the article itself capitalises: `pezeshkian`, `karimi`, and `bush` where it is George Bush.

Two strengths of evidence. A word that no list of common words has needs one capital inside a sentence that is not
that of a title, and more capitals than not; `_name_evidence` says how much more. A name that the lexicon has, too, is the
business of the check `proper-noun`, but for a whole link: `[swedish](…)`. A common word (`bush`, `rice`, `labor`) may have
no lower case but in this place. It needs `often` capitals inside sentences and the same neighbour here as in a
capitalised place (`george bush`), or capitals that stand as a name does, without an article and apart from other capitals. Capitals
at a sentence's start and in headings are no evidence.

Two places need no evidence: after `Mr`, `Mrs` or `Ms` stands a name (`Mr bush`), and so does a first name before a
capitalised word (`john Hopkins`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint import lexicon
from newslint.checks._late_patterns import LatePattern
from newslint.checks._name_evidence import (
    RATHER_A_NAME,
    capitalised_places,
    has_same_neighbour,
    is_an_abbreviation,
    is_called_so,
    is_like_a_name,
    is_name,
    is_of_a_title,
    is_within_the_same_name,
    outweighs,
)
from newslint.checks._named_things import is_account, is_label, is_partly_foreign, is_technical_entry
from newslint.checks._words_in_place import is_whole_link, places, spans, strangers, word_after, word_before
from newslint.document.sentences import is_sentence_start
from newslint.finding import Edit, Hit, Related
from newslint.lexicon.store import common

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"exceptions": [], "often": 2}

_AFTER_TITLE = LatePattern(r"M(?<!\w.)(?:rs?|s)\b\.? ([a-z]{3,})\b(?!['’.-])")
_PARTICLES = frozenset("van von de da der den del della des dos ten ter bin ibn abu and the who has was had said says".split())
_WRITTEN_LOWER = frozenset("van von da de der den del della des di du dos".split())
"""Parts of names that stand in lower case by right: `da Vinci` beside `Da Vinci Road`."""
_FIRST_NAMES = frozenset(
    "john peter tony harry roger charlie jenny billy bobby tommy terry timothy jerry molly polly carol barney spencer".split()
)
"""First names that are words in lower case, too, but seldom before a capital."""
_AFTER_TITLE_MESSAGE = "“%s” after a title is a name: “%s”"
_FIRST_NAME_MESSAGE = "“%s” is a first name: “%s”"
_FOR_A_LINK = 3
"""So many capitals for each place are needed where a link that is referred to (`see [zorbex](…)`) has the word only, as the name of a project is."""
_REFER = frozenset(("see", "visit", "read", "try", "at"))
_MOST_WORDS = 1000
"""How many words of a kind are looked at: more are in no article."""
_NEVER_A_NAME = "a"
"""Words of this class are names in no article: `About`."""
_RARE = "z"
_SHORTEST_PROPER = 4
"""Longer words that exist only capitalised are the business of the check `proper-noun`."""


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the word, with the first capitalised use as related place."""
    kinds = strangers(document)
    for kind in (lexicon.UNKNOWN, lexicon.RARE, lexicon.BORROWED, lexicon.PROPER):
        for word in kinds.get(kind, [])[:_MOST_WORDS]:
            if word not in settings["exceptions"]:
                yield from _strange_word(document, word)
    for word in sorted(document.words.in_both_cases):
        if not word.isascii() and not lexicon.is_known_lower(word) and word not in settings["exceptions"]:
            yield from (hit for hit in _strange_word(document, word) if not _is_in_a_foreign_phrase(document, hit.start))
    for word in _in_both_cases(document):
        if word not in settings["exceptions"]:
            yield from _common_word(document, word, settings["often"])
    yield from _after_titles(document)
    for word in sorted(document.words.distinct & _FIRST_NAMES):
        yield from _first_name(document, word)


def _strange_word(document: Document, word: str) -> Iterator[Hit]:
    base = lexicon.base_of(word)
    kind = lexicon.kind_of(word)
    if base in _WRITTEN_LOWER:
        return
    evidence = [place for name in _written(base) for place in capitalised_places(document, name)]
    if not evidence:
        return
    lower = [
        place for place in places(document, word) if not is_account(document, *place) and not is_label(document, *place)
    ]  # fmt: skip
    if not lexicon.forms_of(base):
        lower = [place for place in lower if not is_technical_entry(document, place)]
    if not lower or is_partly_foreign(document) or is_an_abbreviation(document, base, len(evidence)):
        return
    often = sum(1 for form in (base, base + "'s", base + "’s") if form in document.words.distinct for _ in places(document, form))
    sure = [place for place in evidence if not is_of_a_title(document, place)]
    if kind == lexicon.PROPER and len(base) >= _SHORTEST_PROPER:
        lower = [place for place in lower if is_whole_link(document, *place)] if sure else []
    elif within := [place for place in lower if is_within_the_same_name(document, place, evidence, kind == lexicon.UNKNOWN)]:
        lower = within
    elif not outweighs(document, base, kind, often, sure, lower[0]):
        lower = [place for place in lower if is_like_a_name(document, base, kind, place, often, sure)]
    elif len(sure) < _FOR_A_LINK * often:
        lower = [place for place in lower if not (is_whole_link(document, *place) and word_before(document, place[0]).lower() in _REFER)]
    if lower:
        written = [lexicon.base_of(document.prose[start:end]) for start, end in sure or evidence]
        name = max(written, key=written.count)
        yield from _hits(document, word, name + word[len(base) :], lower, sure or evidence)


def _written(base: str) -> list[str]:
    """The capitalised forms of a word that the article may have: with a capital first, and those of the lexicon."""
    name = base[0].upper() + base[1:]
    return [name, *(form for form in lexicon.forms_of(base) if form not in (name, base.upper()))]


def _common_word(document: Document, word: str, often: int) -> Iterator[Hit]:
    lower = list(places(document, word))
    evidence = capitalised_places(document, word[0].upper() + word[1:]) if lower else []
    if not evidence or len(list(spans(document, word))) != 1 or is_whole_link(document, *lower[0]) or is_label(document, *lower[0]):
        return
    sure = [place for place in evidence if not is_of_a_title(document, place)]
    if is_called_so(document, word, sure) or (len(evidence) >= often and has_same_neighbour(document, lower[0], sure, is_name)):
        yield from _hits(document, word, word[0].upper() + word[1:], lower, evidence)


def _is_in_a_foreign_phrase(document: Document, start: int) -> bool:
    """Whether no common English word stands before the place: `hablamos con José`, `En español`."""
    before = word_before(document, start)
    if before.istitle() and not is_sentence_start(document, start - len(before) - 1):
        return False  # a first name
    return before != "" and not before[0].isdigit() and before.lower() not in common()


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
    """The words of four letters or more that the article has once in lower case, and with a capital, too, and that may be names."""
    texts = document.words.texts
    return sorted(
        word for word in document.words.in_both_cases
        if len(word) > 3 and _may_be_a_name(word) and texts.count(word) == 1
    )  # fmt: skip


def _may_be_a_name(word: str) -> bool:
    known = lexicon.frequency(word)
    if lexicon.capitalised_frequency(word):
        return known > _NEVER_A_NAME
    return RATHER_A_NAME <= known < _RARE and word[-1] != "s"

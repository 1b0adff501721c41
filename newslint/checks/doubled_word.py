"""A word set twice: `the the`, also across a line break.

Only white space may part the two. What English doubles on purpose (`had had`, `bye bye`), names
(`Duran Duran`), numbers, a word set three times and a pair that the article repeats are left alone; so are two
words in two links, and a word that is stressed when it comes again (`may *may*`). Some words are doubled on purpose
in one place and by mistake in another (`no no`, `are no no exact figures`): these are judged by their neighbours, and
words that are doubled for stress (`very very`), by whether somebody speaks.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from operator import eq
from typing import TYPE_CHECKING, Any

from newslint import lexicon
from newslint.checks import _doubled_calls, _doubled_for_stress, _doubled_verbs
from newslint.checks._late_patterns import LatePattern
from newslint.document.sentences import STARTERS
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {
    "exceptions": (
        "had that yes ha hah hee ho la na nah da dum bye hush tut "
        "oh knock blah boo choo chop pom yo ta cha tuk tsk tick tock "
        "round ding dong bang beep woof quack rah wee chow aye"
    ).split(" "),
}

_OPENERS = tuple((word, word.lower()) for word in ("The", "A", "In", "It", "He", "We"))
_FUNCTION_WORDS = frozenset(
    "the a an of to in and for on with at by from as is was are were be been has have will would could can should may "
    "might he she it they we this these those which who not but or if their its his our my your than then when where while "
    "how about into through between after before under because all some any such only also just i".split(" ")
)
_FREQUENT = ("a", "b", "c")
"""The lexicon's classes of frequent words."""
_PARTICLES = frozenset(("in", "on", "by", "over", "through"))
_PARTICLE_VERBS = frozenset(
    "go goes going gone went come comes coming came log logs logged logging sign signs signed signing move moves moved "
    "moving step steps stepped carry carries carried carrying bring brings brought drop dropped drops pass passed passes "
    "check checked checks phase phased kick kicks kicked call calls called turn turned turns".split(" ")
)
_DETERMINERS = frozenset("a an the this that another any every each no some".split(" "))
_ADVERBS = frozenset("already always often still currently really usually actually recently".split(" "))
_QUOTES = frozenset("\"'“”‘’")
_PARTS_LINKS = LatePattern(r"\][(\[][^\s\])]*[)\]]\s+\[|</a>\s*<a\b")
_OPENS_EMPHASIS = LatePattern(r"\s[*_]+[^\s*_]|<(?:em|i|b|strong)\b")


def prepare(settings: Mapping[str, Any]) -> frozenset[str]:
    """The words that may be doubled, in lower case."""
    return frozenset(word.lower() for word in settings["exceptions"])


def check(document: Document, settings: frozenset[str]) -> Iterator[Hit]:
    """Hits on both words; the fix deletes the second."""
    words = document.words
    texts = words.texts
    prose = document.prose
    suspects = []
    if any(map(eq, texts, islice(texts, 1, None))):
        suspects = [index for index, same in enumerate(map(eq, texts, islice(texts, 1, None))) if same]
    for pair in _OPENERS:
        if pair in words.pairs and f"{pair[0]} {pair[1]} " in prose:
            suspects += [index for index in words.indices(pair[0]) if texts[index + 1 : index + 2] == [pair[1]]]
    if not suspects:
        return
    times = Counter(texts[index + 1] for index in suspects)
    for index in suspects:
        start, first_end = words.span(index)
        second, end = words.span(index + 1)
        gap = prose[first_end:second]
        if gap.strip() or "\n\n" in gap or not _is_slip(document, index, settings, times):
            continue
        if _is_marked_up(document, first_end, second):
            continue
        yield Hit(
            start,
            end,
            arguments=(texts[index + 1],),
            suggestions=(texts[index], f"{texts[index]}, {texts[index + 1]}")[: 1 + (texts[index] in _doubled_for_stress.WITH_COMMA)],
            edits=(Edit(first_end, end, ""),),
        )


def _is_marked_up(document: Document, end: int, second: int) -> bool:
    """Whether between the words, the first ending at `end`, one link ends and another begins, or emphasis begins."""
    first, last = document.offsets.to_source(end - 1, second + 1)
    source = document.source.text
    return _OPENS_EMPHASIS.search(source, first, last) is not None or _PARTS_LINKS.search(source, first, last) is not None


def _is_slip(document: Document, index: int, exceptions: frozenset[str], times: Counter[str]) -> bool:
    """Whether the words at `index` and after it are doubled by mistake."""
    texts = document.words.texts
    word = texts[index + 1]
    lowered = word.lower()
    if not word.islower() or lowered in exceptions or not word[0].isalpha():
        return False
    before = texts[index - 1].lower() if index else ""
    if lowered in _doubled_for_stress.WORDS:
        return _doubled_for_stress.is_slip(document, index)
    if lowered in _doubled_calls.WORDS:
        return _doubled_calls.is_slip(document, index)
    if lowered in _doubled_verbs.WORDS:
        return _doubled_verbs.is_slip(document, index)
    if lowered in _FUNCTION_WORDS:
        return not (lowered in _PARTICLES and before in _PARTICLE_VERBS) or _is_second_particle_a_slip(texts, index)
    is_frequent = lexicon.frequency(lowered) in _FREQUENT
    if before and before != texts[index - 1] and before not in STARTERS and not is_frequent:
        return False  # a name before it, as in `Pica pica pica`
    if before in _doubled_verbs.SUBJECTS and lowered not in _ADVERBS:
        return _doubled_verbs.is_relative_slip(document, index)
    if (len(word) < 4 and not is_frequent) or before == lowered or texts[index + 2 : index + 3] == [word]:
        return False
    start, end = document.words.span(index)[0], document.words.span(index + 1)[1]
    if document.prose[end : end + 1] in _QUOTES and document.prose[max(0, start - 1) : start] not in (" ", "\n"):
        return False
    return document.prose[max(0, start - 1) : start] not in _QUOTES and times[word] == 1


def _is_second_particle_a_slip(texts: list[str], index: int) -> bool:
    """Whether a particle at `index`, after a verb that may take it, does not part from a preposition: `log in in to`, `a huge drop in in`.

    In `log in in the morning` each has its own.
    """
    return texts[index + 2 : index + 3] in (["to"], ["and"]) or not _DETERMINERS.isdisjoint(texts[max(0, index - 3) : index - 1])

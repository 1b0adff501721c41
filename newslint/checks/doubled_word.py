"""A word set twice: `the the`, also across a line break.

Only white space may part the two. What English doubles on purpose (`had had`, `very very`, `bye bye`), names
(`Duran Duran`), numbers, a word set three times and a pair that the article repeats are left alone.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from operator import eq
from typing import TYPE_CHECKING, Any

from newslint import lexicon
from newslint.document.sentences import STARTERS
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {
    "exceptions": (
        "had that do did so no yes very many much far long ha hah hee ho la na nah da dum bye night hush tut now "
        "there oh please well knock blah boo choo chop hear win pom yo ta cha tuk tsk tick tock really ever "
        "more again her you way out up over round little big old poor ding dong bang beep woof quack never "
        "rah go wee chow aye"
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
_QUOTES = frozenset("\"'“”‘’")
_CLAUSE_OPENERS = frozenset(("what", "whatever", "who", "where", "how", "all"))


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
        yield Hit(
            start,
            end,
            arguments=(texts[index + 1],),
            suggestions=(texts[index],),
            edits=(Edit(first_end, end, ""),),
        )


def _is_slip(document: Document, index: int, exceptions: frozenset[str], times: Counter[str]) -> bool:
    """Whether the words at `index` and after it are doubled by mistake."""
    texts = document.words.texts
    word = texts[index + 1]
    lowered = word.lower()
    if not word.islower() or lowered in exceptions or not word[0].isalpha():
        return False
    before = texts[index - 1].lower() if index else ""
    if lowered in _FUNCTION_WORDS:
        if lowered in ("is", "was", "are", "can"):
            clause = texts[max(0, index - 6) : index - (before != "what")] if index else []
            return before not in ("the", "a") and _CLAUSE_OPENERS.isdisjoint(map(str.lower, clause))
        return not (lowered in _PARTICLES and before in _PARTICLE_VERBS)
    is_frequent = lexicon.frequency(lowered) in _FREQUENT
    if before and before != texts[index - 1] and before not in STARTERS and not is_frequent:
        return False  # a name before it, as in `Pica pica pica`
    if (len(word) < 4 and not is_frequent) or before == lowered or texts[index + 2 : index + 3] == [word]:
        return False
    start, end = document.words.span(index)[0], document.words.span(index + 1)[1]
    marks = document.prose[max(0, start - 1) : start] + document.prose[end : end + 1]
    return not set(marks) & _QUOTES and times[word] == 1

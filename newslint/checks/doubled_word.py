"""A word set twice: `the the`, also across a line break.

Only white space may part the two. What English doubles on purpose (`had had`, `very very`, `bye bye`), names
(`Duran Duran`), numbers, a word set three times and a pair that the article repeats are left alone; so are two
words in two links, and a word that is stressed when it comes again (`may *may*`). Some words are doubled on purpose
in one place and by mistake in another (`no no`, `are no no exact figures`): these are judged by their neighbours.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from operator import eq
from typing import TYPE_CHECKING, Any

from newslint import lexicon
from newslint.checks._late_patterns import LatePattern
from newslint.document.sentences import STARTERS
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {
    "exceptions": (
        "had that yes very many far ha hah hee ho la na nah da dum bye night hush tut "
        "oh please knock blah boo choo chop pom yo ta cha tuk tsk tick tock really "
        "again her way round little big old poor ding dong bang beep woof quack never rah wee chow aye"
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
_CALLS = frozenset("no now there hear up out over more ever you do go win so much long well".split())
"""Words that a call, a compound or two clauses may double: `hear, hear`, `a win win`, `what makes you you`."""
_NOT_BEFORE_A_SLIP = {
    "no": frozenset(("a", "big", "real", "said", "oh", "the")),
    "now": frozenset(("until", "by", "for", "here", "right")),
    "there": frozenset("over out in up down from been go get here went be being getting going gone".split()),
    "ever": frozenset(("never", "happily", "for")),
    "you": frozenset(("makes", "make", "made", "thank", "love", "being", "what")),
    "up": frozenset(("go", "come", "went", "going", "way", "and")),
    "out": frozenset(("way", "and")),
    "over": frozenset(("and", "way")),
    "more": frozenset(("and", "ever", "much", "many", "even")),
}
_MODALS = frozenset("to can can't cannot will won't would could should must might may not don't doesn't didn't couldn't let's".split())
_NAMES = frozenset(("no", "go", "win"))
_TO_INFINITIVE = frozenset(("do", "go", "win", "hear"))
_AFTER = LatePattern(r"[ \n](?:[a-z]+|I\b|[\d$£€])")
_AFTER_SO = frozenset("you this a an the we i they it he she that these those there if".split())
_AFTER_COMMA = frozenset(("so", "over", "there", "you"))
_DEGREE_WORDS = frozenset(("much", "long", "well"))
_DEGREES = frozenset(("as", "how", "too", "had", "has", "have", "not"))
_VERBS_OF_BEING = frozenset("is are was were has have had will would may might must can could should".split())
_PARTS_LINKS = LatePattern(r"\][(\[][^\s\])]*[)\]]\s+\[|</a>\s*<a\b")
_OPENS_EMPHASIS = LatePattern(r"\s[*_]+[^\s*_]|<(?:em|i|b|strong)\b")
_CLAUSE_OPENERS = frozenset(("what", "whatever", "who", "whoever", "where", "wherever", "how", "however", "all"))
_DID_BEFORE = frozenset("what whatever who whoever all as than that those which everything anything nothing how where when why if".split())
"""Openers of clauses that may end with `did` before another: `what he did did harm`."""
_SUBJECTS_OF_CAN = frozenset(("what", "whatever", "who", "whoever", "all"))
"""Openers of clauses that are subjects themselves, as in `whoever can can come`; `how` and `where` are none."""
_SUBJECTS = frozenset(("whatever", "what", "whoever", "who"))


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
            suggestions=(texts[index],),
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
    if lowered == "did":
        return _DID_BEFORE.isdisjoint(map(str.lower, texts[max(0, index - 8) : index])) and index > 0
    if lowered in _CALLS:
        return _is_called_by_mistake(document, index, lowered, before)
    if lowered in _FUNCTION_WORDS:
        if lowered in ("is", "was", "are", "can"):
            clause = texts[max(0, index - 6) : index - (before not in _SUBJECTS)] if index else []
            openers = _SUBJECTS_OF_CAN if lowered == "can" else _CLAUSE_OPENERS
            return before not in ("the", "a") and openers.isdisjoint(map(str.lower, clause))
        return not (lowered in _PARTICLES and before in _PARTICLE_VERBS)
    is_frequent = lexicon.frequency(lowered) in _FREQUENT
    if before and before != texts[index - 1] and before not in STARTERS and not is_frequent:
        return False  # a name before it, as in `Pica pica pica`
    if before in _SUBJECTS:
        return False  # `whatever happens happens`
    if (len(word) < 4 and not is_frequent) or before == lowered or texts[index + 2 : index + 3] == [word]:
        return False
    start, end = document.words.span(index)[0], document.words.span(index + 1)[1]
    if document.prose[end : end + 1] in _QUOTES and document.prose[max(0, start - 1) : start] not in (" ", "\n"):
        return False
    return document.prose[max(0, start - 1) : start] not in _QUOTES and times[word] == 1


def _is_called_by_mistake(document: Document, index: int, word: str, before: str) -> bool:
    """Whether a word that may be doubled stands so inside a sentence that does not ask for it."""
    words = document.words
    start, end = words.span(index)[0], words.span(index + 1)[1]
    prose = document.prose
    if word == "more" and words.texts[index + 2 : index + 3] == ["than"]:
        return True  # whatever stands before it
    if not start or prose[start - 1] not in " \n" or not (
        prose[start - 2].isalpha() or (prose[start - 2] == "," and word in _AFTER_COMMA)
    ):
        return False  # a call begins after a mark
    if not words.texts[index].islower() or not (words.texts[index - 1].islower() or word not in _NAMES):
        return False
    if word in _TO_INFINITIVE:
        return before in _MODALS or (word == "do" and words.texts[index + 2 : index + 3] == ["not"])
    if word in _DEGREE_WORDS:
        return before in _DEGREES or (word == "well" and before in _MODALS)
    following = _AFTER.match(prose, end)
    if following is None or following[0].strip() == word or following[0] in (" and", " that"):
        return False
    if before == word or before in _NOT_BEFORE_A_SLIP.get(word, ()):
        return False
    following_word = following[0].strip().lower()
    return (word != "there" or following_word in _VERBS_OF_BEING) and (word != "so" or following_word in _AFTER_SO)

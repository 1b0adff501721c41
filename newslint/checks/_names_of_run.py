"""What the articles of a run call things: their names of several words, and how many articles write each so.

A name is a run of capitalised words in body text, with `of`, `for` or `and` between them. What stands behind a link or a
possessive, or before `of` and `for`, is a name of its own, too: `Human Services`, `Grains Council`. The first
capital of a name that begins a sentence is no evidence, and a headline's capitals are none at all.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newslint import lexicon
from newslint.checks._late_patterns import LatePattern
from newslint.lexicon.broken_names import LINKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.duplicates.records import Record

_BODY = ("paragraph", "list-item")
_RUN = LatePattern(
    r"[A-Z](?<![^ “\"][A-Z])[a-z]+(?:['’]s)?(?: (?:(?:of |for )(?:the )?|and )?[A-Z][a-z]+(?:['’]s)?){1,7}(?![\w\-]|['’][a-z])"
)
_GOES_ON = LatePattern(r"[\w\-‑@/]| [A-Z]|['’](?!s\b)\w")
_IS_LINKED = LatePattern(r" (?:of|for) (?:the )?[A-Z]")
_IS_COMMON = LatePattern(r" of (?!the |an? )[a-z]")
_POSSESSIVES = ("'s", "’s")
FUNCTION_WORDS = frozenset(
    "a about after again all also although an and any are as at because been before being between both but by can could did do does "
    "during each even every for from further had has have he her here his how however i if in into is it its just many may "
    "meanwhile more most much must my no nor not now of on once one only or other our over per same she should since so some "
    "still such than that the their them then there these they this those through to today too under until up upon was we "
    "were what when where whether which while who whose why will with within without would yet you your".split()
)
"""Words that begin sentences and headings, and are no part of a name where they are lower-cased."""
_JOINS = ("and", "or")
"""What joins two words to a third: `Danish or Lantern guild`."""
_BEFORE_OTHERS = frozenset("a an any another each every no some independent".split())
"""What stands before a common noun: `plans to found a Lantern guild`."""


class Names(NamedTuple):
    """In how many texts each name stands."""

    inside: Counter[str]
    """Inside sentences, where every capital is its own."""
    anywhere: Counter[str]
    """Or at their starts, where every capital but the first is."""


class Slip(NamedTuple):
    """A name with one of its words lower-cased."""

    text: str
    name: str
    lowered: str
    """That word."""
    is_first: bool
    """Whether it is the name's first word."""


Slips = dict[tuple[str, str], list[Slip]]


def body_of(record: Record) -> str:
    """The prose with spaces for line breaks and for what is no body text; offsets stay."""
    prose = record.prose.replace("\n", " ")
    if all(kind in _BODY for kind in record.kinds):
        return prose
    pieces = []
    done = 0
    for (start, end), kind in zip(record.spans, record.kinds, strict=True):
        if kind not in _BODY:
            pieces += [prose[done:start], " " * (end - start)]
            done = end
    return "".join((*pieces, prose[done:]))


def counted(bodies: Iterable[str]) -> Names:
    """The names of the texts."""
    inside: Counter[str] = Counter()
    anywhere: Counter[str] = Counter()
    known: dict[str, tuple[list[str], list[str], bool]] = {}
    for body in bodies:
        own: set[str] = set()
        first: set[str] = set()
        for run in _RUN.finditer(body):
            text = run[0]
            pieces = known.get(text)
            if pieces is None:
                pieces = known[text] = _names_in(text)
            inner, whole, is_always_inside = pieces
            own.update(inner)
            if whole:
                (own if is_always_inside or _is_inside(body, run.start()) else first).update(whole)
        inside.update(own)
        anywhere.update(own | first)
    return Names(inside, anywhere)


def _names_in(run: str) -> tuple[list[str], list[str], bool]:
    """The names of a run: those that do not begin it, those that do, and whether even these begin no sentence."""
    words = run.split(" ")
    is_inside = words[0].lower() in FUNCTION_WORDS  # “The Rivers Board”
    pieces = list(_pieces(words[1:] if is_inside else words))
    return [name for start, name in pieces if start], [name for start, name in pieces if not start], is_inside


def _pieces(words: list[str]) -> Iterator[tuple[int, str]]:
    """The names of two words or more in a linked run of capitalised words, with the index of their first word."""
    if words[-1].endswith(_POSSESSIVES):
        words[-1] = words[-1][:-2]
    starts, ends = [0], [len(words)]
    for index, word in enumerate(words):
        if word.endswith(_POSSESSIVES) or (word in LINKS and words[index + 1] not in LINKS):
            starts.append(index + 1)
        if word in ("of", "for"):
            ends.append(index)
    for start in starts:
        for end in ends:
            if end - start > 1:
                yield start, " ".join(words[start:end])


def slips(names: Iterable[str]) -> Slips:
    """The wrong forms of the names, by two neighbouring words that each of them has to have."""
    made: Slips = {}
    for name in names:
        words = name.split(" ")
        last = len(words) - 1
        for index, word in enumerate(words):
            lower = word.lower()
            if lower in FUNCTION_WORDS:
                continue
            wrong = [*words[:index], lower, *words[index + 1 :]]
            slip = Slip(" ".join(wrong), name, lower, index == 0)
            second = index if index and (words[index - 1] not in LINKS or index == last) else index + 1
            for ending in ("", *_POSSESSIVES) if second == last else ("",):
                made.setdefault((wrong[second - 1], wrong[second] + ending), []).append(slip)
    return made


def places(body: str, slip: Slip) -> Iterator[int]:
    """Where a wrong form stands whole, no part of a longer name, and with a capital that begins no sentence."""
    place = body.find(slip.text)
    while place >= 0:
        end = place + len(slip.text)
        if _ends(body, end, slip) and _begins(body, place, slip):
            yield place
        place = body.find(slip.text, end)


def is_common(body: str, place: int, slip: Slip) -> bool:
    """Whether what follows shows a common noun: `Harbour community of practice` may be half a `Harbour Community of Practice`."""
    return not slip.is_first and bool(_IS_COMMON.match(body, place + len(slip.text)))


def _ends(body: str, end: int, slip: Slip) -> bool:
    """Whether a wrong form is whole to the right: `state Department of Forests` is not the `State Department`."""
    return not (_GOES_ON.match(body, end) or (slip.is_first and _IS_LINKED.match(body, end)))


def _begins(body: str, place: int, slip: Slip) -> bool:
    """Whether a wrong form is whole to the left, and its first capital is evidence."""
    if place < 3 or body[place - 1] != " ":
        return False
    before = body.rfind(" ", 0, place - 1) + 1
    word = body[before : place - 1].lstrip("(“\"")
    if word in _JOINS or (word in _BEFORE_OTHERS and not slip.is_first):
        return False
    if word.isalpha() and word.istitle():
        return word == "The" or (not _is_inside(body, before) and lexicon.is_known_lower(word.lower()))
    if _is_inside(body, place):
        return True
    second = slip.text[slip.text.find(" ") + 1]
    return not slip.is_first and slip.text.count(" ") > 1 and second.isupper()


def _is_inside(body: str, place: int) -> bool:
    """Whether a word, and no end of a sentence, stands directly before a place."""
    if place < 2 or body[place - 1] != " ":
        return False
    before = body[place - 2]
    return before.isalnum() or before in ",)" or body.endswith("U.S.", 0, place - 1)

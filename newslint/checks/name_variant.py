"""A name spelt two ways in one article: `Pezeshkian`, `Pezeskian`.

The rarer spelling is no name that the lexicon knows, and differs from a name at least twice as frequent in the
article by one edit (two together in names of nine letters or more), neither on the first nor on the last letter:
endings make plurals, peoples, and women's names (`Petrov`, `Petrova`). Two people with similar names are told
apart by what stands before and after: a first name or surname beside the rarer spelling must stand beside the other, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint import lexicon
from newslint.checks._words_in_place import places, strangers, word_after, word_before
from newslint.finding import Edit, Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"exceptions": [], "shortest": 6, "shortest-for-two": 9}

_MOST_OFTEN = 2
"""A spelling that the article uses more often than this is meant."""
_MOST_NAMES = 1500
"""A text with more unknown names is a list, in which names are alike by chance."""
_TITLES = frozenset("Mr Mrs Ms Miss Dr Prof Professor President Minister Senator General Sir Lady Lord Judge Captain".split())


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the rarer spelling, with the first use of the other as related place."""
    strangers(document)
    distinct = document.words.distinct
    unknown = lexicon.unknown_names(distinct)
    if not unknown:
        return
    shortest = settings["shortest"]
    names = {base for base in map(lexicon.base_of, unknown) if len(base) >= shortest}
    if len(names) > _MOST_NAMES:
        return
    by_ends: dict[str, list[str]] = {}
    for name in names:
        by_ends.setdefault(name[0] + name[-1], []).append(name)
    for name in lexicon.known_names(distinct):
        if name[0] + name[-1] in by_ends:
            by_ends[name[0] + name[-1]].append(name)
    if len(by_ends) == len(names) and all(len(alike) == 1 for alike in by_ends.values()):
        return
    for alike in by_ends.values():
        for name in sorted(names.intersection(alike)):
            if name in settings["exceptions"] or not name.istitle():
                continue
            for other in sorted(alike):
                if other != name and other.istitle() and _is_near(name, other, settings["shortest-for-two"]):
                    yield from _compare(document, name, other)


def _is_near(name: str, other: str, shortest_for_two: int) -> bool:
    """Whether one edit, or two side by side in long names, inside the words turn one name into the other."""
    start = _shared(name, other)
    end = _shared(name[start:][::-1], other[start:][::-1])
    left, right = name[start : len(name) - end], other[start : len(other) - end]
    if not end or not start:
        return False
    longest = max(len(left), len(right))
    if longest == 2 and left == right[::-1]:
        return True
    return longest <= (2 if min(len(name), len(other)) >= shortest_for_two else 1)


def _shared(left: str, right: str) -> int:
    """How many letters two texts begin with alike."""
    shorter = min(len(left), len(right))
    return next((index for index in range(shorter) if left[index] != right[index]), shorter)


def _compare(document: Document, name: str, other: str) -> Iterator[Hit]:
    kind = lexicon.kind_of(other.lower())
    if kind not in (lexicon.UNKNOWN, lexicon.PROPER):
        return
    rare, frequent = _uses(document, name), _uses(document, other)
    if not rare or len(rare) > _MOST_OFTEN or len(frequent) < 2 * len(rare):
        return
    befores = {word_before(document, start) for start, _ in frequent}
    afters = {word_after(document, end) for _, end in frequent}
    for start, end in rare:
        before, after = word_before(document, start), word_after(document, end)
        if before[:1].isupper() and before not in befores | _TITLES and lexicon.frequency(before.lower()) != "a":
            return
        if after[:1].isupper() and after not in afters:
            return
    related = (Related(f"here it is “{other}”", *frequent[0]),)
    for start, end in rare:
        written = document.prose[start:end]
        spelt = other + written[len(name) :]
        yield Hit(start, end, (written, other), (spelt,), (Edit(start, end, spelt),), related=related)


def _uses(document: Document, name: str) -> list[tuple[int, int]]:
    """Where the article has the name or its possessive, ascending."""
    written = [form for form in (name, name + "'s", name + "’s") if form in document.words.distinct]
    return sorted(place for form in written for place in places(document, form))

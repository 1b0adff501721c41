"""Part of a name of several words is lower-cased: `White house`, `middle Eastern`, `Lantern guild`.

Kinds of evidence, all of whole phrases:

- `names`: a list of names. A place that spells one with some words capitalised and some not is reported;
  a capital at a sentence start is no evidence. `always` holds those that are reported all in lower case, too.
- `listed`: the lexicon's list of names in forms that are sure to be slips, read in the same way;
- the form of an institution's name (`last` and the like: see `_institution_names`);
- its acronym in brackets (`Kelp harvesters Union (KHU)`: see `_spelt_out_names`);
- common nouns between its capitals (`Harbour safety Strategy`: see `_names_of_matter`), and names of offices (see `_offices`, `_bodies`);
- the article itself: a name of three words or more that it has whole elsewhere (see `_long_names`), or of two
  (see `_short_names`); a pair of words that it capitalises inside sentences, more often than not, and
  lower-cases in part here (`Lantern Guild` twice, `Lantern guild` once); or a word that it capitalises again
  and again before the same word (`Nordic tariffs`, `nordic tariffs`).
"""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint import lexicon
from newslint.checks._bodies import lowered_bodies
from newslint.checks._institution_names import KEYS, Institutions, broken
from newslint.checks._long_names import named_elsewhere
from newslint.checks._names_of_matter import lowered_between
from newslint.checks._neighbours import Neighbours
from newslint.checks._offices import lowered_offices
from newslint.checks._short_names import pair_elsewhere
from newslint.checks._spelt_out_names import lowered
from newslint.checks._words_in_place import are_side_by_side
from newslint.document.sentences import is_sentence_start
from newslint.finding import Edit, Hit
from newslint.lexicon.broken_names import LINKS, forms, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"names": [], "always": [], "listed": False, **{key: [] for key in KEYS}}

_LINKS = frozenset(("of", "and", "the", "for", "de", "es", "in", "on"))
_TITLE = re.compile(r"[A-Z][a-z]+(?:['’]s)?$")
_MOST_PLACES = 20
"""Of a word's lower-case places so many are looked at."""
_COMMON = frozenset(
    "a about after again all also an and any are as at be because been before being both but by can could day days did do "
    "does down each even every few first for former from further had has have he her here his how i if in into is it its "
    "just last like made many may more most mr mrs ms much must my new next no not now of off on once one only or other our "
    "out over own people per same say says second she should since so some still such than that the their them then there "
    "these they this those three through time to today too two under until up upon very was we well were what when where "
    "which while who whose why will with would year years yes yet you your state".split()
)


Pairs = dict[str, dict[str, list[int]]]
"""Wrong-cased neighbouring words, by the first and then the second: the numbers of the names they may be."""


class Names(NamedTuple):
    """Prepared settings: the names in alphabetical order, the pairs that break them, and which are `always` meant."""

    names: list[str]
    pairs: Pairs
    neighbours: Neighbours
    """The same pairs, for search."""
    always: frozenset[str]
    institutions: Institutions
    listed: dict[str, dict[str, list[str]]]
    """Forms of the lexicon's names that are sure to be slips, by pairs in the same way."""


def index(settings: Mapping[str, Any]) -> Pairs:
    """Every wrong-cased neighbouring pair of every name, so that a clean text costs a look at its distinct words."""
    pairs: Pairs = {}
    for number, name in enumerate(_names(settings)):
        words = name.split()
        for place, (left, right) in enumerate(pairwise(words)):
            rights = {right, right.lower()}
            if place + 2 == len(words):
                rights |= {form + ending for form in rights for ending in ("'s", "’s")}
            for first in {left, left.lower()}:
                for second in rights:
                    is_right = first == left and second.startswith(right)
                    if not is_right and not (first in _LINKS and second in _LINKS):
                        pairs.setdefault(first, {}).setdefault(second, []).append(number)
    return pairs


def prepare(settings: Mapping[str, Any]) -> Names:
    """The names, keyed by what is wrong; from the compiled rule where it has them."""
    pairs = settings.get("_index") or index(settings)
    institutions = Institutions.made(settings)
    listed = forms() if settings["listed"] else {}
    neighbours = Neighbours(
        pairs.keys() | listed.keys(),
        lambda left: ((left, right) for known in (pairs, listed) for right in known.get(left, ())),
    )
    return Names(_names(settings), pairs, neighbours, frozenset(settings["always"]), institutions, listed)


def _names(settings: Mapping[str, Any]) -> list[str]:
    return sorted({*settings["names"], *settings["always"]})


def check(document: Document, settings: Names) -> Iterator[Hit]:
    """Hits on whole phrases; the fix capitalises the words that are lower-cased."""
    done: set[int] = set()
    for hit in _hits(document, settings):
        spots = {edit.start for edit in hit.edits}
        if done.isdisjoint(spots):
            done |= spots
            yield hit


def _hits(document: Document, settings: Names) -> Iterator[Hit]:
    texts = document.words.texts
    for left, right in settings.neighbours.found(document.words):
        numbers = settings.pairs.get(left, {}).get(right, ())
        listed = settings.listed.get(left, {}).get(right, ())
        for place in _places(texts, left, right):
            yield from _named(document, place, [settings.names[number] for number in numbers], settings.always)
            for parts in (name_of(form).split() for form in listed):
                first = _first_of(parts, texts, place)
                if _breaks(document, parts, first, False) and not _in_longer_name(document, first, len(parts)):
                    yield _hit(document, parts, first)
    for first, name in chain(lowered(document), broken(document, settings.institutions)):
        yield _hit(document, name, first)
    for suspect in _lowered_elsewhere_capitalised(document):
        yield from _pairs_of_the_article(document, suspect)
    for first, name in chain(lowered_between(document), lowered_offices(document), lowered_bodies(document)):
        yield _hit(document, name, first)


def _named(document: Document, place: int, names: Iterable[str], always: Set[str]) -> Iterator[Hit]:
    """A hit on the first of the names that the word at index `place` is part of in the wrong case."""
    for name in names:
        parts = name.split()
        first = _first_of(parts, document.words.texts, place)
        if _breaks(document, parts, first, name in always):
            yield _hit(document, parts, first)
            return


def _places(texts: list[str], left: str, right: str) -> Iterator[int]:
    """The indices of `left` where `right` is the next word."""
    index = -1
    last = len(texts) - 1
    for _ in range(texts.count(left)):
        index = texts.index(left, index + 1)
        if index < last and texts[index + 1] == right:
            yield index


def _first_of(name: list[str], texts: list[str], place: int) -> int:
    """Where a name begins that the words at `place` and after it may be part of."""
    lowered = [word.lower() for word in name]
    return place - lowered.index(texts[place].lower())


def _breaks(document: Document, name: Sequence[str], first: int, always: bool) -> bool:
    """Whether the words from index `first` are `name` in the wrong case, with capitals that are evidence."""
    words = document.words
    if first < 0 or first + len(name) > len(words):
        return False
    seen = [_bare(word) for word in words.texts[first : first + len(name)]]
    if [word.lower() for word in seen] != [word.lower() for word in name]:
        return False
    if not all(are_side_by_side(document, index) for index in range(first, first + len(name) - 1)):
        return False
    wrong = [word for word, right in zip(seen, name, strict=True) if word != right and right[0].isupper()]
    if not wrong or any(word != word.lower() for word in wrong):
        return False
    right = [
        index
        for index, (word, proper) in enumerate(zip(seen, name, strict=True))
        if word == proper and proper[0].isupper()
    ]
    if right == [0] and is_sentence_start(document, words.starts[first]):
        return False
    return bool(right) or always


def _hit(document: Document, name: Sequence[str], first: int) -> Hit:
    words = document.words
    start = words.starts[first]
    end = start + sum(map(len, name)) + len(name) - 1
    edits = tuple(
        Edit(words.starts[first + index], words.starts[first + index] + 1, proper[0])
        for index, proper in enumerate(name)
        if words.texts[first + index][0] != proper[0]
    )
    text = " ".join(name)
    return Hit(start, end, (document.prose[start:end], text), (text,), edits)


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _lowered_elsewhere_capitalised(document: Document) -> list[str]:
    """The lower-case words that the article may also use in names: it capitalises them, too."""
    prose = document.prose
    both = document.words.in_both_cases - _COMMON
    return sorted(word for word in both if f" {word[0].upper()}{word[1:]}" in prose)


def _pairs_of_the_article(document: Document, suspect: str) -> Iterator[Hit]:
    """Hits on `suspect` where it is part of a name elsewhere in the article."""
    prose = document.prose
    texts, pairs = document.words.texts, document.words.pairs
    proper = suspect[0].upper() + suspect[1:]
    indices = document.words.indices(suspect)
    places = len(indices)
    for index in indices[:_MOST_PLACES]:
        left = texts[index - 1] if index else ""
        right = texts[index + 1] if index + 1 < len(texts) else ""
        if _may_be_part(left, right) and index and (long := named_elsewhere(document, index, proper)) is not None:
            yield _hit(document, long[1], long[0])
            continue
        if left.istitle() and (left, proper) in pairs and prose.count(f"{left} {proper}") > 1:
            first, pair = index - 1, (left, proper)
        elif right.istitle() and (proper, right) in pairs and prose.count(f"{proper} {right}") > 1:
            first, pair = index, (proper, right)
        else:
            if places == 1 and right.islower() and _is_always_capitalised(document, index, proper, right):
                hit = _hit(document, (proper,), index)
                yield hit._replace(message=f"“{suspect}” is “{proper}” elsewhere in this article")
                continue
            first, pair = -1, ("", "")
        if first >= 0 and _is_name(document, first, *pair, suspect, places):
            yield _hit(document, pair, first)
        elif (short := pair_elsewhere(document, index, proper)) is not None:
            yield _hit(document, short[1], short[0])


def _may_be_part(left: str, right: str) -> bool:
    """Whether a word between these may be one of a name's."""
    return left[:1].isupper() or right[:1].isupper() or left in LINKS


def _is_always_capitalised(document: Document, index: int, proper: str, right: str) -> bool:
    """Whether the article capitalises the word at `index` in four other places, in two of them before `right`.

    `Nordic tariffs` twice and `Nordic` twice more tell that `nordic tariffs` is a slip.
    """
    words = document.words
    if right in _COMMON or document.prose.count(proper) < 4 or not are_side_by_side(document, index) or not lexicon.capitalised_frequency(proper.lower()):
        return False
    places = [place for place in words.indices(proper) if _is_inside_sentence(document, place)]
    same = sum(1 for place in places if words.texts[place + 1 : place + 2] == [right] and are_side_by_side(document, place))
    return len(places) > 3 and same > 1


def _is_name(document: Document, first: int, left: str, right: str, suspect: str, places: int) -> bool:
    """Whether `left right`, both capitalised, is what the article calls the pair at word `first`.

    Two or more places (three where the first word is in doubt) inside sentences of body text must say so, none of
    them within a longer name. Where the article has `suspect` in `places` lower-case places and not in this one
    alone, it is a common noun there, too: then one place more must say so, and this pair be its only slip.
    """
    words = document.words
    if not (_TITLE.match(left) and _TITLE.match(right)) or left.lower() in _COMMON:
        return False
    if not are_side_by_side(document, first) or _in_longer_name(document, first):
        return False
    if right.lower() == suspect and is_sentence_start(document, words.starts[first]):
        return False
    named = sum(1 for index in words.indices(left) if _is_named_at(document, index, right))
    needed = 2 if right.lower() == suspect else 3
    if places > 1:
        needed += 1
        slip = " ".join(words.texts[first : first + 2])
        if document.prose.count(slip) > 1:
            return False
    return named >= needed


def _is_named_at(document: Document, index: int, right: str) -> bool:
    words = document.words
    if index + 1 >= len(words) or words.texts[index + 1] != right or not are_side_by_side(document, index):
        return False
    return not _in_longer_name(document, index) and _is_inside_sentence(document, index)


def _is_inside_sentence(document: Document, index: int) -> bool:
    """Whether the word at `index` stands in a paragraph, and not at a sentence's start: there a capital is evidence."""
    start = document.words.starts[index]
    block = document.block_at(start)
    return block is not None and block.kind == "paragraph" and not is_sentence_start(document, start)


def _in_longer_name(document: Document, first: int, length: int = 2) -> bool:
    """Whether a capitalised word stands directly before or behind the words at `first`."""
    words = document.words
    if first > 0 and words.texts[first - 1][0].isupper() and are_side_by_side(document, first - 1):
        return not is_sentence_start(document, words.starts[first - 1])
    after = first + length
    return after < len(words) and words.texts[after][0].isupper() and are_side_by_side(document, after - 1)

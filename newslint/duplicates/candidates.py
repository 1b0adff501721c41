"""Which sections of different documents may match: those of which one stores a key that the other asks for.

Long sections are joined by the fingerprints that both store: in plain Python below 200 sections, in numpy
above; the keys are equal. Short ones are joined by their halves, word for word instead of by key.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from newslint.duplicates import keys

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Iterator, Sequence

    Words = Sequence[array[int]]

MOST_ARTICLES = 64
"""A key that more distinct articles hold is boilerplate and finds nothing."""

MOST_SECTIONS = 8
"""So many sections of one document are looked at for one key: a line that it repeats does not multiply."""

FEW_SECTIONS = 200
"""Below, importing numpy costs more than it saves."""


class Place(NamedTuple):
    """A section: the document it lies in, its block there, its first word there, and its end."""

    document: int
    block: int
    start: int
    end: int


def candidates(words: Words, places: Sequence[Place], weights: Sequence[int]) -> set[tuple[int, int]]:
    """Pairs of sections of different documents, as indices into `places`, ascending.

    `words` are the word hashes of each document; `places` are in the order of the documents; `weights` say how
    many articles a document stands for.
    """
    documents = [place.document for place in places]
    pairs: set[tuple[int, int]] = set()
    for holding in _holding(words, places):
        if len(holding) == 2:
            one, other = holding
            if documents[one] == documents[other]:
                continue
            if weights[documents[one]] + weights[documents[other]] <= MOST_ARTICLES:
                pairs.add((one, other))
        elif len(holding) > 2:
            pairs.update(_pairs(holding, holding, documents, weights))
    for holding, asking in _holding_halves(words, places):
        pairs.update(_pairs(holding, asking, documents, weights))
    return pairs


def _holding(words: Words, places: Sequence[Place]) -> Iterable[Sequence[int]]:
    """By fingerprint, the long sections that store it, ascending."""
    long = [index for index, place in enumerate(places) if place.end - place.start > keys.SHORT]
    if len(places) >= FEW_SECTIONS:
        from newslint.duplicates.joining import holding

        return holding(words, places, long)
    postings: dict[int, list[int]] = defaultdict(list)
    for index in long:
        place = places[index]
        for key in keys.winnowed(words[place.document][place.start : place.end]):
            postings[key].append(index)
    return postings.values()


def _holding_halves(words: Words, places: Sequence[Place]) -> Iterator[tuple[list[int], list[int]]]:
    """By first half and by last half, the short sections that store it and those that ask for it.

    As `keys.stored_halves` and `keys.asked_halves` say; the words themselves stand for their key.
    """
    stored: dict[tuple[bool, bytes], list[int]] = defaultdict(list)
    asked: dict[tuple[bool, bytes], list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        size = place.end - place.start
        if size > keys.SHORT + 1:
            continue
        own = words[place.document][place.start : place.end]
        for length in keys.asked_lengths(size):
            first, last = (False, own[:length].tobytes()), (True, own[size - length :].tobytes())
            asked[first].append(index)
            asked[last].append(index)
            if length == size // 2:
                stored[first].append(index)
                stored[last].append(index)
    for half, holding in stored.items():
        if len(asked[half]) > 1:
            yield holding, asked[half]


def _pairs(
    holding: Sequence[int], asking: Sequence[int], documents: Sequence[int], weights: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The pairs of sections of different documents that hold and ask for a key; none where it is boilerplate."""
    holders = _by_document(holding, documents)
    if sum(weights[document] for document in holders) > MOST_ARTICLES:
        return
    askers = holders if asking is holding else _by_document(asking, documents)
    if len(askers) < 2:
        return
    for document, held in holders.items():
        for other_document, asked in askers.items():
            if document != other_document:
                for one in held:
                    for other in asked:
                        yield (one, other) if one < other else (other, one)


def _by_document(indices: Sequence[int], documents: Sequence[int]) -> dict[int, list[int]]:
    by_document: dict[int, list[int]] = {}
    for index in indices:
        own = by_document.setdefault(documents[index], [])
        if len(own) < MOST_SECTIONS:
            own.append(index)
    return by_document

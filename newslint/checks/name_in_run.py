"""Part of a name is lower-cased that other inputs of the same run capitalise: `Lantern guild`.

A name of several words counts where `articles` other inputs or more write it with capitals in body text, at most
`mixed` per cent of them also write it in part without, and at most `lower` per cent as many inputs have it all in
lower case: what a house writes now so, now so is its own affair. Of a word in `house`, which one house capitalises
in names and the next does not (`Ruritanian Government`), `house-articles` inputs must say so.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.checks._names_of_run import Slip, body_of, counted, places, slips
from newslint.document.words import split
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newslint.checks._names_of_run import Names
    from newslint.duplicates.records import Record

DEFAULTS: dict[str, Any] = {"articles": 4, "mixed": 10, "lower": 100, "house": [], "house-articles": 10}


class _Place(NamedTuple):
    record: Record
    body: str
    start: int
    slip: Slip


def check_run(documents: Sequence[Record], archive: Any, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on whole names, the longest first; the fix capitalises the word that is lower-cased."""
    if len(documents) <= settings["articles"]:
        return
    bodies = [body_of(record) for record in documents]
    names = counted(bodies)
    known = slips(name for name, count in names.anywhere.items() if count >= settings["articles"])
    found: dict[str, list[_Place]] = {}
    for record, body in zip(documents, bodies, strict=True):
        for pair in known.keys() & set(pairwise(split(body))):
            for slip in known[pair]:
                for start in places(body, slip):
                    found.setdefault(slip.name, []).append(_Place(record, body, start, slip))
    told: set[tuple[str, int]] = set()
    for name in sorted(found, key=lambda name: (-len(name), name)):
        if any(_is_slip(place, found[name], names, settings) for place in found[name]):
            lower = sum(1 for body in bodies if name.lower() in body)
            for hit in _hits(name, found[name], names, lower, settings):
                spot = (hit.path, hit.edits[0].start)
                if spot not in told:
                    told.add(spot)
                    yield hit


def _is_slip(place: _Place, found: Sequence[_Place], names: Names, settings: Mapping[str, Any]) -> bool:
    """Whether enough inputs write the name with capitals, and hardly any other in part without."""
    others = _others(place, names)
    slipped = len({other.record.path for other in found}) - 1
    needed = settings["house-articles" if place.slip.lowered in settings["house"] else "articles"]
    return bool(others >= needed and 100 * slipped <= settings["mixed"] * others)


def _others(place: _Place, names: Names) -> int:
    """How many other inputs have the name."""
    name = place.slip.name
    return (names.inside if place.slip.is_first else names.anywhere)[name] - (name in place.body)


def _hits(
    name: str, found: Sequence[_Place], names: Names, lower: int, settings: Mapping[str, Any]
) -> Iterator[Hit]:
    for place in sorted(found, key=lambda place: (place.record.path, place.start)):
        others = _others(place, names)
        if 100 * lower > settings["lower"] * others or not _is_slip(place, found, names, settings):
            continue
        start = place.start
        text = place.slip.text
        edits = tuple(
            Edit(start + index, start + index + 1, right)
            for index, (right, now) in enumerate(zip(name, text, strict=True))
            if right != now
        )
        arguments = (text, name, str(others))
        yield Hit(start, start + len(name), arguments, (name,), edits, path=place.record.path)

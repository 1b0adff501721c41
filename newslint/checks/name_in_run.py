"""Part of a name is lower-cased that other inputs of the same run capitalise: `Lantern guild`.

A name of several words counts where `articles` other inputs or more write it with capitals in body text, and at most `mixed`
per cent as many write it just as it is written here. Where it is not the first word that is lower-cased, at most `lower` per cent as
many inputs may have all of it in lower case: then it is a common phrase, too. What a house writes now so, now so is
its own affair. Of a word in `house`, which one house capitalises in names and the next does not (`Ruritanian
Government`), `house-articles` inputs must say so.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.checks._names_of_run import Slip, body_of, counted, is_common, places, slips
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
        for pair in known.keys() & pairwise(split(body)):
            for slip in known[pair]:
                for start in places(body, slip):
                    found.setdefault(slip.name, []).append(_Place(record, body, start, slip))
    told: set[tuple[str, int]] = set()
    for name in sorted(found, key=lambda name: (-len(name), name)):
        sure = _sure(name, found[name], names, settings)
        if not sure:
            continue
        lowered = name.lower()
        lower = sum(1 for body in bodies if lowered in body)
        for place, others in sorted(sure, key=lambda entry: (entry[0].record.path, entry[0].start)):
            if place.slip.is_first or 100 * lower <= settings["lower"] * others:
                hit = _hit(place, others)
                spot = (hit.path, hit.edits[0].start)
                if spot not in told:
                    told.add(spot)
                    yield hit


def _sure(
    name: str, found: Sequence[_Place], names: Names, settings: Mapping[str, Any]
) -> list[tuple[_Place, int]]:
    """The places where enough other inputs have the name, and hardly any the same slip; and how many have the name."""
    slipped = Counter(text for text, _ in {(place.slip.text, place.record.path) for place in found})
    bodies = {place.record.path: place.body for place in found}
    has_name = {path for path, body in bodies.items() if name in body}
    sure = []
    for place in found:
        others = (names.inside if place.slip.is_first else names.anywhere)[name] - (place.record.path in has_name)
        needed = settings["house-articles" if place.slip.lowered in settings["house"] else "articles"]
        is_known = others >= needed and 100 * (slipped[place.slip.text] - 1) <= settings["mixed"] * others
        if is_known and not is_common(place.body, place.start, place.slip):
            sure.append((place, others))
    return sure


def _hit(place: _Place, others: int) -> Hit:
    start = place.start
    name, text = place.slip.name, place.slip.text
    edits = tuple(
        Edit(start + index, start + index + 1, right)
        for index, (right, now) in enumerate(zip(name, text, strict=True))
        if right != now
    )
    return Hit(start, start + len(name), (text, name, str(others)), (name,), edits, path=place.record.path)

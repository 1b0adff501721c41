"""A section that stands in another input of the same run.

Sections (blocks of 8 words or more) of different articles match

- to 14 words: where they are equal but for one word;
- above: where the Jaccard of their five-word runs is .6 or more to 40 words, .7 to 80, .8 above, or where eight
  tenths of the one's are in the other, or where 25 words in a row are equal.

Neighbouring sections are one finding. It is on the later copy: by publication date where both have one, else
by path; and it names the earliest of the copies. What `articles` inputs or more have is standing matter (a
series' introduction, a form's instructions), and is not reported; nor are versions of one article.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from newslint.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newslint.duplicates.records import Record


DEFAULTS: dict[str, Any] = {"articles": 5}

Shared = tuple[int, int, "Record"]
"""A record's words, from and to, that another record has, too, and that record."""


def check_run(documents: Sequence[Record], archive: Any, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the later copies, each with the earliest one as its related place; `path` names their document."""
    if len(documents) < 2:
        return
    from newslint.duplicates.across import repeated
    from newslint.duplicates.passages import Places, first_difference, likeness

    known: dict[int, Places] = {}

    def places(record: Record) -> Places:
        return known.setdefault(id(record), Places(record.prose, record.sections))

    found = list(repeated(documents))
    shared: dict[int, list[Shared]] = defaultdict(list)
    for earlier, later, passage in found:
        shared[id(earlier)].append((*passage.earlier, later))
        shared[id(later)].append((*passage.later, earlier))
    told: dict[int, list[tuple[int, int]]] = defaultdict(list)
    found.sort(key=lambda entry: (entry[0].published or "", entry[0].path))
    for earlier, later, passage in found:
        others = len(_sharing(passage.later, shared[id(later)]))
        if others + 1 >= settings["articles"] or _covered(passage.later, told[id(later)]):
            continue
        told[id(later)].append(passage.later)
        of_earlier, of_later = places(earlier), places(later)
        how = likeness(passage.similarity, first_difference(passage, of_earlier, of_later))
        yield Hit(
            *of_later.span(*passage.later),
            path=later.path,
            arguments=(earlier.path, f"{how}; and in {others - 1} more" if others > 1 else how),
            related=(Related("The earlier copy", *of_earlier.span(*passage.earlier), path=earlier.path),),
            similarity=passage.similarity,
        )


def _sharing(words: tuple[int, int], shared: list[Shared]) -> set[int]:
    """The records that have half of these words or more, too."""
    return {id(record) for start, end, record in shared if 2 * _common(words, (start, end)) >= words[1] - words[0]}


def _covered(words: tuple[int, int], told: list[tuple[int, int]]) -> bool:
    """Whether half of these words or more stand in a passage that is reported already."""
    return any(2 * _common(words, other) >= words[1] - words[0] for other in told)


def _common(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])

"""A section that stands in another input of the same run.

Sections (blocks of 8 words or more) of different articles match

- to 14 words: where they are equal but for one word;
- above: where the Jaccard of their five-word runs is .6 or more to 40 words, .7 to 80, .8 above, or where eight
  tenths of the one's are in the other, or where 25 words in a row are equal.

Neighbouring sections are one finding. It is on the later copy: by publication date where both have one, else
by path. What more than 64 articles have is boilerplate, and is not reported; nor are versions of one article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newslint.duplicates.records import Record


def check_run(documents: Sequence[Record], archive: Any, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the later copies, each with the earlier one as its related place; `path` names their document."""
    if len(documents) < 2:
        return
    from newslint.duplicates.across import repeated
    from newslint.duplicates.passages import Places, first_difference, likeness

    known: dict[int, Places] = {}

    def places(record: Record) -> Places:
        return known.setdefault(id(record), Places(record.prose, record.sections))

    for earlier, later, passage in repeated(documents):
        of_earlier, of_later = places(earlier), places(later)
        difference = first_difference(passage, of_earlier, of_later)
        yield Hit(
            *of_later.span(*passage.later),
            path=later.path,
            arguments=(earlier.path, likeness(passage.similarity, difference)),
            related=(Related("The earlier copy", *of_earlier.span(*passage.earlier), path=earlier.path),),
            similarity=passage.similarity,
        )

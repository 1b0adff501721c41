"""An article, or a long passage, that stands in another input of the same run.

Sections (blocks of 8 words or more) of different articles match

- to 14 words: where they are equal but for one word;
- above: where the Jaccard of their five-word runs is .6 or more to 40 words, .7 to 80, .8 above, or where eight
  tenths of the one's are in the other, or where 25 words in a row are equal.

Reported is what is almost certainly a slip:

- three fifths of either article stand in the other, or four fifths of the words of both are the same in the same
  order;
- `words` words or more, and two sections of prose or more, stand in these two articles (or in three, if they are a
  fifth of one), and neither links to the other;
- a paragraph of 40 words or more is all that two articles on different subjects share.

One finding a pair of articles, on the longest passage of the later copy: by publication date where both have one,
else by path. It names the earliest of the copies.

Left out is what may be meant:

- what `articles` inputs or more have: standing matter, a form's instructions;
- other single paragraphs and lists, which a house uses again: what a series says of itself, calls, definitions,
  quotations of one source;
- articles whose headlines make them a series, the editions of one text or an event that comes again (`Minutes of
  March`, `Minutes of April`), but for a whole text under another headline;
- versions of one article, declared by `id`, `version_of` or `translation_of` in the front matter.

`doubtful: true` reports every passage that two articles share, but for versions and for standing matter.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from newslint.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newslint.duplicates.passages import Places
    from newslint.duplicates.records import Record
    from newslint.duplicates.republished import Republished


DEFAULTS: dict[str, Any] = {"articles": 5, "words": 30, "doubtful": False}


def check_run(documents: Sequence[Record], archive: Any, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the later copies, each with the earliest one as its related place; `path` names their document."""
    if len(documents) < 2:
        return
    from newslint.duplicates.across import repeated

    found = list(repeated(documents))
    if not found:
        return
    from newslint.duplicates.passages import Places
    from newslint.duplicates.republished import Sharing, republished, single_passages

    known: dict[int, Places] = {}

    def places(record: Record) -> Places:
        return known.setdefault(id(record), Places(record.prose, record.sections))

    sharing = Sharing(found)
    found.sort(key=lambda entry: (entry[0].published or "", entry[0].path))
    articles, words = int(settings["articles"]), int(settings["words"])
    pairs = (
        single_passages(found, sharing, articles)
        if settings["doubtful"]
        else republished(found, sharing, articles, words)
    )
    told: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in pairs:
        longest = pair.passages[0]
        if not _is_told(longest.later, told[id(pair.later)]):
            told[id(pair.later)] += [passage.later for passage in pair.passages]
            yield _hit(pair, places(pair.earlier), places(pair.later))


def _hit(pair: Republished, of_earlier: Places, of_later: Places) -> Hit:
    from newslint.duplicates.passages import first_difference, likeness

    longest = pair.passages[0]
    how = likeness(longest.similarity, first_difference(longest, of_earlier, of_later))
    if len(pair.passages) > 1:
        how = f"{how}; {len(pair.passages)} passages"
    if pair.others > 1:
        how = f"{how}; and in {pair.others - 1} more"
    return Hit(
        *of_later.span(*longest.later),
        path=pair.later.path,
        arguments=(pair.earlier.path, how),
        related=tuple(
            Related("The earlier copy", *of_earlier.span(*passage.earlier), path=pair.earlier.path)
            for passage in pair.passages
        ),
        similarity=longest.similarity,
    )


def _is_told(words: tuple[int, int], told: list[tuple[int, int]]) -> bool:
    """Whether half of these words or more stand in a passage that is reported already."""
    return any(2 * (min(words[1], other[1]) - max(words[0], other[0])) >= words[1] - words[0] for other in told)

"""A section that repeats an earlier one of the same article, reworded or not.

Looked at are blocks of prose of 16 words or more, one of the two at least `words` long; table cells, captions
and headings are not. A pair is reported where half of either text's five-word runs, or three tenths of both's,
are shared in long stretches, or where most of the words of both stand in the same order and are not the words
that the whole article is full of. A block quotation that repeats a short passage is a pull quote, and is right.

The later copy is reported; neighbouring copies are one finding. A passage that stands in an article four times or
more is a line of a form or a refrain, and is right. Left out is also what may be meant:

- what HTML's `details` has folded away where the text beside it quotes it, and what a note begins with
  (a heading `About ...`);
- what stands twice under headings with code: the entries of a manual;
- one block, apart from the earlier one, that changes a phrase or two of it and keeps the rest: the entries of a
  form, a call with another address. Who pastes twice changes no more than a word, and who rewords changes more;
- an item of a list under 60 words in which little is changed, but where it stands twice in a row, word for word.

`doubtful: true` reports these, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document
    from newslint.duplicates.passages import Passage

DEFAULTS: dict[str, Any] = {"words": 25, "doubtful": False}

_REFRAIN = 4
"""So many copies of a passage are no slip."""


class Prepared(NamedTuple):
    """The settings: the least number of words, and whether what may be meant is reported, too."""

    words: int
    doubtful: bool


def prepare(settings: Mapping[str, Any]) -> Prepared:
    """The settings as the check needs them. Raises `ValueError` below 20, where phrases of one form begin to match."""
    least = int(settings["words"])
    if least < 20:
        raise ValueError("`words` must be 20 or more: shorter passages repeat in good copy")
    return Prepared(least, bool(settings["doubtful"]))


def check(document: Document, prepared: Prepared) -> Iterator[Hit]:
    """Hits on the later copies, each with the earlier one as its related place."""
    least, words = prepared.words, document.words
    if len(document.blocks) < 2 or len(words) < 2 * least - 16:
        return
    from newslint.duplicates.within import may_repeat, repeats

    if not may_repeat(words.first_places, len(words.pairs)):
        return
    from newslint.duplicates import sections

    own = sections.of_document(document)
    matches = repeats(own, document.prose, least)
    if not matches:
        return
    from newslint.duplicates.meant import is_meant
    from newslint.duplicates.passages import Places, first_difference, likeness, passages

    places = Places(document.prose, own)
    found = passages(matches, own, own)
    for passage in found:
        if _copies(passage, found) >= _REFRAIN:
            continue
        if not prepared.doubtful and is_meant(passage, own, document):
            continue
        start, end = places.span(*passage.later)
        earlier = places.span(*passage.earlier)
        line = document.source.position(document.offsets.to_source(*earlier)[0]).line
        difference = first_difference(passage, places, places)
        yield Hit(
            start,
            end,
            arguments=(str(line), likeness(passage.similarity, difference)),
            related=(Related("The earlier copy", *earlier),),
            similarity=passage.similarity,
        )


def _copies(passage: Passage, found: list[Passage]) -> int:
    """How often the article has the text of a passage, told by the passages that share a place with it."""
    places = [passage.earlier, passage.later]
    copies = {passage.earlier, passage.later}
    for other in found:
        if any(_overlap(place, mine) for place in (other.earlier, other.later) for mine in places):
            copies |= {other.earlier, other.later}
    apart: list[tuple[int, int]] = []
    for copy in sorted(copies):
        if not apart or not _overlap(copy, apart[-1]):
            apart.append(copy)
    return len(apart)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two runs of words share half of the shorter one."""
    return 2 * (min(one[1], other[1]) - max(one[0], other[0])) >= min(one[1] - one[0], other[1] - other[0])

"""A section that repeats an earlier one of the same article, reworded or not.

Looked at are blocks of prose of 16 words or more, one of the two at least `words` long; table cells, captions
and headings are not. A pair is reported where half of either text's five-word runs, or three tenths of both's,
are shared in long stretches, or where most of the words of both stand in the same order and are not the words
that the whole article is full of. A block quotation that repeats a short passage is a pull quote, and is right.

The later copy is reported; neighbouring copies are one finding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"words": 25}


def prepare(settings: Mapping[str, Any]) -> int:
    """The least number of words. Raises `ValueError` below 20, where phrases of one form begin to match."""
    least = int(settings["words"])
    if least < 20:
        raise ValueError("`words` must be 20 or more: shorter passages repeat in good copy")
    return least


def check(document: Document, least: int) -> Iterator[Hit]:
    """Hits on the later copies, each with the earlier one as its related place."""
    words = document.words.texts
    if len(document.blocks) < 2 or len(words) < 2 * least - 16:
        return
    from newslint.duplicates.within import may_repeat, repeats

    if not may_repeat(words):
        return
    from newslint.duplicates import sections

    own = sections.of_document(document)
    matches = repeats(own, document.prose, least)
    if not matches:
        return
    from newslint.duplicates.passages import Places, first_difference, likeness, passages

    places = Places(document.prose, own)
    for passage in passages(matches, own, own):
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

"""The headline or deck again as body text, or a heading glued to the end of what stands before it as well.

Reported is a block that has exactly the words of the headline or deck further up, or begins with a line of
them; and a heading that an earlier block ends with, after the end of a sentence or the marks of a breadcrumb
(`Home » World » Headline`), without an end mark of its own. List items, table cells, captions and quotations
may name the headline, and a first sentence may resemble it. `words` is the length of the shortest heading
looked at.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from newslint.checks._phrases import searched
from newslint.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Block, Document
    from newslint.duplicates.passages import Places
    from newslint.duplicates.sections import Sections

DEFAULTS: dict[str, Any] = {"words": 5}

LONGEST = 20
"""Words of the longest heading looked at."""

TOP_HEADINGS = 3
"""Headings in a row at the top of an article that are its breadcrumb, headline and deck."""

_MAY_NAME_IT = frozenset(("list-item", "table-cell", "quotation", "caption"))
_SENTENCE_ENDS = ".!?…"
_BEFORE_A_GLUED_HEADING = frozenset("»›>/|\n" + _SENTENCE_ENDS)
_CLOSING = " \"'”’)\u00a0"


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the later of the two places, with the earlier one as its related place."""
    blocks, least = document.blocks, settings["words"]
    headings = [block for block in blocks if block.kind == "heading"]
    if not headings or len(blocks) < 2 or not _may_stand_twice(document, headings, least):
        return
    from newslint.duplicates import sections

    own = sections.of_document(document)
    found = {later: (heading, size) for heading, later, size in _again(document, own, least)}
    for heading, earlier in _glued(document, own, least):
        found.setdefault(heading, (earlier, own.size(heading)))
    if not found:
        return
    from newslint.duplicates.passages import Places

    places = Places(document.prose, own)
    for later, (earlier, size) in sorted(found.items()):
        yield _hit(document, own, places, earlier, later, size)


def _may_stand_twice(document: Document, headings: list[Block], least: int) -> bool:
    """Whether the last words of a heading, pair by pair, stand in the prose twice, with a capital or without.

    Headings of fewer words than `least` are passed over.
    """
    from newslint.duplicates.words import separated

    prose = document.prose
    lowered = searched(document).lowered
    for heading in headings:
        words = prose[max(heading.start, heading.end - 80) : heading.end].split()[-4:]
        pairs = [(before[1:] + " ", word) for before, word in pairwise(words)]
        longest = max(pairs, key=_length, default=None)  # the rarest, and the soonest searched for
        if longest and lowered.count(f"{longest[0]}{longest[1]}".lower().replace("’", "'")) < 2:
            continue
        if len(separated(prose[heading.start : heading.end]).split()) < least:
            continue
        if all(prose.count(start + word) + prose.count(start + word[0].swapcase() + word[1:]) > 1 for start, word in pairs):
            return True
    return False


def _length(pair: tuple[str, str]) -> int:
    return len(pair[0]) + len(pair[1])


def _hit(document: Document, own: Sections, places: Places, earlier: int, later: int, size: int) -> Hit:
    start, end = places.span(own.bounds[later], own.bounds[later] + size)
    above = places.span(own.bounds[earlier + 1] - size, own.bounds[earlier + 1])
    line = document.source.position(document.offsets.to_source(*above)[0]).line
    return Hit(
        start, end, arguments=(str(line),), related=(Related("The heading above", *above),), similarity=1.0
    )


def _again(document: Document, own: Sections, least: int) -> Iterator[tuple[int, int, int]]:
    """A top heading, a later block that is its words or begins with a line of them, and how many words they are."""
    kinds, bounds, words = own.kinds, own.bounds, own.words
    heading = kinds.index("heading")
    for top in range(heading, min(heading + TOP_HEADINGS, len(kinds))):
        size = own.size(top)
        if kinds[top] != "heading":
            break
        if not least <= size <= LONGEST:
            continue
        title = own.block(top)
        for later in range(top + 1, len(kinds)):
            start = bounds[later]
            if own.size(later) < size or words[start] != title[0] or kinds[later] in _MAY_NAME_IT:
                continue
            if words[start : start + size] == title and (
                own.size(later) == size or _is_a_line(document, own, later, size)
            ):
                yield top, later, size


def _is_a_line(document: Document, own: Sections, block: int, size: int) -> bool:
    """Whether a line ends after the block's first `size` words."""
    from newslint.duplicates.words import spans

    start, end = own.spans[block]
    words = spans(document.prose, start, end)
    return "\n" in document.prose[words[size - 1][1] : words[size][0]]


def _glued(document: Document, own: Sections, least: int) -> Iterator[tuple[int, int]]:
    """A heading, and an earlier block that ends with its words."""
    ends: dict[int, list[int]] = {}
    bounds, words = own.bounds, own.words
    for block, kind in enumerate(own.kinds):
        size = own.size(block)
        if not size:
            continue
        last = words[bounds[block + 1] - 1]
        if kind == "heading" and least <= size <= LONGEST and last in ends:
            heading = own.block(block)
            for earlier in ends[last]:
                end = bounds[earlier + 1]
                same = own.size(earlier) > size and words[end - size : end] == heading
                if same and _is_glued(document, own, earlier, size):
                    yield block, earlier
                    break
        if kind != "table-cell":
            ends.setdefault(last, []).append(block)


def _is_glued(document: Document, own: Sections, block: int, size: int) -> bool:
    """Whether the block's last `size` words stand after a sentence or a separator, without an end mark."""
    from newslint.duplicates.words import spans

    start, end = own.spans[block]
    prose = document.prose
    first = spans(prose, start, end)[-size][0]
    before = prose[start:first].rstrip(_CLOSING + "“‘")
    return before[-1:] in _BEFORE_A_GLUED_HEADING and prose[end - 1] not in _SENTENCE_ENDS

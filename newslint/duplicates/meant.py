"""Which repetitions inside one article may be meant, and which are almost certainly a slip.

Who pastes a passage twice leaves it as it is, or touches up a word; who rewrites a text by machine changes words all
over it. What is meant changes a phrase or two and keeps the rest: the entries of a form, a call with another
address, a summary and the section that it sums up.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from newslint.duplicates.notes import opens_note

if TYPE_CHECKING:
    from typing import Protocol

    from newslint.duplicates.passages import Passage
    from newslint.duplicates.records import Article
    from newslint.duplicates.sections import Sections

    class Places(Protocol):
        """What an offset map must tell."""

        def to_source(self, start: int, end: int, /) -> tuple[int, int]:
            """The place in the source of a span of prose."""

    class Located(Article, Protocol):
        """What a document must tell: its source, its prose, and where it stands in the source."""

        @property
        def offsets(self) -> Places:
            """Places in the prose to places in the source."""

CHANGES, CHANGES_OF_SHORT = 0.08, 0.07
"""Changes a word, at least, in a text that is reworded, and in one of fewer than `LONG` words. Of 2,619 copies with
15-30 % of their words replaced or dropped, four had fewer."""
SHORTEST_FORM = 24
"""Words of an entry of a form; what is left of a shorter match is trimmed of its changes."""
LONG, ALMOST_EQUAL = 40, 0.97
LONGER, WORDS_A_CHANGE = 50, 1.5
"""A copy that was touched up: of so many words, and so alike; or of so many, with words changed one by one."""

NEAR = 10
"""So many words between two copies are no distance over which a form repeats."""
LONG_SECTION = 16

LONG_ITEM, CHANGES_OF_ITEM = 60, 0.16
"""Words of an item of a list that is no line of a form, and changes a word in one that is reworded."""

_CODE = "\ufffc"
"""What stands in prose for a piece of code."""

QUOTED = 0.9
"""How alike a summary is to what it quotes of a section that is folded away."""


def is_meant(passage: Passage, sections: Sections, document: Located) -> bool:
    """Whether the repetition may be right: folded away, a note, entries of a manual, an item of a list, or the entries of a form."""
    earlier, later = _block(sections, passage.earlier[0]), _block(sections, passage.later[0])
    if passage.similarity >= QUOTED and _fold(document, sections, earlier) != _fold(document, sections, later):
        return True
    if opens_note(sections, document.prose, later):
        return True
    if _describes_code(sections, document.prose, earlier) and _describes_code(sections, document.prose, later):
        return True
    size, changes = max(_size(passage.earlier), _size(passage.later)), _changes(passage)
    is_near = passage.later[0] - passage.earlier[1] <= NEAR
    if sections.kinds[later] == "list-item" and size < LONG_ITEM and changes < CHANGES_OF_ITEM * size:
        return changes > 0 or not is_near
    least = CHANGES if size >= LONG else CHANGES_OF_SHORT
    if is_near or size < SHORTEST_FORM or not 0 < changes < least * size or _sections(passage, sections) > 1:
        return False
    if size >= LONG and passage.similarity >= ALMOST_EQUAL:
        return False
    return size < LONGER or (1 - passage.similarity) * size > WORDS_A_CHANGE * changes


def _describes_code(sections: Sections, prose: str, block: int) -> bool:
    """Whether a block stands under a heading with code, as in a manual: each entry says anew what holds for it."""
    while block > 0 and sections.kinds[block] != "heading":
        block -= 1
    return sections.kinds[block] == "heading" and _CODE in prose[slice(*sections.spans[block])]


def _size(words: tuple[int, int]) -> int:
    return words[1] - words[0]


def _block(sections: Sections, word: int) -> int:
    return bisect_right(sections.bounds, word) - 1


def _sections(passage: Passage, sections: Sections) -> int:
    """How many whole blocks of `LONG_SECTION` words or more the later copy has."""
    start, end = passage.later
    bounds = sections.bounds
    return sum(
        start <= bounds[block] and bounds[block + 1] <= end and sections.size(block) >= LONG_SECTION
        for block in range(_block(sections, start), _block(sections, end - 1) + 1)
    )


def _changes(passage: Passage) -> int:
    """In how many places the two copies differ."""
    at = passage.earlier[0], passage.later[0]
    changes = 0
    for start_a, start_b, length in (*passage.runs, (passage.earlier[1], passage.later[1], 0)):
        changes += (start_a, start_b) != at
        at = start_a + length, start_b + length
    return changes


def _fold(document: Located, sections: Sections, block: int) -> int:
    """Where in the source the `details` of HTML starts that a block is in; it shows its summary alone. -1 for none."""
    text = document.source.text
    if "<details" not in text:
        return -1
    place = document.offsets.to_source(*sections.spans[block])[0]
    start = text.rfind("<details", 0, place)
    return start if start > text.rfind("</details", 0, place) else -1

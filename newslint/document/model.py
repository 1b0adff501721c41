"""The Document: readable prose, blocks over it, and the way back to the source.

`prose` is one string for the whole input, its blocks parted by a blank line (`\\n\\n`). Entities are decoded
and inline markup is dropped. What is not prose but stands inside a sentence (inline code, an image, a
shortcode) is one `OPAQUE` character; a bare URL, address or file name is as many of them as it has code
points. A soft or hard line break is one `\\n`.

Every offset is in code points; *prose* offsets index `prose`, *source* offsets index `source.text`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from newslint.document.quotations import quotations
from newslint.document.words import WordIndex

if TYPE_CHECKING:
    from newslint.document.offset_map import OffsetMap
    from newslint.source import Source

OPAQUE = "\ufffc"
"""Object replacement character: stands in prose for what is there but is not prose."""

Kind = Literal["heading", "paragraph", "list-item", "quotation", "table-cell", "caption"]
Role = Literal["headline", "deck", "byline", "dateline", "body", "speaker-turn"]


@dataclass(slots=True)
class Block:
    """A stretch of prose: `start:end` are prose offsets.

    `level` is a heading's 1-6, 0 for a heading that only its place and form tell, and else 0. `table` numbers
    the table that a cell belongs to, and is -1 outside tables; `row` and `cell` are a table cell's 0-based place
    (row 0 is the header).
    """

    start: int
    end: int
    kind: Kind
    level: int = 0
    role: Role | None = None
    table: int = -1
    row: int = -1
    cell: int = -1


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image: its text's prose span, its whole source span, and its target as written."""

    start: int
    end: int
    source_start: int
    source_end: int
    target: str
    is_image: bool = False


@dataclass(slots=True, weakref_slot=True)
class Structure:
    """What a reader makes of a source; `Document` adds the indexes that checks share."""

    prose: str
    blocks: list[Block]
    offsets: OffsetMap
    links: list[Link] = field(default_factory=list)
    opaque: list[tuple[int, int]] = field(default_factory=list)
    """Source spans, ascending, where nothing may be reported: code, front matter, comments, scripts."""
    front_matter: tuple[int, int] | None = None
    """Source span of the front matter between its fences, the fences left out."""


class Document:
    """One article: a source and its structure, with indexes built on first use and shared by all checks."""

    def __init__(self, source: Source, structure: Structure) -> None:
        self.source = source
        self.prose = structure.prose
        self.blocks = structure.blocks
        self.offsets = structure.offsets
        self.links = structure.links
        self.opaque = structure.opaque
        self.front_matter = structure.front_matter
        self.memo: dict[str, Any] = {}
        """Room for what several checks derive from this document, under the deriving module's name."""

    @property
    def path(self) -> str:
        """The path of the source, as reports name it."""
        return self.source.path

    @cached_property
    def words(self) -> WordIndex:
        """The words of `prose` in order, and the distinct ones."""
        return WordIndex(self.prose)

    def forget(self) -> None:
        """Drop the indexes, which take ten times the room of the text; they are made anew when asked for."""
        self.memo.clear()
        self.__dict__.pop("words", None)

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        """Prose spans, ascending and apart, that stand in quotation marks or are quotation blocks."""
        return quotations(self.prose, self.blocks)

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [start for start, _ in self.quotations]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether the prose span touches a quotation; an insertion at its very start lies outside it."""
        if start == end:
            index = bisect_left(self._quotation_starts, start) - 1
        else:
            index = bisect_right(self._quotation_starts, end - 1) - 1
        return index >= 0 and start < self.quotations[index][1]

    def block_index(self, offset: int) -> int:
        """The index of the block that holds a prose offset (or the block before it, between two)."""
        return max(bisect_right(self._block_starts, offset) - 1, 0)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds a prose offset, or None between blocks."""
        if not self.blocks:
            return None
        block = self.blocks[self.block_index(offset)]
        return block if block.start <= offset < block.end else None

    def is_opaque(self, start: int, end: int) -> bool:
        """Whether a source span touches code, front matter, a comment or a script."""
        return self.opaque_span(start, end) is not None

    def opaque_span(self, start: int, end: int) -> tuple[int, int] | None:
        """The last source span of code, front matter, a comment, a tag or a script that a source span touches."""
        index = bisect_right(self.opaque, (max(end - 1, start), len(self.source.text) + 1)) - 1
        return self.opaque[index] if index >= 0 and start < self.opaque[index][1] else None

"""Builds prose, blocks and offset map together, so that the way back to the source is never searched for."""

from __future__ import annotations

from newslint.document.masking import mask
from newslint.document.model import OPAQUE, Block, Kind, Link, Structure
from newslint.document.offset_map import OffsetMap


class Builder:
    """Readers feed it in source order: open a block, add text, close the block; then `finish`.

    Source offsets are code points of the decoded source.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._links: list[Link] = []
        self._map = OffsetMap()
        self._prose_end = -1
        self._source_end = -1
        self.opaque: list[tuple[int, int]] = []
        self.front_matter: tuple[int, int] | None = None

    @property
    def length(self) -> int:
        """How many code points of prose there are so far."""
        return self._length

    def open_block(self, kind: Kind, level: int = 0, table: int = -1, row: int = -1, cell: int = -1) -> Block:
        """Start a block; the blank line before it is made here."""
        if self._blocks:
            self._parts.append("\n\n")
            self._length += 2
        block = Block(self._length, self._length, kind, level, None, table, row, cell)
        self._blocks.append(block)
        return block

    def close_block(self) -> None:
        """End the open block; a block without prose is taken back."""
        block = self._blocks[-1]
        block.end = self._length
        if block.start == block.end:
            self._blocks.pop()
            if self._blocks:
                self._parts.pop()
                self._length -= 2

    def text(self, text: str, start: int) -> None:
        """Add prose that stands one to one in the source from `start`."""
        length = len(text)
        if not length:
            return
        pieces = self._map
        if self._prose_end == self._length and self._source_end == start and pieces.exact[-1]:
            pieces.prose_length[-1] += length
            pieces.source_length[-1] += length
        else:
            self._piece(start, length, length, True)
        self._parts.append(text)
        self._length += length
        self._prose_end = self._length
        self._source_end = start + length

    def replaced(self, text: str, start: int, end: int) -> None:
        """Add prose that stands for the source span `start:end` as a whole: an entity, a soft break."""
        if not text:
            return
        self._piece(start, len(text), end - start, False)
        self._parts.append(text)
        self._length += len(text)

    def opaque_inline(self, start: int, end: int) -> None:
        """Add the placeholder for inline source that is not prose: code, an image, a shortcode."""
        self.replaced(OPAQUE, start, end)

    def link(self, start: int, source_start: int, source_end: int, target: str, is_image: bool = False) -> None:
        """Record a link whose text began at prose offset `start` and ends here."""
        self._links.append(Link(start, self._length, source_start, source_end, target, is_image))

    def _piece(self, source: int, prose_length: int, source_length: int, exact: bool) -> None:
        pieces = self._map
        pieces.prose.append(self._length)
        pieces.source.append(source)
        pieces.prose_length.append(prose_length)
        pieces.source_length.append(source_length)
        pieces.exact.append(exact)

    def finish(self) -> Structure:
        """The structure, with URLs, addresses and file names in the prose masked."""
        prose = mask("".join(self._parts))
        return Structure(prose, self._blocks, self._map, self._links, sorted(self.opaque), self.front_matter)

"""Builds prose, blocks and offset map together, so that the way back to the source is never searched for."""

from __future__ import annotations

from newslint.document.masking import mask
from newslint.document.model import OPAQUE, Block, Kind, Link, Structure
from newslint.document.offset_map import OffsetMap

_BLANK = " \t\n\r"


class Builder:
    """Readers feed it in source order: open a block, add text, close the block; then `finish`.

    Source offsets are code points of the decoded source. A block never begins or ends with a blank: blanks
    at its edges are dropped, and a block of nothing but white space is taken back. Where `source` (the
    decoded text) is given, blocks that exactly a blank line parts there share one piece of the map.
    """

    def __init__(self, source: str = "") -> None:
        self._source = source
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._links: list[Link] = []
        self._map = OffsetMap()
        self._prose_end = -1
        self._source_end = -1
        self._block_start = -1
        self._before: tuple[int, int, int, int, int, int] = (0, 0, 0, 0, -1, -1)
        self.tables = 0
        """How many tables there are so far; a reader that meets one takes the number and adds one."""
        self.opaque: list[tuple[int, int]] = []
        self.front_matter: tuple[int, int] | None = None

    @property
    def length(self) -> int:
        """How many code points of prose there are so far."""
        return self._length

    @property
    def is_blank(self) -> bool:
        """Whether the open block holds nothing yet."""
        return self._length == self._block_start

    @property
    def ends_blank(self) -> bool:
        """Whether the prose so far ends with white space."""
        return not self._parts or self._parts[-1][-1].isspace()

    @property
    def ends_line(self) -> bool:
        """Whether the prose so far ends with a line break."""
        return not self._parts or self._parts[-1][-1] == "\n"

    def open_block(self, kind: Kind, level: int = 0, table: int = -1, row: int = -1, cell: int = -1) -> Block:
        """Start a block; the blank line before it is made here."""
        pieces = self._map
        count = len(pieces.prose)
        self._before = (
            len(self._parts),
            self._length,
            count,
            pieces.prose_length[-1] if count else 0,
            self._prose_end,
            self._source_end,
        )
        if self._blocks:
            self._parts.append("\n\n")
            self._length += 2
        start = self._length
        block = Block(start, start, kind, level, None, table, row, cell)
        self._block_start = start
        self._blocks.append(block)
        return block

    def close_block(self) -> Block | None:
        """End the open block and return it; a block without prose is taken back, and the result is None."""
        block = self._blocks[-1]
        start = block.start
        if self._length > start and self._parts[-1][-1] in _BLANK:
            self._trim(start)
        end = block.end = self._length
        if end == start or (end - start < 64 and self._is_white()):
            self._take_back()
            return None
        self._block_start = -1
        return block

    def text(self, text: str, start: int) -> None:
        """Add prose that stands one to one in the source from `start`."""
        length = len(text)
        if not length:
            return
        place = self._length
        if place == self._block_start and text[0] in _BLANK:
            text = text.lstrip(_BLANK)
            start += length - len(text)
            length = len(text)
            if not length:
                return
        pieces = self._map
        if self._prose_end == place and self._source_end == start:
            pieces.prose_length[-1] += length
            pieces.source_length[-1] += length
        elif (
            place == self._block_start
            and self._prose_end + 2 == place
            and self._source_end + 2 == start
            and self._source.startswith("\n\n", start - 2)
        ):
            pieces.prose_length[-1] += length + 2
            pieces.source_length[-1] += length + 2
        else:
            self._piece(start, length, length, True)
        self._parts.append(text)
        self._length = self._prose_end = place + length
        self._source_end = start + length

    def replaced(self, text: str, start: int, end: int) -> None:
        """Add prose that stands for the source span `start:end` as a whole: an entity, a soft break."""
        if not text or start >= end or (self._length == self._block_start and not text.strip(_BLANK)):
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

    def _is_white(self) -> bool:
        return "".join(self._parts[self._before[0] :]).strip("\n").isspace()

    def _trim(self, start: int) -> None:
        """Drop the blanks at the end of the open block, from the prose and from the map."""
        pieces = self._map
        while self._length > start:
            part = self._parts[-1]
            kept = part.rstrip(_BLANK)
            blanks = len(part) - len(kept)
            if not blanks:
                break
            if not pieces.exact[-1] and kept:
                break
            self._length -= blanks
            if kept:
                self._parts[-1] = kept
            else:
                self._parts.pop()
            if pieces.prose_length[-1] > blanks and pieces.exact[-1]:
                pieces.prose_length[-1] -= blanks
                pieces.source_length[-1] -= blanks
                self._prose_end = self._length
                self._source_end = pieces.source[-1] + pieces.source_length[-1]
            else:
                self._pop_pieces(len(pieces.prose) - 1)
                self._prose_end = -1
        self._clamp_links()

    def _take_back(self) -> None:
        """Undo everything since the block was opened."""
        self._blocks.pop()
        parts, self._length, count, last_length, self._prose_end, self._source_end = self._before
        del self._parts[parts:]
        pieces = self._map
        self._pop_pieces(count)
        if count and pieces.prose_length[-1] != last_length:
            pieces.prose_length[-1] = pieces.source_length[-1] = last_length
        self._block_start = -1
        self._clamp_links()

    def _pop_pieces(self, count: int) -> None:
        pieces = self._map
        for column in (pieces.prose, pieces.source, pieces.prose_length, pieces.source_length, pieces.exact):
            del column[count:]

    def _clamp_links(self) -> None:
        """Keep links whose text was trimmed within the prose."""
        links, length = self._links, self._length
        index = len(links) - 1
        while index >= 0 and links[index].end > length:
            link = links[index]
            links[index] = Link(
                min(link.start, length), length, link.source_start, link.source_end, link.target, link.is_image
            )
            index -= 1

    def finish(self) -> Structure:
        """The structure, with URLs, addresses and file names in the prose masked."""
        prose = mask("".join(self._parts))
        return Structure(prose, self._blocks, self._map, self._links, merged(self.opaque), self.front_matter)


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in ascending order and apart: those that touch or overlap are joined, empty ones dropped."""
    if len(spans) < 2:
        return [span for span in spans if span[0] < span[1]]
    result: list[tuple[int, int]] = []
    last_start, last_end = -1, -1
    for start, end in sorted(spans):
        if start >= end:
            continue
        if start <= last_end:
            if end > last_end:
                last_end = end
                result[-1] = (last_start, last_end)
        else:
            last_start, last_end = start, end
            result.append((start, end))
    return result

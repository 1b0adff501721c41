"""Writes the inline content of one block after another: text, breaks, links, and what is not prose."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from newslint.document.model import OPAQUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.document.builder import Builder
    from newslint.document.model import Block, Kind
    from newslint.document.shortcodes import Shortcode

_COVERED = re.compile(f"{OPAQUE}+|[^{OPAQUE}]+")
_NONE = (-1, -1)


class InlineWriter:
    """Inline content to a `Builder`. Every offset is in code points of the source.

    `source` is the text as written, `text` the same with shortcodes covered by `OPAQUE`. A line break waits
    until something follows it in its block, so that none stands at a block's edge and none is doubled.
    """

    def __init__(self, builder: Builder, source: str, text: str, shortcodes: Sequence[Shortcode]) -> None:
        self.builder = builder
        self.source = source
        self.text = text
        self.shortcodes = shortcodes
        self._call_starts = [call.start for call in shortcodes]
        self.kind: Kind = "paragraph"
        """The kind of a block that opens because inline content stands there."""
        self.cell: tuple[int, int, int] | None = None
        """Table, row and cell where such a block is a table cell."""
        self.is_open = False
        self.is_heading = False
        self.block_end = 0
        self.last = 0
        """Where the last inline content ended."""
        self._break = _NONE
        self._dropped = False
        """Whether markup that leaves nothing on the page was just dropped."""
        self._links: list[tuple[int, int, str]] = []
        self._anchors: list[tuple[int, int, str]] = []

    def open(self) -> None:
        """Open a block for inline content, where none is open."""
        if self.cell is not None:
            table, row, cell = self.cell
            self.builder.open_block("table-cell", 0, table, row, cell)
        else:
            self.builder.open_block(self.kind)
        self.is_open = True

    def close(self) -> Block | None:
        """End the open block, if there is one; None where it held no prose."""
        self._break = _NONE
        self._dropped = False
        if not self.is_open:
            return None
        self.is_open = False
        return self.builder.close_block()

    def forget_links(self) -> None:
        """Links end with the block that they began in."""
        self._links.clear()
        self._anchors.clear()

    def write(self, payload: str, start: int, end: int) -> None:
        """Text that stands at `start:end` and reads `payload`."""
        if not self.is_open:
            self.open()
        if OPAQUE in payload and end - start == len(payload):
            self._write_covered(payload, start)
            return
        if self._break[0] >= 0:
            self._flush()
        builder, text = self.builder, self.text
        if self._dropped:
            self._dropped = False
            if payload[:1] in " \t" and builder.ends_blank:
                bare = payload.lstrip(" \t")
                start += len(payload) - len(bare)
                payload = bare
        if end - start == len(payload) and text.startswith(payload, start):
            if start and text[start - 1] == "\\" and self.last < start and payload:
                builder.replaced(payload[0], start - 1, start + 1)
                builder.text(payload[1:], start + 1)
            else:
                builder.text(payload, start)
        else:
            builder.replaced(payload, start, end)
        self.last = end

    def line_break(self, start: int, end: int) -> None:
        """A soft or hard break: it waits for what follows; of several in a row the first stays."""
        if self.is_open and self._break[0] < 0:
            self._break = (start, end)
        self.last = end

    def drop(self, start: int, end: int) -> None:
        """Markup that leaves nothing on the page, such as a tag; of the blanks on either side one side's stay."""
        self.builder.opaque.append((start, end))
        self._dropped = True
        self.last = end

    def opaque(self, start: int, end: int) -> None:
        """Source that is not prose, but stands in a sentence: code, an image, a shortcode."""
        self.builder.opaque.append((start, end))
        self._placeholder(start, end)

    def _placeholder(self, start: int, end: int) -> None:
        if not self.is_open:
            self.open()
        self._flush()
        self._dropped = False
        self.builder.opaque_inline(start, end)
        self.last = end

    def _flush(self) -> None:
        """Write the break that waited, for something follows it in its block."""
        start, end = self._break
        if start < 0:
            return
        self._break = _NONE
        if self.builder.ends_line:  # the block is blank, or has its break
            return
        if end - start == 1 and self.text[start] == "\n":
            self.builder.text("\n", start)
        else:
            self.builder.replaced("\n", start, end)

    # Links

    def whole_link(self, start: int, end: int, target: str, is_image: bool) -> None:
        """An image, or a link that shows its target: not prose, but known as a link."""
        self.opaque(start, end)
        length = self.builder.length
        self.builder.link(length - 1, start, end, self._target(target, start, end), is_image)

    def start_link(self, start: int, target: str) -> None:
        """A link whose text follows."""
        if not self.is_open:
            self.open()
        self._flush()
        self._links.append((self.builder.length, start, target))
        self.last = start + 1

    def end_link(self, end: int) -> None:
        """The end of the link's text and target; nothing where its beginning was not prose."""
        if self._links:
            start, source_start, target = self._links.pop()
            self.builder.opaque.append((self.last, end))
            length = self.builder.length
            self.builder.link(min(start, length), source_start, end, self._target(target, self.last, end))
        self.last = end

    def start_anchor(self, start: int, end: int, target: str) -> None:
        """A link written as an HTML tag."""
        if not self.is_open:
            self.open()
        self._flush()
        self._anchors.append((self.builder.length, start, target))
        self.drop(start, end)

    def end_anchor(self, start: int, end: int) -> None:
        """The end tag of a link written in HTML."""
        if self._anchors:
            prose, source_start, target = self._anchors.pop()
            self.builder.link(min(prose, self.builder.length), source_start, end, target)
        self.drop(start, end)

    def _target(self, target: str, start: int, end: int) -> str:
        """A link's target as written, with the shortcodes in it."""
        if OPAQUE not in target:
            return target
        opening = self.text.find("(", start, end)
        return self.source[opening + 1 : end - 1].strip("<> \t") if opening >= 0 else target

    # Shortcodes

    def _write_covered(self, payload: str, start: int) -> None:
        """Text in which shortcodes stand, each covered by as many `OPAQUE` as it has code points."""
        for match in _COVERED.finditer(payload):
            part, part_start = match[0], start + match.start()
            if part[0] == OPAQUE:
                self._write_calls(part_start, part_start + len(part))
            else:
                self.write(part, part_start, part_start + len(part))

    def _write_calls(self, start: int, end: int) -> None:
        """Shortcodes at `start:end`: nothing where they only wrap, or have their lines to themselves."""
        calls = self.shortcodes
        index = max(bisect_right(self._call_starts, start) - 1, 0)
        place, only_wrappers = start, True
        while place < end and index < len(calls) and calls[index].start <= place < calls[index].end:
            only_wrappers = only_wrappers and calls[index].is_wrapper
            place = calls[index].end
            index += 1
        if (only_wrappers and place >= end) or self._has_line(start, end):
            self._dropped = True
            self.last = end
        else:
            self._placeholder(start, end)

    def _has_line(self, start: int, end: int) -> bool:
        text = self.text
        floor, ceiling = max(start - 80, 0), min(end + 80, len(text))
        while start > floor and text[start - 1] in " \t>":
            start -= 1
        while end < ceiling and text[end] in " \t":
            end += 1
        return (not start or text[start - 1] in "\r\n") and (end == len(text) or text[end] in "\r\n")

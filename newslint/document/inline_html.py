"""HTML tags inside a Markdown paragraph: which are dropped, which break, and which hold what is not prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.document.inline_writer import InlineWriter

_NAME = re.compile(r"</?([A-Za-z][\w:-]*)")
_HREF = re.compile(r"\s(?:href|src)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_NOT_PROSE = frozenset(
    "button code iframe kbd math noscript object pre samp script select style svg template textarea tt var".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p section summary table tbody td tfoot th thead tr ul".split()
)


class InlineHtml:
    """Reads the inline tags of a text into its writer; remembers which end tags the block at hand lacks."""

    def __init__(self, writer: InlineWriter) -> None:
        self.writer = writer
        self._lacking: dict[str, int] = {}

    def read(self, tag: str, start: int, end: int) -> int:
        """Read the tag at source span `start:end`; the result is where reading goes on (source offset)."""
        writer = self.writer
        match = _NAME.match(tag)
        if match is None:  # a comment, a declaration
            writer.drop(start, end)
            return end
        name = match[1].lower()
        is_end = tag[1] == "/"
        if name == "br":
            writer.line_break(start, end)
        elif name == "a":
            if is_end:
                writer.end_anchor(start, end)
            else:
                writer.start_anchor(start, end, _target(tag))
        elif name == "img":
            writer.whole_link(start, end, _target(tag), True)
        elif name in _NOT_PROSE and not is_end and not tag.endswith("/>"):
            stop = self._end_of(name, end)
            if stop > end:
                writer.opaque(start, stop)
                writer.last = stop
            else:
                writer.drop(start, end)
            return stop
        elif name in _BLOCKS and writer.cell is None and writer.is_open and not writer.is_heading:
            writer.drop(start, end)
            writer.close()
        else:
            writer.drop(start, end)
        return end

    def _end_of(self, name: str, start: int) -> int:
        """Where the element's end tag ends, or `start` where the block holds none."""
        block_end = self.writer.block_end
        if self._lacking.get(name) == block_end:
            return start
        match = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self.writer.text, start, block_end)
        if match is None:
            self._lacking[name] = block_end
            return start
        return match.end()


def _target(tag: str) -> str:
    match = _HREF.search(tag)
    target = (match[1] or match[2] or match[3] or "") if match else ""
    if "&" in target:
        from html import unescape

        return unescape(target)
    return target

"""pyromark's events to prose, blocks and offset map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pyromark

from newslint.document import paragraphs
from newslint.document.builder import Builder, merged
from newslint.document.byte_offsets import ByteOffsets
from newslint.document.inline_html import InlineHtml
from newslint.document.inline_writer import InlineWriter
from newslint.document.markdown_rows import BrokenTable, has_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newslint.document.front_matter import FrontMatter
    from newslint.document.model import Block, Kind, Structure
    from newslint.document.shortcodes import Shortcode

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_GFM
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_DEFINITION = re.compile(r"^[ \t>]{0,8}\[(?!\^)[^\]\n]{1,999}\]:[^\r\n]*", re.MULTILINE)
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript"})
_LEAF_ENDS = frozenset({"Heading", "TableCell"})
_SILENT_ENDS = frozenset({"CodeBlock", "HtmlBlock", "Table", "TableHead", "TableRow"})


class MarkdownReader:
    """Reads one text: `covered` is the text with its shortcodes covered, and gives every offset."""

    def __init__(
        self, text: str, covered: str, shortcodes: Sequence[Shortcode], matter: FrontMatter | None
    ) -> None:
        self.text = _without_surrogates(covered)
        self.builder = Builder(self.text)
        self.writer = InlineWriter(self.builder, text, self.text, shortcodes)
        self.html = InlineHtml(self.writer)
        self.base = 0
        if matter is not None:
            self.base = matter.end
            self.builder.opaque.append((0, matter.end))
            self.builder.front_matter = (matter.inner_start, matter.inner_end)
        self.builder.opaque += [(call.start, call.end) for call in shortcodes]
        self.body = self.text[self.base :] if self.base else self.text
        self.table = None if self.body.isascii() else ByteOffsets(self.body)
        self.containers: list[Kind] = []
        """The kind of the text in each container that is open, from the outermost."""
        self.quotes = 0
        """How many block quotes are open."""
        self.rows: BrokenTable | None = None
        self.skip_until = 0
        """Bytes of the body: what starts before it has been read or is not prose."""
        self.cell = (-1, -1, -1)
        self.inferable: set[int] = set()

    def read(self) -> Structure:
        """The structure of the text."""
        table, base = self.table, self.base
        write = self.writer.write
        events: Any = pyromark.events_with_range(self.body, options=_OPTIONS)
        for event, range_ in events:
            start, end = range_["start"], range_["end"]
            if type(event) is str:
                if start >= self.skip_until:
                    self._break(event, self._at(start), self._at(end))
                continue
            payload = event.get("Text")
            if payload is not None:
                if start >= self.skip_until:
                    if table:
                        length = end - start
                        start = table.to_code_points(start)
                        end = start + length if length == len(payload) else table.to_code_points(end)
                    if self.rows is None:
                        write(payload, start + base, end + base)
                    else:
                        self.rows.text(payload, start + base, end + base)
                continue
            ((name, payload),) = event.items()
            if name == "End":
                self._end(payload if type(payload) is str else next(iter(payload)), end)
            elif start < self.skip_until:
                continue
            elif name != "Start":
                self._atom(name, payload, start, end)
            elif type(payload) is str:
                if payload not in _INLINE:
                    self._start_block(payload, None, start, end)
            else:
                ((name, payload),) = payload.items()
                if name == "Link" or name == "Image":
                    self._start_link(name, payload, start, end)
                else:
                    self._start_block(name, payload, start, end)
        self.writer.close()
        return self._finish()

    def _at(self, offset: int) -> int:
        if self.table:
            offset = self.table.to_code_points(offset)
        return offset + self.base

    # Blocks

    def _start_block(self, name: str, value: Any, start: int, end: int) -> None:
        writer = self.writer
        writer.close()
        writer.forget_links()
        if name == "Paragraph":
            place = writer.last = self._at(start)
            writer.block_end = self._at(end)
            if has_rows(self.text, place, writer.block_end):
                self.rows = BrokenTable(writer)
            else:
                writer.open()
        elif name == "Heading":
            self._leaf(start, end)
            writer.is_heading = True
            self.builder.open_block("heading", int(value["level"][1]))
        elif name == "CodeBlock":
            self.builder.opaque.append((self._at(start), self._at(end)))
            self.skip_until = end
        elif name == "HtmlBlock":
            self._html_block(start, end)
        elif name == "Table":
            self.cell = (self.builder.tables, -1, -1)
            self.builder.tables += 1
        elif name == "TableHead" or name == "TableRow":
            self.cell = (self.cell[0], self.cell[1] + 1, -1)
        elif name == "TableCell":
            self._leaf(start, end)
            table, row, cell = self.cell
            self.cell = writer.cell = (table, row, cell + 1)
            self.builder.open_block("table-cell", 0, table, row, cell + 1)
        else:
            if name == "Item":
                writer.kind = "list-item"
                writer.last = self._at(start)
                writer.block_end = self._at(end)
            elif name == "BlockQuote":
                writer.kind = "quotation" if value is None else "paragraph"  # an alert quotes nobody
                self.quotes += 1
            self.containers.append(writer.kind)

    def _leaf(self, start: int, end: int) -> None:
        self.writer.last = self._at(start)
        self.writer.block_end = self._at(end)
        self.writer.is_open = True

    def _end(self, name: str, end: int) -> None:
        if name in _INLINE or name == "Image":
            if end > self.skip_until:
                self.writer.last = self._at(end)
        elif name == "Link":
            if end > self.skip_until:
                self.writer.end_link(self._at(end))
        elif name == "Paragraph":
            block = self.writer.close()
            if block is not None and not self.containers and block.end - block.start <= paragraphs.LONGEST_HEADING:
                self.inferable.add(block.start)
            self.rows = self.writer.cell = None
        elif name in _LEAF_ENDS:
            self.writer.close()
            self.writer.cell = None
            self.writer.is_heading = False
        elif name not in _SILENT_ENDS:
            self.writer.close()
            self.quotes -= name == "BlockQuote"
            self.containers.pop()
            self.writer.kind = self.containers[-1] if self.containers else "paragraph"

    def _html_block(self, start: int, end: int) -> None:
        self.skip_until = end
        place, stop = self._at(start), self._at(end)
        if self.quotes:
            self.builder.opaque.append((place, stop))  # its lines begin with the quotation's marks
            return
        from newslint.document.html import read_fragment

        read_fragment(self.text, place, stop, self.builder)

    # Inline content

    def _break(self, event: str, start: int, end: int) -> None:
        if event == "Rule":
            self.writer.close()
        elif self.rows is None:
            self.writer.line_break(start, end)
        else:
            self.rows.line_break(start, end)

    def _atom(self, name: str, value: str, start: int, end: int) -> None:
        """Inline code, an inline tag, a footnote's mark, a task's box: all but text."""
        place, stop = self._at(start), self._at(end)
        if self.rows is not None and not self.rows.before(place):
            return
        if name == "InlineHtml":
            until = self.html.read(value, place, stop)
            if until > stop:
                self.skip_until = end + len(self.text[stop:until].encode())
        elif name == "TaskListMarker":
            self.writer.last = stop
        else:
            self.writer.opaque(place, stop)

    def _start_link(self, name: str, data: dict[str, Any], start: int, end: int) -> None:
        place = self._at(start)
        if self.rows is not None and not self.rows.before(place):
            return
        if name == "Image" or data["link_type"] in ("Autolink", "Email"):
            self.skip_until = end
            self.writer.whole_link(place, self._at(end), data["dest_url"], name == "Image")
        else:
            self.writer.start_link(place, data["dest_url"])

    # The end

    def _finish(self) -> Structure:
        structure = self.builder.finish()
        if self.inferable:
            paragraphs.infer_headings(structure.prose, structure.blocks, self._heading_test(structure))
        if "]:" in self.body:
            spans = self._definitions(structure)
            if spans:
                structure.opaque = merged(structure.opaque + spans)
        return structure

    def _definitions(self, structure: Structure) -> list[tuple[int, int]]:
        """The lines that define references: they look like it, and came out as no prose."""
        to_prose = structure.offsets.to_prose
        return [
            match.span()
            for match in _DEFINITION.finditer(self.text, self.base)
            if to_prose(match.start() + match[0].index("[") + 1) is None
        ]

    def _heading_test(self, structure: Structure) -> Callable[[Block], bool]:
        inferable, text, prose = self.inferable, self.text, structure.prose
        to_source = structure.offsets.to_source

        def may_be(block: Block) -> bool:
            """Whether the paragraph is not inside anything, and begins without markup."""
            if block.start not in inferable:
                return False
            place = to_source(block.start, block.start + 1)[0]
            return text[place] == prose[block.start] and (not place or text[place - 1] in "\n\r \t")

        return may_be


def _without_surrogates(text: str) -> str:
    """`text` with lone surrogates, which UTF-8 cannot carry, replaced one by one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text

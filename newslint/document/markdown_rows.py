"""A Markdown paragraph with lines that begin with a bar: a table to its author, and none to the parser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.document import pipe_rows

if TYPE_CHECKING:
    from newslint.document.inline_writer import InlineWriter

_PIPE_LINE = re.compile(r"\n[ \t>]*\|")


def has_rows(text: str, start: int, end: int) -> bool:
    """Whether a line of the paragraph at `start:end` begins with a bar."""
    return text.find("|", start, end) >= 0 and (
        text[start] == "|" or _PIPE_LINE.search(text, start, end) is not None
    )


class BrokenTable:
    """Sends the inline content of such a paragraph to the writer, cell by cell; other lines as a paragraph."""

    def __init__(self, writer: InlineWriter) -> None:
        self.writer = writer
        self._at_line_start = True
        self._row = -1
        """The row at hand, from 0; -1 outside rows."""
        self._table = -1
        self._is_dash_row = False

    def before(self, start: int) -> bool:
        """Called with where inline content starts. Whether it is to be written (a dash row's is not)."""
        if self._at_line_start:
            self._at_line_start = False
            self._start_line(start)
        return not self._is_dash_row

    def _start_line(self, start: int) -> None:
        writer, text = self.writer, self.writer.text
        self._is_dash_row = False
        if not pipe_rows.is_row(text, start):
            if self._row >= 0:
                writer.close()
                writer.cell = None
                self._row = -1
            return
        writer.close()
        if self._row < 0:
            self._table = writer.builder.tables
            writer.builder.tables += 1
        line_end = text.find("\n", start)
        line = text[start : line_end if line_end >= 0 else len(text)]
        if pipe_rows.is_dash_row(line):
            self._is_dash_row = True
            self._row = max(self._row, 0)
            return
        self._row += 1
        writer.cell = (self._table, self._row, -1)

    def line_break(self, start: int, end: int) -> None:
        """The end of a line: a row's cell ends with it."""
        if self._row >= 0:
            self.writer.close()
            self.writer.last = end
        else:
            self.writer.line_break(start, end)
        self._at_line_start = True

    def text(self, payload: str, start: int, end: int) -> None:
        """Text, split at its bars; a bar after a backslash is text."""
        writer = self.writer
        if not self.before(start):
            writer.last = end
        elif self._row < 0:
            writer.write(payload, start, end)
        elif "|" not in payload or end - start != len(payload):
            self._part(payload, start, end)
        else:
            parts = payload.split("|")
            if not parts[0] and writer.last < start and writer.text[start - 1] == "\\":
                parts[:2] = ["|" + parts[1]]
            place = start
            for number, part in enumerate(parts):
                if number:
                    self._next_cell()
                    place += 1
                    writer.last = place
                if part:
                    self._part(part, place, place + len(part))
                    place += len(part)

    def _next_cell(self) -> None:
        self.writer.close()
        if self.writer.cell is not None:
            table, row, cell = self.writer.cell
            self.writer.cell = (table, row, cell + 1)

    def _part(self, payload: str, start: int, end: int) -> None:
        if not self.writer.is_open and (not payload.strip() or pipe_rows.is_dash_row(payload)):
            self.writer.last = end
        else:
            self.writer.write(payload, start, end)

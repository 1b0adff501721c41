"""Pipe tables, read from the raw source lines by the rules of GitHub Flavored Markdown (section 4.10).

A Markdown parser is silent about what is *nearly* a table: to it, that is a paragraph. So the lines that hold
a pipe are read here as rows, and rows are gathered into *chunks* of neighbouring lines of one container.
Lines that are code, front matter, comments or part of an HTML block are left out.

Every offset is in code points of the source text; lines are 1-based. A document without a `|` costs one search.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from newslint.document.model import Document
    from newslint.finding import Edit
    from newslint.source import Source

Cause = Literal["dashes", "delimiter-cells", "row-cells", "no-delimiter", "collapsed", "split"]

_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?[ \t]*)*")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_CELL_END = re.compile(r"(?<!\\)\|")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$")
_HTML_START = re.compile(r"[ \t]{0,3}</?[A-Za-z!]")
_BLOCK_START = re.compile(
    r"[ \t]{0,3}(?:>|#{1,6}(?:[ \t]|$)|```|~~~|[-*+][ \t]|\d{1,9}[.)][ \t]|</?[A-Za-z!]|(?:[-*_][ \t]*){3,}$)"
)
_LONGEST_LINE = 20_000
"""Code points; a longer line is no row (minified data, not copy)."""


class Row:
    """A line that holds a pipe: `start:end` is its source span without container marks and white space around it."""

    __slots__ = ("cells", "column", "end", "is_delimiter", "line", "quote_depth", "start", "starts_item", "text")

    def __init__(self, text: str, line: int, start: int, column: int, quote_depth: int, starts_item: bool) -> None:
        self.text = text
        self.line = line
        self.start = start
        self.end = start + len(text)
        self.column = column
        self.quote_depth = quote_depth
        self.starts_item = starts_item
        self.cells = split_cells(text)
        self.is_delimiter = "-" in text and _DELIMITER.match(text) is not None

    @property
    def count(self) -> int:
        """How many cells the row has."""
        return len(self.cells)

    @property
    def opens(self) -> bool:
        """Whether the row begins with a pipe."""
        return self.text[0] == "|"

    @property
    def closes(self) -> bool:
        """Whether the row ends with a pipe that is not escaped."""
        return self.text[-1] == "|" and not self.text.endswith("\\|")

    @property
    def filled(self) -> int:
        """How many cells hold a letter or digit."""
        return sum(1 for cell in self.cells if any(map(str.isalnum, cell)))


class Chunk:
    """Rows on neighbouring lines of one container, and where GFM sees a table in them.

    `header` is the index of the row that is a table's header, or -1 where GFM renders no table.
    """

    __slots__ = ("header", "rows")

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows
        self.header = -1
        for index in range(1, len(rows)):
            if rows[0].starts_item and rows[index].column < rows[0].column:
                break  # outside the list item, which only a paragraph may continue
            if rows[index].is_delimiter and rows[index - 1].count == rows[index].count:
                self.header = index - 1
                break

    @property
    def is_table(self) -> bool:
        """Whether GFM renders a table here."""
        return self.header >= 0


class Fault:
    """One broken table: its cause, the source span to show, what to say, and edits where the cure is certain."""

    __slots__ = ("arguments", "cause", "edits", "end", "related", "safe", "start", "suggestion")

    def __init__(
        self,
        cause: Cause,
        start: int,
        end: int,
        arguments: tuple[str, ...] = (),
        edits: tuple[Edit, ...] = (),
        safe: bool = False,
        suggestion: str = "",
        related: tuple[tuple[int, int], ...] = (),
    ) -> None:
        self.cause = cause
        self.start = start
        self.end = end
        self.arguments = arguments
        self.edits = edits
        self.safe = safe
        self.suggestion = suggestion
        self.related = related


def split_cells(row: str) -> list[str]:
    """The cells of a row, as written between its pipes.

    A pipe after a backslash belongs to its cell; a pipe inside a code span does not (GFM splits cells first).
    """
    body = row[1:] if row.startswith("|") else row
    if body.endswith("|") and not body.endswith("\\|"):
        body = body[:-1]
    return _CELL_END.split(body)


def is_delimiter(text: str) -> bool:
    """Whether GFM takes a line (without container marks and outer white space) for a delimiter row."""
    return _DELIMITER.match(text) is not None


def chunks(document: Document) -> list[Chunk]:
    """The chunks of rows of a document, in order; none for HTML."""
    source = document.source
    text = source.text
    if source.format == "html" or "|" not in text:
        return []
    found: list[Chunk] = []
    rows: list[Row] = []
    for row in _rows(document):
        if rows and (row.line != rows[-1].line + 1 or row.quote_depth != rows[-1].quote_depth or row.starts_item):
            found.append(Chunk(rows))
            rows = []
        rows.append(row)
    if rows:
        found.append(Chunk(rows))
    return [chunk for chunk in found if not _in_html_block(source, chunk.rows[0].line)]


def _rows(document: Document) -> list[Row]:
    source = document.source
    text = source.text
    opaque, beyond = document.opaque, len(text) + 1
    rows = []
    pipe = text.find("|", document.front_matter[1] if document.front_matter else 0)
    while pipe >= 0:
        within = bisect_right(opaque, (pipe, beyond)) - 1
        if within >= 0 and opaque[within][1] > pipe and "\n" in text[slice(*opaque[within])]:
            pipe = text.find("|", opaque[within][1])  # past a block of code
            continue
        line = bisect_right(source.line_starts, pipe)
        start, end = source.line_span(line)
        if end - start <= _LONGEST_LINE:
            prefix = _PREFIX.match(text, start, end)
            begin = prefix.end() if prefix else start
            depth = text.count(">", start, begin)
            item = _ITEM.match(text, begin, end)
            if item:
                begin = item.end()
            content = text[begin:end].rstrip()
            if _CELL_END.search(content) and not _covered(document, begin, begin + len(content)):
                rows.append(Row(content, line, begin, begin - start, depth, item is not None))
        pipe = text.find("|", max(end, pipe + 1))
    return rows


def _covered(document: Document, start: int, end: int) -> bool:
    """Whether one opaque span (a code block, a comment) holds the whole line or begins before it."""
    opaque = document.opaque
    index = bisect_right(opaque, (start, len(document.source.text) + 1)) - 1
    return index >= 0 and opaque[index][1] > start and (opaque[index][0] < start or opaque[index][1] >= end)


def _in_html_block(source: Source, line: int) -> bool:
    """Whether a line stands in a paragraph's worth of lines that begins with a tag."""
    for above in range(line, max(line - 200, 0), -1):
        start, end = source.line_span(above)
        if source.text[start:end].isspace() or start == end:
            return False
        if _HTML_START.match(source.text, start, end):
            return True
    return False


def only_blank_between(source: Source, above: int, below: int) -> bool:
    """Whether there are lines between two lines, at most three, and all are blank but for quotation marks."""
    if not 1 < below - above <= 4:
        return False
    for line in range(above + 1, below):
        start, end = source.line_span(line)
        if source.text[start:end].strip(" \t>"):
            return False
    return True


def continues(source: Source, above: Row, below: Row) -> bool:
    """Whether the lines between two rows are rows without a pipe: not blank, and no other block starts."""
    if not 1 < below.line - above.line <= 50:
        return False
    for line in range(above.line + 1, below.line):
        start, end = source.line_span(line)
        if above.quote_depth:
            marks = _PREFIX.match(source.text, start, end)
            if marks is None or marks[0].count(">") != above.quote_depth:
                return False
            start = marks.end()
        if not source.text[start:end].strip() or _BLOCK_START.match(source.text, start, end):
            return False
    return True


def line_below(source: Source, row: Row) -> tuple[str, int]:
    """The text of the line under a row and its start, without white space around; empty where no text follows."""
    if row.line >= len(source.line_starts):
        return "", len(source.text)
    start, end = source.line_span(row.line + 1)
    if _BLOCK_START.match(source.text, start, end):
        return "", start
    line = source.text[start:end]
    return line.strip(), start + len(line) - len(line.lstrip())

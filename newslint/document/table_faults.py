"""What keeps a pipe table from being one: the main cause, once a table.

GFM's rules say what renders (`pipe_tables`); here the rows that do not, and the rows that lose words, are
told apart by cause. What GFM renders without loss has no fault.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from newslint.document import pipe_tables
from newslint.document.collapsed_tables import collapsed
from newslint.document.delimiter_rows import dashes, delimiter_cells, delimiter_index, headless, in_cells
from newslint.document.pipe_tables import Chunk, Fault
from newslint.finding import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.document.model import Document
    from newslint.document.pipe_tables import Row
    from newslint.source import Source

_BORDER = re.compile(r"[ \t>]*\+[-=+:]{2,}\+?[ \t]*$")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*$")


def faults(document: Document) -> list[Fault]:
    """The faults of a document's pipe tables in order, at most one a table. Worked out once a document."""
    known: list[Fault] | None = document.memo.get(__name__)
    if known is None:
        known = document.memo[__name__] = list(_faults(document))
    return known


def _faults(document: Document) -> Iterator[Fault]:
    source = document.source
    chunks = pipe_tables.chunks(document)
    index = 0
    while index < len(chunks):
        last = _end_of_table(source, chunks, index)
        fault = _fault(document, chunks[index : last + 1])
        if fault is not None:
            yield fault
        index = last + 1


def _end_of_table(source: Source, chunks: list[Chunk], first: int) -> int:
    """The index of the last chunk that belongs to the table of the first one."""
    count = _width(chunks[first])
    last = first
    headed = chunks[first].is_table
    while last + 1 < len(chunks):
        above, chunk = chunks[last].rows[-1], chunks[last + 1]
        row = chunk.rows[0]
        if above.quote_depth != row.quote_depth or row.starts_item:
            break
        if headed and pipe_tables.continues(source, above, row):
            last += 1
            continue
        if chunk.is_table or not pipe_tables.only_blank_between(source, above.line, row.line):
            break
        if not all(row.opens and row.closes for row in (above, *chunk.rows)) or _width(chunk) != count:
            break
        if delimiter_index(chunk.rows) >= 0:
            if last > first or len(chunks[first].rows) != 1 or delimiter_index(chunk.rows) > 0:
                break  # another table
        elif count < 2 and not headed:
            break
        last += 1
    return last


def _width(chunk: Chunk) -> int:
    """The cells that a chunk's table has: the header's, else the commonest count of its rows."""
    if chunk.is_table:
        return chunk.rows[chunk.header].count
    return _commonest(row.count for row in chunk.rows)


def _commonest(counts: Iterable[int]) -> int:
    return max(Counter(counts).items(), key=itemgetter(1), default=(0, 0))[0]


def _fault(document: Document, chunks: list[Chunk]) -> Fault | None:
    source = document.source
    first = chunks[0]
    rows = [row for chunk in chunks for row in chunk.rows]
    if first.is_table:
        return _lost_cells(source, chunks) or _row_above(first) or _blank_inside(source, chunks) or _glued_below(source, rows)
    squeezed = collapsed(document, first)
    if squeezed is not None:
        return squeezed
    index = delimiter_index(rows)
    if index < 0:
        return _no_delimiter(source, rows)
    row = rows[index]
    if not row.is_delimiter:
        return dashes(rows, index) if len(rows) > 1 else None
    if index and row.line > rows[index - 1].line + 1:
        return _blank_inside(source, chunks)
    if index == 0:
        return headless(source, rows)
    if row.count == rows[index - 1].count:
        return None  # in a container of its own
    return _glued_above(rows, index) or delimiter_cells(rows, index)


def _lost_cells(source: Source, chunks: list[Chunk]) -> Fault | None:
    """TBL103: words that GFM drops because their row has more cells than the header."""
    table = chunks[0]
    width = table.rows[table.header].count
    body = table.rows[table.header + 2 :]
    for chunk in chunks[1:]:
        if not pipe_tables.continues(source, (body or table.rows)[-1], chunk.rows[0]):
            break
        body = body + chunk.rows
    losing = [row for row in body if row.count > width and any(cell.strip() for cell in row.cells[width:])]
    if not losing:
        return None
    row = losing[0]
    lost = ", ".join(f"“{cell.strip()}”" for cell in row.cells[width:] if cell.strip())
    if row is body[-1] and len(losing) == 1 and row.count == width + 1 and not row.closes and row.opens:
        glued = row.cells[-1].strip()
        if len(glued.split()) > 3 and _SENTENCE_END.search(glued) and all(other.closes for other in body[:-1]):
            start = row.end - len(glued)
            return Fault(
                "split", start, row.end, ("Text is glued to the last row of a table",),
                (Edit(start - (len(row.cells[-1]) - len(row.cells[-1].lstrip())), start, "\n\n"),),
            )  # fmt: skip
    return Fault(
        "row-cells", row.start, row.end, (in_cells(row.count), str(width), lost),
        related=tuple((other.start, other.end) for other in losing[1:]),
    )  # fmt: skip


def _row_above(chunk: Chunk) -> Fault | None:
    """TBL106: a row above the header, which stays outside the table with its pipes showing."""
    row = chunk.rows[chunk.header - 1] if chunk.header else None
    if row is None or not (row.opens and row.closes and row.filled) or row.is_delimiter:
        return None
    return Fault("split", row.start, row.end, ("A row above the header stays outside the table",))


def _blank_inside(source: Source, chunks: list[Chunk]) -> Fault | None:
    """TBL106: a blank line parts rows from their table."""
    rows = [row for chunk in chunks for row in chunk.rows]
    gaps = []
    for above, below in pairwise(chunks):
        over, under = above.rows[-1], below.rows[0]
        if pipe_tables.only_blank_between(source, over.line, under.line):
            gaps.append((under, Edit(source.line_starts[over.line], source.line_starts[under.line - 1], "")))
    if not gaps:
        return None
    row = gaps[0][0]
    whole = len({row.count for row in rows}) == 1 and Chunk(rows).header == 0
    edits = tuple(edit for _, edit in gaps) if whole else ()
    return Fault("split", row.start, row.end, ("A blank line parts this row from its table",), edits, True)


def _glued_below(source: Source, rows: list[Row]) -> Fault | None:
    """TBL106: a sentence right under the last row becomes a cell of one more row."""
    last = rows[-1]
    text, start = pipe_tables.line_below(source, last)
    if (
        not text or last.count < 2 or last.quote_depth
        or len(text.split()) < 4 or not _SENTENCE_END.search(text) or not text[0].isupper()
        or not all(row.opens for row in rows)
    ):  # fmt: skip
        return None
    at = source.line_starts[last.line]
    return Fault(
        "split", start, start + len(text), ("Text right under a table becomes a row of it",), (Edit(at, at, "\n"),)
    )


def _glued_above(rows: list[Row], index: int) -> Fault | None:
    """TBL106: text before the first pipe of the header gives it a cell too many."""
    header, row = rows[index - 1], rows[index]
    if header.opens or not header.closes or not row.opens or header.count != row.count + 1:
        return None
    text = header.cells[0]
    at = header.start + len(text)
    bare = text.rstrip()
    return Fault(
        "split", header.start, header.start + len(bare), ("Text is glued to the header of a table",),
        (Edit(header.start + len(bare), at, "\n\n"),),
    )  # fmt: skip


def _no_delimiter(source: Source, rows: list[Row]) -> Fault | None:
    """TBL104: two rows or more of equal cells, and no delimiter row among them."""
    framed = [row for row in rows if row.opens and row.closes]
    if len(framed) < len(rows):
        spaced = all(row.text.startswith("| ") for row in rows) or all(row.text.endswith(" |") for row in rows)
        framed = rows if spaced else []
        framed = [row for row in framed if row.filled == row.count]
    width = _commonest(row.count for row in framed)
    equal = [row for row in framed if row.count == width]
    if width < 2 or len(equal) < 2 or sum(row.filled >= 2 for row in equal) < 2:
        return None
    if any(_BORDER.match(_line(source, line)) for line in (rows[0].line - 1, rows[-1].line + 1)):
        return None  # a program's output, or a grid table of another dialect
    row = rows[0]
    edits: tuple[Edit, ...] = ()
    if len(equal) == len(rows) == rows[-1].line - row.line + 1 and row.opens and row.closes:
        indent = source.text[source.line_starts[row.line - 1] : row.start]
        if not indent.strip():
            edits = (Edit(row.end, row.end, f"\n{indent}|" + " --- |" * width),)
    return Fault("no-delimiter", row.start, row.end, (str(len(rows)),), edits)


def _line(source: Source, line: int) -> str:
    if not 1 <= line <= len(source.line_starts):
        return ""
    start, end = source.line_span(line)
    return source.text[start:end]



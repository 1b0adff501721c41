"""Tables squeezed onto one line: cells, a delimiter row, and more cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.document.delimiter_rows import is_dashed
from newslint.document.pipe_tables import Fault
from newslint.finding import Edit

if TYPE_CHECKING:
    from newslint.document.model import Document
    from newslint.document.pipe_tables import Chunk, Row


_INNER_DELIMITER = re.compile(
    r"(?:-{2,}:?|:-+:?)[ \t]*\|[ \t]*(?::-+|-{2,}|-+:)|[—–─]{2,}:?[ \t]*\|[ \t]*:?[—–─]{2,}"
    r"|\|[ \t]*\|[ \t]*:?(?:-{3,}|[—–─]{2,}):?[ \t]*\|[ \t]*\|"
)
_DELIMITER_CELL = re.compile(r"[ \t]*:?-+:?[ \t]*$")


def collapsed(document: Document, chunk: Chunk) -> Fault | None:
    """TBL105: a line that holds cells, a delimiter row, and more cells."""
    for row in chunk.rows:
        match = _INNER_DELIMITER.search(row.text)
        if row.is_delimiter or is_dashed(row, alone=True) or not row.filled:
            continue
        lines = _uncollapsed(row)
        if match is None and (len(lines) < 3 or row.count < 8):
            continue  # `-` in a cell may be a datum, unless everything around it has a table's shape
        start, end = match.span() if match else (0, len(row.text))
        if document.is_opaque(row.start + start, row.start + end):
            continue
        return Fault(
            "collapsed", row.start, row.end, (), (Edit(row.start, row.end, "\n".join(lines)),) if lines else (),
            suggestion="\n".join(lines),
        )  # fmt: skip
    return None


def _uncollapsed(row: Row) -> list[str]:
    """The lines of a collapsed table, or none where its cells do not tell: each row ends at an empty cell."""
    cells = row.cells
    if not (row.opens and row.closes):
        return []
    first = next((index for index, cell in enumerate(cells) if _DELIMITER_CELL.match(cell)), -1)
    width = first - 1
    if width < 1 or (len(cells) + 1) % (width + 1):
        return []
    lines = []
    for start in range(0, len(cells), width + 1):
        if start and cells[start - 1].strip():
            return []
        part = cells[start : start + width]
        if (start == width + 1) != all(_DELIMITER_CELL.match(cell) for cell in part) or not any(map(str.strip, part)):
            return []
        lines.append("|" + "|".join(part) + "|")
    return lines

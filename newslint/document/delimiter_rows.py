"""Delimiter rows that delimit nothing: of dashes that are no hyphens, or not of as many cells as the header."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.document import pipe_tables
from newslint.document.pipe_tables import Fault
from newslint.finding import Edit

if TYPE_CHECKING:
    from newslint.document.pipe_tables import Row
    from newslint.source import Source


DASHES = {
    "—": "em dashes",
    "–": "en dashes",
    "―": "horizontal bars",
    "‒": "figure dashes",
    "‐": "typographic hyphens",
    "‑": "non-breaking hyphens",
    "−": "minus signs",
    "⸺": "two-em dashes",
    "⸻": "three-em dashes",
    "─": "box-drawing lines",
    "━": "box-drawing lines",
    "═": "box-drawing lines",
    "┄": "box-drawing lines",
    "=": "equals signs",
    "_": "underscores",
    "~": "tildes",
    "+": "plus signs",
}
"""The signs that stand in a delimiter row instead of the hyphen, and what they are called."""

_WEAK = frozenset("=_~+")
_JOINTS = "+┼╋╬┿╪├┤┝┥╞╡╠╣┣┫"
_LOOKS_LIKE_DELIMITER = re.compile(rf"[|:\s\-{''.join(DASHES)}{_JOINTS}]+$")
_TO_HYPHENS = str.maketrans({**dict.fromkeys(DASHES, "-"), **dict.fromkeys(_JOINTS, "|")})


def delimiter_index(rows: list[Row]) -> int:
    """The index of the first row that is, or was meant as, the delimiter row; -1 without one."""
    for index, row in enumerate(rows):
        if (row.is_delimiter and (row.count > 1 or row.closes)) or is_dashed(row, alone=index == 1):
            return index
    return -1


def is_dashed(row: Row, alone: bool) -> bool:
    """Whether a row is made of dashes like a delimiter row, but not of hyphens.

    One dash in a cell may be a datum that is missing: it counts only where `alone` says that the row stands
    under a header.
    """
    text = row.text
    if row.is_delimiter or not _LOOKS_LIKE_DELIMITER.match(text):
        return False
    cells = [cell.strip(" \t:") for cell in row.cells]
    if not all(cells):
        return False
    strong = any(sign in text for sign in DASHES if sign not in _WEAK)
    if not strong and not (row.opens and row.closes):
        return False  # a line of arithmetic, or of a program's output
    least = 1 if strong and alone else 2 if strong else 3
    return all(len(cell) >= least for cell in cells) and (strong or any(sign in text for sign in _WEAK))


def dashes(rows: list[Row], index: int) -> Fault:
    """TBL101; safe to cure only where header, delimiter and every row have equal cells."""
    row = rows[index]
    others = [*rows[:index], *rows[index + 1 :]]
    names = list(dict.fromkeys(DASHES[sign] for sign in row.text if sign in DASHES))
    if names[-1] == "plus signs" and len(names) > 1:
        names.pop()
    cured = row.text.translate(_TO_HYPHENS)
    cells = len(pipe_tables.split_cells(cured))
    widths = {other.count for other in others}
    edits: tuple[Edit, ...] = ()
    if index == 1 and widths == {cells} and pipe_tables.is_delimiter(cured):
        edits = (Edit(row.start, row.end, cured),)
    note = ""
    if widths != {cells}:
        most = max(widths)
        note = f", and has {in_cells(cells)} where the {'widest row' if len(widths) > 1 else 'table'} has {most}"
    return Fault(
        "dashes", row.start, row.end, (" and ".join(names) or "signs that are no hyphens", note), edits, True,
        cured if edits else "",
    )  # fmt: skip


def delimiter_cells(rows: list[Row], index: int) -> Fault:
    """TBL102; the row is rewritten where the header and every other row agree."""
    row, header = rows[index], rows[index - 1]
    width = header.count
    edits: tuple[Edit, ...] = ()
    cured = ""
    if index == 1 and all(other.count == width for other in rows if other is not row):
        cells = [cell.strip() for cell in row.cells]
        pad = " " if " " in row.text else ""
        cured = f"{pad}|{pad}".join((cells + cells[-1:] * width)[:width])
        cured = ("|" + pad if row.opens else "") + cured + (pad + "|" if row.closes else "")
        edits = (Edit(row.start, row.end, cured),)
    return Fault(
        "delimiter-cells", row.start, row.end, (in_cells(row.count), f"the header {header.count}"), edits, True, cured
    )


def headless(source: Source, rows: list[Row]) -> Fault | None:
    """A delimiter row with nothing above it; a one-cell row under a line of text is a table to cmark-gfm."""
    row = rows[0]
    if row.line > 1:
        start, end = source.line_span(row.line - 1)
        if source.text[start:end].strip(" \t>") and (row.count == 1 or not row.opens):
            return None
    if not row.opens or row.starts_item:
        return None
    return Fault("delimiter-cells", row.start, row.end, (in_cells(row.count), "there is no header above it"))


def in_cells(count: int) -> str:
    """A count of cells in words: `1 cell`, `2 cells`."""
    return f"{count} cell" if count == 1 else f"{count} cells"

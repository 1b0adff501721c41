"""Rows of a table as they are typed: `| a | b |`.

Used where no Markdown parser helps: in plain text, and in a Markdown paragraph that was meant to be a table
but is none (a delimiter row of em dashes, say), so that its words are read cell by cell.
"""

from __future__ import annotations

import re

_BLANK = " \t"
_DASH_ROW = re.compile(r"[|\s:+=*_~.\-\u2010-\u2015\u2212\u2500\u2501\ufe58\ufe63\uff0d]*+\Z")
_BAR = re.compile(r"(?<!\\)\|")


def is_row(text: str, start: int) -> bool:
    """Whether the line whose first visible character is at `start` is a table row: it begins with a bar."""
    return text.startswith("|", start)


def is_dash_row(line: str) -> bool:
    """Whether a row, or one cell of it, holds nothing but bars, dashes of any length and white space."""
    return _DASH_ROW.match(line) is not None


def cells(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """The cells of the row at `text[start:end]`: number from 0, start and end, without white space around them.

    A bar after a backslash is no border. Cells that are empty or hold dashes alone are left out, but counted.
    """
    found: list[tuple[int, int, int]] = []
    borders = [match.start() for match in _BAR.finditer(text, start, end)]
    if not borders:
        borders = [start - 1]
    if text[borders[-1] + 1 : end].strip():
        borders.append(end)
    for number in range(len(borders) - 1):
        cell_start, cell_end = borders[number] + 1, borders[number + 1]
        while cell_start < cell_end and text[cell_start] in _BLANK:
            cell_start += 1
        while cell_end > cell_start and text[cell_end - 1] in _BLANK:
            cell_end -= 1
        if cell_start < cell_end and not is_dash_row(text[cell_start:cell_end]):
            found.append((number, cell_start, cell_end))
    return found

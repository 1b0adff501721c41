"""Plain text: blocks by blank lines, list items and pipe rows by how their lines begin.

Indentation is never code. The lines of one paragraph are joined by `\\n`, the blanks at their ends left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.document import paragraphs
from newslint.document.model import OPAQUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.document.builder import Builder
    from newslint.document.model import Structure
    from newslint.document.shortcodes import Shortcode

_LINE = re.compile(r"([^\r\n]*+)(\r\n?|\n|\Z)")
_ITEM = re.compile(r"(?:[-*•‣▪]|\d{1,3}[.)])[ \t]+(?=\S)")
_RULE = re.compile(r"[-=*_~#+.·•—–]{3,}+\Z")
_LINE_MARK = re.compile(r"\n(?:[|*•‣▪]|-[ \t-]|\d{1,3}[.)][ \t]|[=_~#+.·—–]{3})")


def read(text: str) -> Structure:
    """The structure of a plain text."""
    calls: Sequence[Shortcode] = ()
    if "[" in text or "{" in text:
        from newslint.document import shortcodes

        calls = shortcodes.find(text)
        if calls:
            text = shortcodes.cover(text, calls, OPAQUE)
    if not calls and _is_simple(text):
        return paragraphs.simple(text)
    from newslint.document.builder import Builder

    builder = Builder(text)
    builder.opaque = [(call.start, call.end) for call in calls]
    _read_lines(text, builder)
    structure = builder.finish()
    paragraphs.infer_headings(structure.prose, structure.blocks)
    return structure


def _is_simple(text: str) -> bool:
    return not (
        "\r" in text
        or "\t" in text
        or " \n" in text
        or "\n " in text
        or text[:1] == " "
        or text[-1:] == " "
        or _LINE_MARK.search(text) is not None
        or _LINE_MARK.match("\n" + text[:12]) is not None
    )


def _read_lines(text: str, builder: Builder) -> None:
    from newslint.document import pipe_rows

    is_open = is_item = False
    table, row = -1, -1
    break_start = break_end = 0
    before = ""
    for match in _LINE.finditer(text):
        line = match[1].strip()
        start = match.start() + len(match[1]) - len(match[1].lstrip())
        is_row = pipe_rows.is_row(line, 0)
        if not is_row:
            table = -1
        if is_open and (not line or is_row or _RULE.match(line)):
            builder.close_block()
            is_open = is_item = False
        if is_row:
            if table < 0:
                table, row = builder.tables, -1
                builder.tables += 1
            if not pipe_rows.is_dash_row(line):
                row += 1
                for cell, cell_start, cell_end in pipe_rows.cells(text, start, start + len(line)):
                    builder.open_block("table-cell", 0, table, row, cell)
                    builder.text(text[cell_start:cell_end], cell_start)
                    builder.close_block()
        elif line and not _RULE.match(line):
            item = _ITEM.match(line)
            if item and (not is_open or is_item or before.endswith(":")):
                if is_open:
                    builder.close_block()
                builder.open_block("list-item")
                is_item, is_open = True, True
                start += item.end()
                line = line[item.end() :]
            elif not is_open:
                builder.open_block("paragraph")
                is_open = True
            elif break_end - break_start == 1 and text[break_start] == "\n":
                builder.text("\n", break_start)
            else:
                builder.replaced("\n", break_start, break_end)
            builder.text(line, start)
        before = line
        break_start, break_end = match.span(2)
    if is_open:
        builder.close_block()

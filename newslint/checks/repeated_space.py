"""Two spaces or three inside a line of plain text or Markdown.

Four spaces or more are layout. Spaces beside a pipe or after a list mark align something. Two spaces after a
sentence are what many were taught to type, and are left alone, as are those around an ellipsis
and before a dash.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

_REPEATED = LatePattern(r"  (?<=\S  ) ?(?=[^\s|.…–—-])")
_AFTER_SENTENCE = LatePattern(r"[.!?…][\"”’')\]]{0,2}$")
_CAPITAL = LatePattern(r"[\"“‘'(\[]{0,2}[A-Z0-9]")
_WINDOW = 400
_LAYOUT = LatePattern(r" {4}|\t")


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the spaces; the fix leaves one."""
    prose = document.prose
    if "  " not in prose or document.source.format == "html":
        return
    for match in _REPEATED.finditer(prose):
        start, end = match.span()
        line = max(prose.rfind("\n", max(0, start - _WINDOW), start) + 1, start - _WINDOW, 0)
        text = prose[line : end + _WINDOW].partition("\n")[0]
        if "|" in text or _LAYOUT.search(text) or not any(map(str.isalpha, prose[max(line, start - 40) : start])):
            continue
        block = document.block_at(start)
        if block is None or block.kind == "table-cell":
            continue
        if prose.endswith(("...", "…"), 0, start):
            continue
        if _AFTER_SENTENCE.search(prose, max(line, start - 3), start) and _CAPITAL.match(prose, end):
            continue
        yield Hit(start, end, suggestions=(" ",), edits=(Edit(start, end, " "),), safety="safe")

"""Two spaces or three inside a line of plain text or Markdown.

Four spaces or more are layout. Spaces beside a pipe or after a list mark align something. Where a text sets
two spaces after most of its sentences, that is its style, and they are left alone there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

_REPEATED = LatePattern(r"  (?<=\S  ) ?(?=[^\s|])")
_AFTER_SENTENCE = LatePattern(r"[.!?:][\"”’')\]]{0,2}$")
_DOUBLE_GAP = LatePattern(r"  (?<=[.!?\"”)]  )(?=\S)")
_SINGLE_GAP = LatePattern(r"\. (?=[A-Z“\"])")
_WINDOW = 400
_LAYOUT = LatePattern(r" {4}|\t")


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the spaces; the fix leaves one."""
    prose = document.prose
    if "  " not in prose or document.source.format == "html":
        return
    habit: bool | None = None
    for match in _REPEATED.finditer(prose):
        start, end = match.span()
        line = max(prose.rfind("\n", max(0, start - _WINDOW), start) + 1, start - _WINDOW, 0)
        text = prose[line : end + _WINDOW].partition("\n")[0]
        if "|" in text or _LAYOUT.search(text) or not any(map(str.isalpha, prose[max(line, start - 40) : start])):
            continue
        block = document.block_at(start)
        if block is None or block.kind == "table-cell":
            continue
        if _AFTER_SENTENCE.search(prose, max(line, start - 3), start):
            if habit is None:
                habit = _is_habit(prose)
            if habit:
                continue
        yield Hit(start, end, suggestions=(" ",), edits=(Edit(start, end, " "),), safety="safe")


def _is_habit(prose: str) -> bool:
    """Whether the text sets two spaces after a sentence often enough for it to be its style."""
    doubles = len(_DOUBLE_GAP.findall(prose))
    return doubles > 1 and doubles * 8 > len(_SINGLE_GAP.findall(prose))

"""A comma, semicolon or colon that no space follows: `notable,coming`.

Found between two letters, where the word before has two letters or more. Thousands and decimals
(`1,000`, `12:30`) have digits and are not looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

_GLUED = re.compile(r"[,;:](?<=[^\W\d_].)(?=[^\W\d_])")
_WORD_BEFORE = re.compile(r"[\w'’-]+$")
_WORD_AFTER = re.compile(r"[\w'’-]+")


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the word before, the mark and the word after; the fix inserts a space."""
    prose = document.prose
    for match in _GLUED.finditer(prose):
        mark = match.start()
        before = _WORD_BEFORE.search(prose, max(0, mark - 64), mark)
        after = _WORD_AFTER.match(prose, mark + 1)
        if before is None or after is None:
            continue
        start, end = before.start(), after.end()
        yield Hit(
            start,
            end,
            arguments=(prose[mark],),
            suggestions=(f"{prose[start : mark + 1]} {prose[mark + 1 : end]}",),
            edits=(Edit(mark + 1, mark + 1, " "),),
            safety="safe",
        )

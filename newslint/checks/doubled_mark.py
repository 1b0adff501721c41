"""A mark set twice or two marks that exclude each other: `,,` `..` `;;` `,.` `?!?!`.

An ellipsis has three stops, a range and a path have something behind their stops, and `?!` is a choice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

_END = r"(?=[\s\"”’)\]]|\Z)"
_PATTERNS = (
    (LatePattern(r",[,.;](?<=[^\W_]..)" + _END), ","),
    (LatePattern(r",,(?<=[^\W_],,)(?=\w)"), ","),
    (LatePattern(r";[,;.](?<=[^\W_]..)" + _END), ";"),
    (LatePattern(r":[,;.](?<=[^\W_]..)" + _END), ":"),
    (LatePattern(r"\.\.(?<=[\w)%”\"’]\.\.)" + _END), "."),
    (LatePattern(r"\?[?!]{2,20}" + _END), "?"),
    (LatePattern(r"![?!]{2,20}" + _END), "!"),
)
_WORD_BEFORE = LatePattern(r"[\w'’.)%”\"-]+$")
_LONGEST = 40


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the word before and the marks; the fix leaves one mark."""
    prose = document.prose
    for pattern, first in _PATTERNS:
        if first not in prose:
            continue
        for match in pattern.finditer(prose):
            place, end = match.span()
            marks = match[0]
            if first in "?!" and (prose[place - 1 : place] in "?!" or "?" not in marks or "!" not in marks):
                continue
            before = _WORD_BEFORE.search(prose, max(0, place - _LONGEST), place)
            if before is None:
                continue
            if first == ":" and prose[before.start() - 1 : before.start()] == ":":
                continue  # the name of a sign: `:tulip:.`
            if first == "." and prose[end : end + 2].strip()[:1] == ".":
                continue  # `. . .` and its relatives
            mark = _one(marks)
            yield Hit(
                before.start(),
                end,
                arguments=(marks,),
                suggestions=(before[0] + mark,),
                edits=(Edit(place, end, mark),),
            )


def _one(marks: str) -> str:
    """The mark that stands for them all: the question mark of a mix, the stop of `,.`, else the first."""
    if "?" in marks:
        return "?"
    return "." if "." in marks else marks[0]

"""A curly mark that faces the wrong way: `”rebellion.”`, `“word“`, `Court‘s`, `boys‘ `.

Languages that quote with other pairs (`„…“`, `”…”`) and letters that look like a single mark (`Hawai‘i`,
`Qur‘an`) are left alone, and so is an opening single mark at a word's start (`‘90s`), which may open a quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

_CLOSING_AT_START = LatePattern(r"”(?=\w)(?<![^\s(\[].)")
_OPENING_AT_END = LatePattern(r"“(?<=[^\W\d_.,!?…]“)(?=[\s,.;:!?)\]”’—–-]|\Z)|“(?<=[.,!?…]“)(?=[\s,;:)\]]|\Z)")
_APOSTROPHE = LatePattern(r"‘(?<=[^\W\d_]‘)(?=(?:s|t|re|ve|ll|d|m)\b)")
_SINGLE_AT_END = LatePattern(r"‘(?<=[^\W\d_]‘)(?=[\s,.;:!?)\]”]|\Z)")
_WORD_BEFORE = LatePattern(r"[\w.,!?…'’-]+$")
_WORD_AFTER = LatePattern(r"[\w'’-]+")
_LONGEST = 40


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the mark with its word; the fix turns the mark round."""
    prose = document.prose
    if "„" not in prose:
        if "“" in prose:
            for match in _OPENING_AT_END.finditer(prose):
                yield _hit(prose, match.start(), "”", at_end=True)
        if "”" in prose:
            at_start = [match.start() for match in _CLOSING_AT_START.finditer(prose)]
            if len(at_start) == 1 or "“" in prose:  # else all are so, as in Swedish
                yield from (_hit(prose, place, "“", at_end=False) for place in at_start)
    if "‘" in prose and "‚" not in prose:
        for match in _APOSTROPHE.finditer(prose):
            yield _hit(prose, match.start(), "’", at_end=True)
        for match in _SINGLE_AT_END.finditer(prose):
            yield _hit(prose, match.start(), "’", at_end=True)


def _hit(prose: str, place: int, right: str, *, at_end: bool) -> Hit:
    start, end = place, place + 1
    before = _WORD_BEFORE.search(prose, max(0, place - _LONGEST), place) if at_end else None
    after = _WORD_AFTER.match(prose, end, end + _LONGEST)
    if before:
        start = before.start()
    if after:
        end = after.end()
    return Hit(
        start,
        end,
        arguments=(prose[place], right),
        suggestions=(prose[start:place] + right + prose[place + 1 : end],),
        edits=(Edit(place, place + 1, right),),
    )

"""An abbreviated title or month without a space after its stop: `Dr.Alam`, `St.Louis`, `Jan.5`.

`No.10` is house style in Britain and is left alone, and so are initials (`J.K.Smith`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.document.sentences import MONTHS, TITLES
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

_GLUED = LatePattern(r"\.(?<=[a-z].)(?=[^\W_a-z])")
_BEFORE = LatePattern(r"\b(?<![@/_-])[A-Za-z][a-z]{1,6}$")
_AFTER = LatePattern(r"\d{1,4}(?![\d.]\d|\w)|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORT = TITLES | {"vs"}
_LOWER = frozenset(("dr", "mr", "mrs", "ms", "prof", "vs"))
_LONGEST = 8


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the abbreviation and the word or number after it; the fix inserts a space."""
    prose = document.prose
    for match in _GLUED.finditer(prose):
        stop = match.start()
        before = _BEFORE.search(prose, max(0, stop - _LONGEST), stop)
        if before is None:
            continue
        lowered = before[0].lower()
        after = _AFTER.match(prose, stop + 1)
        if after is None or (lowered not in _SHORT and lowered not in MONTHS):
            continue
        if before[0][0].islower() and lowered not in _LOWER:
            continue
        if after[0].isdigit():
            if lowered not in MONTHS:
                continue
        elif lowered not in _SHORT or not _is_name(prose, after):
            continue
        start, end = before.start(), after.end()
        if prose[start - 1 : start] == "." and _title_before(prose, start) not in TITLES:
            continue
        yield Hit(
            start,
            end,
            suggestions=(f"{prose[start : stop + 1]} {prose[stop + 1 : end]}",),
            edits=(Edit(stop + 1, stop + 1, " "),),
            safety="safe",
        )


def _title_before(prose: str, start: int) -> str:
    """The letters before the stop that `start` follows, in lower case (`Lt.` of `Lt.Col.Ames`)."""
    before = _BEFORE.search(prose, max(0, start - _LONGEST), start - 1)
    return before[0].lower() if before else ""


def _is_name(prose: str, after: re.Match[str]) -> bool:
    """Whether a capitalised word, another title (`Lt.Col.`) or an initial stands after the stop."""
    name, follower = after[0], prose[after.end() : after.end() + 2]
    if not name[0].isupper() or follower[:1] in "_(@/":
        return False
    if len(name) == 1:
        return follower[:1] == "."
    return name[1].islower() or "'" in name or "’" in name or name.startswith(("Mc", "Mac"))

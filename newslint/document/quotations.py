"""Where prose quotes somebody: text in quotation marks, and quotation blocks.

A quotation that is not closed in its block ends with it; one that re-opens in the next paragraph is a
quotation there again (the convention for quotations of several paragraphs). Single marks count where an
opening and a closing one clearly pair; apostrophes do not. Offsets are code points of the prose.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.document.model import Block, Document

_MARK = r"[\"“”„«»‘]|'(?<![^\s(\[“\"—–-].)(?=[^\W\d_])"
_SINGLE_CLOSE = {
    "‘": r"’(?<![\s(].)(?!\w)",
    "'": r"'(?<![\s(].)(?!\w)",
}
_CLIPPED = r"[‘'](?:\d|(?i:em|tis|twas|til|till|cause|n|un|uns|round|bout|cept|neath|ere|o|kay|tude)\b)"
_LONGEST_SINGLE = 400
_LONGEST_ANGLE = 4000
_DOUBTS = 8
_CLOSES = {"“": "”", "”": "”", '"': '"”', "„": "“”", "«": "»"}


def quotations(prose: str, blocks: list[Block]) -> list[tuple[int, int]]:
    """Prose spans in quotation marks (the marks included) and quotation blocks, ascending and apart."""
    whole = [(block.start, block.end) for block in blocks if block.kind == "quotation"]
    if not ('"' in prose or "“" in prose or "”" in prose or "‘" in prose or "'" in prose or "«" in prose):
        return whole
    starts = [block.start for block in blocks]
    spans: list[tuple[int, int]] = []
    index, start, opener, end = -1, -1, "", 0
    done = 0
    for match in re.compile(_MARK).finditer(prose):
        place, mark = match.start(), match[0]
        if place < done:
            continue
        here = bisect_right(starts, place) - 1
        if here != index:
            if opener:
                spans.append((start, blocks[index].end))
                opener = ""
            index = here
            end = blocks[index].end if blocks else len(prose)
            if blocks and blocks[index].kind == "quotation":
                done = end
                spans.append((blocks[index].start, end))
                continue
        if opener:
            if mark in _CLOSES[opener] and (mark != '"' or not _nests(prose, place)):
                spans.append((start, place + 1))
                opener = ""
        elif mark in "‘'":
            if _opens(prose, place) and not re.compile(_CLIPPED).match(prose, place):
                close = _single_close(prose, place, end)
                if close:
                    spans.append((place, close))
                    done = close
        elif mark == "«":
            if prose.find("»", place, min(end, place + _LONGEST_ANGLE)) > 0:
                start, opener = place, mark
        elif mark != "»" and (mark in "“„" or _opens(prose, place, ".,!?" if mark == '"' else "")):
            start, opener = place, mark
    if opener:
        spans.append((start, blocks[index].end if blocks else len(prose)))
    return sorted({*spans, *whole}) if whole else spans


def quotation_at(document: Document, offset: int) -> tuple[int, int] | None:
    """The span of the quotation that starts before prose offset `offset` and ends after it."""
    spans = document.quotations
    index = bisect_right(spans, (offset, 0)) - 1
    return spans[index] if index >= 0 and spans[index][0] < offset < spans[index][1] else None


def starts_at(document: Document, offset: int) -> bool:
    """Whether a quotation's opening mark stands at prose offset `offset`."""
    return offset in _borders(document)[0]


def ends_at(document: Document, offset: int) -> bool:
    """Whether a quotation's closing mark stands right before prose offset `offset`."""
    return offset in _borders(document)[1]


def _borders(document: Document) -> tuple[set[int], set[int]]:
    borders: tuple[set[int], set[int]] | None = document.memo.get("quotations.borders")
    if borders is None:
        spans = document.quotations
        borders = document.memo["quotations.borders"] = ({start for start, _ in spans}, {end for _, end in spans})
    return borders


def _opens(prose: str, place: int, also_after: str = "") -> bool:
    """Whether the mark at `place` stands like an opening one: at a word's left side and not at one's right.

    `also_after` are further signs that may stand before it, where a space is missing.
    """
    after = prose[place + 1 : place + 2]
    if not after or after.isspace():
        return False
    before = prose[place - 1 : place]
    return not before or before.isspace() or before in "([{—–-/“\"‘'„:;,*_" + also_after


def _nests(prose: str, place: int) -> bool:
    """Whether the straight mark at `place`, inside a quotation, opens a quotation within it."""
    return prose[place - 1] in " \n([—–" and not prose[place + 1 : place + 2].isspace() and place + 1 < len(prose)


def _single_close(prose: str, place: int, end: int) -> int:
    """Where the single quotation that opens at `place` ends (after its mark), or 0 if that is not clear.

    A mark after a plain `s` may be a plural's apostrophe, so a later one, before the next opening mark, is
    taken instead where there is one.
    """
    opener = prose[place]
    limit = min(end, place + _LONGEST_SINGLE)
    doubtful = 0
    for match in islice(re.compile(_SINGLE_CLOSE[opener]).finditer(prose, place + 2, limit), _DOUBTS):
        close = match.end()
        if prose[close - 2] not in "sS":
            if doubtful and _another_opens(prose, opener, doubtful, close - 1):
                return doubtful
            return close
        doubtful = doubtful or close
    return doubtful


def _another_opens(prose: str, opener: str, start: int, end: int) -> bool:
    place = prose.find(opener, start, end)
    while place >= 0:
        if _opens(prose, place) and not re.compile(_CLIPPED).match(prose, place):
            return True
        place = prose.find(opener, place + 1, end)
    return False

"""Where prose quotes somebody: text in quotation marks, and quotation blocks.

A quotation that is not closed in its block ends with it; one that re-opens in the next paragraph is a
quotation there again (the convention for quotations of several paragraphs). Single marks count where an
opening and a closing one clearly pair; apostrophes do not. Offsets are code points of the prose.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.document.model import Block

_MARK = re.compile(r"[\"“”„«»‘]|'(?<![^\s(\[“\"—–-].)(?=[^\W\d_])")
_SINGLE_CLOSE = {
    "‘": re.compile(r"’(?<![\s(].)(?!\w)"),
    "'": re.compile(r"'(?<![\s(].)(?!\w)"),
}
_CLIPPED = re.compile(r"[‘'](?:\d|(?i:em|tis|twas|til|till|cause|n|un|uns|round|bout|cept|neath|ere|o|kay|tude)\b)")
_LONGEST_SINGLE = 800
_CLOSES = {"“": "”“", "”": "”", '"': '"”', "„": "“”", "«": "»"}


def quotations(prose: str, blocks: list[Block]) -> list[tuple[int, int]]:
    """Prose spans in quotation marks (the marks included) and quotation blocks, ascending and apart."""
    whole = [(block.start, block.end) for block in blocks if block.kind == "quotation"]
    if not ('"' in prose or "“" in prose or "”" in prose or "‘" in prose or "'" in prose or "«" in prose):
        return whole
    starts = [block.start for block in blocks]
    spans: list[tuple[int, int]] = []
    index, start, opener, end = -1, -1, "", 0
    done = 0
    for match in _MARK.finditer(prose):
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
            if mark in _CLOSES[opener] and (mark not in "\"“" or not _opens(prose, place) or opener == "„"):
                spans.append((start, place + 1))
                opener = ""
        elif mark in "‘'":
            if _opens(prose, place) and not _CLIPPED.match(prose, place):
                close = _single_close(prose, place, end)
                if close:
                    spans.append((place, close))
                    done = close
        elif mark == "«":
            if "»" in prose[place:end]:
                start, opener = place, mark
        elif mark != "»" and (mark in "“„" or _opens(prose, place)):
            start, opener = place, mark
    if opener:
        spans.append((start, blocks[index].end if blocks else len(prose)))
    return sorted({*spans, *whole}) if whole else spans


def _opens(prose: str, place: int) -> bool:
    """Whether the mark at `place` stands like an opening one: at a word's left side and not at one's right."""
    after = prose[place + 1 : place + 2]
    if not after or after.isspace():
        return False
    before = prose[place - 1 : place]
    return not before or before.isspace() or before in "([{—–-/“\"‘'„:;,*_"


def _single_close(prose: str, place: int, end: int) -> int:
    """Where the single quotation that opens at `place` ends (after its mark), or 0 if that is not clear.

    A mark after a plain `s` may be a plural's apostrophe, so a later one, before the next opening mark, is
    taken instead where there is one.
    """
    opener = prose[place]
    limit = min(end, place + _LONGEST_SINGLE)
    doubtful = 0
    for match in _SINGLE_CLOSE[opener].finditer(prose, place + 2, limit):
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
        if _opens(prose, place) and not _CLIPPED.match(prose, place):
            return True
        place = prose.find(opener, place + 1, end)
    return False

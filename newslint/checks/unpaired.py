"""A quotation mark or bracket that is never closed, or never opened.

Marks pair within a block. A quotation that re-opens in the next paragraph is right, and one that runs on
until a later block closes it is not reported; neither are inches (`5"`), list marks (`a)`), emoticons, the
brackets of intervals, and a curly mark that a straight one answers. A straight mark that opens a paragraph
and is never closed may start a speech of several paragraphs. Where the marks of the whole text add up,
nothing is looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newslint.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document
    from newslint.document.model import Block

_CURLY = re.compile("[“”]")
_STRAIGHT = re.compile('"')
_ROUND = re.compile(r"[()]")
_SQUARE = re.compile(r"[\[\]]")
_LIST_MARK = re.compile(r"(?:^|[\s(])(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})$")
_FACE = re.compile(r"(?:^|\s)[:;=8xX][-'^]?$")
_INTERVAL = re.compile(r"\[[^\s,\]]{1,9}, ?[^\s,\]]{1,9}\)|\([^\s,)]{1,9}, ?[^\s,)]{1,9}\]")
_WORD_AFTER = re.compile(r"[^\s\"“”()\[\]]+")
_WORD_BEFORE = re.compile(r"[^\s\"“”()\[\]]+$")
_LONGEST = 40


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the lone mark with the word beside it."""
    prose = document.prose
    if prose.count("“") != prose.count("”") and "„" not in prose:
        yield from _lone_in_blocks(document, _CURLY, _curly)
    if prose.count('"') % 2:
        yield from _lone_in_blocks(document, _STRAIGHT, _straight)
    if prose.count("(") != prose.count(")"):
        yield from _lone_in_blocks(document, _ROUND, _bracket)
    if prose.count("[") != prose.count("]"):
        yield from _lone_in_blocks(document, _SQUARE, _bracket)


def _lone_in_blocks(document: Document, pattern: re.Pattern[str], direction: Any) -> Iterator[Hit]:
    """The marks of a kind that pair neither in their block nor with a lone mark of a later one."""
    prose = document.prose
    waiting: list[tuple[int, int]] = []  # lone openers: block index, place
    lone: list[int] = []
    by_block: dict[int, list[int]] = {}
    for match in pattern.finditer(prose):
        by_block.setdefault(document.block_index(match.start()), []).append(match.start())
    for index, places in by_block.items():
        openers: list[int] = []
        for place in places:
            way = direction(prose, place, document.blocks[index], bool(openers))
            if way > 0:
                openers.append(place)
            elif way < 0 and openers:
                openers.pop()
            elif way < 0:
                if waiting:
                    waiting.pop()
                else:
                    lone.append(place)
        waiting += [(index, place) for place in openers]
    for index, place in waiting:
        if not _goes_on(document, index, place):
            lone.append(place)
    for place in sorted(lone):
        if not _is_answered(document, place):
            yield _hit(prose, place)


def _is_answered(document: Document, place: int) -> bool:
    """Whether a mark of another make in the same block answers the lone quotation mark at `place`."""
    prose = document.prose
    mark = prose[place]
    if mark not in '“”"':
        return False
    block = document.blocks[document.block_index(place)]
    text = prose[block.start : block.end]
    if mark == '"':
        return (place == block.start and block.kind != "heading") or text.count("“") != text.count("”")
    return text.count('"') % 2 == 1 or "″" in text or "''" in text


def _goes_on(document: Document, index: int, place: int) -> bool:
    """Whether the quotation opened at `place` in block `index` re-opens in the next block."""
    prose = document.prose
    if prose[place] not in '“"' or index + 1 >= len(document.blocks):
        return False
    following = document.blocks[index + 1]
    return prose[following.start : following.start + 3].lstrip(" ‘'(…")[:1] == prose[place]


def _curly(prose: str, place: int, block: Block, is_open: bool) -> int:
    """1 for an opening mark, -1 for a closing one, 0 for one that does not count."""
    before, after = prose[place - 1 : place], prose[place + 1 : place + 2]
    if block.end - block.start <= 3:
        return 0  # an ornament
    if prose[place] == "“":
        return 1 if not is_open or (after and not after.isspace() and not before.isalnum()) else 0
    if is_open:
        return -1
    return 0 if before.isdigit() or not before or before.isspace() or place == block.start else -1


def _straight(prose: str, place: int, block: Block, is_open: bool) -> int:
    before, after = prose[place - 1 : place], prose[place + 1 : place + 2]
    if block.end - block.start <= 3:
        return 0
    starts = place == block.start or before.isspace() or before in "([{—–-/‘'"
    ends = place + 1 == block.end or after.isspace() or after in ".,;:!?)]}—–-/’'"
    if starts and not ends:
        return 1
    if before.isdigit():
        return -1 if is_open else 0
    if ends and not starts:
        return -1
    return -1 if is_open else 0


def _bracket(prose: str, place: int, block: Block, is_open: bool) -> int:
    mark = prose[place]
    before = prose[max(block.start, place - 6) : place]
    if mark in "([":
        return 0 if (mark == "(" and _FACE.search(before)) or _INTERVAL.match(prose, place) else 1
    if is_open:
        return -1
    if _LIST_MARK.search(before) or (before and (before[-1] in ":;-=^'8" or _FACE.search(before))):
        return 0
    return -1


def _hit(prose: str, place: int) -> Hit:
    start, end = place, place + 1
    mark = prose[place]
    after = _WORD_AFTER.match(prose, end, end + _LONGEST)
    before = _WORD_BEFORE.search(prose, max(0, place - _LONGEST), place)
    if after and (mark in "“([" or before is None):
        end = after.end()
    elif before:
        start = before.start()
    return Hit(start, end, arguments=(mark,))

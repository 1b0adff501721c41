"""A quotation mark or bracket that is never closed, or never opened.

Marks pair within a block. A quotation that re-opens in the next paragraph is right, and one that runs on
until a later block closes it is not reported; neither are inches (`5"`), list marks (`a)`), emoticons, the
brackets of intervals, and a curly mark that a straight one answers. Nor is a quotation that opens again at a later sentence of its block,
as it does where paragraphs were joined. A straight mark that opens a paragraph
and is never closed may start a speech of several paragraphs. Where the marks of the whole text add up,
nothing is looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document
    from newslint.document.model import Block

_CURLY = LatePattern("[“”]")
_STRAIGHT = LatePattern('"')
_ROUND = LatePattern(r"[()]")
_SQUARE = LatePattern(r"[\[\]]")
_LIST_MARK = LatePattern(r"(?:^|[\s(*_“\"])(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})$")
_FACE = LatePattern(r"(?:^|\s)[:;=8xX][-'^]?$")
_INTERVAL = LatePattern(r"\[[^\s,\]]{1,9}, ?[^\s,\]]{1,9}\)|\([^\s,)]{1,9}, ?[^\s,)]{1,9}\]")
_WORD_AFTER = LatePattern(r"[^\s\"“”()\[\]\ufffc]+")
_WORD_BEFORE = LatePattern(r"[^\s\"“”()\[\]\ufffc]+$")
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


_JOINED = 600
"""A block of more code points may be several paragraphs that lost their breaks."""


def _lone_in_blocks(document: Document, pattern: LatePattern, direction: Any) -> Iterator[Hit]:
    """The marks of a kind that pair neither in their block nor with a lone mark of a later one."""
    prose = document.prose
    waiting: list[tuple[int, int]] = []  # lone openers: block index, place
    lone: list[int] = []
    by_block: dict[int, list[int]] = {}
    for match in pattern.finditer(prose):
        by_block.setdefault(document.block_index(match.start()), []).append(match.start())
    for index, places in by_block.items():
        openers: list[int] = []
        block = document.blocks[index]
        is_joined = block.end - block.start > _JOINED
        for place in places:
            way = direction(prose, place, block, bool(openers))
            if way > 0 and openers and is_joined and _reopens(prose, openers[-1], place):
                openers[-1] = place
            elif way > 0:
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
    answered: dict[int, tuple[bool, bool]] = {}
    for place in sorted(lone):
        if prose[place] in '“”"':
            index = document.block_index(place)
            if index not in answered:
                answered[index] = _answered(document, index)
            straight = prose[place] == '"'
            block = document.blocks[index]
            if answered[index][straight] or (straight and place == block.start and block.kind != "heading"):
                continue
        yield _hit(prose, place)


def _answered(document: Document, index: int) -> tuple[bool, bool]:
    """Whether lone curly marks, and lone straight ones, of block `index` may be answered by marks of another make."""
    block = document.blocks[index]
    text = document.prose[block.start : block.end]
    curly = text.count('"') % 2 == 1 or "″" in text or "''" in text
    return curly, text.count("“") != text.count("”")


def _goes_on(document: Document, index: int, place: int) -> bool:
    """Whether the quotation opened at `place` in block `index` re-opens in the next block."""
    prose = document.prose
    if prose[place] not in '“"' or index + 1 >= len(document.blocks):
        return False
    following = document.blocks[index + 1]
    return prose[following.start : following.start + 3].lstrip(" ‘'(…")[:1] == prose[place]


def _reopens(prose: str, opened: int, place: int) -> bool:
    """Whether the mark at `place` opens the quotation from `opened` again, in text whose paragraph breaks are lost."""
    if prose[place] not in '“"' or prose[opened] != prose[place]:
        return False
    return prose[max(0, place - 2) : place].rstrip()[-1:] in (".", "!", "?", "")


def _curly(prose: str, place: int, block: Block, is_open: bool) -> int:
    """1 for an opening mark, -1 for a closing one, 0 for one that does not count."""
    before, after = prose[place - 1 : place], prose[place + 1 : place + 2]
    if block.end - block.start <= 3:
        return 0  # an ornament
    if before == "=" or (not is_open and prose[max(0, prose.rfind("”", 0, place)) - 1] == "="):
        return 0  # code: `role=”button”`
    opens = (place == block.start or before.isspace() or before in "([—–") and not after.isspace()
    if prose[place] == "“":
        return -1 if is_open and not opens else 1
    if is_open:
        return -1
    if opens:
        return 1  # the wrong way round, which is another rule's business
    return 0 if before.isdigit() or before.isspace() else -1


def _straight(prose: str, place: int, block: Block, is_open: bool) -> int:
    before, after = prose[place - 1 : place], prose[place + 1 : place + 2]
    if block.end - block.start <= 3 or before == "=":
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
        if mark == "(" and (_FACE.search(before) or prose[place + 1 : place + 2] in (":", ";")):
            return 0
        return 0 if _INTERVAL.match(prose, place) else 1
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

"""What texts without markup share, whatever their format: paragraphs by blank lines, and headings that no mark tells.

Machine-spun and pasted articles lose their heading marks. A short line alone between blank lines, without a
mark at its end and with a body paragraph below, is taken for a heading; its level is 0, for *inferred*.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.document.masking import mask
from newslint.document.model import Block, Structure
from newslint.document.offset_map import OffsetMap

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_HEADING = 120
"""Code points of the longest line that is taken for a heading."""
_SHORTEST_BODY = 60
_LONGEST_CHAIN = 4
"""A headline, its deck and what stands around them; a longer run of short lines is verse, a list or an address."""

_CLOSERS = "\"'”’»)] \u00a0"
_LAST = frozenset("%+*®™©$£€°")
_OPENERS = frozenset("\"'“‘«")
_NO_HEADING = re.compile(
    r"(?:By|BY|Written by|Reporting by|Reported by|Edited by|Story by|Text by|Photo|Photos|Photograph|Image|"
    r"Picture|Source|Sources|Credit|Published|Updated|Posted|Last updated|Contact|Tel|Email|E-mail)\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Dear|Yours|Sincerely|Regards|Kind regards|Best)\b[^ ]*"
    r"(?: [A-Z][\w.]*){0,3},?\Z"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d"
)


def simple(text: str, start: int = 0, is_even: bool = True) -> Structure:
    """The structure of a text that from `start` on is nothing but paragraphs parted by blank lines.

    Lines end at `\\n` alone, and none begins or ends with a blank. `is_even` says that no paragraph is known
    to be made of white space alone (a no-break space, say).
    """
    last = len(text)
    while last > start and text[last - 1] == "\n":
        last -= 1
    while start < last and text[start] == "\n":
        start += 1
    offsets = OffsetMap()
    blocks: list[Block] = []
    if start == last:
        return Structure("", blocks, offsets)
    # Where only single blank lines part the paragraphs, prose and source run in step: one piece.
    prose = text[start:last] if last - start < len(text) else text
    runs: list[str] | None = None
    if not is_even or "\n\n\n" in prose:
        runs = []
    place = 0
    source = start
    for part in prose.split("\n\n"):
        if runs is not None:
            bare = part.lstrip("\n")
            source += len(part) - len(bare)
            if not bare or bare.isspace():
                source += len(bare) + 2
                continue
            if not offsets.prose or place != offsets.prose[-1] + source - offsets.source[-1]:
                if runs:
                    offsets.prose_length[-1] -= 2
                offsets.prose.append(place)
                offsets.source.append(source)
                offsets.prose_length.append(0)
            offsets.prose_length[-1] += len(bare) + 2
            runs.append(bare)
            source += len(bare) + 2
            part = bare
        elif part.isspace():
            return simple(text, start, is_even=False)
        end = place + len(part)
        blocks.append(Block(place, end, "paragraph"))
        place = end + 2
    if runs is None:
        offsets.prose.append(0)
        offsets.source.append(start)
        offsets.prose_length.append(len(prose))
    else:
        if runs:
            offsets.prose_length[-1] -= 2
        prose = "\n\n".join(runs)
    offsets.source_length[:] = offsets.prose_length
    offsets.exact = [True] * len(offsets.prose)
    infer_headings(prose, blocks)
    return Structure(mask(prose), blocks, offsets)


def infer_headings(prose: str, blocks: list[Block], may_be: Callable[[Block], bool] | None = None) -> None:
    """Give the kind `heading` and level 0 to each paragraph that looks like one.

    `may_be` says of a paragraph whether its place and its markup allow it. What follows must be a body
    paragraph that is longer than the line itself, or a table; up to four such lines may follow one another.
    In a text whose sections have marked headings nothing is inferred.
    """
    if any(block.level > 1 for block in blocks):
        return
    follows = 0  # how many headings in a row the text below would still bear
    below = 0  # the length of the paragraph below; a table counts as the longest
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        length = block.end - block.start
        kind = block.kind
        if kind == "paragraph":
            if length > LONGEST_HEADING or not _reads_as_heading(prose, block, may_be):
                follows = _LONGEST_CHAIN if length >= _SHORTEST_BODY else 0
                below = length
                continue
            if follows and length < below:
                follows -= 1
                block.kind = "heading"
            else:
                follows = 0
        elif kind == "table-cell":
            follows, below = _LONGEST_CHAIN, LONGEST_HEADING + 1
        else:
            follows = 0


def _reads_as_heading(prose: str, block: Block, may_be: Callable[[Block], bool] | None) -> bool:
    start, end = block.start, block.end
    first = prose[start]
    if not (first.isalpha() or first in _OPENERS):
        return False
    last = prose[end - 1]
    if last in _CLOSERS:
        line = prose[start:end].rstrip(_CLOSERS)
        last = line[-1:]
    if not (last.isalnum() or last in _LAST) or prose.find("\n", start, end) >= 0:
        return False
    if _NO_HEADING.match(prose, start, end):
        return False
    return may_be is None or may_be(block)

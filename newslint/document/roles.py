"""What a block is to the article: headline, deck, byline, dateline, speaker turn, body.

Read from how news copy is laid out, since few formats say it. Worked out once a document, when a check asks.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.document.model import Block, Document

_BREADCRUMB = re.compile(r"[»›]| [>/] .* [>/] ")
_BYLINE = re.compile(
    r"(?:By|BY|Written by|Reported by|Reporting by|Story by|Text by|From)\s+[^\W\d_a-z][\w.'’-]*"
    r"(?:,?\s+(?:[^\W\d_a-z][\w.'’-]*|and|de|van|von|der|al|bin|for|in|of|the)){0,12}[.,]?\s*\Z"
)
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’-]+(?:[ ,]+[A-Z][\w.'’-]*){0,5}(?:,? (?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?)?"
    r"(?: ?\([\w ./]{2,30}\))?\s*(?:—|–|--|-(?= ))\s*\S"
)
_SPEAKER = re.compile(r"([^\W\d_][\w.'’-]*(?: ?[\w.'’()-]+){0,5}) ?:(?!//)(?=\s|\w|[“\"‘'])")
_LONGEST_LABEL = 48
_LONGEST_TOP_LINE = 200
_TOP_BLOCKS = 8
_NO_SPEAKERS = frozenset(
    "note update updates updated source sources photo photos warning tip example examples caption image video read "
    "related more background context correction summary topic subject date time where when what why who "
    "how location venue price address phone email website url author published tags category step".split()
)


def roles(document: Document) -> None:
    """Give every block of the document its role, once; headings below the top of the article have none."""
    if "roles" in document.memo:
        return
    document.memo["roles"] = True
    blocks, prose = document.blocks, document.prose
    speakers = _speakers(document)
    headline = _headline(document)
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            continue
        if index < _TOP_BLOCKS + headline and _is_byline(prose, block):
            block.role = "byline"
        elif block.kind == "paragraph" and _DATELINE.match(prose, block.start, block.end):
            block.role = "dateline"
        elif block.start in speakers:
            block.role = "speaker-turn"
        elif block.kind == "paragraph":
            block.role = "body"
    if headline < 0:
        return
    blocks[headline].role = "headline"
    if headline + 1 < len(blocks) and _is_deck(document, headline + 1):
        blocks[headline + 1].role = "deck"


def _headline(document: Document) -> int:
    """The index of the headline: the first heading of level 1, else the first heading that is no breadcrumb; or -1."""
    blocks, prose = document.blocks, document.prose
    first = -1
    for index, block in enumerate(blocks):
        if block.kind != "heading":
            continue
        if block.level == 1:
            return index
        if first < 0 and not _BREADCRUMB.search(prose, block.start, block.end):
            first = index
    if first < 0 or blocks[first].level or first <= _TOP_BLOCKS:
        return first
    return -1  # inferred, and far down: a section of an article without headline


def _is_deck(document: Document, index: int) -> bool:
    """Whether the block below the headline belongs to it: a heading, or one line above the byline or dateline."""
    blocks, prose = document.blocks, document.prose
    block = blocks[index]
    if index + 1 >= len(blocks) or block.role not in (None, "body"):
        return False
    if block.kind == "heading":
        return block.level == 0 or (blocks[index - 1].level < block.level and blocks[index + 1].kind == "heading")
    is_line = block.kind == "paragraph" and block.end - block.start <= _LONGEST_TOP_LINE
    return is_line and "\n" not in prose[block.start : block.end] and blocks[index + 1].role in ("byline", "dateline")


def _is_byline(prose: str, block: Block) -> bool:
    return block.end - block.start <= 120 and _BYLINE.match(prose, block.start, block.end) is not None


def _speakers(document: Document) -> set[int]:
    """Where blocks begin with a speaker's name and a colon: at least two names, one of which comes again."""
    prose = document.prose
    turns: list[tuple[int, str]] = []
    for block in document.blocks:
        if block.kind != "paragraph" and block.kind != "quotation":
            continue
        if prose.find(":", block.start, min(block.start + _LONGEST_LABEL + 1, block.end)) < 0:
            continue
        match = _SPEAKER.match(prose, block.start, min(block.start + _LONGEST_LABEL + 2, block.end))
        if match is None:
            continue
        label = match[1]
        key = "".join(label.casefold().replace(".", " ").split())
        is_name = any(word[0].isupper() for word in label.replace(".", " ").split() if word)
        if is_name and key not in _NO_SPEAKERS:
            turns.append((block.start, key))
    counts = Counter(key for _, key in turns)
    if len(counts) < 2 or max(counts.values()) < 2:
        return set()
    return {start for start, key in turns if counts[key] > 1 or len(turns) > 3}

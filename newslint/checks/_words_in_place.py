"""What the word-level checks ask of a document: its strange words, and how a word stands in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint import lexicon
from newslint.document import OPAQUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.document import Document

_TITLE = re.compile(r"(?:\b(?:[A-Z]|Mrs?|Ms|Mx|Drs?|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Cmdr|Maj|Sgt|Cpl|Pte|Adm|Rev|Fr|Hon|Pres|St|Ste|Mt|Ft|Jr|Sr|No|vs?|Insp|Supt|Det))\.$")
_GLUE = frozenset(OPAQUE + "/\\@#&_=+~^$%<>|*{}[]•°§0123456789")
_BEFORE_SENTENCE = frozenset(" \n\t\u00a0\"'“”‘’«»([{—–*•·|-")


def strangers(document: Document) -> dict[str, list[str]]:
    """The document's words that the lexicon does not simply know, by kind; looked up once a document."""
    kinds: dict[str, list[str]] | None = document.memo.get(__name__)
    if kinds is None:
        kinds = document.memo[__name__] = lexicon.strangers(document.words.distinct)
    return kinds


def places(document: Document, word: str) -> Iterator[tuple[int, int]]:
    """The prose spans of a written word where it stands free: glued to no sign, number, address or code."""
    prose = document.prose
    words = document.words
    for index in words.indices(word):
        start, end = words.span(index)
        before = prose[start - 1] if start else " "
        after = prose[end : end + 1] or " "
        if before in _GLUE or after in _GLUE:
            continue
        if before == "." and start > 1 and not prose[start - 2].isspace():
            continue
        if after in ".:" and (prose[end + 1 : end + 2].isalnum() or prose[end + 1 : end + 2] in ("/", OPAQUE)):
            continue
        if before in "-‑'’" or after in "-‑(" :
            continue
        yield start, end


def starts_sentence(document: Document, start: int) -> bool:
    """Whether a capital at this prose offset may be a sentence's or a block's first letter."""
    prose = document.prose
    block = document.block_at(start)
    floor = block.start if block else 0
    place = start
    while place > floor and prose[place - 1] in _BEFORE_SENTENCE:
        place -= 1
    if place == floor:
        return True
    if prose[place - 1] == ".":
        return not _TITLE.search(prose, max(floor, place - 8), place)
    if prose[place - 1] in "?!:…;":
        return True
    return any(mark in "\"“‘«([—–•·|" for mark in prose[place:start])


def in_heading(document: Document, start: int) -> bool:
    """Whether a prose offset lies in a heading or a table cell, where capitals prove little."""
    block = document.block_at(start)
    return block is not None and block.kind in ("heading", "table-cell", "caption")

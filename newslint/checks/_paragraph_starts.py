"""Paragraphs that start in lower case, where the others of the article start with capitals.

A paragraph that follows a finished one starts a sentence, whatever stands between the two. One that follows a
list, code behind a colon or a line without end mark may go on with the sentence that was broken off, so there it
has to start with a word that begins a clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.checks._late_patterns import LatePattern
from newslint.checks._opening_words import begins_clause, is_ordinary, opens_phrase, stands_alone, word_at
from newslint.document.sentences import STARTERS, sentence_span

if TYPE_CHECKING:
    import re

    from newslint.document import Document
    from newslint.document.model import Block

_PARAGRAPH = LatePattern(r"\n\n(?=[\"“‘']?[^\W\d_A-Z])")
_CAPITAL_START = LatePattern(r"[.!?] [\"“]?[A-Z]")
_END_MARK = LatePattern(r"([.!?…:])[^\w.!?…:]*$")
_INNER_CAPITAL = LatePattern(r"[a-z,] [A-Z][a-z]")
_DISPLAY = LatePattern(r"(?i)!\[|```|~~~|\{\{|<(?:img|pre|code|fig|iframe|table|video|svg)")
_BROKEN_OFF = LatePattern(
    r"(?i)(?:so|for|with|in|on|at|by|as|using|given|instead|where|from|to|and|or|rather)\b"
    r"|(?:[^\n]{0,200}\s)?(?:if|when|while|once|unless|until|because|although|since|after|before)\s"
)
"""What a sentence, or its last part, is like where it goes on behind what it introduces."""
_REASONS = frozenset("because although unless whether how who what".split(" "))
_CONDITIONS = frozenset("if although because unless whenever whether how who what".split(" "))
"""Words that may begin a clause of the sentence that a list stands in."""
_LONGEST_TITLE = 60
_LONGEST_LIST = 200
_SENTENCE_ENDS = (".", "!", "?")
_LONGEST_END = 200
_VERBS = frozenset("am are can did do does had has have is may must was were will would and or but nor which where".split(" "))


def capital_starts(prose: str) -> int:
    """How many sentences inside blocks start with a capital, roughly."""
    return len(_CAPITAL_START.findall(prose))


def paragraph_starts(document: Document, exceptions: frozenset[str]) -> list[re.Match[str]]:
    """The words that start paragraphs in lower case, where the others start with capitals."""
    prose, blocks = document.prose, document.blocks
    if not blocks:
        return []
    places = [0] if prose[:2].lstrip("\"“‘'")[:1].islower() else []
    places += [match.end() for match in _PARAGRAPH.finditer(prose)]
    if not places:
        return []
    starts = []
    lower = 0
    for place in places:
        index = document.block_index(place)
        block = blocks[index]
        if block.start != place or block.kind != "paragraph" or not _is_sentence(prose, block):
            continue
        lower += 1
        word = word_at(prose, place + (not prose[place].isalpha()), exceptions)
        if word and stands_alone(document, word) and not begins_clause(prose, word):
            continue
        if word and block.role in (None, "body", "speaker-turn") and _may_start(document, index, word) and is_ordinary(document, word):
            starts.append(word)
    return starts if starts and _uses_capitals(document, lower, starts[0]) else []


def _uses_capitals(document: Document, lower: int, first: re.Match[str]) -> bool:
    """Whether the text starts its sentences with capitals, but for `lower` paragraphs."""
    prose, blocks = document.prose, document.blocks
    capitals = sum(1 for block in blocks if block.kind in ("paragraph", "heading") and _starts_capital(prose, block))
    elsewhere = capital_starts(prose)
    if lower == 1 and capitals + elsewhere < 3:  # a short text: its sentences, or its names, tell
        return elsewhere > 1 or (begins_clause(prose, first) and _INNER_CAPITAL.search(prose) is not None)
    return capitals + elsewhere >= 3 * lower and (capitals >= lower or (lower == 1 and elsewhere > 1))


def _is_sentence(prose: str, block: Block) -> bool:
    """Whether a paragraph reads as one sentence or more: it has five words, and an end mark at its end or inside."""
    text = prose[block.start : block.end]
    return len(text.split(None, 5)) > 4 and (_end_mark(text) != "" or _CAPITAL_START.search(text) is not None)


def _starts_capital(prose: str, block: Block) -> bool:
    return prose[block.start : block.start + 2].lstrip("\"“‘'(")[:1].isupper() and (
        block.kind == "heading" or _end_mark(prose[block.start : block.end]) != ""
    )


def _end_mark(text: str) -> str:
    """The mark that a text ends with, but for quotation marks, brackets and what is not prose; `…` for three stops."""
    match = _END_MARK.search(text, max(0, len(text) - _LONGEST_END))
    if match is None:
        return ""
    return "…" if text[: match.end(1)].endswith("...") else match[1]


def _is_whole_before(document: Document, index: int) -> bool:
    """Whether the list or table that ends with block `index` stands for itself.

    Its items are then no parts of a sentence, in lower case, and what introduces it is a heading or a finished sentence.
    """
    prose, blocks = document.prose, document.blocks
    if prose[blocks[index].start].islower():
        return False
    limit = max(index - _LONGEST_LIST, -1)
    while index > limit and blocks[index].kind in ("list-item", "table-cell", "caption"):
        index -= 1
    if index == limit:
        return index < 0
    before = blocks[index]
    return before.kind == "heading" or _end_mark(prose[before.start : before.end]) in _SENTENCE_ENDS


def _may_start(document: Document, index: int, word: re.Match[str]) -> bool:
    """Whether block `index` starts a sentence with `word`, by what stands before it."""
    prose, blocks = document.prose, document.blocks
    block = blocks[index]
    index -= 1
    while index >= 0 and not any(map(str.isalnum, prose[blocks[index].start : blocks[index].end])):
        index -= 1  # a picture or code alone
    if index < 0:
        return True
    before = blocks[index]
    text = prose[before.start : before.end].rstrip()
    start = document.offsets.to_source(before.end - 1, before.end)[1]
    between = document.source.text[start : document.offsets.to_source(block.start, block.start + 1)[0]]
    if "]:" in between and "[^" in between:
        return False  # a footnote, which may be a phrase
    mark = _end_mark(text)
    if before.kind in ("list-item", "table-cell", "caption") and mark not in _SENTENCE_ENDS:
        whole = _is_whole_before(document, index)
        return word[0] not in _VERBS if whole else (
            (begins_clause(prose, word) and word[0] not in _CONDITIONS) or opens_phrase(prose, word)
        )
    if before.kind == "heading":
        if text[-1] == ":":
            return False  # what follows is what it announces
        if block.end - block.start < _LONGEST_TITLE and not begins_clause(prose, word):
            return opens_phrase(prose, word)
        return word[0] not in _VERBS or begins_clause(prose, word)
    if mark in _SENTENCE_ENDS:
        if not _DISPLAY.search(between):
            return True
        is_caption = block.end - block.start < _LONGEST_TITLE and word[0] not in STARTERS
        return word[0] not in _VERBS and not is_caption
    if mark == ":":
        opening = sentence_span(document, before.end - 1)[0]
        comma = prose.rfind(", ", opening, before.end)
        opening = comma + 2 if comma > 0 else opening
        is_whole = len(between.strip()) > 3 and not _BROKEN_OFF.match(prose, opening)
        return is_whole and word[0] not in _REASONS and (begins_clause(prose, word) or opens_phrase(prose, word))
    if mark or text[-1] in ",;—–-&" or not begins_clause(prose, word) or word[0] in _CONDITIONS:
        return False
    is_title = len(text) < _LONGEST_TITLE and not text[0].islower() and "\n" not in text
    return is_title or (text.rpartition(" ")[2].lower() not in STARTERS and not _DISPLAY.search(between))

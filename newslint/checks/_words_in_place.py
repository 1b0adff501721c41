"""What the word-level checks ask of a document: its strange words, and how a word stands in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint import lexicon
from newslint.checks._late_patterns import LatePattern
from newslint.document import OPAQUE
from newslint.document.sentences import is_sentence_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.document import Document

_GLUE = frozenset(OPAQUE + "/\\@#&_=+~^$%<>|*{}°§0123456789\ufeff\u200b\u2060\u00ad")
_WORD_BEFORE = LatePattern(r"(?<![\w'’-])[^\W\d_]+(?:['’]s)?(?=[ \n]$)")
_WORD_AFTER = LatePattern(r"(?<=^[ \n])[^\W\d_]+")
ADJECTIVE = LatePattern(r"(?:an|ans|ese|ish|ic|i)$")
"""The end of a word that is made from the name of a country or place: `Swedish`."""
_LINK_TEXTS = f"{__name__}.links"
_LONG = 50_000
"""From this many code points of prose, places are looked up in the word index instead of searched for."""
_REACH = 32
_AROUND = 40
_EMPHASISED_WORDS = 4
_OPENS_EMPHASIS = LatePattern(r"(?:(?<!\w)[*_]|<(?:em|i|b|strong|cite|q)>)[^\s*_<>\n][^*_<>\n]*$|(?:[*_]|<(?:em|i|b|strong|cite|q)>)$")
_CLOSES_EMPHASIS = LatePattern(r"[^*_<>\n]*(?:[*_]|</(?:em|i|b|strong|cite|q)>)")


def strangers(document: Document) -> dict[str, list[str]]:
    """The document's words that the lexicon does not simply know, by kind; looked up once a document."""
    kinds: dict[str, list[str]] | None = document.memo.get(__name__)
    if kinds is None:
        kinds = document.memo[__name__] = lexicon.strangers(document.words.distinct)
    return kinds


def spans(document: Document, word: str) -> Iterator[tuple[int, int]]:
    """The prose spans of a written word, ascending, whatever stands beside it that is no part of a word."""
    prose = document.prose
    if len(prose) > _LONG:
        words = document.words
        yield from (words.span(index) for index in words.indices(word))
        return
    size = len(word)
    start = prose.find(word)
    while start >= 0:
        end = start + size
        if not (prose[end : end + 1].isalnum() or (start and prose[start - 1].isalnum())):
            yield start, end
        start = prose.find(word, end)


def places(document: Document, word: str) -> Iterator[tuple[int, int]]:
    """The prose spans of a written word where it stands free: glued to no sign, number, address or code."""
    prose = document.prose
    for start, end in spans(document, word):
        before = prose[start - 1] if start else " "
        after = prose[end : end + 1] or " "
        if before in _GLUE or after in _GLUE:
            continue
        if before == "[" and prose[end : end + 2] == " " + OPAQUE:
            continue  # a shortcode: `[name https://…]`
        if before in ".:" and start > 1 and not prose[start - 2].isspace():
            continue
        if before == after == ":":
            continue  # a picture by name: `:canada:`
        following = prose[end + 1 : end + 2]
        if after in ".:" and (following.isalnum() or following in ("/", OPAQUE)):
            continue
        if before in "-‑–" or after in "-‑–(":
            continue
        if before in "])" or (before in "([" and start > 1 and prose[start - 2].isalnum()):
            continue  # a word in parts: `[O]ver`, `pen(cil)`
        if before in "'’" and start > 1 and prose[start - 2].isalnum():
            continue
        if after in "'’" and following.isalnum():
            continue
        yield start, end


def is_emphasised(document: Document, start: int, end: int) -> bool:
    """Whether the word stands alone, or among three others at most, in italics or bold type."""
    return stands_between(document, start, end, _OPENS_EMPHASIS, _CLOSES_EMPHASIS)


def stands_between(document: Document, start: int, end: int, opens: LatePattern, closes: LatePattern) -> bool:
    """Whether the word stands alone, or among three others at most, between marks of the source near it.

    `opens` is searched for before it and ends there, `closes` is matched behind it; what either matches holds the other words.
    """
    source = document.source.text
    source_start, source_end = document.offsets.to_source(start, end)
    before = opens.search(source, max(0, source_start - _AROUND), source_start)
    after = before and closes.match(source, source_end, source_end + _AROUND)
    if not before or not after:
        return False
    return (before[0] + after[0]).count(" ") < _EMPHASISED_WORDS


def are_side_by_side(document: Document, index: int) -> bool:
    """Whether only one space or line break parts the words at `index` and after it."""
    words = document.words
    end = words.starts[index] + len(words.texts[index])
    return words.starts[index + 1] == end + 1 and document.prose[end] in " \n\xa0"


def are_in_a_row(document: Document, first: int, last: int) -> bool:
    """Whether only one space or line break parts each of the words from index `first` to `last` from the next."""
    return all(are_side_by_side(document, index) for index in range(first, last))


def is_in_body_text(document: Document, index: int) -> bool:
    """Whether the word at `index` stands in a paragraph or list item."""
    block = document.block_at(document.words.starts[index])
    return block is not None and block.kind in ("paragraph", "list-item")


def is_inside_sentence(document: Document, index: int) -> bool:
    """Whether a capital of the word at `index` is its own: in body text, and not at a sentence's start."""
    return is_in_body_text(document, index) and not is_sentence_start(document, document.words.starts[index])


def is_whole_link(document: Document, start: int, end: int) -> bool:
    """Whether the prose span is all the text of a link or image, as the name of a project or account is."""
    texts: set[tuple[int, int]] | None = document.memo.get(_LINK_TEXTS)
    if texts is None:
        texts = document.memo[_LINK_TEXTS] = {(link.start, link.end) for link in document.links}
    return (start, end) in texts


def is_whole_item(document: Document, start: int, end: int) -> bool:
    """Whether the prose span is the text of a list item, all or the last of two words, as an account's name in a list of thanks."""
    block = document.block_at(start)
    if block is None or block.kind != "list-item" or block.end != end:
        return False
    before = document.prose[block.start : start]
    return not before or (before.islower() and before.count(" ") == 1 and before[-1] == " ")


def is_in_code(document: Document, word: str) -> bool:
    """Whether the source has the word in code, too, so that it is a term of art."""
    text = document.source.text
    front = document.front_matter or (0, 0)
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if document.is_opaque(start, end) and not front[0] <= start < front[1]:
            return True
        start = text.find(word, end)
    return False


def word_before(document: Document, start: int) -> str:
    """The word of letters that a space parts from what starts at `start`, or an empty text."""
    match = _WORD_BEFORE.search(document.prose[max(0, start - _REACH) : start])
    return match[0] if match else ""


def word_after(document: Document, end: int) -> str:
    """The word of letters that a space parts from what ends at `end`, or an empty text."""
    match = _WORD_AFTER.search(document.prose[end : end + _REACH])
    return match[0] if match else ""


def in_heading(document: Document, start: int) -> bool:
    """Whether a prose offset lies in a heading or a table cell, where capitals prove little."""
    block = document.block_at(start)
    return block is not None and block.kind in ("heading", "table-cell", "caption")

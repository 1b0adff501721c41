"""Where a name rightly stands in lower case: as a term of code, an account, a label, a search, a foreign word.

These are asked about suspects only, so that a clean text pays for none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint import lexicon
from newslint.checks._coinages import has_code
from newslint.checks._late_patterns import LatePattern
from newslint.checks._linked import is_linked
from newslint.checks._words_in_place import stands_between, strangers

if TYPE_CHECKING:
    from newslint.document import Document

_AROUND = 40
_LONGEST_ADDRESS = 200
_FOREIGN_WORDS = 25
_FOREIGN_SHARE = 0.15
_OPENS_ITALICS = LatePattern(r"(?:(?<![\w*_])[*_]|<(?:em|i|cite|q)>)(?:[^\sA-Z*_<>\n][^A-Z*_<>\n]*)?$")
_CLOSES_ITALICS = LatePattern(r"[^A-Z*_<>\n]*(?:[*_](?![*_])|</(?:em|i|cite|q)>)")
_SPELT_ADDRESS_BEFORE = LatePattern(r"(?<=[([])(?:dot|at)[)\]] ?$")
_SPELT_ADDRESS_AFTER = LatePattern(r" ?[(\[](?:dot|at)[)\]]")
_CAPITALISED_BEFORE = LatePattern(r"[^\W\d_a-z][\w.'’-]* \($")
_IN_PROGRAM_TEXT = ("<code", "<pre", "<kbd", "<samp", "<tt")


def is_term_in_code(document: Document, word: str) -> bool:
    """Whether the article has the word in code, as a word of its own, so that lower case may be its right form.

    The target of a link, a shortcode, a comment or a tag is no code: every name stands there in lower case.
    """
    text = document.source.text
    front = document.front_matter or (0, 0)
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if (
            _stands_alone(text, start, end)
            and not front[0] <= start < front[1]
            and (span := document.opaque_span(start, end)) is not None
            and not _is_in_address(text, start, end)
            and _is_code(text, span[0], start)
        ):
            return True
        start = text.find(word, end)
    return False


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum() or before in ("_", "-", ".") or after in ("_", "-"):
        return False
    return not (after == "." and text[end + 1 : end + 2].isalnum())


def _is_in_address(text: str, start: int, end: int) -> bool:
    """Whether the letters and signs that the place is among, without a space, hold `://`."""
    before, after = text[max(0, start - _LONGEST_ADDRESS) : start].split(), text[end : end + _LONGEST_ADDRESS].split()
    return "://" in (before[-1] if before and not text[start - 1].isspace() else "") + (after[0] if after else "")


def _is_code(text: str, span: int, place: int) -> bool:
    """Whether an opaque span that begins at `span` has code at `place`, both source offsets."""
    before = text[span:place]
    if "](" in before or "][" in before:
        return False
    if before[0] == "<":
        return any(tag in before for tag in _IN_PROGRAM_TEXT)
    return before[0] not in "[]{" and before not in ("```", "~~~")  # not the name of the code's language


def is_technical_entry(document: Document, place: tuple[int, int]) -> bool:
    """Whether the prose span stands in a list item that is no sentence, of an article with code: a change, an option, a part.

    Such entries begin with a capital or without, and are no copy: their capitals tell little of names.
    """
    block = document.block_at(place[0])
    if block is None or block.kind != "list-item" or not has_code(document):
        return False
    return document.prose[block.end - 1] not in ".!?"


def is_account(document: Document, start: int, end: int) -> bool:
    """Whether the word is an account's name: a line of its own in a list, in brackets after a name, part of an address, or what signs a block.

    `Tom Ayoade (ayoade)`, `ayoade (at) example (dot) org`, `— ayoade`; the span is one of prose.
    """
    prose = document.prose
    if prose[max(0, start - 2) : start] in ("— ", "– ") and prose[end : end + 1] in ("", "\n"):
        return True
    if prose[start - 1 : start] == "(" and prose[end : end + 1] == ")":
        return bool(_CAPITALISED_BEFORE.search(prose, max(0, start - _AROUND), start))
    return (
        _SPELT_ADDRESS_AFTER.match(prose, end) is not None
        or _SPELT_ADDRESS_BEFORE.search(prose, max(0, start - 6), start) is not None
        or _opens_an_item(document, start, end)
    )


def _opens_an_item(document: Document, start: int, end: int) -> bool:
    block = document.block_at(start)
    return block is not None and block.kind == "list-item" and block.start == start and document.prose[end : end + 1] in ("", "\n")


def is_label(document: Document, start: int, end: int) -> bool:
    """Whether the prose span is in a link of lower-case words in a block of nothing but links, as tags are."""
    if not is_linked(document, start, end):
        return False
    block = document.block_at(start)
    if block is None:
        return False
    done, own = block.start, None
    for link in document.links:
        if link.end <= block.start or link.start >= block.end:
            continue
        if any(sign.isalpha() for sign in document.prose[done : link.start]):
            return False
        if link.start <= start and end <= link.end:
            own = link
        done = max(done, link.end)
    rest = document.prose[done : block.end]
    return own is not None and document.prose[own.start : own.end].islower() and not any(map(str.isalpha, rest))


def is_searched_for(document: Document, start: int, end: int) -> bool:
    """Whether the word stands in italics with three other words at most and no capital, as what is cited or searched for."""
    return stands_between(document, start, end, _OPENS_ITALICS, _CLOSES_ITALICS)


def is_partly_foreign(document: Document) -> bool:
    """Whether more than a seventh of the article's distinct words are in no list, as in a glossary of another language."""
    known: bool | None = document.memo.get(__name__)
    if known is None:
        distinct = document.words.distinct
        kinds = strangers(document)
        strange = len(kinds.get(lexicon.UNKNOWN, ())) + len(kinds.get(lexicon.BORROWED, ()))
        if strange + len(distinct) // 10 > _FOREIGN_SHARE * len(distinct):
            strange += sum(1 for word in distinct if word.islower() and not word.isascii() and not lexicon.is_known_lower(word))
        known = document.memo[__name__] = strange >= _FOREIGN_WORDS and strange > _FOREIGN_SHARE * len(distinct)
    return known

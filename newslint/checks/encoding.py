"""Text that went through the wrong encoding, and character references that were never decoded.

- Mojibake: UTF-8 read as Windows-1252 or Latin-1 (`â€™` for `’`, `Ã©` for `é`). What is proposed is proven: the
  characters are encoded again as they were misread, and decoded as UTF-8.
- Control characters U+0080-009F: Windows-1252 read as Latin-1.
- U+FFFD, the mark that a decoder leaves for a byte it could not read; nothing can be proposed.
- Character references in readable text: `S&eacute;bastien`, `&#8217;`, `&amp;`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

_SUSPECT = LatePattern("[\x80-\x9fÂ-ô\ufffd]")
_REFERENCE = LatePattern(r"&(?:#(?:\d{2,6}|[xX][0-9A-Fa-f]{2,5})|[A-Za-z][A-Za-z0-9]{1,24});")
_MISREAD_TWICE = LatePattern("â€|[ÂÃ]")
_UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_WORD_BEFORE = LatePattern(r"[\w'’-]+$")
_WORD_AFTER = LatePattern(r"[\w'’-]+")
_PAIRED_LEADS = "ÂÃÄÅ"
"""Leads after which one pair is proof enough: the Latin letters and signs of Western and Central Europe."""
_TALK = frozenset("html xml entity entities markup unicode ascii ampersand encode encoded encoding escaped".split())
_LONGEST_ENTRY = 200
_LOST = "\ufffd"
_QUOTES = "‘’“”«»‹›"
_PUNCTUATION = "‘’“”–—…•€™‚„†‡‰‹›‐‑‒―′″\u00a0 −≤≥≠×→←↑↓★✓ "


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the word around the damage, with the repaired word where it is certain."""
    prose = document.prose
    if not prose.isascii():
        yield from _mojibake(document)
    if "&" in prose:
        for match in _REFERENCE.finditer(prose):
            character = _decoded(match[0])
            if character and not _is_subject(document, match.start(), match.end()):
                yield _hit(document, [(match.start(), match.end(), character)])


def _mojibake(document: Document) -> Iterator[Hit]:
    prose = document.prose
    word: list[tuple[int, int, str]] = []
    garbled = _garbled()
    done = 0
    for suspect in _SUSPECT.finditer(prose):
        match = garbled.match(prose, suspect.start()) if suspect.start() >= done else None
        if match is None:
            continue
        repaired = _repaired(match[0])
        if repaired is None or _is_sound(prose, match, repaired):
            continue
        done = match.end()
        if word and _WORD_AFTER.fullmatch(prose, word[-1][1], match.start()) is None and word[-1][1] != match.start():
            yield _hit(document, word)
            word = []
        word.append((match.start(), match.end(), repaired))
    if word:
        yield _hit(document, word)


@cache
def _garbled() -> re.Pattern[str]:
    """Runs that may be misread UTF-8, single stray control characters, and U+FFFD."""
    tail = "".join(re.escape(_misread(byte)) for byte in range(0x80, 0xC0))
    tails = f"[{tail}\x80-\x9f]"
    return re.compile(
        f"(?:[Â-ß]{tails}|[à-ï]{tails}{{2}}|[ð-ô]{tails}{{3}})+|â€|\\bÂ(?= )|[\x80-\x9f]+|\ufffd+"
    )


def _misread(byte: int) -> str:
    """The character that a byte is read as in Windows-1252, or in Latin-1 where that has none."""
    return chr(byte) if byte in _UNDEFINED else bytes([byte]).decode("cp1252")


def _bytes(text: str) -> bytes | None:
    found = bytearray()
    for character in text:
        if ord(character) < 0x100 and (character.isascii() or ord(character) >= 0xA0 or ord(character) in _UNDEFINED):
            found.append(ord(character))
            continue
        try:
            found += character.encode("cp1252")
        except UnicodeEncodeError:
            if 0x80 <= ord(character) < 0xA0:
                found.append(ord(character))
                continue
            return None
    return bytes(found)


def _repaired(text: str) -> str | None:
    """What a run stood for, U+FFFD where that is lost, or None where it is no damage."""
    if text[0] == _LOST:
        return _LOST
    if text == "â€":
        return "”"
    if text == "Â":
        return ""
    if "\x80" <= text[0] <= "\x9f":
        try:
            return bytes(map(ord, text)).decode("cp1252")
        except UnicodeDecodeError:
            return None
    repaired: str | None = None
    while True:  # what was misread twice is repaired twice
        data = _bytes(text)
        try:
            again = data.decode("utf-8") if data else None
        except UnicodeDecodeError:
            again = None
        if not again or again == text or (repaired and not _MISREAD_TWICE.search(text)):
            break
        repaired = text = again
    return _LOST if repaired in ("Â", "Ã", "â") else repaired


def _is_sound(prose: str, match: re.Match[str], repaired: str) -> bool:
    """Whether the text may be meant: a capital with an accent before a quotation mark (`CAFÉ”`), a lone rare pair."""
    text = match[0]
    if text[0] in "\ufffdâ" or "\x80" <= text[0] <= "\x9f" or text == "Â":
        return False
    if any(not (sign.isalpha() or sign in _PUNCTUATION or "\xa0" <= sign <= "\xbf") for sign in repaired):
        return True
    if len(repaired) > 1:
        return False
    before = prose[match.start() - 1 : match.start()]
    if text[1] in _QUOTES + "–—…\u00a0" and (before.isupper() or text[0] not in "ÂÃ"):
        return True
    return text[0] not in _PAIRED_LEADS and len(text) == 2


def _decoded(reference: str) -> str:
    """The character of a reference, empty for one that stands for nothing or for markup (`&lt;`)."""
    if reference in ("&lt;", "&gt;"):
        return ""
    from html import unescape

    character = unescape(reference)
    if character == "\xa0":
        return " "
    return "" if character == reference or not character.isprintable() else character


def _is_subject(document: Document, start: int, end: int) -> bool:
    """Whether the text speaks of the reference itself: apart from any word, in a table of them or beside such words."""
    prose = document.prose
    if prose[start - 1 : start].isalnum() or prose[end : end + 1].isalnum():
        return False
    block = document.block_at(start)
    if block is None or (block.end - block.start < _LONGEST_ENTRY and len(_REFERENCE.sub(" ", prose[block.start : block.end]).split()) < 4):
        return True
    return not _TALK.isdisjoint(document.words.lowered)


def _hit(document: Document, damage: list[tuple[int, int, str]]) -> Hit:
    prose = document.prose
    first, last = damage[0][0], damage[-1][1]
    fault = "is a character reference that was not decoded" if prose[first] == "&" else "was damaged by a wrong encoding"
    before = _WORD_BEFORE.search(prose, max(0, first - 40), first)
    after = _WORD_AFTER.match(prose, last, last + 40)
    start = before.start() if before else first
    end = after.end() if after else last
    arguments = (prose[first:last] if prose[first] == "&" else prose[start:end], fault)
    if any(repaired == _LOST for _, _, repaired in damage):
        return Hit(start, end, arguments=arguments)
    parts, done = [], start
    for place, stop, repaired in damage:
        parts += [prose[done:place], repaired]
        done = stop
    parts.append(prose[done:end])
    return Hit(
        start,
        end,
        arguments=arguments,
        suggestions=("".join(parts),),
        edits=tuple(Edit(place, stop, repaired) for place, stop, repaired in damage),
    )

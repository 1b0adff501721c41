"""Characters that nobody sees: zero-width and control characters, stray no-break spaces, bidi marks.

Joiners between letters of scripts that need them, and between emoji, are right; so is a zero-width space in
scripts that set no spaces, a direction mark in a text with right-to-left letters, and a no-break space beside
a figure, a sign or a capital. What the source spells as an entity (`&nbsp;`) was meant, and in HTML every
no-break space may be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

_INVISIBLE = LatePattern(
    "([\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f"
    "\u3164\ufeff\ufff9-\ufffb])\\1*"
)
_RIGHT_TO_LEFT = LatePattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NAMES = {
    "\xa0": "NO-BREAK SPACE",
    "\xad": "SOFT HYPHEN",
    "\u200b": "ZERO WIDTH SPACE",
    "\u200c": "ZERO WIDTH NON-JOINER",
    "\u200d": "ZERO WIDTH JOINER",
    "\u200e": "LEFT-TO-RIGHT MARK",
    "\u200f": "RIGHT-TO-LEFT MARK",
    "\u2028": "LINE SEPARATOR",
    "\u2029": "PARAGRAPH SEPARATOR",
    "\u2060": "WORD JOINER",
    "\ufeff": "BYTE ORDER MARK",
}
_OPENING_BIDI = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
_CLOSING_BIDI = "\u202c\u2069"
_BREAK_AFTER = "/\\_.-@=&?"
_LATIN_END = 0x0590
_MANY = 4
"""How many soft hyphens or no-break spaces make a habit, which is then reported once."""


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on each character; the fix removes it, or puts a plain space where it stood for one."""
    prose = document.prose
    if prose.replace("\n", "").isprintable():
        return
    is_html = document.source.format == "html"
    right_to_left: bool | None = None
    many: dict[str, bool] = {}
    for match in _INVISIBLE.finditer(prose):
        place, sign = match.start(), match[1]
        if sign in "\u200e\u200f\u061c" or sign in _OPENING_BIDI or sign in _CLOSING_BIDI:
            if right_to_left is None:
                right_to_left = _RIGHT_TO_LEFT.search(prose) is not None
            if right_to_left:
                continue
        if not _is_stray(prose, place, match.end(), sign, is_html) or not document.offsets.is_exact(*match.span()):
            continue
        if sign in "\xa0\xad":
            if sign not in many:
                many[sign] = prose.count(sign) >= _MANY
            elif many[sign]:
                continue
        yield _hit(prose, place, match.end(), sign)


def _is_stray(prose: str, place: int, stop: int, sign: str, is_html: bool) -> bool:
    """Whether the characters `place:stop` (`sign`, once or more) do nothing there that a text needs."""
    before, after = prose[place - 1 : place], prose[stop : stop + 1]
    if sign == "\xa0":
        return not is_html and _is_lower(before) and _is_lower(after) and _is_word(prose, place)
    if sign in "\u200c\u200d\u2060\u200b\ufeff\u2061\u2062\u2063\u2064":
        if any(neighbour and ord(neighbour) >= _LATIN_END and neighbour.isalpha() for neighbour in (before, after)):
            return False
        if sign == "\u200d":
            return not (before and after and ord(before) > 0x2000 and ord(after) > 0x2000)
        if sign == "\u200b":
            return before not in _BREAK_AFTER or not before
    return True


def _is_lower(sign: str) -> bool:
    return bool(sign) and sign.islower()


def _is_word(prose: str, place: int) -> bool:
    """Whether words of three letters or more stand on both sides, so that no unit or article is tied to its noun."""
    return prose[max(0, place - 3) : place].isalpha() and prose[place + 1 : place + 4].isalpha() and place >= 3


def _hit(prose: str, place: int, stop: int, sign: str) -> Hit:
    start, end = place, stop
    while start > 0 and place - start < 24 and prose[start - 1].isalnum():
        start -= 1
    while end < len(prose) and end - stop < 24 and prose[end].isalnum():
        end += 1
    instead = " " if sign in "\xa0\u2028\u2029\x0b\x0c\x85" else ""
    joins = not instead and place > start and end > stop
    return Hit(
        start,
        end,
        arguments=(_name(sign),),
        suggestions=(prose[start:place] + instead + prose[stop:end],),
        edits=(Edit(place, stop, instead),),
        safety="unsafe" if joins and sign != "\xad" else "safe",
    )


def _name(sign: str) -> str:
    name = _NAMES.get(sign)
    if name is None:
        import unicodedata

        name = unicodedata.name(sign, "CONTROL CHARACTER")
    return f"U+{ord(sign):04X} {name}"

"""Text as a terminal shows it: control characters made visible, columns counted, colours put on."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "suggestion": "1;36",
    "strong": "1",
    "help": "1;32",
    "faint": "2",
}

_UNSHOWABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def styled(text: str, style: str, colour: bool) -> str:
    """`text` in a style of `STYLES`, where colour is wanted."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if colour else text


def shown(text: str, spaces_too: bool = False) -> str:
    """`text` with control, direction and invisible characters named: `<U+200B>`; white space is one space.

    With `spaces_too`, spaces that only look like one (a non-breaking space) are named as well.
    """
    if text.isascii() and text.isprintable():
        return text
    text = re.sub(r"\r\n|[\t\r\n]", " ", text)
    text = _UNSHOWABLE.sub(_named, text)
    return _ODD_SPACE.sub(_named, text) if spaces_too else text


def _named(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"


def columns(text: str) -> int:
    """How many terminal columns `text` takes: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(map(_column_count, text))


@lru_cache(4096)
def _column_count(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def window(before: str, spot: str, after: str, width: int) -> tuple[str, str, str]:
    """The parts of a line cut to `width` columns around `spot`, `…` where something is left out.

    `spot` itself is cut only where it alone is wider than the window.
    """
    if columns(before) + columns(spot) + columns(after) <= width:
        return before, spot, after
    spot = _cut_right(spot, width - 2)
    room = max(width - columns(spot), 2)
    half = room // 2
    # what one side does not need, the other may have
    left = max(half, room - columns(after))
    before = _cut_left(before, left)
    return before, spot, _cut_right(after, room - columns(before))


def _cut_right(text: str, width: int) -> str:
    """The start of `text`, at a word's end if one is near, in `width` columns."""
    if columns(text) <= width:
        return text
    kept = 0
    used = 1
    for character in text:
        used += _column_count(character)
        if used > width:
            break
        kept += 1
    space = text.rfind(" ", max(kept - 12, 0), kept)
    return text[: space + 1 if space > 0 else kept] + "…"


def _cut_left(text: str, width: int) -> str:
    """The end of `text`, from a word's start if one is near, in `width` columns."""
    if columns(text) <= width:
        return text
    kept = len(text)
    used = 1
    for character in reversed(text):
        used += _column_count(character)
        if used > width:
            break
        kept -= 1
    space = text.find(" ", kept, kept + 12)
    return "…" + text[space if space >= 0 else kept :]

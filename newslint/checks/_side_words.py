"""The words beside a place of a text in lower case, where single spaces part them."""

from __future__ import annotations

_OPENING = "\"“‘'(["
_CLOSING = "\"”’').,;:!?…]"
_MARKS = ",.\"“”()?!;:"
_OPENING_MARKS = "\"“("


def has_key(lowered: str, key: str, start: int) -> bool:
    """Whether all words of a key stand at a place."""
    end = start + len(key)
    return lowered.startswith(key, start) and (" " not in key or not lowered[end : end + 1].isalnum())


def is_free(text: str, start: int, end: int) -> bool:
    """Whether spaces or dashes part a word from others, with nothing but marks between."""
    while start and text[start - 1] in _OPENING_MARKS:
        start -= 1
    while end < len(text) and text[end] in _MARKS:
        end += 1
    return (not start or text[start - 1] in " —") and (end == len(text) or text[end] in " —")


def word_before(text: str, start: int) -> tuple[int, int] | None:
    """Start and end of the word before a place, parted from it by one space."""
    end = start - 1
    if end < 1 or text[end] != " " or text[end - 1] == " ":
        return None
    first = text.rfind(" ", 0, end) + 1
    while first < end and text[first] in _OPENING:
        first += 1
    return (first, end) if first < end else None


def word_after(text: str, end: int) -> tuple[int, int] | None:
    """Start and end of the word after a place, parted from it by one space; None for punctuation or the end."""
    start = end + 1
    if start >= len(text) or text[end] != " " or text[start] == " ":
        return None
    last = text.find(" ", start)
    if last < 0:
        last = len(text)
    while last > start + 1 and text[last - 1] in _CLOSING:
        last -= 1
    return start, last

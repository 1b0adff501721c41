"""Markdown (CommonMark with GFM's tables and strikethrough, and footnotes).

A text without any markup is split at its blank lines and goes nowhere else. Any other is read by pyromark
(pulldown-cmark), whose events carry byte ranges; HTML blocks go to the HTML reader with their place in the
source. Front matter and shortcodes are found first, for no Markdown parser knows them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.document import paragraphs
from newslint.document.model import OPAQUE

if TYPE_CHECKING:
    from newslint.document.model import Structure

_ENTITY = re.compile(r"&#?\w{1,40};")
_BRACKET_CALL = re.compile(r"\[/?[a-z][\w-]*[\s\]/]")
_BLOCK_MARK = re.compile(r"\n(?:[ #>=]|[-+](?:[-\s]|\Z)|\d{1,9}[.)](?:\s|\Z))")


def read(text: str) -> Structure:
    """The structure of a Markdown text."""
    matter = None
    if text.startswith(("---", "+++")):
        from newslint.document import front_matter

        matter = front_matter.find(text)
    body = text[matter.end :] if matter else text
    if not has_markup(body):
        structure = paragraphs.simple(text, matter.end if matter else 0)
        if matter:
            structure.opaque.append((0, matter.end))
            structure.front_matter = (matter.inner_start, matter.inner_end)
        return structure
    from newslint.document import shortcodes
    from newslint.document.markdown_events import MarkdownReader

    calls = shortcodes.find(text)
    covered = shortcodes.cover(text, calls, OPAQUE) if calls else text
    return MarkdownReader(text, covered, calls, matter).read()


def has_markup(text: str) -> bool:
    """Whether a Markdown parser could see anything but paragraphs without markup in `text`.

    May say yes where there is none; the checks are in the order in which they are cheap.
    """
    if (
        "*" in text
        or "`" in text
        or "<" in text
        or "_" in text
        or "|" in text
        or "\\" in text
        or "\r" in text
        or "\t" in text
        or " \n" in text
        or "{" in text
        or "~" in text
        or text[:1] == " "
        or text[-1:] == " "
    ):
        return True
    if "&" in text and _ENTITY.search(text):
        return True
    if "[" in text and ("](" in text or "]:" in text or "][" in text or _has_calls(text)):
        return True
    return _BLOCK_MARK.search(text) is not None or _BLOCK_MARK.match("\n" + text[:12]) is not None


def _has_calls(text: str) -> bool:
    """Whether a bracket is a shortcode, and not the editor's in a quotation (`[the mayor]`)."""
    if not _BRACKET_CALL.search(text):
        return False
    from newslint.document import shortcodes

    return bool(shortcodes.find(text))

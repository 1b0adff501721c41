"""A link without text or without target: `[](https://…)`, `[text]()`, `<a href="…"></a>`, `<a>text</a>`.

A picture is text enough, whatever its description. Links to a place in the same page (`#top`) may be empty, and
so may those that scripts and style sheets fill: a tag with attributes beyond the target is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

_NO_TARGET = frozenset(("", "http://", "https://", "http:", "https:"))
_BLANK = ("", " ", "\n", "\u00a0")
_TAG = LatePattern(r"<[aA](?=[\s>])[^<>]{0,2000}>")
_ATTRIBUTE = LatePattern(r"[\s\"'/]([^\s\"'<>/=]+)")
_VALUE = LatePattern(r"=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
_PLAIN = frozenset(("href", "target", "rel", "style", "title"))


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the whole link in the source, markup included."""
    for link in document.links:
        is_empty = link.end - link.start < 2 and document.prose[link.start : link.end] in _BLANK
        if link.is_image or not (is_empty or link.target in _NO_TARGET):
            continue
        text = document.source.text[link.source_start : link.source_end]
        if (is_empty and link.target.startswith("#")) or "<img" in text or "![" in text:
            continue
        tag = _TAG.match(text)
        if tag and not _PLAIN.issuperset(_ATTRIBUTE.findall(_VALUE.sub(" ", tag[0]).lower())):
            continue
        yield Hit(
            link.source_start,
            link.source_end,
            arguments=("text" if is_empty else "target",),
            in_source=True,
        )

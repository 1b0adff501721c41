"""What a page template printed into the body: comment forms, share buttons, breadcrumbs, cookie notices.

Only whole blocks are furniture: `Leave a Comment` alone is, in a sentence it is copy.

- `blocks`: what a block says, whole. It is found in any casing (as listed, `Leave a
  Comment`, `Leave A Comment`, `LEAVE A COMMENT`, `leave a comment`), with or without a closing mark.
- `unlinked`: blocks that are furniture only where no link stands in them or in the block below: an editor's own
  `Related posts` has its links, the template's lost them.
- `patterns`: a word and the pattern (Python's `re`) that a whole block of up to 400 characters matches if it
  holds that word, exactly so written.

In a whole page (not in a fragment) a block whose tag has attributes is the page's own furniture, and in its place.
A breadcrumb trail at a block's start (`Home » World » …`) is found without being listed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.checks._linked import is_linked
from newslint.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"blocks": [], "unlinked": [], "patterns": {}}

_TRAIL = LatePattern(
    r"(?:(?:You are here|YOU ARE HERE):? ?)?(?:Home|HOME|Homepage|Front page) ?"
    r"(?:[»›→](?: ?[^\n»›→]{1,40}[»›→](?=[ \n]|$)){0,6}|>>?(?: ?[^\n>]{1,40}>>?(?=[ \n]|$)){1,6})"
)
_TRAIL_STARTS = ("Home", "HOME", "You are here", "YOU ARE HERE", "Front page")
_TRAIL_SIGNS = "»›→>"
_PAGE = LatePattern(r"<!doctype html|<html|<body", re.IGNORECASE)
_CLOSING = ("", ":", ".", "…", "!", " »", " ›", " →")
_SMALL = frozenset("a an the and or to in on of for by via this our with".split())
_LONGEST = 400


class Prepared:
    """The listed blocks in every casing, and the patterns, compiled when a block may match."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.unlinked = _forms(settings["unlinked"])
        self.blocks = _forms(settings["blocks"]) | self.unlinked
        self.patterns: dict[str, str] = settings["patterns"]
        self.words = frozenset(self.patterns)


def _forms(blocks: list[str]) -> frozenset[str]:
    return frozenset(form + closing for block in blocks for form in _cased(block) for closing in _CLOSING)


def _cased(text: str) -> set[str]:
    """A text as listed, in sentence case, in both title cases, in lower and in upper case."""
    words = text.split(" ")
    capitalized = [word[:1].upper() + word[1:] for word in words]
    title = [large if large.lower() not in _SMALL else word for word, large in zip(words, capitalized, strict=True)]
    return {text, " ".join(capitalized), " ".join(title), text.lower(), text.upper()}


def prepare(settings: Mapping[str, Any]) -> Prepared:
    """The settings, made ready for `check`."""
    return Prepared(settings)


def check(document: Document, prepared: Prepared) -> Iterator[Hit]:
    """Hits on whole blocks, or on the part of a block that is a trail."""
    for hit in _hits(document, prepared):
        if document.source.format != "html" or not _is_template(document, hit.start):
            yield hit


def _is_template(document: Document, start: int) -> bool:
    """Whether a place in a whole page stands right after a tag with attributes: the page's own furniture."""
    text = document.source.text
    if not _PAGE.search(text, 0, 5000):
        return False
    place = document.offsets.to_source(start, start + 1)[0]
    return "=" in text[text.rfind("<", 0, place) : place]


def _hits(document: Document, prepared: Prepared) -> Iterator[Hit]:
    prose = document.prose
    if not prepared.blocks.isdisjoint(prose.split("\n\n")):
        for index, block in enumerate(document.blocks):
            text = prose[block.start : block.end]
            if text in prepared.blocks and not (text in prepared.unlinked and _has_links(document, index)):
                yield Hit(block.start, block.end)
    if not prepared.words.isdisjoint(document.words.distinct):
        yield from _matching(document, prepared)
    if any(sign in prose for sign in _TRAIL_SIGNS) and any(start in prose for start in _TRAIL_STARTS):
        for block in document.blocks:
            if prose.startswith(_TRAIL_STARTS, block.start):
                trail = _TRAIL.match(prose, block.start, block.end)
                if trail:
                    yield Hit(trail.start(), trail.end())


def _has_links(document: Document, index: int) -> bool:
    """Whether a link stands in the block at `index` or in the one after it."""
    blocks = document.blocks[index : index + 2]
    return is_linked(document, blocks[0].start, blocks[-1].end)


def _matching(document: Document, prepared: Prepared) -> Iterator[Hit]:
    present = prepared.words & document.words.distinct
    patterns = [(word, re.compile(prepared.patterns[word], re.DOTALL)) for word in sorted(present)]
    for block in document.blocks:
        if block.end - block.start <= _LONGEST:
            text = document.prose[block.start : block.end]
            if any(word in text and pattern.fullmatch(text) for word, pattern in patterns):
                yield Hit(block.start, block.end)

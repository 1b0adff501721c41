"""A sentence that promises a link and has none: `Read our analysis here.`, `Click here to vote.`

Found where a verb of reading, what there is to read, and a closing `here` stand in one sentence, or `click
here` anywhere, and no link, address or code touches the sentence or the line after its colon. Plain text has no links to
promise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.checks._linked import is_linked
from newslint.document import OPAQUE
from newslint.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

_HERE = LatePattern(r"[Hh]ere\b(?<=\b[Hh]ere)(?=[.!:]?[\"”’)]?(?:\n|$|[ ][A-Z“\"])|,? to \w)")
_CLICK = LatePattern(r"\b(?:[Cc]lick|[Tt]ap) (?:right )?$")
_READ = LatePattern(
    r"(?:^|[,;:–—] ?|\b(?:and|or|to|can|please|then) )"
    r"(?:read|see|find|explore|watch|listen to|view|check out|download|browse|discover|get) "
    r"(?:[\w'’“”-]+,? ){0,8}"
    r"(?:more|analysis|coverage|story|stories|article|articles|report|reports|interview|review|series|profile|guide"
    r"|gallery|video|podcast|episode|transcript|statement|documents?|information|details|explainer|analyses|reporting)"
    r"(?: (?:on|about|of|from|by|in) (?:[\w'’-]+ ){1,6}| )$",
    re.IGNORECASE,
)
_SENTENCE_START = LatePattern(r"[.!?…][\"”’)]* |\n\n")
_VERBS = frozenset(
    "click tap read see find explore watch listen view check download browse discover get".split()
)
_LONGEST = 240
_NEAR = 160


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on `here`, with `click` before it."""
    words = document.words
    if words.distinct.isdisjoint(("here", "Here")) or words.lowered.isdisjoint(_VERBS):
        return
    if document.source.format == "plain":
        return
    prose = document.prose
    for match in _HERE.finditer(prose):
        start = _sentence_start(prose, match.start())
        if _has_link(document, start, match.end()):
            continue
        before = prose[start : match.start()].replace("\n", " ")
        click = _CLICK.search(before)
        if click is None and not (match.end() < len(prose) and prose[match.end()] == ",") and not _READ.search(before):
            continue
        if click is None and prose[match.end() : match.end() + 4].lstrip(",") .startswith(" to"):
            continue
        if document.is_quoted(match.start(), match.end()):
            continue
        yield Hit(start + click.start() if click else match.start(), match.end())


def _sentence_start(prose: str, end: int) -> int:
    floor = max(0, end - _LONGEST)
    start = floor
    for stop in _SENTENCE_START.finditer(prose, floor, end):
        start = stop.end()
    return start


def _has_link(document: Document, start: int, end: int) -> bool:
    """Whether a link or something opaque stands in the sentence or right after it."""
    prose = document.prose
    reach = min(end + _NEAR, len(prose)) if prose[end : end + 1] == ":" else _line_end(prose, end)
    if OPAQUE in prose[start:reach]:
        return True
    return is_linked(document, start, reach)


def _line_end(prose: str, start: int) -> int:
    end = prose.find("\n", start)
    return len(prose) if end < 0 else end

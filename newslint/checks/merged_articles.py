"""Another article's headline glued to the end of a paragraph: `…of the pact.Harbour Plan Meets New Resistance From Port Unions`.

Found where no space follows a full stop and what follows runs to the end of the block in title case, five words
or more without a stop, or is a heading or paragraph of the same article word for word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.finding import Hit

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"least-words": 5, "most-words": 20}

_GLUED = tuple(
    (mark, LatePattern(rf"\{mark}(?=[“\"‘]?[A-Z])(?<=[a-z0-9)”\"’].)(?<![A-Z]\w.)")) for mark in ".!?"
)  # a literal first: one pattern of three marks takes four times as long
_WORD = LatePattern(r"[^\W_][\w'’.-]*")
_ENDED = LatePattern(r"[.!?,;:][”\"’)]*$|[.!?…] ")
_LONGEST = 300
_SMALL = frozenset(
    "a an the and or but nor for so yet as at by in of off on per to up via vs vs. v from with into onto over amid after "
    "before about against around between during under upon than that is are if near out down de la le el von van der".split()
)


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits from the glued headline's first letter to its end."""
    prose = document.prose
    for match in _glued(prose):
        start = match.end()
        block = document.block_at(start)
        if block is None or block.kind == "table-cell" or block.end - start > _LONGEST:
            continue
        headline = prose[start : block.end]
        words = _WORD.findall(headline)
        if not settings["least-words"] <= len(words) <= settings["most-words"] or _ENDED.search(headline):
            continue
        if _is_title(words) or _is_known(document, headline):
            yield Hit(start, block.end)


def _glued(prose: str) -> Iterator[re.Match[str]]:
    for mark, pattern in _GLUED:
        if mark in prose:
            yield from pattern.finditer(prose)


def _is_title(words: list[str]) -> bool:
    """Whether words are capitalised as in a headline; a name alone (`Harbour Board Planning Unit`) is none."""
    large = [word for word in words if word not in _SMALL]
    joined = len(large) < len(words) or len(words) > 7
    return joined and len(large) >= 4 and all(word[0].isupper() or word[0].isdigit() for word in large)


def _is_known(document: Document, headline: str) -> bool:
    """Whether a block of the document says the same, case aside."""
    length, lowered = len(headline), headline.lower()
    return any(
        block.end - block.start == length and document.prose[block.start : block.end].lower() == lowered
        for block in document.blocks
    )

"""A document as the near-duplicate checks keep it: the word hashes of its blocks, and where the blocks are."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from newslint.duplicates.words import HASHES, separated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, Protocol

    class BlockOfProse(Protocol):
        """What a block must tell: its span in prose, and its kind."""

        start: int
        end: int

        @property
        def kind(self) -> str:
            """What kind of block it is: heading, paragraph, table cell ..."""

    class ParsedDocument(Protocol):
        """What a document must tell."""

        prose: str
        memo: dict[str, Any]

        @property
        def blocks(self) -> Sequence[BlockOfProse]:
            """The blocks over `prose`, in order."""


class Sections:
    """Plain data, cheap to make and to pickle. Block i has the words `words[bounds[i]:bounds[i + 1]]`.

    A block of `SECTION` words or more is a section; the shorter ones are kept because they extend a match of
    their neighbours.

    - `words`: 32-bit word hashes (type code I) of all blocks in text order;
    - `bounds`: where each block's words start in `words`, and where the last one's end: one more than blocks;
    - `spans`: start and end of each block, in code points of the prose;
    - `kinds`: the kind of each block.
    """

    __slots__ = ("bounds", "kinds", "spans", "words")

    def __init__(
        self, words: array[int], bounds: list[int], spans: list[tuple[int, int]], kinds: list[str]
    ) -> None:
        self.words = words
        self.bounds = bounds
        self.spans = spans
        self.kinds = kinds

    def size(self, index: int) -> int:
        """How many words a block has."""
        return self.bounds[index + 1] - self.bounds[index]

    def block(self, index: int) -> array[int]:
        """The word hashes of a block."""
        return self.words[self.bounds[index] : self.bounds[index + 1]]


def of(prose: str, blocks: Sequence[BlockOfProse]) -> Sections:
    """The sections of a document's prose and its blocks over it."""
    return of_spans(prose, [(block.start, block.end) for block in blocks], [block.kind for block in blocks])


def of_spans(prose: str, spans: list[tuple[int, int]], kinds: list[str]) -> Sections:
    """The sections of a document's prose, given the span (code points of `prose`) and kind of each block."""
    parts = separated(prose).split("\n\n")
    if len(parts) != len(spans):  # a blank line inside a block
        parts = [separated(prose[start:end]) for start, end in spans]
    runs: list[str] = []
    bounds = [0]
    for part in parts:
        runs += part.split()
        bounds.append(len(runs))
    try:
        words = array("I", map(HASHES.__getitem__, runs))
    except OverflowError:
        words, bounds = _without_empty(parts)
    return Sections(words, bounds, spans, kinds)


def _without_empty(parts: Iterable[str]) -> tuple[array[int], list[int]]:
    """As `of` does it, where some runs of marks are no words after folding."""
    words: array[int] = array("I")
    bounds = [0]
    for part in parts:
        words.extend(value for run in part.split() if (value := HASHES[run]) >= 0)
        bounds.append(len(words))
    return words, bounds


def of_document(document: ParsedDocument) -> Sections:
    """The sections of a document, made once and kept in its memo."""
    made = document.memo.get(__name__)
    if made is None:
        made = document.memo[__name__] = of(document.prose, document.blocks)
    sections: Sections = made
    return sections


def made_of(document: ParsedDocument) -> Sections | None:
    """The sections of a document, where they have been made already."""
    made: Sections | None = document.memo.get(__name__)
    return made

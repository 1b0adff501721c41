"""Whether a fix does what it declares and nothing else: the edited text is parsed again and compared.

The words that show must be the words before with the declared edits made, in blocks of the same kinds. Only
blocks that a fix touches may change their kind, and only as its check declares (`REKINDS`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newslint.document import OPAQUE, parse
from newslint.document.words import WORD
from newslint.finding import Edit
from newslint.fixes.edits import apply, edits_of, reach, with_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document
    from newslint.finding import Finding
    from newslint.source import Source

Rekinds = frozenset[tuple[str, str]]
"""Pairs of block kinds, before and after, between which the fixes of a rule may change a block."""

_VISIBLE = re.compile(f"{WORD.pattern}|{OPAQUE}+")


class Step:
    """One pass over one source: accepts fixes that, together, do what they declare."""

    def __init__(self, source: Source, rekinds: Mapping[str, Rekinds]) -> None:
        self.source = source
        self.document = parse(source)
        self.rekinds = rekinds
        self.accepted: list[Finding] = []
        self.rejected: list[Finding] = []

    def accept(self, findings: list[Finding]) -> None:
        """Take all of `findings`, or, where together they break something, those that alone do not."""
        together = sorted(self.accepted + findings, key=reach)
        if self._verified(together):
            self.accepted = together
        elif len(findings) == 1:
            self.rejected += findings
        else:
            half = len(findings) // 2
            self.accept(findings[:half])
            self.accept(findings[half:])

    def _verified(self, findings: list[Finding]) -> bool:
        edits = edits_of(self.source, findings)
        after = parse(with_text(self.source, apply(self.source.text, edits)))
        free = list(self._free_spans(findings))
        wanted = list(_words(self.document, edits))
        got = list(_words(after, []))
        if len(wanted) != len(got):
            return False
        for old, new in zip(wanted, got, strict=True):
            if old.word != new.word:
                return False
            if old[1:4] != new[1:4] and not any(
                start <= old.offset <= end and (old.kind == new.kind or (old.kind, new.kind) in pairs)
                for start, end, pairs in free
            ):
                return False
        return True

    def _free_spans(self, findings: list[Finding]) -> Iterator[tuple[int, int, Rekinds]]:
        """Source spans in which declared re-kinding may happen: the blocks that a fix touches."""
        for finding in findings:
            pairs = self.rekinds.get(finding.code)
            if not pairs or finding.fix is None:
                continue
            touched = [(finding.start.offset, finding.end.offset), *map(self._touched, finding.fix.edits)]
            for block in self.document.blocks:
                start, end = self.document.offsets.to_source(block.start, block.end)
                if any(start < last and first < end for first, last in touched):
                    yield start, end, pairs

    def _touched(self, edit: Edit) -> tuple[int, int]:
        """The source span whose blocks an edit may change: white space between two blocks belongs to both."""
        text = self.source.text
        start, end = edit.start, edit.end
        if not (text[start:end] + edit.text).isspace():
            return start, max(end, start + 1)
        while start > 0 and text[start - 1].isspace():
            start -= 1
        while end < len(text) and text[end].isspace():
            end += 1
        return start - 1, end + 1


class _Word(NamedTuple):
    word: str
    kind: str
    level: int
    opens: bool
    """Whether it is the first of its block."""
    offset: int
    """Where its block starts in the source, before any edit."""


def _words(document: Document, edits: list[Edit]) -> Iterator[_Word]:
    """The words of a document's prose once `edits` (source offsets) are made in it."""
    moved = [edit for edit in (_in_prose(document, edit) for edit in edits) if edit]
    place = 0
    for block in document.blocks:
        inside = []
        while place < len(moved) and (moved[place].start < block.end or moved[place].end <= block.end):
            edit = moved[place]
            inside.append(
                Edit(max(edit.start - block.start, 0), min(edit.end, block.end) - block.start, edit.text)
            )
            place += 1
        source_start = document.offsets.to_source(block.start, block.end)[0]
        opens = True
        for match in _VISIBLE.finditer(apply(document.prose[block.start : block.end], inside)):
            yield _Word(match[0], block.kind, block.level, opens, source_start)
            opens = False


def _in_prose(document: Document, edit: Edit) -> Edit | None:
    """An edit in prose offsets, or None where it lies in markup and so declares no change of a word."""
    to_prose = document.offsets.to_prose
    if edit.start == edit.end:
        left = to_prose(edit.start - 1) if edit.start else None
        place = to_prose(edit.start) if left is None else left + 1
        return None if place is None else Edit(place, place, edit.text)
    start, last = to_prose(edit.start), to_prose(edit.end - 1)
    if start is None:
        return None
    return Edit(start, start + 1 if last is None else last + 1, edit.text)

"""Findings to edits, and edits to text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.finding import Edit
from newslint.source import Source

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from newslint.finding import Finding

_LINE_END = re.compile(r"\r\n?|\n")


def fixable(finding: Finding, unsafe: bool) -> bool:
    """Whether a finding has a fix of the wanted safety."""
    return finding.fix is not None and (unsafe or finding.fix.safety == "safe")


def choose(
    findings: Iterable[Finding], unsafe: bool, refused: Container[tuple[str, ...]] = ()
) -> list[Finding]:
    """The findings to fix in one pass, in reading order: none of their edits touches another's.

    Two insertions at the same place conflict, and so do edits that share an end, since the result would
    depend on their order.
    """
    wanted = [finding for finding in findings if fixable(finding, unsafe) and key_of(finding) not in refused]
    wanted.sort(key=lambda finding: (reach(finding), finding.code))
    chosen: list[Finding] = []
    taken: list[tuple[int, int]] = []
    for finding in wanted:
        assert finding.fix is not None
        spans = [(edit.start, edit.end) for edit in finding.fix.edits]
        start = min(span[0] for span in spans)
        near = [span for span in taken if span[1] >= start]
        if any(a <= other_end and other <= b for a, b in spans for other, other_end in near):
            continue
        chosen.append(finding)
        taken = near + spans
    return chosen


def edited(source: Source, findings: Iterable[Finding]) -> str:
    """The text with the fixes of `findings` applied; their edits must not overlap.

    A `\\n` in an edit is written as the source's own line ending.
    """
    return apply(source.text, edits_of(source, findings))


def edits_of(source: Source, findings: Iterable[Finding]) -> list[Edit]:
    """The edits of `findings` in source order, their line endings those of the source."""
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    ending = _LINE_END.search(source.text)
    if ending and ending[0] != "\n":
        edits = [Edit(edit.start, edit.end, _LINE_END.sub(ending[0], edit.text)) for edit in edits]
    return sorted(edits, key=lambda edit: (edit.start, edit.end))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with `edits` made, which are in order and do not overlap."""
    parts = []
    done = 0
    for edit in edits:
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    parts.append(text[done:])
    return "".join(parts)


def reach(finding: Finding) -> tuple[int, int]:
    """Where the first edit of a finding's fix starts and where the last ends."""
    assert finding.fix is not None
    edits = finding.fix.edits
    return min(edit.start for edit in edits), max(edit.end for edit in edits)


def key_of(finding: Finding) -> tuple[str, ...]:
    """What names a fix from pass to pass, while offsets move."""
    assert finding.fix is not None
    return (finding.code, finding.text, *(edit.text for edit in finding.fix.edits))


def with_text(source: Source, text: str) -> Source:
    """A source like `source` with another text."""
    return Source(text, source.path, source.format, source.encoding, source.bom)

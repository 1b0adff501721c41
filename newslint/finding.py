"""Spans, hits, edits, findings and reports: plain data, without behaviour.

A check yields *hits*: places in a document and what there is to say of them. The linter joins a hit with
its rule and its source into a *finding*, which is what reports, fixes, the gate and the editor read.

Every offset is in code points, 0-based, half-open. What is never changed is a named tuple, which costs less to
define than a frozen dataclass: a run on one short file is mostly start-up.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Level = Literal["error", "warning", "suggestion"]
Safety = Literal["safe", "unsafe"]

LEVELS: tuple[Level, ...] = ("error", "warning", "suggestion")


class Span(NamedTuple):
    """A half-open stretch of text in code points."""

    start: int
    end: int


class Edit(NamedTuple):
    """Replace `start:end` (code points) by `text`; an insertion has `start == end`."""

    start: int
    end: int
    text: str


class ArchivedArticle(NamedTuple):
    """The catalogue entry of an article in an archive index."""

    id: str
    title: str | None = None
    url: str | None = None
    published: str | None = None


class Related(NamedTuple):
    """Another place that belongs to a hit: the earlier copy of a section, the first spelling of a name.

    `start` and `end` are offsets in the same coordinates as the hit's own (prose, or source where the hit
    says `in_source`) of the document `path` names; `path` None is the hit's own document. For an archived
    article `archive` is set and `words` is the half-open range of word positions in it.
    """

    message: str
    start: int = 0
    end: int = 0
    path: str | None = None
    archive: ArchivedArticle | None = None
    words: tuple[int, int] | None = None


class Hit(NamedTuple):
    """What a check yields: a place, and what is said of it.

    `start` and `end` are offsets into `Document.prose`, or into the source text where `in_source` is true;
    edits and related places use the same coordinates. `arguments` fill the `%s` of the rule's message in
    order; without any, the message's `%s` is the hit's text. `suggestions` replace the hit's whole text,
    best first. `edits` are what a fix would do; the linter drops them where no edit may be made.
    """

    start: int
    end: int
    arguments: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    safety: Safety = "unsafe"
    related: tuple[Related, ...] = ()
    similarity: float | None = None
    message: str | None = None
    in_source: bool = False
    level: Level | None = None
    """Instead of the rule's level, for a hit that weighs less than others of its rule."""
    path: str = ""
    """Only from a run check: the path of the document that the hit lies in."""


class Position(NamedTuple):
    """A place in the decoded source: 0-based code point offset, 1-based line and column (code points)."""

    offset: int
    line: int
    column: int


class Fix(NamedTuple):
    """Edits in source offsets that belong together, and how safe they are."""

    safety: Safety
    edits: tuple[Edit, ...]


class RelatedPlace(NamedTuple):
    """A related place, located: in a file (`path`, `start`, `end`) or in an archived article."""

    message: str
    path: str | None = None
    start: Position | None = None
    end: Position | None = None
    archive: ArchivedArticle | None = None
    words: tuple[int, int] | None = None


@dataclass(slots=True)
class Finding:
    """One defect, located in its source. `text` is the source slice from `start` to `end`, always."""

    path: str
    code: str
    rule: str
    category: str
    level: Level
    message: str
    text: str
    start: Position
    end: Position
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    related: tuple[RelatedPlace, ...] = ()
    similarity: float | None = None
    url: str = ""
    field: str | None = None
    fingerprint: str = ""


class InputError(NamedTuple):
    """An input that could not be read or a part that failed; `line` is 1-based where it is known."""

    path: str
    message: str
    line: int | None = None


class Skipped(NamedTuple):
    """Rules that did not run on an input, and why."""

    path: str
    rules: str
    reason: str


@dataclass(slots=True)
class Report:
    """The outcome of a run: findings in reading order, and what was not looked at."""

    findings: list[Finding] = field(default_factory=list)
    errors: list[InputError] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    files: int = 0
    suppressed: int = 0
    baselined: int = 0
    stale: int = 0
    """Entries of the baseline whose findings are no longer there."""

    def count(self, level: Level) -> int:
        """How many findings have this level."""
        return sum(1 for finding in self.findings if finding.level == level)

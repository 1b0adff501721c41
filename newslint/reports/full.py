"""`full`: each finding with the line it stands in, carets under the spot, and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.reports.concise import heading
from newslint.reports.summary import summary
from newslint.reports.terminal_text import columns, shown, styled, window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.finding import Finding, RelatedPlace, Report
    from newslint.reports import Page
    from newslint.source import Source

MOST_SUGGESTIONS = 3
LONGEST_SUGGESTION = 80
"""In columns; a longer one would only repeat the paragraph."""


def render(report: Report, page: Page) -> Iterator[str]:
    """A paragraph a finding, then the summary."""
    for finding in report.findings:
        yield heading(finding, page) + "\n"
        gutter = len(str(finding.start.line)) + 1
        source = page.source_of(finding)
        if source is not None and source.text[finding.start.offset : finding.end.offset] == finding.text:
            yield _excerpt(finding, source, gutter, page)
        margin = " " * gutter
        advice = _advice(finding)
        if advice:
            yield f"{margin}{styled('help:', 'help', page.colour)} {advice}\n"
        for place in finding.related:
            yield f"{margin}{styled('see:', 'help', page.colour)} {_place(place)}\n"
        yield "\n"
    yield summary(report, page)


def _excerpt(finding: Finding, source: Source, gutter: int, page: Page) -> str:
    """The line of the finding, cut around the spot to the width of the page, and carets under it."""
    line_start, line_end = source.line_span(finding.start.line)
    start, end = finding.start.offset, finding.end.offset
    before, spot, after = window(
        shown(source.text[line_start:start]),
        shown(source.text[start : min(end, line_end)], spaces_too=True),
        shown(source.text[end:line_end]) if end <= line_end else "",
        max(page.width - gutter - 3, 20),
    )
    bar = styled("|", "faint", page.colour)
    carets = "^" * max(columns(spot), 1)
    more = "" if finding.end.line == finding.start.line else f" (to line {finding.end.line})"
    return (
        f"{finding.start.line:>{gutter}} {bar} {before}{styled(spot, 'strong', page.colour)}{after}".rstrip()
        + f"\n{'':{gutter}} {bar} {' ' * columns(before)}{styled(carets, finding.level, page.colour)}{more}\n"
    )


def _advice(finding: Finding) -> str:
    wanted = [
        _named(suggestion)
        for suggestion in finding.suggestions[:MOST_SUGGESTIONS]
        if columns(suggestion) <= LONGEST_SUGGESTION
    ]
    return f"write {' or '.join(wanted)}" if wanted else ""


def _named(suggestion: str) -> str:
    if not suggestion:
        return "nothing"
    return "one space" if suggestion == " " else f"`{shown(suggestion, spaces_too=True)}`"


def _place(place: RelatedPlace) -> str:
    if place.archive is not None:
        name = place.archive.title or place.archive.id
        parts = [name, place.archive.published, place.archive.url]
        where = ", ".join(shown(part) for part in parts if part)
    elif place.start is not None:
        where = f"{shown(place.path or '')}:{place.start.line}:{place.start.column}"
    else:
        where = shown(place.path or "")
    return f"{where}: {shown(place.message)}" if place.message else where

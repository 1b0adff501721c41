"""`--statistics`: how often each rule speaks, most often first, in place of the findings."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newslint.reports.summary import summary
from newslint.reports.terminal_text import styled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.finding import Level, Report
    from newslint.reports import Page


class Tally(NamedTuple):
    """How often one rule speaks, and how many of its findings have a fix."""

    findings: int
    level: Level
    code: str
    rule: str
    fixable: int
    safe: int
    """How many of those fixes are safe."""


def render(report: Report, page: Page) -> Iterator[str]:
    """A line a code: count, level, code, whether some can be fixed, rule."""
    entries = tallies(report)
    width = max((len(f"{entry.findings:,}") for entry in entries), default=0)
    longest = max((len(entry.code) for entry in entries), default=0)
    for entry in entries:
        name = styled(f"{entry.level:<10}  {entry.code:<{longest}}", entry.level, page.colour)
        yield f"{entry.findings:>{width},}  {name}  {'[*]' if entry.safe else '[~]' if entry.fixable else '   '} {entry.rule}\n"
    yield summary(report, page)


def render_json(report: Report) -> Iterator[str]:
    """The same as a JSON list of objects, one a line."""
    lines = [
        json.dumps(
            {
                "code": entry.code,
                "rule": entry.rule,
                "level": entry.level,
                "count": entry.findings,
                "fixable": entry.fixable,
            }
        )
        for entry in tallies(report)
    ]
    yield "[" + ",".join("\n  " + line for line in lines) + "\n]\n"


def tallies(report: Report) -> list[Tally]:
    """One entry a code, most frequent first, then in the order of the codes."""
    counts = Counter((finding.level, finding.code, finding.rule) for finding in report.findings)
    fixes = [(finding.code, finding.fix.safety) for finding in report.findings if finding.fix]
    fixable = Counter(code for code, _ in fixes)
    safe = Counter(code for code, safety in fixes if safety == "safe")
    return sorted(
        (
            Tally(count, level, code, rule, fixable[code], safe[code])
            for (level, code, rule), count in counts.items()
        ),
        key=lambda entry: (-entry.findings, entry.code),
    )

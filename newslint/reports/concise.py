"""`concise`: one line a finding, for terminals, editors and grep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.reports.summary import summary
from newslint.reports.terminal_text import shown, styled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.finding import Finding, Report
    from newslint.reports import Page


def render(report: Report, page: Page) -> Iterator[str]:
    """A line a finding, then the summary."""
    for finding in report.findings:
        yield heading(finding, page) + "\n"
    yield summary(report, page)


def heading(finding: Finding, page: Page) -> str:
    """`path:line:column: level CODE [*] message`; `[*]` marks a safe fix, `[~]` an unsafe one."""
    place = f"{shown(finding.path)}{shown(finding.field or '')}"
    mark = ""
    if finding.fix is not None:
        mark = styled("[*]" if finding.fix.safety == "safe" else "[~]", "help", page.colour) + " "
    return (
        f"{styled(place, 'strong', page.colour)}:{finding.start.line}:{finding.start.column}: "
        f"{styled(f'{finding.level} {finding.code}', finding.level, page.colour)} {mark}{shown(finding.message)}"
    )

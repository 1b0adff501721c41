"""The last lines of a report for people: how much was found, what can be fixed, what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.finding import LEVELS
from newslint.reports.terminal_text import shown, styled

if TYPE_CHECKING:
    from newslint.finding import Report
    from newslint.reports import Page


def summary(report: Report, page: Page) -> str:
    """`Found 3 errors, 1 warning (2 fixable with --fix).`, and a line for all that was not looked at."""
    if page.quiet:
        return ""
    lines = [
        f"note: {shown(skipped.path)}: {skipped.reason}; not run: {skipped.rules}"
        for skipped in report.skipped
    ]
    lines = [styled(line, "faint", page.colour) for line in lines]
    if page.fixed:
        lines.append(f"Fixed {_counted(page.fixed, 'finding')}.")
    if not report.findings:
        if not report.errors:
            lines.append(f"No findings in {_counted(report.files, 'file')}{_left_out(report)}.")
    else:
        found = ", ".join(_counted(report.count(level), level) for level in LEVELS if report.count(level))
        lines.append(
            f"Found {found} in {_counted(report.files, 'file')}{_left_out(report)}{_fixable(report, page)}."
        )
    return "".join(line + "\n" for line in lines)


def _fixable(report: Report, page: Page) -> str:
    safe = sum(1 for finding in report.findings if finding.fix and finding.fix.safety == "safe")
    unsafe = sum(1 for finding in report.findings if finding.fix and finding.fix.safety == "unsafe")
    if page.unsafe and safe + unsafe:
        return f" ({safe + unsafe} fixable with --fix --unsafe-fixes)"
    parts = []
    if safe:
        parts.append(f"{safe} fixable with --fix")
    if unsafe:
        parts.append(f"{unsafe} {'more ' if safe else 'fixable '}with --unsafe-fixes")
    return f" ({', '.join(parts)})" if parts else ""


def _left_out(report: Report) -> str:
    parts = []
    if report.suppressed:
        parts.append(f"{report.suppressed:,} suppressed")
    if report.baselined:
        parts.append(f"{report.baselined:,} in the baseline")
    return f"; {', '.join(parts)}" if parts else ""


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"

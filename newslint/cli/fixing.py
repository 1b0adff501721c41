"""`newslint check --fix` and `--diff`: which files change, and how that is shown."""

from __future__ import annotations

import difflib
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from newslint.cli import output
from newslint.finding import InputError
from newslint.fixes import Fixed, WriteError, fix, fixable, rekinds_of, write_source
from newslint.reports.terminal_text import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newslint.finding import Finding, Report
    from newslint.rule_choice import RuleChoice
    from newslint.source import Source


class Change(NamedTuple):
    """A source, and what fixing made of it."""

    before: Source
    fixed: Fixed


def changes(
    report: Report,
    source_of: Callable[[Finding], Source | None],
    lint: Callable[[Source], list[Finding]],
    choice: RuleChoice,
    unsafe: bool,
) -> list[Change]:
    """What fixing makes of each file that the report finds something to fix in; files it leaves alone are left out."""
    rekinds = rekinds_of(choice.known)
    made = []
    for _, found in groupby(report.findings, key=lambda finding: finding.path):
        wanted = [finding for finding in found if fixable(finding, unsafe)]
        source = source_of(wanted[0]) if wanted else None
        if source is None:
            continue
        fixed = fix(source, lint, unsafe=unsafe, rekinds=rekinds)
        if fixed.applied or fixed.taken_back:
            made.append(Change(source, fixed))
    return made


def write(changes: Sequence[Change]) -> list[InputError]:
    """Write the fixed files; those that cannot be written are told, and stay as they are."""
    faults = []
    for before, fixed in changes:
        if not fixed.applied:
            continue
        try:
            write_source(before, fixed.source)
        except WriteError as error:
            faults.append(InputError(error.path, error.message))
            fixed.applied.clear()
    return faults


def differences(changes: Sequence[Change]) -> Iterator[str]:
    """A unified difference of each changed file."""
    for before, fixed in changes:
        lines = difflib.unified_diff(_lines(before), _lines(fixed.source), before.path, before.path, n=2)
        for line in lines:
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(source: Source) -> list[str]:
    starts = [*source.line_starts, len(source.text)]
    lines = [source.text[start:end] for start, end in pairwise(starts)]
    return lines if lines[-1] else lines[:-1]


def tell_would_fix(changes: Sequence[Change]) -> None:
    """A line on stderr: how many findings --fix would fix."""
    count = sum(len(change.fixed.applied) for change in changes)
    if count:
        output.tell(f"Would fix {count:,} finding{'' if count == 1 else 's'}.")


def tell_taken_back(changes: Sequence[Change]) -> None:
    """A line on stderr for each fix that was not made because it would have changed more than it says."""
    for change in changes:
        for finding in change.fixed.taken_back:
            output.tell(
                f"note: {shown(finding.path)}:{finding.start.line}: the fix for {finding.code} was taken back: "
                "it would change more of the article than it says"
            )

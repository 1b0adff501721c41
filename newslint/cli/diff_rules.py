"""`newslint diff-rules`: what an edit of rules adds and removes on given articles."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from newslint.cli import output
from newslint.cli.configuring import configured
from newslint.linter import Linter
from newslint.reports.terminal_text import shown
from newslint.rule_choice import RuleChoice
from newslint.rules import load_folder
from newslint.runs import run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.config import Config
    from newslint.finding import Finding, InputError
    from newslint.rules import Rule

SAME = ("path", "code", "level", "message", "start", "end", "text")
"""What a finding must have in common with one of the other rules to be the same."""


@click.command("diff-rules")
@click.argument("old", type=click.Path(exists=True, file_okay=False))
@click.argument("new", type=click.Path(exists=True, file_okay=False))
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option("--config", "config_file", metavar="FILE", help="Use this configuration file.")
@click.option("--isolated", is_flag=True, help="Use no configuration file.")
@click.option("--no-cache", is_flag=True, help="Read everything anew, and keep nothing.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Processes; 0 lets newslint choose.",
)
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="[default: text]")
def command(old: str, new: str, paths: tuple[str, ...], jobs: int, output_format: str, **options: Any) -> int:
    """Lint PATHS with the rules of folder OLD and of folder NEW, and show the findings in which they differ.

    Rules that are off by default run if they are on in the folder. Exits 0 without a difference, 1 with one, 2
    if a rule or an input cannot be read.
    """
    from newslint.inputs import find_inputs

    config = configured(
        {"select": [], "ignore": [], "extend_select": [], "extend_ignore": [], **options}, paths
    )
    inputs = list(find_inputs(paths, config))
    difference = compare(load_folder(Path(old)), load_folder(Path(new)), inputs, config, jobs)
    output.write(_as_json(difference) if output_format == "json" else _as_text(difference))
    for error in difference.errors:
        output.tell_error(error)
    if difference.errors:
        return 2
    return int(bool(difference.added or difference.removed))


class Difference(NamedTuple):
    """Findings that only the new rules have, that only the old ones have, and what could not be linted."""

    added: list[Finding]
    removed: list[Finding]
    unchanged: int
    errors: list[InputError]


class _Given(RuleChoice):
    """The choice of given rules for every file."""

    def __init__(self, rules: list[Rule], config: Config) -> None:
        self.config = config
        self.known = rules
        self._linter = Linter([rule for rule in rules if rule.enabled], config.accept)

    def linter_for(self, path: str) -> Linter:
        """The same for every file."""
        return self._linter


def compare(
    old: list[Rule], new: list[Rule], inputs: Iterable[str | InputError], config: Config, jobs: int = 1
) -> Difference:
    """The difference in what two sets of rules find in the inputs, in reading order."""
    inputs = list(inputs)
    before = run(inputs, _Given(old, config), jobs)
    after = run(inputs, _Given(new, config), jobs)
    left = Counter(map(_key, before.findings))
    added = []
    for finding in after.findings:
        key = _key(finding)
        if left[key] > 0:
            left[key] -= 1
        else:
            added.append(finding)
    removed = []
    for finding in before.findings:
        key = _key(finding)
        if left[key] > 0:
            left[key] -= 1
            removed.append(finding)
    errors = [*before.errors, *(error for error in after.errors if error not in before.errors)]
    return Difference(added, removed, len(after.findings) - len(added), errors)


def _key(finding: Finding) -> tuple[Any, ...]:
    return tuple(getattr(finding, name) for name in SAME)


def _as_text(difference: Difference) -> Iterator[str]:
    marked = [("+", finding) for finding in difference.added] + [
        ("-", finding) for finding in difference.removed
    ]
    marked.sort(
        key=lambda entry: (entry[1].path, entry[1].start.offset, entry[1].end.offset, entry[1].code, entry[0])
    )
    for mark, finding in marked:
        place = f"{shown(finding.path)}:{finding.start.line}:{finding.start.column}"
        yield f"{mark} {place}: {finding.code} {finding.level}: {shown(finding.message)}\n"
    added, removed = (
        Counter(finding.code for finding in found) for found in (difference.added, difference.removed)
    )
    for code in sorted({*added, *removed}):
        yield f"{code}: {added[code]} added, {removed[code]} removed\n"
    yield (
        f"{len(difference.added)} added, {len(difference.removed)} removed, {difference.unchanged} unchanged.\n"
    )


def _as_json(difference: Difference) -> Iterator[str]:
    def listed(findings: list[Finding]) -> list[dict[str, Any]]:
        return [
            {
                "path": finding.path, "code": finding.code, "level": finding.level, "message": finding.message,
                "text": finding.text, "line": finding.start.line, "column": finding.start.column,
            }
            for finding in findings
        ]  # fmt: skip

    data = {
        "added": listed(difference.added),
        "removed": listed(difference.removed),
        "unchanged": difference.unchanged,
    }
    yield json.dumps(data, ensure_ascii=False, indent=1) + "\n"

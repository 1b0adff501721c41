"""`newslint check`: lint files, folders or stdin; fix them; report."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from newslint.cli import output
from newslint.cli.configuring import configured, rule_options
from newslint.cli.progress import ProgressBar
from newslint.cli.stdin import Stdin
from newslint.finding import LEVELS
from newslint.reports import FORMATS, Page, render
from newslint.rule_choice import RuleChoice
from newslint.runs import run
from newslint.source import SourceError, read

if TYPE_CHECKING:
    from newslint.finding import Finding, InputError, Report
    from newslint.source import Source

STDIN = "-"


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATHS|-]...")
@click.option("--fix", is_flag=True, help="Make the fixes that are safe.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="Count unsafe fixes in (spelling, casing): --fix makes them, too."
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--output-format",
    type=click.Choice(list(FORMATS)),
    metavar="FORMAT",
    help=f"{', '.join(FORMATS)}. [default: full]",
)
@click.option("--output-file", metavar="FILE", help="Write the report to a file.")
@click.option("--statistics", is_flag=True, help="Show how often each rule speaks, not the findings.")
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, "never"]),
    help="The lowest level that makes the exit code 1. [default: error]",
)
@click.option("-e", "--exit-zero", is_flag=True, help="Exit 0 whatever is found; errors still exit 2.")
@click.option("--stdin-filename", metavar="NAME", help="What to call stdin; its ending names the format.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Processes; 0 lets newslint choose.",
)
@click.option("--baseline", metavar="FILE", help="Leave out the findings that this file lists.")
@click.option("--write-baseline", metavar="FILE", help="Write the findings to a baseline file.")
@click.option("--index", metavar="PLACE", help="Compare with this archive index (`newslint index`).")
@click.option("--as-of", metavar="DATE", help="Archived articles published after DATE do not count.")
@rule_options
@click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="Pass over these, beside what the configuration excludes.",
)
@click.option("--force-exclude", is_flag=True, help="Exclude files that are named one by one, too.")
@click.option("-q", "--quiet", is_flag=True, help="Findings only: no summary, no progress bar.")
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="[default: auto]"
)
def command(**options: Any) -> int:
    """Find defects in articles.

    PATHS are files and folders (the current folder if none is named); `-` is stdin. Exits 0 if clean, 1 with
    findings at or above --fail-on, 2 if an input could not be read or something else went wrong.
    """
    if options["write_baseline"] and (options["fix"] or options["diff"]):
        raise click.UsageError("--write-baseline goes with neither --fix nor --diff.")
    if STDIN in options["paths"] and len(options["paths"]) > 1:
        raise click.UsageError("`-` (stdin) does not go with other paths.")
    return Check(options).run()


class Check:
    """One run of the command."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        self.stdin: Stdin | None = None
        named = options["paths"]
        if STDIN in named:
            self.stdin = Stdin(options["stdin_filename"])
            named = [options["stdin_filename"]] if options["stdin_filename"] else []
        self.config = configured(options, named)
        self.config.extend_exclude = [*self.config.extend_exclude, *options["exclude"]]
        self.config.force_exclude |= options["force_exclude"]
        self.format = options["output_format"] or self.config.output_format or "full"
        if self.format not in FORMATS:
            raise click.UsageError(f"no output format {self.format!r}; there are {', '.join(FORMATS)}.")
        if options["write_baseline"]:
            self.config.baseline = ""
        elif options["baseline"]:
            self.config.baseline = options["baseline"]
        self.config.index = options["index"] or self.config.index
        self.config.as_of = options["as_of"] or ""
        self.choice = RuleChoice(self.config)
        self._kept: Source | None = None

    def run(self) -> int:
        """Lint, fix, report; the exit code."""
        if self.options["fix"] or self.options["diff"]:
            return self._fix()
        report = self._report(self._inputs())
        if self.options["write_baseline"]:
            return self._write_baseline(report)
        return self._tell(report)

    def _inputs(self) -> list[str | Source | InputError]:
        if self.stdin is not None:
            return [self.stdin.read(self.config)]
        from newslint.inputs import find_inputs

        inputs: list[str | Source | InputError] = list(
            find_inputs(self.options["paths"] or ["."], self.config)
        )
        if not inputs and not self.config.force_exclude:
            output.tell("warning: no Markdown, HTML or plain-text files there")
        return inputs

    def _report(self, inputs: list[str | Source | InputError]) -> Report:
        with ProgressBar(not self.options["quiet"]) as progress:
            report = run(inputs, self.choice, self.options["jobs"], progress)
        if report.stale and not self.options["quiet"]:
            output.tell(f"note: {report.stale:,} findings that {self.config.baseline} lists are gone")
        return report

    def _source_of(self, finding: Finding) -> Source | None:
        """The source of a finding; the last one is kept, since findings come file by file."""
        if self._kept is None or self._kept.path != finding.path:
            if self.stdin is not None:
                return self.stdin.source
            try:
                self._kept = read(finding.path, self.config.encoding or None, self.config.max_bytes)
            except SourceError:
                return None
        return self._kept

    def _fix(self) -> int:
        from newslint.cli import fixing

        inputs = self._inputs()
        report = self._report(inputs)
        changes = fixing.changes(
            report, self._source_of, self._lint_again, self.choice, self.options["unsafe_fixes"]
        )
        if self.options["diff"]:
            output.write(fixing.differences(changes))
            self._tell_errors(report)
            fixing.tell_would_fix(changes)
            return 2 if report.errors else int(bool(changes) and not self.options["exit_zero"])
        self._kept = None
        faults = []
        if self.stdin is None:
            faults = fixing.write(changes)
        else:
            output.write_raw(self.stdin.fixed(changes))
            inputs = [change.fixed.source for change in changes] or inputs
        if changes:
            report = self._report(inputs)
            report.errors += faults
        fixing.tell_taken_back(changes)
        return self._tell(report, sum(len(change.fixed.applied) for change in changes))

    def _lint_again(self, source: Source) -> list[Finding]:
        self._kept = source
        return self._report([source]).findings

    def _write_baseline(self, report: Report) -> int:
        from newslint.baseline import write

        count = write(self.options["write_baseline"], report.findings)
        self._tell_errors(report)
        output.tell(f"{count:,} findings written to {self.options['write_baseline']}")
        return 2 if report.errors else 0

    def _tell(self, report: Report, fixed: int = 0) -> int:
        """Write the report; the exit code."""
        # with --fix, stdout belongs to the fixed text of stdin
        stream = sys.stderr if self.stdin is not None and self.options["fix"] else sys.stdout
        page = Page(
            source_of=self._source_of,
            width=output.width(),
            colour=output.wants_colour(self.options["color"], stream) and not self.options["output_file"],
            unsafe=self.options["unsafe_fixes"],
            fixed=fixed,
            quiet=self.options["quiet"],
        )
        if self.options["statistics"]:
            from newslint.reports import statistics

            pieces = (
                statistics.render_json(report) if self.format == "json" else statistics.render(report, page)
            )
        else:
            pieces = render(self.format, report, page)
        output.write(pieces, self.options["output_file"], stream)
        if report.stale and not self.options["quiet"]:
            output.tell(f"note: {report.stale:,} findings that {self.config.baseline} lists are gone")
        self._tell_errors(report)
        if report.errors:
            return 2
        return int(not self.options["exit_zero"] and self._fails(report))

    def _fails(self, report: Report) -> bool:
        lowest = self.options["fail_on"] or self.config.fail_on
        if lowest == "never":
            return False
        failing = LEVELS[: LEVELS.index(lowest) + 1]
        return any(finding.level in failing for finding in report.findings)

    def _tell_errors(self, report: Report) -> None:
        for error in report.errors:
            output.tell_error(error)

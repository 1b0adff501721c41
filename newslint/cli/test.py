"""`newslint test`: every rule held to its own examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newslint import checks
from newslint.cli import output
from newslint.config import Config
from newslint.fixes import fix, rekinds_of
from newslint.linter import Linter
from newslint.rule_choice import ARCHIVE_CHECK, RuleChoice
from newslint.rules import RuleError, load_file, load_folder, shipped_folder
from newslint.rules.compiled import rule_files
from newslint.rules.examples import faults
from newslint.runs import run

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding
    from newslint.rules import Rule
    from newslint.source import Source


@click.command("test")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False))
@click.option("-q", "--quiet", is_flag=True, help="Only what fails.")
def command(folder: str | None, quiet: bool) -> int:
    """Run the examples of every rule in FOLDER (the shipped rules if none is named).

    Each bad example must be found, and fixed, as it says; nothing may be found in a good one; a rule without
    examples fails. Exits 1 if an example does not hold, 2 if a rule cannot be read.
    """
    shipped = load_folder(shipped_folder())
    root = Path(folder) if folder else shipped_folder()
    passed = failed = examples = 0
    unread: list[RuleError] = []
    for name, _, _ in rule_files(str(root)):
        try:
            rule = load_file(root / name)
            found = list(faults(rule, *_doors(rule, shipped)))
        except RuleError as error:
            unread.append(error)
            continue
        examples += len(rule.bad) + len(rule.good)
        failed += bool(found)
        passed += not found
        output.write(f"{root / name}:{entry.line}: {rule.code}: {entry.message}\n" for entry in found)
    if not quiet:
        output.write([f"{passed} of {passed + failed} rules hold, {examples} examples.\n"])
    for fault in unread:
        output.tell(f"error: {fault}")
    if not passed + failed + len(unread):
        output.tell(f"error: no rules in {root}")
        return 2
    return 2 if unread else int(failed > 0)


class _Chosen(RuleChoice):
    """The choice of given rules for every file, by the default configuration; those off by default are on."""

    def __init__(self, rules: list[Rule]) -> None:
        self.config = Config()
        self.known = rules
        self._linter = Linter(rules)

    def linter_for(self, path: str) -> Linter:
        """The same for every file."""
        return self._linter

    def compare_with(self, earlier: list[Source]) -> None:
        """Let the archive be these sources."""
        from newslint.cli.index_articles import in_memory
        from newslint.duplicates.archive_asking import Archive
        from newslint.duplicates.stores.memory import MemoryStore

        store = MemoryStore()
        store.add(in_memory(earlier))
        self.config.index = "the other inputs of the example"
        self.archive = Archive(store)


def _doors(
    rule: Rule, shipped: list[Rule]
) -> tuple[Callable[[list[Source]], list[Finding]], Callable[[Source], str]]:
    """How this rule lints the inputs of one run, and fixes one source, safely or not.

    A rule that looks at one article works alone. Others (a suppression that silences nothing) speak of what
    the other rules do, which therefore run, too, and are not listened to.
    """
    alone = hasattr(checks.load(rule.check), "check")
    choice = _Chosen([rule] if alone else [*(other for other in shipped if other.code != rule.code), rule])

    def lint(sources: list[Source]) -> list[Finding]:
        if rule.check == ARCHIVE_CHECK:
            choice.compare_with(sources[:-1])
            sources = sources[-1:]
        report = run(sources, choice)
        if report.errors:
            raise RuleError(rule.path, 1, report.errors[0].message)
        return [finding for finding in report.findings if finding.code == rule.code]

    rekinds = rekinds_of([rule])
    return (
        lint,
        lambda source: fix(source, lambda again: lint([again]), unsafe=True, rekinds=rekinds).source.text,
    )

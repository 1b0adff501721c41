"""`newslint doctor`: what this installation has, and what it finds where it runs."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from newslint import config
from newslint.cli import output
from newslint.reports.terminal_text import shown
from newslint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

OPTIONAL = {"git": "which files git ignores, and what a commit changes", "pre-commit": "the commit hook"}
"""Programs that newslint gets on without."""


class Line(NamedTuple):
    """One thing looked at: what it is, what there is, and whether newslint can work with that."""

    name: str
    value: str
    works: bool = True


@click.command("doctor")
def command() -> int:
    """Show versions, rules, configuration, cache folder and optional parts. Exits 2 if something is broken."""
    lines = [*_installation(), *_rules(), *_surroundings()]
    widest = max(len(line.name) for line in lines)
    output.write(f"{line.name:<{widest}}  {'' if line.works else 'BROKEN: '}{line.value}\n" for line in lines)
    return 0 if all(line.works for line in lines) else 2


def _installation() -> Iterator[Line]:
    yield Line("newslint", f"{__version__}, in {Path(__file__).parent.parent}")
    yield Line("Python", f"{platform.python_version()}, {sys.executable}")
    yield Line("system", platform.platform())
    try:
        needs = metadata.requires("newslint") or []
    except metadata.PackageNotFoundError:
        yield Line("packages", "newslint is not installed: it runs from its source")
        return
    for need in needs:
        if "extra ==" in need:
            continue
        name = need.partition(">")[0].partition("=")[0].partition("[")[0].strip()
        try:
            yield Line(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Line(name, f"not installed ({need})", works=False)


def _rules() -> Iterator[Line]:
    from newslint.rule_choice import RuleChoice
    from newslint.rules import RuleError, shipped_folder

    found: config.Config | None = None
    try:
        path = config.find(Path())
        found = config.for_folder(Path())
        yield Line("configuration", str(path) if path else "none; the defaults count")
        if found.baseline:
            there = Path(found.baseline).is_file()
            yield Line("baseline", found.baseline if there else f"{found.baseline} is not there", works=there)
    except config.ConfigError as error:
        yield Line("configuration", shown(str(error)), works=False)
    try:
        choice = RuleChoice(found or config.Config())
        packs = {rule.category for rule in choice.known}
        of_their_own = sum(1 for rule in choice.known if not rule.path.startswith(str(shipped_folder())))
        yield Line(
            "rules",
            f"{len(choice.known)} in {len(packs)} packs, {of_their_own} of them the newsroom's own; "
            f"{len(choice.rules)} run, from {shipped_folder()}",
        )
    except (config.ConfigError, RuleError) as error:
        yield Line("rules", shown(str(error)), works=False)


def _surroundings() -> Iterator[Line]:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "newslint"
    state = (
        "not made yet"
        if not cache.is_dir()
        else ""
        if os.access(cache, os.W_OK)
        else "not writable: slower starts"
    )
    yield Line("cache folder", f"{cache}{f' ({state})' if state else ''}")
    for program, purpose in OPTIONAL.items():
        yield Line(f"optional: {program}", shutil.which(program) or f"not found; used for {purpose}")
    yield Line(
        "terminal",
        f"{output.width()} columns, colours {'on' if output.wants_colour('auto', sys.stdout) else 'off'}",
    )

"""`newslint init`: a commented configuration to start from."""

from __future__ import annotations

from pathlib import Path

import click

from newslint.cli import output
from newslint.config import FILE, find
from newslint.fixes import write_bytes
from newslint.version import __version__

TEMPLATE = """\
# What newslint does here. Every key may be left out; what is commented out is an example.
# Selectors are codes (SPC101), beginnings of codes (SPC), packs (spacing), names (spacing/after-comma) and ALL.
# `newslint rules` lists them, `newslint rule CODE` explains one.

# The lowest level that makes the exit code 1: error, warning, suggestion, never.
fail-on: error

# Only these rules; and rules that do not run.
# select: [ALL]
# ignore: [SPC105, spun]

# Words and names of the house, in their exact case, that are never reported as misspelt or wrongly cased.
# One a line in the files.
# vocabulary:
#   accept: [Pezeshkian, fintech]
#   files: [names.txt]

# Another level, or other settings, for a rule.
# rules:
#   SPC105: {level: warning}

# What is passed over, as in .gitignore, beside .git, node_modules and the like. Files that are named on the
# command line are checked all the same, unless force-exclude is on.
# extend-exclude: [drafts/, "*.bak.md"]
# force-exclude: true

# Rules to leave out for some files.
# per-file:
#   "opinion/**": [SPL105]
#   "archive/**": {ignore: [spelling], select: [SPC105]}

# The newsroom's own rules: <folder>/<pack>/<rule>.yml; `newslint test FOLDER` runs their examples.
# rule-folders: [newslint-rules]

# Findings that are known, and not reported: `newslint check --write-baseline newslint-baseline.json`.
# baseline: newslint-baseline.json

# The encoding of files that are not UTF-8; without it they are errors.
# encoding: cp1252

# The largest file that is read, in bytes.
# max-bytes: 33554432

# The report's form: full, concise or json.
# output-format: concise
"""

PRE_COMMIT = f"""\
To run newslint at every commit, add to .pre-commit-config.yaml under `repos:`

- repo: https://github.com/newslint/newslint
  rev: v{__version__}
  hooks: [{{id: newslint}}]
"""


@click.command("init")
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False))
@click.option("--force", is_flag=True, help="Replace a configuration that is there.")
def command(folder: str, force: bool) -> int:
    """Write a commented .newslint.yml to FOLDER (the current one if none is named)."""
    path = Path(folder) / FILE
    existing = find(Path(folder))
    if existing is not None and existing.parent == path.parent.absolute() and not force:
        raise click.UsageError(f"{existing} is there already; --force replaces {FILE}.")
    write_bytes(str(path), TEMPLATE.encode())
    output.write([f"Wrote {path}.\n\n", PRE_COMMIT])
    return 0

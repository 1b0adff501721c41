"""Reports: one module a format, each with `render(report, page)`, a generator of pieces of text.

A format's name is its module's: `full` is `newslint.reports.full`. Modules are imported when asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newslint.finding import Finding, Report
    from newslint.source import Source

FORMATS = {"full": "full", "concise": "concise", "json": "json_report"}
"""Format to the module that renders it."""


class Page(NamedTuple):
    """What a report is written on, and what it needs beside the findings."""

    source_of: Callable[[Finding], Source | None] = lambda finding: None
    """The source that a finding lies in, if it can still be had."""
    width: int = 100
    """Columns of the terminal."""
    colour: bool = False
    unsafe: bool = False
    """Whether unsafe fixes are among those that the reader has asked for."""
    fixed: int = 0
    """How many findings this run has fixed."""
    quiet: bool = False
    """Whether to leave the summary out."""


def render(name: str, report: Report, page: Page) -> Iterator[str]:
    """The report in the format `name`, in pieces. Raises `KeyError` for an unknown format."""
    module = import_module(f"newslint.reports.{FORMATS[name]}")
    pieces: Iterator[str] = module.render(report, page)
    return pieces

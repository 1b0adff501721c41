"""Reports of an audit: one module a format, each with `render(audit, view)`, a generator of pieces of text."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.audit.auditing import Audit

FORMATS = {"table": "table", "json-lines": "json_lines", "csv": "csv_rows", "html": "html_page"}
"""Format to the module that renders it."""


class View(NamedTuple):
    """What a report is written on, and what it needs to know beside the audit."""

    width: int = 100
    """Columns of the terminal."""
    colour: bool = False
    most: int = 20
    """Groups that a table shows; 0 for all."""
    title: str = "Republished text"
    """What a page is called."""
    made: str = ""
    """When the audit was made, ISO 8601."""


def render(name: str, audit: Audit, view: View) -> Iterator[str]:
    """The report in the format `name`, in pieces. Raises `KeyError` for an unknown format."""
    module = import_module(f"newslint.reports.audit.{FORMATS[name]}")
    pieces: Iterator[str] = module.render(audit, view)
    return pieces

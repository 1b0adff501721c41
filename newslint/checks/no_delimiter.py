"""Rows of a table without a delimiter row, which show as text with pipes in it.

Two rows or more on neighbouring lines, begun or ended by a pipe, of equal cells (two or more). Grid tables of other
dialects and the output of programs, which have borders of `+---+`, are not looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document
    from newslint.finding import Hit

REKINDS = (("paragraph", "table-cell"),)


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the first row."""
    if "|" in document.source.text:
        from newslint.checks._table_hits import hits

        yield from hits(document, "no-delimiter")

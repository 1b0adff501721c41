"""A body row with more cells than the header: GFM drops the rest, words and all.

A pipe inside a code span parts cells too, unless a backslash stands before it. Rows with fewer cells are padded,
and empty cells lose nothing: neither is found. One hit a table, on its first such row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document
    from newslint.finding import Hit


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the first row that loses words."""
    if "|" in document.source.text:
        from newslint.checks._table_hits import hits

        yield from hits(document, "row-cells")

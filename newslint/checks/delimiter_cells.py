"""A delimiter row whose cells are not as many as the header's, so that GFM renders no table.

A delimiter row with no header above it is found too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document
    from newslint.finding import Hit

REKINDS = (("paragraph", "table-cell"),)


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the delimiter row."""
    if "|" in document.source.text:
        from newslint.checks._table_hits import hits

        yield from hits(document, "delimiter-cells")

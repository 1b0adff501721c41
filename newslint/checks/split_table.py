"""A table split by a blank line, or with text glued to it.

Text above a header on its own line is no fault: GFM starts the table after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document
    from newslint.finding import Hit

REKINDS = (("paragraph", "table-cell"),)


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the row that is cut off, or the text that is glued."""
    if "|" in document.source.text:
        from newslint.checks._table_hits import hits

        yield from hits(document, "split")

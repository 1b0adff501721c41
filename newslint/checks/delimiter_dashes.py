"""A delimiter row made of dashes that are not hyphens: `|———|———|`.

Editors and word processors turn `---` into dashes; GFM then sees no table. The edit puts the hyphens back, and is
safe: it is offered only where the header, the delimiter row and every other row have equal cells."""

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

        yield from hits(document, "dashes")

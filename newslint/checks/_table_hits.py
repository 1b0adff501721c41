"""The faults of pipe tables as hits, for the six checks that each report one cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.document.table_faults import faults
from newslint.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.document import Document
    from newslint.document.pipe_tables import Cause


def hits(document: Document, cause: Cause) -> Iterator[Hit]:
    """The hits of one cause, in source offsets."""
    for fault in faults(document):
        if fault.cause == cause:
            yield Hit(
                fault.start,
                fault.end,
                arguments=fault.arguments,
                suggestions=(fault.suggestion,) if fault.suggestion else (),
                edits=fault.edits,
                safety="safe" if fault.safe else "unsafe",
                related=tuple(Related("loses cells too", start, end) for start, end in fault.related),
                in_source=True,
            )

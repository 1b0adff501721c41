"""Where prose quotes somebody: text in quotation marks, and quotation blocks.

A quotation that is not closed in its paragraph ends with it; one that re-opens in the next paragraph is a
quotation there again (the convention for quotations of several paragraphs).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.document.model import Block

_MARK = re.compile(r'["“”„«»]')


def quotations(prose: str, blocks: list[Block]) -> list[tuple[int, int]]:
    """Prose spans inside quotation marks (the marks included) and quotation blocks, ascending."""
    spans: list[tuple[int, int]] = []
    for block in blocks:
        if block.kind == "quotation":
            spans.append((block.start, block.end))
    return spans

"""Plain text: blocks by blank lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.document.builder import Builder

if TYPE_CHECKING:
    from newslint.document.model import Structure

_BLOCK = re.compile(r"[^\r\n]*\S[^\r\n]*(?:(?:\r\n?|\n)[^\r\n]*\S[^\r\n]*)*")


def read(text: str) -> Structure:
    """The structure of a plain text."""
    builder = Builder()
    for match in _BLOCK.finditer(text):
        builder.open_block("paragraph")
        builder.text(match[0], match.start())
        builder.close_block()
    return builder.finish()

"""Markdown (CommonMark with GFM's tables): inline positions by pyromark, HTML blocks by the HTML reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.document import plain

if TYPE_CHECKING:
    from newslint.document.model import Structure


def read(text: str) -> Structure:
    """The structure of a Markdown text."""
    return plain.read(text)

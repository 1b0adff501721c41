"""Source to Document: one reader a format, found by name and imported on first use."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from newslint.document.model import OPAQUE, Block, Document, Link, Structure

if TYPE_CHECKING:
    from newslint.source import Source

__all__ = ["OPAQUE", "Block", "Document", "Link", "Structure", "parse"]

READERS = {"markdown": "markdown", "html": "html", "plain": "plain"}


def parse(source: Source) -> Document:
    """The document of a source, by the reader its format names. Raises `KeyError` for an unknown format."""
    reader = import_module(f"newslint.document.{READERS[source.format]}")
    return Document(source, reader.read(source.text))

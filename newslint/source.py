"""Bytes to `Source`: decoded text, its encoding, line endings kept, lines found.

Lines end at `\\n`, `\\r\\n` and `\\r` only. Offset 0 lies after a byte-order mark. What is written back keeps
the encoding and the mark.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from newslint.finding import Position

FORMATS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".txt": "plain",
    ".text": "plain",
}

MAX_BYTES = 32 * 1024 * 1024

_LINE_END = re.compile(r"\r\n?|\n")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class SourceError(Exception):
    """An input that cannot be read as text; `line` is 1-based where the place is known."""

    def __init__(self, path: str, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.path = path
        self.message = message
        self.line = line


@dataclass(slots=True)
class Source:
    """A decoded text and where it came from. `text` holds no byte-order mark and keeps its line endings."""

    text: str
    path: str = "<text>"
    format: str = "markdown"
    encoding: str = "utf-8"
    bom: bytes = b""
    _line_starts: list[int] | None = field(default=None, repr=False)

    @property
    def line_starts(self) -> list[int]:
        """Offset of the first code point of each line, ascending; the first is 0."""
        if self._line_starts is None:
            self._line_starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        return self._line_starts

    def position(self, offset: int) -> Position:
        """Line and column (1-based, code points) of a code point offset."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return Position(offset, line, offset - starts[line - 1] + 1)

    def line_span(self, line: int) -> tuple[int, int]:
        """Start and end offset of a 1-based line, its line ending left out."""
        starts = self.line_starts
        start = starts[line - 1]
        end = starts[line] if line < len(starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end

    def encode(self, text: str) -> bytes:
        """`text` as bytes in this source's encoding, with its byte-order mark."""
        return self.bom + text.encode(self.encoding)


def format_of(path: str) -> str:
    """The format that a path's ending names; `plain` for an ending that is not known."""
    return FORMATS.get(PurePath(path).suffix.lower(), "plain")


def decode(data: bytes, path: str, format: str | None = None, fallback: str | None = None) -> Source:
    """Bytes to a `Source`: UTF-8 with or without mark, UTF-16 with a mark, else the declared `fallback`.

    Raises `SourceError`, with the line where it is known, for binary data and for undecodable bytes.
    """
    format = format or format_of(path)
    encoding, bom = "utf-8", b""
    for mark, name in _BOMS:
        if data.startswith(mark):
            encoding, bom = name, mark
            break
    body = data[len(bom) :]
    if encoding == "utf-8" and b"\x00" in body[:65536]:
        raise SourceError(path, "binary data, not text (a NUL byte)", body.count(b"\n", 0, body.index(b"\x00")) + 1)
    try:
        return Source(body.decode(encoding), path, format, encoding, bom)
    except UnicodeDecodeError as error:
        if fallback is None or bom:
            line = body.count(b"\n", 0, error.start) + 1 if encoding == "utf-8" else None
            byte = body[error.start]
            raise SourceError(
                path,
                f"not {encoding.upper()} text: byte 0x{byte:02x}; declare its encoding with `encoding:` in the configuration",
                line,
            ) from None
    try:
        return Source(body.decode(fallback), path, format, fallback)
    except (UnicodeDecodeError, LookupError) as error:
        raise SourceError(path, f"cannot be read as {fallback}: {error}") from None


def read(path: str, fallback: str | None = None, max_bytes: int = MAX_BYTES) -> Source:
    """The file at `path` as a `Source`. Raises `SourceError` for what cannot be read, or is over `max_bytes`."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise SourceError(path, error.strerror or str(error)) from None
    if len(data) > max_bytes:
        raise SourceError(path, f"larger than {max_bytes:,} bytes; raise `max-bytes` in the configuration to read it")
    return decode(data, path, fallback=fallback)

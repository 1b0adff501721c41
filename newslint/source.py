"""Bytes to `Source`: decoded text, its encoding, line endings kept, lines found.

Lines end at `\\n`, `\\r\\n` and `\\r` only. Offset 0 lies after a byte-order mark. What is written back keeps
the encoding and the mark.

The encoding is, in this order: what a byte-order mark says (UTF-8, UTF-16); UTF-8 where the bytes are that and
not all ASCII, for hardly any other text is by accident; what an HTML page declares of itself; UTF-8 for ASCII;
what the configuration says. Encodings are named as on the web, where `latin-1` and `ascii` mean windows-1252
(https://encoding.spec.whatwg.org/#names-and-labels).
"""

from __future__ import annotations

import codecs
import os
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

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

_BYTES_AT_ONCE = 65_536
"""Asked for at once: room for them is made whatever comes, and more would be taken from the system each time."""

_LINE_END = re.compile(r"\r\n?|\n")
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16's does
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED_WITHIN = 1024
"""Bytes of an HTML page in which it declares its encoding (HTML standard, 4.2.5.4)."""
_DECLARATION = (
    rb"""(?i)<meta\s[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)|^<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)"""
)
_WEB_MEANING = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "utf-16": "utf-8",  # a page that declares UTF-16 in ASCII letters is none
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}


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
            if "\r" in self.text:
                self._line_starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
            else:
                lengths = list(map(len, self.text.split("\n")))
                self._line_starts = list(accumulate((length + 1 for length in lengths[:-1]), initial=0))
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
        """`text` as bytes in this source's encoding, with its byte-order mark.

        Raises `UnicodeEncodeError` for a character that the encoding does not have.
        """
        return self.bom + text.encode(self.encoding)


def format_of(path: str) -> str:
    """The format that a path's ending names; `plain` for an ending that is not known."""
    return FORMATS.get(os.path.splitext(path)[1].lower(), "plain")  # noqa: PTH122 (a `PurePath` takes 5 µs to make)


def decode(data: bytes, path: str, format: str | None = None, fallback: str | None = None) -> Source:
    """Bytes to a `Source`, in the encoding that they declare or show, else the `fallback` (see the module).

    Raises `SourceError`, with the line where it is known, for binary data and for undecodable bytes.
    """
    format = format or format_of(path)
    for mark, name in _BOMS:
        if data.startswith(mark):
            return Source(_decoded(data[len(mark) :], path, name), path, format, name, mark)
    declared = _declared(data) if format == "html" else None
    if declared is not None and data.isascii():
        return Source(_decoded(data, path, declared), path, format, declared)
    try:
        return Source(_decoded(data, path, "utf-8"), path, format)
    except SourceError:
        other = declared or (fallback and _codec(fallback)) or "utf-8"
        if other == "utf-8" or b"\0" in data:
            raise
    return Source(_decoded(data, path, other), path, format, other)


def _decoded(data: bytes, path: str, encoding: str) -> str:
    if encoding == "utf-32":
        raise SourceError(path, "UTF-32 text; save it as UTF-8")
    if not encoding.startswith("utf-16") and b"\0" in data:
        place = data.index(b"\0")
        if _looks_like_utf_16(data):
            raise SourceError(path, "UTF-16 text without a byte-order mark; save it with one, or as UTF-8")
        raise SourceError(path, "binary data, not text (a NUL byte)", _line(data[:place]))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start]
        if encoding.startswith("utf-16"):
            line = _line(before.decode(encoding, "replace").encode("utf-8", "replace"))
            raise SourceError(path, f"not {encoding.upper()} text: {error.reason}", line) from None
        hint = "; declare its encoding with `encoding:` in the configuration" if encoding == "utf-8" else ""
        byte = data[error.start]
        raise SourceError(path, f"not {encoding.upper()} text: byte 0x{byte:02x}{hint}", _line(before)) from None
    if "\0" in text:
        raise SourceError(path, "binary data, not text (a NUL character)", text.count("\n", 0, text.index("\0")) + 1)
    return text


def _line(before: bytes) -> int:
    """The 1-based line on which the byte after `before` stands."""
    return len(re.findall(rb"\r\n?|\n", before)) + 1


def _looks_like_utf_16(data: bytes) -> bool:
    sample = data[:4096]
    return max(sample[::2].count(0), sample[1::2].count(0)) * 4 > len(sample)


def _declared(data: bytes) -> str | None:
    """The codec of the encoding that an HTML page declares in its first bytes; None for none that is known."""
    head = re.sub(rb"(?s)<!--.*?-->", b"", data[:_DECLARED_WITHIN]).lstrip()
    match = re.search(_DECLARATION, head)
    return _codec((match[1] or match[2]).decode("ascii", "replace")) if match else None


def _codec(label: str) -> str | None:
    """Python's name for the encoding that a label means on the web; None where Python has no such text encoding."""
    try:
        name = codecs.lookup(label).name
        b"".decode(name)
    except LookupError:
        return None
    return _WEB_MEANING.get(name, name)


def read(path: str, fallback: str | None = None, max_bytes: int = MAX_BYTES) -> Source:
    """The file at `path` as a `Source`. Raises `SourceError` for what cannot be read, or is over `max_bytes`."""
    try:
        data = _bytes_of(path, max_bytes + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise SourceError(path, getattr(error, "strerror", None) or str(error)) from None
    if len(data) > max_bytes:
        raise SourceError(path, f"larger than {max_bytes:,} bytes; raise `max-bytes` in the configuration to read it")
    return decode(data, path, fallback=fallback)


def _bytes_of(path: str, most: int) -> bytes:
    """What a file holds, up to a little more than `most` bytes."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        parts = []
        while most > 0 and (part := os.read(file, _BYTES_AT_ONCE)):
            parts.append(part)
            most -= len(part)
    finally:
        os.close(file)
    return b"".join(parts)

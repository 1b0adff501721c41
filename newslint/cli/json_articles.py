"""Articles as lines of JSON: which field is what."""

from __future__ import annotations

import gzip
import json
import re
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from newslint.document import READERS
from newslint.duplicates.stores.protocol import Entry
from newslint.finding import InputError
from newslint.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FIELDS = {
    "id": ("id", "guid", "_id", "uuid"),
    "title": ("title", "headline"),
    "url": ("url", "link", "canonical_url"),
    "published": ("published", "published_at", "date", "pubDate", "datePublished", "first_publication_date"),
    "credit": ("credit", "source", "agency", "byline", "author", "authors"),
    "versions": ("version_of", "translation_of", "versions"),
    "text": ("text", "body", "content", "articleBody"),
    "format": ("format",),
}
"""What is wanted of a line, and the fields where it is looked for, in this order."""

_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?")
_LATEST = 10**11
"""A number of seconds since 1970 above this is one of milliseconds."""


class JsonLines:
    """Iterates over the articles of a file of JSON lines (`-` is stdin), and its faulty lines. `done` counts bytes."""

    def __init__(self, path: str, fields: Mapping[str, str], format: str) -> None:
        self._path = path
        self._fields = {name: (fields[name],) if name in fields else names for name, names in FIELDS.items()}
        self._format = format
        self.done = 0

    def __iter__(self) -> Iterator[tuple[Entry, Source] | InputError]:
        name = "<stdin>" if self._path == "-" else self._path
        number = 0
        try:
            with ExitStack() as stack:
                raw: BinaryIO = (
                    sys.stdin.buffer if self._path == "-" else stack.enter_context(Path(self._path).open("rb"))
                )
                lines: Any = gzip.GzipFile(fileobj=raw) if self._path.lower().endswith(".gz") else raw
                for number, line in enumerate(lines, 1):
                    if self._path != "-":
                        self.done = raw.tell() if number % 64 == 0 else self.done
                    if line.strip():
                        yield self._article(line, name, number)
        except (OSError, EOFError) as error:  # the file is gone, or the compressed data is cut short or damaged
            yield InputError(name, getattr(error, "strerror", None) or str(error), number + 1)

    def _article(self, line: bytes, name: str, number: int) -> tuple[Entry, Source] | InputError:
        try:
            data = json.loads(line)
        except ValueError as error:
            return InputError(name, f"not JSON: {error}", number)
        if not isinstance(data, dict):
            return InputError(name, "not a JSON object", number)
        found = {wanted: _first(data, names) for wanted, names in self._fields.items()}
        text = _joined(found["text"], "\n\n")
        if text is None:
            return InputError(name, f"no text: none of the fields {', '.join(self._fields['text'])}", number)
        url = _joined(found["url"])
        id = _joined(found["id"]) or url
        if not id:
            return InputError(name, f"no id: none of the fields {', '.join(self._fields['id'])}, and no url", number)
        format = found["format"] if found["format"] in READERS else self._format
        versions = found["versions"] if isinstance(found["versions"], list) else [found["versions"]]
        entry = Entry(
            id, _joined(found["title"]), url, _date(found["published"]), _joined(found["credit"]),
            tuple(sorted(str(version) for version in versions if version)),
        )  # fmt: skip
        return entry, Source(text, f"{name}:{number}", format)


def _first(data: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    """The value of the first field that is there and not empty; a name with dots leads into objects."""
    for name in names:
        value: Any = data.get(name)
        if value is None and "." in name:
            value = data
            for step in name.split("."):
                value = value.get(step) if isinstance(value, dict) else None
        if value not in (None, "", []):
            return value
    return None


def _joined(value: Any, separator: str = ", ") -> str | None:
    """A value as text that any database takes: a list's parts joined, an object's name."""
    if isinstance(value, list):
        value = separator.join(filter(None, (_joined(part, separator) for part in value)))
    elif isinstance(value, dict):
        value = _first(value, ("name", "title", "rendered", "text"))
    if value is None or value == "":
        return None
    return str(value).encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def _date(value: Any) -> str | None:
    """A date in ISO 8601 without a zone; None for what is none."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        seconds = value / 1000 if value > _LATEST else value
        try:
            return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S")
        except (OverflowError, OSError, ValueError):
            return None
    match = _DATE.match(str(value))
    if match is None:
        return None
    return f"{match[1]}T{match[2]}" if match[2] else match[1]

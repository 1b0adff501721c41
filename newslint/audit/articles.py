"""The articles of an audit: word hashes in memory, their prose in a temporary file until a report asks for it."""

from __future__ import annotations

import tempfile
from array import array
from hashlib import blake2b
from typing import TYPE_CHECKING

from newslint.duplicates.records import hash_all
from newslint.duplicates.sections import Sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from newslint.duplicates.records import Record
    from newslint.duplicates.stores.protocol import Entry

TITLE = 160
"""Code points of a title that is taken from the text."""


class Article:
    """One article: what its catalogue entry says, and its words.

    - `number`: its place in the audit, from 0, in the order of the input;
    - `path`: where it was read: a file, or a file of JSON lines and the line;
    - `words`: 32-bit word hashes in text order; block i has those from `bounds[i]` to `bounds[i + 1]`;
    - `place`: offset and length, in bytes, of its prose in the temporary file.
    """

    __slots__ = ("bounds", "entry", "kinds", "number", "path", "place", "spans", "title", "words")

    def __init__(self, number: int, path: str, entry: Entry, sections: Sections, place: tuple[int, int]) -> None:
        self.number = number
        self.path = path
        self.entry = entry
        self.title = entry.title or ""
        self.words = sections.words
        self.bounds = array("I", sections.bounds)
        self.spans = array("I", [edge for span in sections.spans for edge in span])
        self.kinds = tuple(sections.kinds)
        self.place = place

    @property
    def sections(self) -> Sections:
        """The words by blocks, as `newslint.duplicates` takes them; made anew each time."""
        edges = self.spans.tolist()
        return Sections(
            self.words,
            self.bounds.tolist(),
            list(zip(edges[::2], edges[1::2], strict=True)),
            list(self.kinds),
        )

    @property
    def published(self) -> str | None:
        """When it was published (ISO 8601 without a zone, any precision), if that is known."""
        return self.entry.published

    def may_repeat(self, other: Article) -> bool:
        """Whether the two are one article, or one is said to be a version of the other."""
        own, others = self.entry, other.entry
        return own.id == others.id or own.id in others.versions or others.id in own.versions

    def is_later_than(self, other: Article) -> bool:
        """Whether this is the later of the two: by date where both have one and they differ, else by their order."""
        if self.published and other.published and self.published != other.published:
            return self.published > other.published
        return self.number > other.number


class Articles:
    """Takes articles in batches. Keep it open (it is a context manager) as long as texts are asked for."""

    def __init__(self) -> None:
        self._listed: list[Article] = []
        self._texts = tempfile.TemporaryFile(prefix="newslint-audit-")  # noqa: SIM115 (closed by `close`)
        self._size = 0
        self._kinds: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._twins: dict[bytes, list[int]] = {}

    def __enter__(self) -> Articles:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give up the texts."""
        self._texts.close()

    def __len__(self) -> int:
        return len(self._listed)

    def __getitem__(self, number: int) -> Article:
        return self._listed[number]

    def __iter__(self) -> Iterator[Article]:
        return iter(self._listed)

    def add(self, records: Sequence[Record], entries: Sequence[Entry]) -> list[Article]:
        """Hash the words of records, all at once, and keep them under their entries; what was added.

        Raises `OSError` where the temporary file cannot be written.
        """
        hash_all(records)
        added = []
        self._texts.seek(self._size)
        for record, entry in zip(records, entries, strict=True):
            data = record.prose.encode("utf-8", "surrogatepass")
            self._texts.write(data)
            article = Article(len(self._listed), record.path, entry, record.sections, (self._size, len(data)))
            article.kinds = self._kinds.setdefault(article.kinds, article.kinds)
            article.title = article.title or _first_line(record)
            self._size += len(data)
            self._listed.append(article)
            self._twins.setdefault(_content(article), []).append(article.number)
            added.append(article)
        return added

    def prose(self, article: Article) -> str:
        """The prose of an article, read from the temporary file."""
        start, length = article.place
        self._texts.seek(start)
        return self._texts.read(length).decode("utf-8", "surrogatepass")

    def twins(self) -> list[list[int]]:
        """The numbers of articles of equal words in equal blocks, together; each list, and all of them, ascending."""
        return list(self._twins.values())


def _first_line(record: Record) -> str:
    line = next((record.prose[start:end] for start, end in record.spans if start < end), "")
    line = " ".join(line[: 4 * TITLE].split())
    return line if len(line) <= TITLE else line[: TITLE - 1].rsplit(" ", 1)[0] + "…"


def _content(article: Article) -> bytes:
    digest = blake2b(article.bounds.tobytes(), digest_size=16)
    digest.update(article.words.tobytes())
    return digest.digest()

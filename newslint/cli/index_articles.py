"""Articles on their way into the index: where they come from, and what is kept of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newslint.document import parse
from newslint.duplicates.archive_articles import content_of, describe, entry_of, ids_of, new_article
from newslint.duplicates.records import Record, hash_all, record_of
from newslint.finding import InputError
from newslint.inputs import find_inputs
from newslint.source import SourceError, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newslint.config import Config
    from newslint.duplicates.stores.protocol import Entry, NewArticle
    from newslint.source import Source

JSON_ENDINGS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
STDIN = "-"


class Incoming(NamedTuple):
    """An article to be added; `record` is made already where its source had to be parsed to name it."""

    entry: Entry
    content: int
    source: Source
    record: Record | None


class Reading:
    """Iterates over the articles that paths stand for, and what could not be read. Counts bytes: `done` of `total`."""

    def __init__(
        self, paths: Sequence[str], config: Config, fields: Mapping[str, str], format: str | None, keep_text: bool
    ) -> None:
        self._config = config
        self._fields = fields
        self._format = format
        self._keep_text = keep_text
        self.done = 0
        self._inputs: list[str | InputError] = []
        for path in paths:
            if path == STDIN or path.lower().endswith(JSON_ENDINGS):
                self._inputs.append(path)
            else:
                self._inputs += find_inputs([path], config)
        self._sizes = [_size(path) for path in self._inputs]
        self.total = sum(self._sizes) or 1

    def __iter__(self) -> Iterator[Incoming | InputError]:
        for path, size in zip(self._inputs, self._sizes, strict=True):
            before = self.done
            if isinstance(path, InputError):
                yield path
            elif path == STDIN or path.lower().endswith(JSON_ENDINGS):
                from newslint.cli.json_articles import JsonLines

                lines = JsonLines(path, self._fields, self._format or "plain")
                for item in lines:
                    self.done = min(before + lines.done, self.total)
                    yield item if isinstance(item, InputError) else self._of_json(*item)
            else:
                yield self._of_file(path)
            self.done = before + size

    def _of_file(self, path: str) -> Incoming | InputError:
        try:
            source = read(path, self._config.encoding or None, self._config.max_bytes)
        except SourceError as error:
            return InputError(error.path, error.message, error.line)
        record = described(source)
        entry = entry_of(record, ids_of(record, self._config.root)[0])
        return Incoming(entry, content_of(entry, source.text, self._kept(source.format)), source, record)

    def _of_json(self, entry: Entry, source: Source) -> Incoming:
        return Incoming(entry, content_of(entry, source.text, self._kept(source.format)), source, None)

    def _kept(self, format: str) -> str:
        """The format as it counts for whether an article has changed: with its text is another thing than without."""
        return f"{format}, text kept" if self._keep_text else format


def _size(path: str | InputError) -> int:
    if isinstance(path, InputError) or path == STDIN:
        return 0
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def described(source: Source) -> Record:
    """The record of a source, with all that its metadata say."""
    document = parse(source)
    record = record_of(document)
    describe(record, document)
    return record


def hashed(items: Sequence[Incoming], keep_text: bool) -> list[NewArticle]:
    """Articles as a store takes them."""
    records = []
    for item in items:
        record = item.record
        if record is None:
            document = parse(item.source)
            record = Record(document.path, document.prose, document.blocks)
        records.append(record)
    hash_all(records)
    return [
        new_article(record, item.entry, item.content, keep_text) for record, item in zip(records, items, strict=True)
    ]


def in_memory(sources: Sequence[Source]) -> list[NewArticle]:
    """Sources as articles of an archive, under the ids that their metadata or paths give them."""
    records = [described(source) for source in sources]
    return [new_article(record, entry_of(record, ids_of(record, os.curdir)[0]), 0) for record in records]

"""`newslint index query`: what of a text was published already, where, and when."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from newslint.cli import output
from newslint.cli.index_place import configured, index_options, opened
from newslint.cli.stdin import Stdin
from newslint.finding import InputError
from newslint.source import SourceError, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.config import Config
    from newslint.document import Document
    from newslint.duplicates.archive import Found, Republished
    from newslint.duplicates.passages import Passage, Places
    from newslint.duplicates.records import Record
    from newslint.source import Source

SCHEMA = "newslint-archive-query/1"
LONGEST_LINE = 100


@click.command("query")
@click.argument("path", metavar="PATH|-")
@click.option("--as-of", metavar="DATE", help="Archived articles published after DATE do not count.")
@click.option("--stdin-filename", metavar="NAME", help="What to call stdin; its ending names the format.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="[default: text]")
@index_options
def command(path: str, output_format: str, **options: Any) -> int:
    """Ask what of the article at PATH (`-` is stdin) stands in earlier articles of the index.

    Words are counted from 0 and the last one is left out. Similarity is the share of a passage's words that are
    the same on both sides; containment the share of the article's five-word runs that the archived one has.
    """
    config = configured(options)
    source = _source(path, options["stdin_filename"], config)
    if isinstance(source, InputError):
        output.tell_error(source)
        return 2
    from newslint.document import parse
    from newslint.duplicates.archive_articles import describe
    from newslint.duplicates.archive_asking import Archive
    from newslint.duplicates.records import record_of

    document = parse(source)
    record = record_of(document)
    describe(record, document)
    with opened(config) as store:
        found = Archive(store, options["as_of"], config.root).find(record)
    answer = Answer(document, record, found)
    output.write(answer.as_json() if output_format == "json" else answer.as_text())
    return 0


def _source(path: str, stdin_filename: str | None, config: Config) -> Source | InputError:
    if path == "-":
        return Stdin(stdin_filename).read(config)
    try:
        return read(path, config.encoding or None, config.max_bytes)
    except SourceError as error:
        return InputError(error.path, error.message, error.line)


class Answer:
    """What was found, in words or as data."""

    def __init__(self, document: Document, record: Record, found: Found) -> None:
        from newslint.duplicates.passages import Places

        self._document = document
        self._found = found
        self._places: Places = Places(record.prose, record.sections)

    def as_json(self) -> Iterator[str]:
        """One object, indented."""
        data = {
            "schema": SCHEMA,
            "path": self._document.path,
            "matches": [self._match(match) for match in self._found.matches],
            "boilerplate": [{"words": list(words), **self._span(words)} for words in self._found.boilerplate],
        }
        yield json.dumps(data, ensure_ascii=False, indent=2) + "\n"

    def _match(self, match: Republished) -> dict[str, Any]:
        entry = match.archived.entry
        return {
            "archive": {
                "id": entry.id, "title": entry.title, "url": entry.url, "published": entry.published,
                "credit": entry.credit,
            },
            "similarity": match.longest.similarity,
            "jaccard": round(match.jaccard, 4),
            "containment": round(match.containment, 4),
            "same_words": match.words,
            "passages": [self._passage(match, passage) for passage in match.passages],
        }  # fmt: skip

    def _passage(self, match: Republished, passage: Passage) -> dict[str, Any]:
        return {
            "words": list(passage.later),
            **self._span(passage.later),
            "archived_words": list(passage.earlier),
            "archived_text": _archived_text(match, passage),
            "similarity": passage.similarity,
        }

    def _span(self, words: tuple[int, int]) -> dict[str, Any]:
        document = self._document
        source = document.source
        start, end = document.offsets.to_source(*self._places.span(*words))
        return {
            name: {"offset": place.offset, "line": place.line, "column": place.column}
            for name, place in (("start", source.position(start)), ("end", source.position(end)))
        } | {"text": source.text[start:end]}

    def as_text(self) -> Iterator[str]:
        """For people: an archived article, then its passages, a line each with the words themselves."""
        from newslint.reports.terminal_text import shown

        if not self._found.matches:
            yield "Nothing of this was found in the index.\n"
        for match in self._found.matches:
            entry = match.archived.entry
            yield shown(", ".join(filter(None, (entry.title, entry.published, entry.url, entry.credit)))) or entry.id
            yield f"\n  id {shown(entry.id)}; {match.containment:.0%} of this article stands there\n"
            for passage in match.passages:
                span = self._span(passage.later)
                place = f"{span['start']['line']}:{span['start']['column']}"
                yield (
                    f"  {place:<8} {passage.similarity:>4.0%} the same; words {passage.later[0]}-{passage.later[1]} here, "
                    f"{passage.earlier[0]}-{passage.earlier[1]} there\n"
                )
                yield f"      here   {_line(span['text'])}\n"
                archived = _archived_text(match, passage)
                if archived is not None:
                    yield f"      there  {_line(archived)}\n"
        for words in self._found.boilerplate:
            span = self._span(words)
            yield f"note: line {span['start']['line']} is what more than 64 archived articles have: {_line(span['text'])}\n"


def _line(text: str) -> str:
    from newslint.reports.terminal_text import shown

    line = " ".join(text.split())
    return shown(line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 1].rstrip()}…")


def _archived_text(match: Republished, passage: Passage) -> str | None:
    """The archived words as they were printed, where the index keeps texts."""
    prose = match.archived.prose
    if prose is None:
        return None
    from newslint.duplicates.words import spans

    words = spans(prose, 0, len(prose))
    start, end = passage.earlier
    if len(words) != len(match.archived.words):
        return None
    return prose[words[start][0] : words[end - 1][1]]

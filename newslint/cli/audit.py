"""`newslint audit`: an archive compared with itself."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newslint import config as configuration
from newslint.cli import output
from newslint.cli.index_add import _fields
from newslint.cli.progress import ProgressBar
from newslint.document import READERS

if TYPE_CHECKING:
    from newslint.audit.articles import Articles
    from newslint.audit.auditing import Audit, Within
    from newslint.audit.engine import Engine
    from newslint.cli.index_articles import Incoming
    from newslint.config import Config
    from newslint.duplicates.records import Record
    from newslint.finding import InputError

ARTICLES_A_BATCH = 500
FILES = {"html": "html", "csv": "csv", "json_lines": "json-lines"}
"""Option to the format that it writes."""


@click.command("audit")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS|-...")
@click.option("--html", metavar="FILE", help="Write a page to look through in a browser; it needs no network.")
@click.option("--csv", metavar="FILE", help="Write the groups' members for a spreadsheet.")
@click.option(
    "--json-lines", metavar="FILE", help="Write groups, pairs and standing text as lines of JSON; - is stdout."
)
@click.option("--most", type=click.IntRange(min=0), default=20, metavar="N", help="Groups in the table; 0: all. [20]")
@click.option(
    "--least-words", type=click.IntRange(min=1), default=15, metavar="N",
    help="Two articles must share so many words to count. [15]",
)  # fmt: skip
@click.option(
    "--standing", type=click.IntRange(min=3), default=8, metavar="N",
    help="What so many articles have that are otherwise different is standing text. [8]",
)  # fmt: skip
@click.option(
    "--engine", type=click.Choice(["memory", "spark"]), default="memory",
    help="Where articles are compared: in this process's memory, or by Spark. [memory]",
)  # fmt: skip
@click.option("--title", default="Republished text", metavar="TEXT", help="What to call the page.")
@click.option(
    "--field", "fields", multiple=True, metavar="NAME=FIELD", callback=_fields,
    help="Where a JSON line has the id, title, url, published, credit, versions, text or format; `a.b` goes deeper.",
)  # fmt: skip
@click.option(
    "--format", "format", type=click.Choice(list(READERS)), help="The format of JSON lines' texts. [default: plain]"
)
@click.option("--config", "config_file", metavar="FILE", help="Use this configuration file.")
@click.option("--isolated", is_flag=True, help="Use no configuration file.")
@click.option("-q", "--quiet", is_flag=True, help="No table and no progress bar.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="[default: auto]")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Find everything in an archive that was published more than once.

    PATHS are articles, folders of them, and files of JSON lines (.jsonl, .ndjson, also with .gz); `-` is JSON
    lines on stdin. Shows groups of articles that share passages with the earliest of them, series of reposts,
    standing text (what many articles have that are otherwise different), and articles that repeat themselves.
    Exits 0 whatever is found, 2 if an article could not be read; the others are compared.
    """
    from newslint.audit.articles import Articles
    from newslint.audit.auditing import audit

    engine = _engine(options["engine"])
    quiet = options["quiet"]
    with Articles() as articles:
        errors, within = _read(articles, paths, options)
        with ProgressBar(not quiet, "Comparing") as progress:
            found = audit(articles, engine, options["standing"], options["least_words"], progress)
        found.errors, found.within = errors, within
        _tell(found, options)
    return 2 if errors else 0


def _engine(name: str) -> Engine:
    if name == "spark":
        from newslint.audit.spark_pairs import SparkEngine

        return SparkEngine()
    from newslint.audit.section_pairs import same_sections

    return same_sections


def _read(articles: Articles, paths: tuple[str, ...], options: dict[str, Any]) -> tuple[list[InputError], list[Within]]:
    """Add the articles that paths stand for; what could not be read, and the articles that repeat themselves."""
    from newslint.cli.index_articles import Reading
    from newslint.finding import InputError

    errors: list[InputError] = []
    within: list[Within] = []
    waiting: list[Incoming] = []
    reading = Reading(paths, _configured(options), options["fields"], options["format"], False)
    with ProgressBar(not options["quiet"], "Reading") as progress:
        for item in reading:
            if isinstance(item, InputError):
                output.tell_error(item)
                errors.append(item)
                continue
            waiting.append(item)
            if len(waiting) >= ARTICLES_A_BATCH:
                within += _add(articles, waiting)
                waiting = []
            progress(reading.done, reading.total)
        within += _add(articles, waiting)
    return errors, within


def _add(articles: Articles, waiting: list[Incoming]) -> list[Within]:
    from newslint.audit.auditing import repeated_within

    records = [_record(item) for item in waiting]
    added = articles.add(records, [item.entry for item in waiting])
    pairs = zip(added, records, strict=True)
    return [found for article, record in pairs if (found := repeated_within(article, record.prose))]


def _record(item: Incoming) -> Record:
    from newslint.document import parse
    from newslint.duplicates.records import Record

    if item.record is not None:
        return item.record
    document = parse(item.source)
    return Record(document.path, document.prose, document.blocks)


def _configured(options: dict[str, Any]) -> Config:
    if options["isolated"] and options["config_file"]:
        raise click.UsageError("--isolated and --config do not go together.")
    if options["isolated"]:
        return configuration.Config()
    if options["config_file"]:
        return configuration.load(Path(options["config_file"]))
    return configuration.for_folder(Path())


def _tell(found: Audit, options: dict[str, Any]) -> None:
    """Write the reports that are asked for."""
    from newslint.reports.audit import View, render

    view = View(
        width=output.width(),
        colour=output.wants_colour(options["color"], sys.stdout),
        most=options["most"],
        title=options["title"],
        made=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    to_stdout = False
    for option, format in FILES.items():
        if options[option]:
            file = None if options[option] == "-" else options[option]
            to_stdout |= file is None
            output.write(render(format, found, view), file)
    if not options["quiet"] and not to_stdout:
        output.write(render("table", found, view))

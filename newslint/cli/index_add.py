"""`newslint index add`: articles into the archive index."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import click

from newslint.cli import output
from newslint.cli.index_place import configured, index_options, opened
from newslint.cli.progress import ProgressBar
from newslint.document import READERS

if TYPE_CHECKING:
    from newslint.cli.index_articles import Incoming
    from newslint.duplicates.stores.protocol import Store

CHARACTERS_A_BATCH = 8_000_000
SECONDS_A_BATCH = 10
"""What is added together: so many code points, or what comes within so many seconds."""


def _fields(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> dict[str, str]:
    """`--field text=body` as a mapping."""
    from newslint.cli.json_articles import FIELDS

    chosen = {}
    for entry in value:
        name, equals, field = entry.partition("=")
        if name not in FIELDS or not equals or not field:
            raise click.BadParameter(f"{entry!r} is not NAME=FIELD with NAME one of {', '.join(FIELDS)}.")
        chosen[name] = field
    return chosen


@click.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS|-...")
@click.option(
    "--field", "fields", multiple=True, metavar="NAME=FIELD", callback=_fields,
    help="Where a JSON line has the id, title, url, published, credit, versions, text or format; `a.b` goes deeper.",
)  # fmt: skip
@click.option(
    "--format", "format", type=click.Choice(list(READERS)), help="The format of JSON lines' texts. [default: plain]"
)
@click.option("--keep-text", is_flag=True, help="Keep the articles' text as well, to show both sides later.")
@index_options
@click.option("-q", "--quiet", is_flag=True, help="Errors only.")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Add articles to the index; make it if there is none.

    PATHS are articles, folders of them, and files of JSON lines (.jsonl, .ndjson, also with .gz); `-` is JSON
    lines on stdin. An article's id is the one in its front matter or JSON, else its address, else its path;
    adding an id again replaces it. Articles that the index has unchanged are passed over, so that an interrupted
    run is taken up by running it again. Exits 2 if an article could not be read; the others are added.
    """
    config = configured(options)
    with opened(config, write=True, create=True) as store:
        return Addition(store, options["keep_text"], options["quiet"]).run(paths, config, options)


class Addition:
    """One run of the command."""

    def __init__(self, store: Store, keep_text: bool, quiet: bool) -> None:
        self.store = store
        self.keep_text = keep_text
        self.quiet = quiet
        self.added = self.replaced = self.unchanged = self.faults = self.sections = 0

    def run(self, paths: tuple[str, ...], config: Any, options: dict[str, Any]) -> int:
        """Read and add everything; the exit code."""
        from newslint.cli.index_articles import Reading
        from newslint.finding import InputError

        waiting: list[Incoming] = []
        characters, started = 0, time.monotonic()
        reading = Reading(paths, config, options["fields"], options["format"], self.keep_text)
        with ProgressBar(not self.quiet, "Adding") as progress:
            for item in reading:
                if isinstance(item, InputError):
                    output.tell_error(item)
                    self.faults += 1
                    continue
                waiting.append(item)
                characters += len(item.source.text)
                if characters >= CHARACTERS_A_BATCH or time.monotonic() - started > SECONDS_A_BATCH:
                    self._add(waiting)
                    waiting, characters, started = [], 0, time.monotonic()
                progress(reading.done, reading.total)
            self._add(waiting)
        if not self.quiet:
            output.write([self._summary()])
        return 2 if self.faults else 0

    def _add(self, waiting: list[Incoming]) -> None:
        """Add a batch, but for what the store has as it is."""
        from newslint.cli.index_articles import hashed
        from newslint.duplicates import SECTION

        known = self.store.known([item.entry.id for item in waiting])
        latest = {item.entry.id: item for item in waiting}
        changed = [item for item in latest.values() if known.get(item.entry.id) != item.content]
        articles = hashed(changed, self.keep_text)
        self.store.add(articles)
        self.unchanged += len(latest) - len(changed)
        self.replaced += sum(item.entry.id in known for item in changed)
        self.added += sum(item.entry.id not in known for item in changed)
        self.sections += sum(
            end - start >= SECTION
            for article in articles
            for start, end in zip(article.bounds, article.bounds[1:], strict=False)
        )

    def _summary(self) -> str:
        parts = [f"{self.added:,} articles added"]
        if self.replaced:
            parts.append(f"{self.replaced:,} replaced")
        if self.unchanged:
            parts.append(f"{self.unchanged:,} unchanged")
        if self.faults:
            parts.append(f"{self.faults:,} not read")
        return f"{', '.join(parts)}; {self.sections:,} sections.\n"

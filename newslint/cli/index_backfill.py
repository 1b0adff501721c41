"""`newslint index backfill`: years of articles into the archive index, parsed and hashed by Spark."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from newslint.cli import output
from newslint.cli.index_add import _fields
from newslint.cli.index_place import configured, index_options, opened
from newslint.document import READERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pandas as pd
    from pyspark.sql import DataFrame, SparkSession

    from newslint.duplicates.stores.protocol import NewArticle, Store

WORDS_A_BATCH = 2_000_000
"""Word hashes that are given to the store together."""
_ROWS = (
    "place long, id string, title string, url string, published string, credit string, versions array<string>,"
    " content long, words binary, bounds binary, prose binary, fault string"
)


@click.command("backfill")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option(
    "--field", "fields", multiple=True, metavar="NAME=FIELD", callback=_fields,
    help="Where a JSON line has the id, title, url, published, credit, versions, text or format; `a.b` goes deeper.",
)  # fmt: skip
@click.option(
    "--format", "format", type=click.Choice(list(READERS)), help="The format of JSON lines' texts. [default: plain]"
)
@click.option("--keep-text", is_flag=True, help="Keep the articles' text as well, to show both sides later.")
@click.option("--master", metavar="URL", help="Spark's master. [default: spark-submit's, SPARK_MASTER, or all cores here]")
@index_options
@click.option("-q", "--quiet", is_flag=True, help="Errors only.")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Add very many articles to the index, read and hashed by Spark.

    PATHS are files of JSON lines (also with .gz), folders of them or patterns, in any place that Spark can read. What
    is added is what `newslint index add` adds: articles that the index has unchanged are passed over, and of an
    id that comes twice the last line counts. Workers need newslint. Exits 2 if a line could not be read.
    """
    from newslint.duplicates.spark_session import session

    config = configured(options)
    spark = session(options["master"])
    with opened(config, write=True, create=True) as store:
        done = backfill(spark, paths, store, options["fields"], options["format"], options["keep_text"])
    for fault in done.faults:
        click.echo(fault, err=True)
    if not options["quiet"]:
        output.write([f"{done.added:,} articles added, {done.unchanged:,} unchanged, {len(done.faults):,} not read.\n"])
    return 2 if done.faults else 0


class Done(NamedTuple):
    """What a backfill did: articles added or replaced, those that the store had, and what was wrong with lines."""

    added: int
    unchanged: int
    faults: list[str]


def backfill(
    spark: SparkSession, paths: Sequence[str], store: Store, fields: Mapping[str, str] | None = None,
    format: str | None = None, keep_text: bool = False,
) -> Done:  # fmt: skip
    """Add the articles of JSON lines to a store. Parsing and hashing is done by workers, all else here.

    Raises `StoreError`, also for paths that Spark cannot read.
    """
    from newslint.duplicates.spark_session import faults

    with faults():
        return _backfill(spark, paths, store, Hashing(dict(fields or {}), format, keep_text))


def _backfill(spark: SparkSession, paths: Sequence[str], store: Store, hashing: Hashing) -> Done:
    from pyspark.sql import functions as f

    lines = spark.read.text(list(paths)).select(
        f.monotonically_increasing_id().alias("place"), f.input_file_name().alias("file"), "value"
    )
    parallel = spark.sparkContext.defaultParallelism
    if lines.rdd.getNumPartitions() < 2 * parallel:  # a file with .gz comes in one piece
        lines = lines.repartition(4 * parallel)
    rows = lines.mapInPandas(hashing, _ROWS).persist()
    try:
        good = rows.where(f.col("fault").isNull())
        last = _last_places(good)
        faults = [row["fault"] for row in rows.where(f.col("fault").isNotNull()).orderBy("place").toLocalIterator()]
        added = unchanged = 0
        for articles in _batches(good, last):
            known = store.known([article.entry.id for article in articles])
            changed = [article for article in articles if known.get(article.entry.id) != article.content]
            store.add(changed)
            added, unchanged = added + len(changed), unchanged + len(articles) - len(changed)
        return Done(added, unchanged, faults)
    finally:
        rows.unpersist()


def _last_places(rows: DataFrame) -> dict[str, int]:
    """Of ids that come more than once, the place of the last line."""
    from pyspark.sql import functions as f

    places = rows.groupBy("id").agg(f.max("place").alias("last"), f.count("place").alias("lines"))
    return {row["id"]: row["last"] for row in places.where(f.col("lines") > 1).collect()}


def _batches(rows: DataFrame, last: Mapping[str, int]) -> Iterator[list[NewArticle]]:
    import zlib

    import numpy as np

    from newslint.duplicates.stores.protocol import Entry, NewArticle

    waiting: list[NewArticle] = []
    words = 0
    for row in rows.toLocalIterator(prefetchPartitions=True):
        if last.get(row["id"], row["place"]) != row["place"]:
            continue
        entry = Entry(
            row["id"], row["title"], row["url"], row["published"], row["credit"], tuple(row["versions"] or ())
        )
        own = array("I", np.frombuffer(row["words"], dtype="<u4").astype(np.uint32).tobytes())
        bounds = np.frombuffer(row["bounds"], dtype="<u4").tolist()
        prose = row["prose"] and zlib.decompress(row["prose"]).decode("utf-8", "surrogatepass")
        waiting.append(NewArticle(entry, row["content"], own, bounds, prose))
        words += len(own)
        if words >= WORDS_A_BATCH:
            yield waiting
            waiting, words = [], 0
    if waiting:
        yield waiting


class Hashing:
    """What workers do: lines of JSON -> articles as a store takes them, or what is wrong with a line."""

    def __init__(self, fields: dict[str, str], format: str | None, keep_text: bool) -> None:
        self._fields = fields
        self._format = format
        self._keep_text = keep_text

    def __call__(self, frames: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        """Batches of lines to batches of articles."""
        import pandas as pd

        columns = [column.split()[0] for column in _ROWS.split(", ")]
        for frame in frames:
            yield pd.DataFrame(list(self._rows(frame)), columns=columns)

    def _rows(self, frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
        import zlib

        from newslint.cli.index_articles import Reading, hashed
        from newslint.cli.json_articles import JsonLines
        from newslint.config import Config
        from newslint.duplicates.spark_sections import row_of
        from newslint.finding import InputError

        reading = Reading((), Config(), self._fields, self._format, self._keep_text)
        places, items = [], []
        for place, file, value in zip(frame["place"], frame["file"], frame["value"], strict=True):
            if not value.strip():
                continue
            found = JsonLines(file, self._fields, self._format or "plain")._article(value.encode(), file, 0)
            if isinstance(found, InputError):
                # a number, for pandas turns a column with none in it to floats, which round 64 bits
                yield (place, *[None] * 6, 0, *[None] * 3, f"{found.path}: {found.message}")
            else:
                places.append(place)
                items.append(reading._of_json(*found))
        for place, new in zip(places, hashed(items, self._keep_text), strict=True):
            entry = new.entry
            prose = None if new.prose is None else zlib.compress(new.prose.encode("utf-8", "surrogatepass"))
            yield (
                place, entry.id, entry.title, entry.url, entry.published, entry.credit, list(entry.versions),
                new.content, *row_of(new.words, new.bounds), prose, None,
            )  # fmt: skip

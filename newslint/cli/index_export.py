"""`newslint index export`: the archive index as JSON lines, to move it or to build another store."""

from __future__ import annotations

import base64
import gzip
import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newslint.cli.index_place import configured, index_options, opened
from newslint.duplicates import SCHEME_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.duplicates.stores.protocol import Store, StoredArticle

SCHEMA = "newslint-index/1"


@click.command("export")
@click.argument("file", metavar="FILE|-")
@index_options
def command(file: str, **options: Any) -> int:
    """Write the index to FILE (`.gz` compresses; `-` is stdout): a line an article, hashes of words and no text."""
    with opened(configured(options)) as store, ExitStack() as stack:
        if file == "-":
            stream: Any = sys.stdout.buffer
        elif file.endswith(".gz"):
            stream = stack.enter_context(gzip.open(file, "wb", compresslevel=3))
        else:
            stream = stack.enter_context(Path(file).open("wb"))
        for line in lines(store):
            stream.write(line)
        stream.flush()
    return 0


def lines(store: Store) -> Iterator[bytes]:
    """A line that names the scheme, then one an article."""
    yield _line({"schema": SCHEMA, "scheme": SCHEME_VERSION})
    for article in store.everything():
        yield _line(_data(article))


def _data(article: StoredArticle) -> dict[str, Any]:
    """`words` are 32-bit little-endian numbers in base 64; `blocks` the words of each block."""
    from array import array

    words = array("I", article.words)
    if sys.byteorder == "big":
        words.byteswap()
    entry = article.entry
    sizes = [end - start for start, end in zip(article.bounds, article.bounds[1:], strict=False)]
    return {
        "id": entry.id, "title": entry.title, "url": entry.url, "published": entry.published, "credit": entry.credit,
        "versions": list(entry.versions), "content": article.content, "blocks": sizes,
        "words": base64.b64encode(words.tobytes()).decode("ascii"),
    }  # fmt: skip


def _line(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode("utf-8") + b"\n"

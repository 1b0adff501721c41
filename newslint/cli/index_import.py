"""`newslint index import`: what `export` wrote, into an archive index."""

from __future__ import annotations

import base64
import binascii
import gzip
import json
import sys
from array import array
from contextlib import ExitStack
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newslint.cli import output
from newslint.cli.index_export import SCHEMA
from newslint.cli.index_place import configured, index_options, opened
from newslint.duplicates import SCHEME_VERSION
from newslint.duplicates.stores import StoreError
from newslint.duplicates.stores.protocol import Entry, NewArticle

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS_A_BATCH = 1_500_000


@click.command("import")
@click.argument("file", metavar="FILE|-")
@index_options
def command(file: str, **options: Any) -> int:
    """Add the articles that FILE (`.gz` or not; `-` is stdin) lists, as `newslint index export` wrote them."""
    count = words = 0
    waiting: list[NewArticle] = []
    with opened(configured(options), write=True, create=True) as store:
        for article in _articles(file):
            waiting.append(article)
            words += len(article.words)
            if words >= WORDS_A_BATCH:
                store.add(waiting)
                count, words, waiting = count + len(waiting), 0, []
        store.add(waiting)
    output.write([f"{count + len(waiting):,} articles imported.\n"])
    return 0


def _articles(file: str) -> Iterator[NewArticle]:
    name = "<stdin>" if file == "-" else file
    number = 1
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(_opened(file)) if file != "-" else sys.stdin.buffer
            header = json.loads(stream.readline())
            if not isinstance(header, dict) or header.get("schema") != SCHEMA:
                raise StoreError(name, "is not what `newslint index export` writes")
            if header.get("scheme") != SCHEME_VERSION:
                raise StoreError(
                    name, f"was written with scheme {header.get('scheme')}; this newslint speaks {SCHEME_VERSION}"
                )
            for line in stream:
                number += 1
                yield _article(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError, OSError, EOFError, binascii.Error) as error:
            raise StoreError(name, f"line {number} cannot be read: {error}") from None


def _opened(file: str) -> Any:
    return gzip.open(file) if file.endswith(".gz") else Path(file).open("rb")


def _article(data: dict[str, Any]) -> NewArticle:
    words = array("I", base64.b64decode(data["words"], validate=True))
    if sys.byteorder == "big":
        words.byteswap()
    bounds = [0, *accumulate(int(size) for size in data["blocks"])]
    if bounds[-1] != len(words) or any(size < 0 for size in data["blocks"]):
        raise ValueError("its blocks are not those of its words")
    entry = Entry(data["id"], data["title"], data["url"], data["published"], data["credit"], tuple(data["versions"]))
    return NewArticle(entry, int(data["content"]), words, bounds)

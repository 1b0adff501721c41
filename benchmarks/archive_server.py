"""An archive in PostgreSQL as it grows: build rate, bytes a section, and how long a query of six sections takes.

    python benchmarks/archive_server.py URL [--sections N ...] [--queries N] [--jsonl FILE]

The database at URL must hold no index; its tables stay there. Sections and queries are those of
`benchmarks/archive.py`: real news shuffled, half the sections of a query in the index with one word in twenty changed.
Build rates are wall time from raw text on; `of it in the store` leaves the parsing and hashing out.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from array import array
from itertools import pairwise
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.archive import BATCH, SECTIONS_AN_ARTICLE, Chain, articles, hashed, spread, texts_of, timed
from newslint.duplicates.sections import Sections
from newslint.duplicates.stores.postgresql import PostgreSQLStore


def queries(chain: Chain, store: PostgreSQLStore, count: int) -> list[Sections]:
    generator = random.Random(3)
    numbers = [generator.randrange(1, store.info().articles) for _ in range(3 * count)]
    with store.reading() as view:
        known = [
            stored.words[stored.bounds[0] : stored.bounds[1]].tolist()
            for stored in view.articles(np.array(numbers, dtype=np.int64) << 20)
        ]
    found = []
    for index, article in enumerate(hashed(articles(chain, 0, count * SECTIONS_AN_ARTICLE))):
        blocks = [article.words[a:b].tolist() for a, b in pairwise(article.bounds)]
        for place, own in enumerate(known[3 * index : 3 * index + 3]):
            blocks[2 * place] = [word if generator.random() > 0.05 else generator.getrandbits(32) for word in own]
        bounds = np.cumsum([0, *map(len, blocks)]).tolist()
        words = array("I", [word for block in blocks for word in block])
        found.append(Sections(words, bounds, [(0, 0)] * len(blocks), ["paragraph"] * len(blocks)))
    return found


def build(store: PostgreSQLStore, chain: Chain, first: int, end: int) -> tuple[float, float]:
    whole = own = 0.0
    while first < end:
        made = articles(chain, first, min(BATCH, end - first))
        started = time.perf_counter()
        new = hashed(made)
        hashed_at = time.perf_counter()
        store.add(new)
        whole, own = whole + time.perf_counter() - started, own + time.perf_counter() - hashed_at
        first += BATCH
    return whole, own


def add(url: str, chain: Chain) -> None:
    """The process that adds meanwhile: small batches as a newsroom has them, and large ones."""
    store = PostgreSQLStore(url, write=True)
    print("ready", flush=True)
    for number in range(6):
        store.add(hashed(articles(chain, 600_000_000 + number * 60, 60)))
        store.add(hashed(articles(chain, 900_000_000 + number * 6_000, 6_000)))
    store.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url")
    parser.add_argument("--sections", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--queries", type=int, default=400)
    parser.add_argument("--jsonl")
    parser.add_argument("--add", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    texts = texts_of(options.jsonl)
    if options.add:
        add(options.url, Chain(texts, seed=9))
        return
    chain = Chain(texts, seed=1)
    store = PostgreSQLStore(options.url, write=True, create=True)
    done = store.info().sections
    for size in sorted(options.sections):
        whole, own = build(store, chain, done, size)
        store._connection.execute("VACUUM ANALYZE")
        info = store.info()
        rate, own_rate = (size - done) / whole, (size - done) / own
        print(
            f"{info.sections:>10,} sections  {rate:,.0f} added a second ({own_rate:,.0f} of it in the store)"
            f"  {info.bytes / info.sections:.0f} B a section"
        )
        done = size
        asked = queries(chain, store, options.queries)
        timed(store, asked[: options.queries // 4])
        took, matches = timed(store, asked)
        print(f"    warm          {spread(took)}  {matches / len(asked):.1f} matches a query")
        only_new = [Sections(new.words, list(new.bounds), [(0, 0)] * (len(new.bounds) - 1), []) for new in hashed(articles(Chain(texts, seed=77), 0, 600))]
        print(f"    nothing known {spread(timed(store, only_new)[0])}")
    command = [sys.executable, __file__, options.url, "--add", *(["--jsonl", options.jsonl] if options.jsonl else [])]
    adder = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert adder.stdout is not None
    adder.stdout.readline()
    took = []
    while adder.poll() is None and len(took) < 20_000:
        took += timed(store, asked[:50])[0]
    print(f"    while adding  {spread(sorted(took))}")
    adder.wait()
    store.close()


if __name__ == "__main__":
    main()

"""An archive index as it grows: build rate, bytes a section, and how long a query of six sections takes.

    python benchmarks/archive.py [--sections N ...] [--simulated N] [--folder FOLDER] [--queries N] [--jsonl FILE]

Sections of about 40 words are made of real news (`--jsonl`, lines with an article's `text`; or NEWSLINT_DATA,
whose clean news is taken): a chain of its words that goes on as the text does or, at nine words in twenty, as it
goes on after another place with the same word. Phrases repeat as in news, and no two sections are alike. Articles
have six sections, a title, an address and a date.

- warm: articles of which half the sections are in the index, with one word in twenty changed, one after another;
- cold: the same, each in a process of its own, after the system was told to forget the index's pages; the opening
  of the index counts;
- while adding: warm, with another process adding articles in small batches and large ones;
- `--simulated`: an index of so many sections, made of word hashes instead of texts;
- recall: of the pairs of sections of the real articles (15 words or more) that brute force finds with J >= .7,
  C >= .8 or 13 equal words in a row, and of those that the rule for matches accepts, the share that are candidates
  of a query; and how many of the passages that are named the rule does not accept.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from array import array
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.archive_parts.made_up import (
    SECTIONS_AN_ARTICLE,
    Chain,
    articles,
    hashed,
    hashed_articles,
    texts_of,
)
from benchmarks.archive_parts.recall import recall
from newslint.duplicates import archive
from newslint.duplicates.sections import Sections
from newslint.duplicates.stores.embedded import EmbeddedStore
from newslint.duplicates.stores.memory import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Sequence

BATCH = 30_000
"""Sections added at a time."""
SIMULATED_BATCH = 240_000


def build(store: EmbeddedStore, chain: Chain, first: int, end: int) -> tuple[float, float]:
    """Add made-up articles from section `first` to `end`: CPU and wall seconds, the making left out."""
    cpu = wall = 0.0
    while first < end:
        made = articles(chain, first, min(BATCH, end - first))
        started = time.process_time(), time.perf_counter()
        store.add(hashed(made))
        cpu, wall = cpu + time.process_time() - started[0], wall + time.perf_counter() - started[1]
        first += BATCH
    return cpu, wall


def queries(chain: Chain, store: EmbeddedStore, count: int, seed: int) -> list[Sections]:
    """Articles of six sections of which three stand in the index, one word in twenty changed."""
    generator = random.Random(seed)
    known = []
    with store.reading() as view:
        parts = list(view.by_number.values())
        for _ in range(count * 3):
            segment = generator.choices(parts, [part.counts.articles for part in parts])[0]
            _, words, bounds = segment.article(generator.randrange(segment.counts.articles))
            block = generator.randrange(len(bounds) - 1)
            known.append(words[bounds[block] : bounds[block + 1]].tolist())
    made = hashed(articles(chain, 0, count * SECTIONS_AN_ARTICLE))
    found = []
    for index, article in enumerate(made):
        blocks = [article.words[a:b].tolist() for a, b in pairwise(article.bounds)]
        for place, own in enumerate(known[3 * index : 3 * index + 3]):
            blocks[2 * place] = [word if generator.random() > 0.05 else generator.getrandbits(32) for word in own]
        bounds = np.cumsum([0, *map(len, blocks)]).tolist()
        words = array("I", [word for block in blocks for word in block])
        found.append(Sections(words, bounds, [(0, 0)] * len(blocks), ["paragraph"] * len(blocks)))
    return found


def timed(store: EmbeddedStore, asked: Sequence[Sections]) -> tuple[list[float], list[float], int]:
    """Milliseconds a query by the clock, ascending; of CPU, ascending; and how many matches there were."""
    took, cpu, matches = [], [], 0
    for sections in asked:
        started, used = time.perf_counter(), time.process_time()
        matches += len(archive.find(sections, store).matches)
        took.append(1000 * (time.perf_counter() - started))
        cpu.append(1000 * (time.process_time() - used))
    return sorted(took), sorted(cpu), matches


def spread(took: Sequence[float]) -> str:
    return f"p50 {statistics.median(took):6.2f}  p99 {took[int(len(took) * 0.99)]:6.2f}  max {took[-1]:6.2f} ms"


def forget(folder: Path) -> None:
    """Ask the system to drop the pages of an index from its cache."""
    for file in folder.iterdir():
        descriptor = os.open(file, os.O_RDONLY)
        os.fsync(descriptor)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(descriptor)


def cold(folder: Path, asked: Sequence[Sections], rounds: int) -> list[float]:
    """Milliseconds of the first query of a process that finds nothing of the index in memory; the opening counts."""
    took = []
    for sections in asked[:rounds]:
        forget(folder)
        question = json.dumps({"words": sections.words.tolist(), "bounds": sections.bounds})
        run = subprocess.run(
            [sys.executable, __file__, "--ask", str(folder)], input=question, capture_output=True, text=True, check=True
        )
        took.append(float(run.stdout))
    return sorted(took)


def ask(folder: str) -> None:
    """The process that is asked one question."""
    question = json.load(sys.stdin)
    bounds = question["bounds"]
    sections = Sections(
        array("I", question["words"]), bounds, [(0, 0)] * (len(bounds) - 1), ["paragraph"] * (len(bounds) - 1)
    )
    archive.find(sections, MemoryStore())  # what imports and first calls cost is not the index's
    started = time.perf_counter()
    archive.find(sections, EmbeddedStore(folder))
    print(1000 * (time.perf_counter() - started))


def measured(folder: Path, chain: Chain, count: int) -> None:
    store = EmbeddedStore(str(folder))
    info = store.info()
    asked = queries(chain, store, count, seed=3)
    timed(store, asked[: count // 4])
    took, cpu, matches = timed(store, asked)
    print(
        f"{info.sections:>10,} sections  {info.bytes / max(info.sections, 1):6.1f} B a section  {info.segments} segments"
    )
    print(
        f"    warm          {spread(took)}  {matches / len(asked):.1f} matches a query (load {os.getloadavg()[0]:.1f})"
    )
    print(f"    warm, CPU     {spread(cpu)}")
    print(f"    cold          {spread(cold(folder, asked, max(count // 10, 20)))}")
    adder = subprocess.Popen([sys.executable, __file__, "--add-to", str(folder), *sys.argv[1:]], stdout=subprocess.PIPE)
    try:
        assert adder.stdout is not None
        adder.stdout.readline()
        took, cpu, _ = timed(store, asked)
        while adder.poll() is None and len(took) < 12 * len(asked):
            more = timed(store, asked)
            took, cpu = took + more[0], cpu + more[1]
        print(f"    while adding  {spread(sorted(took))}  (load {os.getloadavg()[0]:.1f})")
        print(f"    same, CPU     {spread(sorted(cpu))}", flush=True)
    finally:
        adder.wait()
        store.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sections", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--simulated", type=int, default=0)
    parser.add_argument("--folder")
    parser.add_argument("--queries", type=int, default=400)
    parser.add_argument("--jsonl")
    parser.add_argument("--no-recall", action="store_true")
    parser.add_argument("--ask", help=argparse.SUPPRESS)
    parser.add_argument("--add-to", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.ask:
        ask(options.ask)
        return
    texts = texts_of(options.jsonl)
    if options.add_to:
        print("ready", flush=True)
        store = EmbeddedStore(options.add_to, write=True)
        chain = Chain(texts, seed=9)
        for batch_number in range(6):
            store.add(hashed(articles(chain, 600_000_000 + batch_number * 1_200, 1_200)))  # waits in the catalogue
            store.add(hashed(articles(chain, 900_000_000 + batch_number * BATCH, BATCH)))
        store.close()
        return
    place = Path(options.folder or tempfile.mkdtemp(prefix="newslint-archive-"))
    chain = Chain(texts, seed=1)
    try:
        if not options.no_recall:
            recall(texts)
        done = 0
        folder = place / "real"
        for size in sorted(options.sections):
            store = EmbeddedStore(str(folder), write=True, create=True)
            cpu, wall = build(store, chain, done, size)
            print(
                f"{size:>10,} sections: {(size - done) / wall:,.0f} sections added a second, {(size - done) / cpu:,.0f} a CPU second"
                f" (from raw text; load {os.getloadavg()[0]:.1f})"
            )
            done = size
            store.close()
            measured_copy(folder, place / "measured", chain, options.queries)
        if options.simulated:
            folder = place / "simulated"
            store = EmbeddedStore(str(folder), write=True, create=True)
            for first in range(0, options.simulated, SIMULATED_BATCH):
                store.add(hashed_articles(chain, first, min(SIMULATED_BATCH, options.simulated - first)))
            store.close()
            measured(folder, chain, options.queries)
    finally:
        if not options.folder:
            shutil.rmtree(place)


def measured_copy(folder: Path, copy: Path, chain: Chain, count: int) -> None:
    """Measure a copy, for measuring adds to it."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    measured(copy, chain, count)
    shutil.rmtree(copy)


if __name__ == "__main__":
    main()

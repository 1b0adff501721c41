"""An archive index as it grows: build rate, bytes a section, and how long a query of six sections takes.

    python benchmarks/archive.py [--sections N ...] [--simulated N] [--folder FOLDER] [--queries N] [--jsonl FILE]

Sections of about 40 words are made of real news (`--jsonl`, lines with an article's `text`; or NEWSLINT_DATA,
whose clean news is taken): a chain of its words that goes on as the text does or, at four words in ten, as it
goes on after another place with the same word. Phrases repeat as in news, and no two sections are alike. Articles
have six sections, a title and a URL.

- warm: articles of which half the sections are in the index, with one word in twenty changed, one after another;
- cold: the same, each in a process of its own, after the system was told to forget the index's pages;
- while adding: warm, with another process adding articles in batches;
- `--simulated`: an index of so many sections whose words are random numbers, written as segments at once, with
  the texts of the largest real index merged in.
- recall: of the pairs of sections of the real articles (15 words or more) that brute force finds with J >= .7,
  C >= .8 or 13 equal words in a row and that the rule for matches accepts, the share that a query of each article
  against all the others names; and how many of the named pairs the rule does not accept.
"""

from __future__ import annotations

import argparse
import gzip
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
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from newslint.document import parse
from newslint.duplicates import archive, batch, similarity, verification
from newslint.duplicates.records import Record, hash_all
from newslint.duplicates.sections import Sections
from newslint.duplicates.stores import embedded
from newslint.duplicates.stores.embedded import EmbeddedStore
from newslint.duplicates.stores.memory import MemoryStore
from newslint.duplicates.stores.protocol import Entry, NewArticle
from newslint.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SECTIONS_AN_ARTICLE = 6
WORDS = (25, 55)
BATCH = 30_000
"""Sections added at a time."""
GOES_ON = 0.6
"""How often a chain goes on as its text does."""


class Chain:
    """Text like that of a corpus, as much as is wanted."""

    def __init__(self, texts: list[str], seed: int) -> None:
        words = [word for text in texts for word in text.split()]
        names: dict[str, int] = {}
        self.tokens = np.array([names.setdefault(word, len(names)) for word in words])
        self.names = list(names)
        order = np.argsort(self.tokens, kind="stable")
        self.places = order
        self.first = np.searchsorted(self.tokens[order], np.arange(len(self.names) + 1))
        self.random = np.random.default_rng(seed)

    def sections(self, count: int) -> list[str]:
        sizes = self.random.integers(*WORDS, size=count, endpoint=True)
        place = self.random.integers(0, len(self.tokens) - 1, size=count)
        columns = []
        for _ in range(WORDS[1]):
            columns.append(self.tokens[place])
            token = self.tokens[place]
            first, end = self.first[token], self.first[token + 1]
            other = self.places[first + (self.random.random(count) * (end - first)).astype(np.int64)]
            place = np.where(self.random.random(count) < GOES_ON, place, other) + 1
            place %= len(self.tokens)
        table = np.stack(columns, axis=1)
        names = self.names
        return [" ".join([names[token] for token in row[:size]]) for row, size in zip(table.tolist(), sizes.tolist(), strict=True)]


def articles(chain: Chain, first: int, sections: int) -> list[tuple[Entry, str]]:
    """Made-up articles, as plain text with blank lines between the sections."""
    texts = chain.sections(sections)
    made = []
    for start in range(0, sections, SECTIONS_AN_ARTICLE):
        number = (first + start) // SECTIONS_AN_ARTICLE
        title = " ".join(texts[start].split()[:8])
        slug = "-".join(title.lower().split()[:6])
        entry = Entry(
            f"story-{number:08}", title, f"https://news.example/2024/{number % 12 + 1:02}/{slug}-{number}",
            f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}",
        )  # fmt: skip
        made.append((entry, "\n\n".join(texts[start : start + SECTIONS_AN_ARTICLE])))
    return made


def hashed(made: Sequence[tuple[Entry, str]]) -> list[NewArticle]:
    """Articles as `add` takes them, from raw text."""
    records = []
    for entry, text in made:
        document = parse(Source(text, entry.id, "plain"))
        records.append(Record(entry.id, document.prose, document.blocks))
    hash_all(records)
    return [
        NewArticle(entry, hash(text), record.sections.words, record.sections.bounds)
        for (entry, text), record in zip(made, records, strict=True)
    ]


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


def timed(store: EmbeddedStore, asked: Sequence[Sections]) -> tuple[list[float], int]:
    """Milliseconds a query, ascending, and how many matches there were."""
    took, matches = [], 0
    for sections in asked:
        started = time.perf_counter()
        matches += len(archive.find(sections, store).matches)
        took.append(1000 * (time.perf_counter() - started))
    return sorted(took), matches


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
        store = None
        forget(folder)
        question = json.dumps({"words": sections.words.tolist(), "bounds": sections.bounds})
        run = subprocess.run(
            [sys.executable, __file__, "--ask", str(folder)], input=question, capture_output=True, text=True, check=True
        )
        took.append(float(run.stdout))
        del store
    return sorted(took)


def ask(folder: str) -> None:
    """The process that is asked one question."""
    question = json.load(sys.stdin)
    bounds = question["bounds"]
    sections = Sections(array("I", question["words"]), bounds, [(0, 0)] * (len(bounds) - 1), ["paragraph"] * (len(bounds) - 1))
    archive.find(sections, MemoryStore())  # what imports and first calls cost is not the index's
    started = time.perf_counter()
    archive.find(sections, EmbeddedStore(folder))
    print(1000 * (time.perf_counter() - started))


def measured(folder: Path, chain: Chain, count: int) -> None:
    store = EmbeddedStore(str(folder))
    info = store.info()
    asked = queries(chain, store, count, seed=3)
    timed(store, asked[: count // 4])
    took, matches = timed(store, asked)
    print(f"{info.sections:>10,} sections  {info.bytes / max(info.sections, 1):6.1f} B a section  {info.segments} segments")
    print(f"    warm          {spread(took)}  {matches / len(asked):.1f} matches a query")
    print(f"    cold          {spread(cold(folder, asked, max(count // 10, 20)))}")
    adder = subprocess.Popen([sys.executable, __file__, "--add-to", str(folder), *sys.argv[1:]], stdout=subprocess.PIPE)
    try:
        assert adder.stdout is not None
        adder.stdout.readline()
        took, _ = timed(store, asked)
        rounds = 1
        while adder.poll() is None and rounds < 12:
            took += timed(store, asked)[0]
            rounds += 1
        print(f"    while adding  {spread(sorted(took))}  (load {os.getloadavg()[0]:.1f})")
    finally:
        adder.wait()
        store.close()


def simulate(folder: Path, sections: int) -> None:
    """An index of random words, written segment by segment."""
    generator = np.random.default_rng(5)
    store = EmbeddedStore(str(folder), write=True, create=True)
    for first in range(0, sections, 500_000):
        count = min(500_000, sections - first) // SECTIONS_AN_ARTICLE
        made = []
        sizes = generator.integers(*WORDS, size=(count, SECTIONS_AN_ARTICLE), endpoint=True)
        for number, own in enumerate(sizes.tolist(), first):
            bounds = [0]
            for size in own:
                bounds.append(bounds[-1] + size)
            words = array("I", generator.bytes(4 * bounds[-1]))
            slug = f"a-title-of-eight-words-{number}"
            entry = Entry(
                f"random-{number:08}", f"A title of about eight words in all {number}",
                f"https://news.example/2024/01/{slug}", "2024-01-01",
            )  # fmt: skip
            made.append(NewArticle(entry, number, words, bounds))
        store.add(made)
    store.close()


def recall(texts: list[str]) -> None:
    """Pairs of real sections against brute force."""
    new = hashed([(Entry(str(index)), text) for index, text in enumerate(texts)])
    store = MemoryStore()
    store.add(new)
    places, words = [], []
    for index, article in enumerate(new):
        for block, (start, end) in enumerate(pairwise(article.bounds)):
            if end - start >= 15:
                places.append((index, block))
                words.append(article.words[start:end].tolist())
    sharing: dict[Any, set[int]] = defaultdict(set)
    for index, own in enumerate(words):
        for shingle in similarity.shingle_set(own):
            sharing[shingle].add(index)
    pairs = {
        (one, other)
        for holding in sharing.values()
        if 1 < len(holding)
        for one in holding
        for other in holding
        if one < other and places[one][0] != places[other][0]
    }
    by_class: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for one, other in pairs:
        a, b = words[one], words[other]
        shared, of_a, of_b = similarity.shared_shingles(a, b)
        if shared / (of_a + of_b - shared) >= 0.7:
            by_class["J >= .7"].add((one, other))
        if shared / min(of_a, of_b) >= 0.8:
            by_class["C >= .8"].add((one, other))
        if has_run(a, b, 13):
            by_class["13 words in a row"].add((one, other))
        if verification.is_same(a, b):
            by_class["accepted"].add((one, other))
    index_of = {place: index for index, place in enumerate(places)}
    candidates, named = set(), set()
    boilerplate: set[int] = set()
    for index, article in enumerate(new):
        own = Sections(article.words, list(article.bounds), [(0, 0)] * (len(article.bounds) - 1), [])
        asked, asked_blocks, blocks = archive._asked(
            np.array(own.words, dtype=np.uint32), np.array(own.bounds, dtype=np.int64)
        )
        postings = store.postings(asked)
        left, right = archive._joined(asked_blocks, postings.key)
        boilerplate |= {
            index_of[index, block] for block in blocks[np.isin(asked_blocks, postings.boilerplate)].tolist()
            if (index, block) in index_of
        }
        for block, posting in zip(blocks[left].tolist(), right.tolist(), strict=True):
            one, other = index_of.get((index, block)), index_of.get((int(postings.article[posting]) - 1, int(postings.block[posting])))
            if one is not None and other is not None and places[one][0] != places[other][0]:
                candidates.add((min(one, other), max(one, other)))
        for match in archive.find(own, store, lambda entry, index=index: entry.id != str(index)).matches:
            for passage in match.passages:
                named.add((index, int(match.archived.entry.id), passage.later))
    print(f"recall on {len(places):,} real sections of 15 words or more, {len(pairs):,} pairs with a shingle in common:")
    for name, wanted in by_class.items():
        missed = wanted - candidates
        common = sum(one in boilerplate and other in boilerplate for one, other in missed)
        print(
            f"    {name:<18} {len(wanted):5,} pairs, {len(wanted & candidates) / max(len(wanted), 1):.4f} are candidates"
            f" ({common} of the missed are boilerplate)"
        )
    print(f"    {len(candidates):,} candidates, {len(named):,} passages named")


def has_run(a: list[int], b: list[int], length: int) -> bool:
    runs = {tuple(a[start : start + length]) for start in range(len(a) - length + 1)}
    return any(tuple(b[start : start + length]) in runs for start in range(len(b) - length + 1))


def texts_of(jsonl: str | None) -> list[str]:
    path = Path(jsonl) if jsonl else Path(os.environ["NEWSLINT_DATA"]) / "clean" / "abc-2006.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [json.loads(line)["text"] for line in file]


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
            store.add(hashed(articles(chain, 600_000_000 + batch_number * 1_200, 1_200)))
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
            simulate(folder, options.simulated)
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

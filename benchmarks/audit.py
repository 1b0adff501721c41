"""An audit: whether planted copies are found, what it costs, and how the cost grows.

    python benchmarks/audit.py [--jsonl FILE] [--seed N] [--pairs N] [--articles N ...]

- planted: copies (verbatim, reworded, excerpts in other articles, weekly series) in real news (`--jsonl`, lines with
  an article's `id` and `text`; or NEWSLINT_DATA, whose clean news is taken). Told are those that were not found, and
  the first `--pairs` pairs of the largest groups, to be read: is anything false?
- cost: seconds and memory for so many articles, made of a chain of the words of the real ones, one in fifty a
  copy of another with one word in twenty changed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.archive_parts.made_up import Chain
from benchmarks.audit_planting import Line, Planted, planted
from newslint.audit.articles import Articles
from newslint.audit.auditing import Audit, audit, repeated_within
from newslint.audit.section_pairs import same_sections
from newslint.document import parse
from newslint.duplicates.records import Record
from newslint.duplicates.stores.protocol import Entry
from newslint.reports.audit.wording import excerpt, percent
from newslint.source import Source

A_BATCH = 500
SECTIONS = 6
COPIES = 50
CHANGED = 0.05


def read(path: Path) -> list[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [(entry["id"], entry["text"]) for entry in map(json.loads, lines)]


def add(articles: Articles, lines: list[Line]) -> None:
    for start in range(0, len(lines), A_BATCH):
        records, entries = [], []
        for line in lines[start : start + A_BATCH]:
            document = parse(Source(line["text"], line["id"], "plain"))
            records.append(Record(line["id"], document.prose, document.blocks))
            entries.append(Entry(line["id"], published=line.get("published"), credit=line.get("credit")))
        for article, record in zip(articles.add(records, entries), records, strict=True):
            repeated_within(article, record.prose)


def missing(found: Audit, copies: list[Planted]) -> list[Planted]:
    """The planted copies that no pair joins to the article that they are of, or to another copy of it."""
    of = {copy.id: copy.of for copy in copies}
    named = {
        found.articles[number].entry.id
        for pair in found.every_pair()
        for number in (pair.earlier, pair.later)
        if _is_right(found, pair.earlier, pair.later, of)
    }
    return [copy for copy in copies if copy.id not in named]


def _is_right(found: Audit, one: int, other: int, of: dict[str, str]) -> bool:
    ids = [found.articles[number].entry.id for number in (one, other)]
    return of.get(ids[0], ids[0]) == of.get(ids[1], ids[1])


def tell_planted(texts: list[tuple[str, str]], seed: int, most: int) -> None:
    lines, copies = planted(texts, seed)
    started = time.perf_counter()
    with Articles() as articles:
        add(articles, lines)
        found = audit(articles, same_sections)
        seconds = time.perf_counter() - started
        lost = missing(found, copies)
        print(f"{len(lines)} articles in {seconds:.2f} s: {len(copies) - len(lost)} of {len(copies)} planted copies found")
        for copy in lost:
            print(f"  not found: {copy}")
        kinds = {copy.id: copy.kind for copy in copies}
        pairs = [(group, pair) for group in found.groups for pair in group.pairs]
        for number, (group, pair) in enumerate(pairs[:most], 1):
            earlier, later = articles[pair.earlier], articles[pair.later]
            ids = [kinds.get(article.entry.id, article.entry.id) for article in (earlier, later)]
            print(f"\n{number}. {group.kind}, {' | '.join(ids)}: {percent(pair.of_earlier)}, {percent(pair.of_later)}")
            passage = max(pair.passages, key=lambda passage: passage.later[1] - passage.later[0])
            print("   " + excerpt(articles, earlier, passage.earlier, 260))
            print("   " + excerpt(articles, later, passage.later, 260))


def tell_cost(texts: list[tuple[str, str]], count: int, seed: int) -> None:
    """In a process of its own, so that its memory can be told."""
    chance = random.Random(seed)
    started = time.perf_counter()
    chain = Chain([text for _, text in texts], seed)
    lines: list[Line] = []
    with Articles() as articles:
        reading = 0.0
        for start in range(0, count, A_BATCH):
            some = min(A_BATCH, count - start)
            sections = chain.sections(some * SECTIONS)
            lines = [
                {"id": str(start + place), "text": "\n\n".join(sections[place * SECTIONS : (place + 1) * SECTIONS])}
                for place in range(some)
            ]
            for place in range(COPIES, some, COPIES):
                words = lines[place - 1]["text"].split(" ")
                lines[place]["text"] = " ".join(
                    chance.choice(words) if chance.random() < CHANGED else word for word in words
                )
            before = time.perf_counter()
            add(articles, lines)
            reading += time.perf_counter() - before
        before = time.perf_counter()
        found = audit(articles, same_sections)
        comparing = time.perf_counter() - before
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        words = sum(len(article.words) for article in articles)
        print(
            f"{count:>9,} articles, {words / 1e6:.1f} M words: reading {reading:.1f} s, comparing {comparing:.1f} s, "
            f"{len(found.pairs):,} pairs, {len(found.groups):,} groups, {memory:,.0f} MB at most "
            f"({time.perf_counter() - started:.0f} s with making them)",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jsonl", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pairs", type=int, default=50)
    parser.add_argument("--articles", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--cost", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    path = options.jsonl or Path(os.environ["NEWSLINT_DATA"], "clean", "abc-2006.jsonl.gz")
    if options.cost:
        tell_cost(read(path), options.cost, options.seed)
        return
    tell_planted(read(path), options.seed, options.pairs)
    for count in options.articles:
        command = [sys.executable, __file__, "--jsonl", str(path), "--seed", str(options.seed), "--cost", str(count)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()

"""Near-duplicates: how fast texts are signed beside peers, and what is found beside brute force.

    python benchmarks/duplicates.py [--jsonl FILE.jsonl.gz] [--rounds N] [--seed N]

Signatures are measured on made-up sections of 100 words: raw text to 80 minima over five-word shingles, one
core, rounds interleaved, the best round of each. Peers that are not installed are left out: `datasketch`,
`rensa`. With `--jsonl`, lines with an article's `text` each (or NEWSLINT_DATA, whose clean news is taken), it
measures besides

- in one article: the share found of sections of 25 words or more, copied to a later place with 15-30 % of the
  words replaced or dropped, and every finding in the articles as they are, to be judged by a reader;
- in a run: the pairs of sections found, beside those that brute force finds: any pair with a shingle in common,
  and any pair of short ones with the same words but for one, judged by the same rule;
- CPU seconds for hashing and comparing all articles, each also as a second file with one sentence put in front.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import sys
import time
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from newslint.checks import in_article, in_run
from newslint.document import parse
from newslint.duplicates import across, batch, verification, words
from newslint.duplicates.records import Record
from newslint.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SLOTS = 80
SECTIONS = 5_120
WORD = re.compile(r"\w+")


def made_up(seed: int) -> list[str]:
    """Sections of 100 words in sentences, about 700 characters each."""
    generator = random.Random(seed)
    sizes = [max(2, round(generator.gauss(5.5, 2.5))) for _ in range(20_000)]
    vocabulary = ["".join(generator.choices("etaoinshrdlucmfw", k=size)) for size in sizes]
    texts = []
    for _ in range(SECTIONS):
        text = generator.choices(vocabulary, k=100)
        for start in range(0, 100, 20):
            text[start] = text[start].capitalize()
            text[start + 9] += ","
            text[start + 19] += "."
        texts.append(" ".join(text))
    return texts


def shingles(text: str) -> list[str]:
    found = WORD.findall(text.lower())
    return [" ".join(found[start : start + 5]) for start in range(len(found) - 4)]


def signers() -> dict[str, tuple[Callable[[list[str]], object], int]]:
    """By name, what signs texts, and how many of them a round takes."""
    found: dict[str, tuple[Callable[[list[str]], object], int]] = {
        "newslint": (batch.signatures_of, SECTIONS)
    }
    try:
        from datasketch import MinHash
    except ImportError:
        print("datasketch is not installed")
    else:

        def update_batch(texts: list[str]) -> None:
            for text in texts:
                MinHash(num_perm=SLOTS, seed=1).update_batch([shingle.encode() for shingle in shingles(text)])

        def bulk(texts: list[str]) -> None:
            MinHash.bulk(
                [[shingle.encode() for shingle in shingles(text)] for text in texts], num_perm=SLOTS, seed=1
            )

        found["datasketch update_batch"] = update_batch, 512
        found["datasketch bulk"] = bulk, 512
    try:
        from rensa import RMinHash
    except ImportError:
        print("rensa is not installed")
    else:

        def rensa(texts: list[str]) -> None:
            for text in texts:
                minhash = RMinHash(num_perm=SLOTS, seed=1)
                minhash.update(shingles(text))
                minhash.digest()

        found["rensa R-MinHash"] = rensa, 2_048
    return found


def measure_signatures(rounds: int, seed: int) -> None:
    texts = made_up(seed)
    best: dict[str, float] = {}
    measured = signers()
    for _ in range(rounds):
        for name, (sign, count) in measured.items():
            start = time.process_time()
            sign(texts[:count])
            best[name] = min(best.get(name, 1e9), (time.process_time() - start) / count)
    print(
        f"Signatures of {SLOTS} slots, sections of 100 words, {sum(map(len, texts)) / len(texts):.0f} characters"
    )
    for name, seconds in best.items():
        print(
            f"  {name:<25}{1 / seconds:>10,.0f} a second   newslint is {seconds / best['newslint']:.1f} x as fast"
        )


def reworded(text: str, generator: random.Random, vocabulary: list[str]) -> str:
    """`text` with 15-30 % of its words replaced by other words or dropped, in equal parts."""
    parts = text.split()
    changed = set(generator.sample(range(len(parts)), round(generator.uniform(0.15, 0.30) * len(parts))))
    kept = []
    for place, part in enumerate(parts):
        if place not in changed:
            kept.append(part)
        elif generator.random() < 0.5:
            kept.append(generator.choice(vocabulary))
    return " ".join(kept)


def in_article_hits(text: str) -> tuple[Any, list[Any]]:
    document = parse(Source(text, "article.txt", "plain"))
    return document, list(in_article.check(document, in_article.prepare(in_article.DEFAULTS)))


def measure_in_article(texts: list[str], seed: int) -> None:
    generator = random.Random(seed)
    vocabulary = [word for text in texts[::7] for word in text.split()]
    tried = found = elsewhere = 0
    print(f"\nIn one article, {len(texts)} articles. Findings as they are:")
    for text in texts:
        document, hits = in_article_hits(text)
        for hit in hits:
            print(f"  {hit.similarity:.2f}  {document.prose[hit.start : hit.end][:90]!r}")
    for text in texts:
        paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
        long = [index for index, paragraph in enumerate(paragraphs) if len(paragraph.split()) >= 25]
        if not long:
            continue
        index = generator.choice(long)
        copy = reworded(paragraphs[index], generator, vocabulary)
        place = generator.randrange(index + 1, len(paragraphs) + 1)
        before = "\n\n".join(paragraphs[:place])
        document, hits = in_article_hits("\n\n".join([before, copy, *paragraphs[place:]]))
        tried += 1
        start, origin = len(before) + 2, before.index(paragraphs[index])
        spans = [
            (
                document.offsets.to_source(hit.start, hit.end),
                document.offsets.to_source(earlier.start, earlier.end),
            )
            for hit in hits
            for earlier in hit.related
        ]
        right = [
            later
            for later, earlier in spans
            if later[0] < start + len(copy)
            and later[1] > start
            and earlier[0] < origin + len(paragraphs[index])
            and earlier[1] > origin
        ]
        found += bool(right)
        elsewhere += len(hits) - len(right)
    print(f"  reworded copies found: {found} of {tried} ({found / tried:.2%}); other findings: {elsewhere}")


def records_of(texts: list[str]) -> list[Record]:
    records = []
    for number, text in enumerate(texts):
        document = parse(Source(text, f"{number:05}.txt", "plain"))
        records.append(Record(document.path, document.prose, document.blocks))
    return records


def brute_force(records: list[Record]) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
    """Every pair of sections of different records that the rule of a match accepts."""
    own = [
        ((record.path, block), record.sections.words[start:end].tolist())
        for record in records
        for block, start, end in across._sections_of(record)
    ]
    holding: dict[object, list[int]] = defaultdict(list)
    for index, (_, hashes) in enumerate(own):
        for shingle in set(zip(*(hashes[start:] for start in range(5)), strict=False)):
            holding[shingle].append(index)
        if len(hashes) <= 15:
            for variant in {
                tuple(hashes),
                *(tuple(hashes[:at] + hashes[at + 1 :]) for at in range(len(hashes))),
            }:
                holding["short", variant].append(index)
    pairs = {pair for several in holding.values() if len(several) > 1 for pair in combinations(several, 2)}
    for one, other in pairs:
        if own[one][0][0] != own[other][0][0] and verification.is_same(own[one][1], own[other][1]):
            yield own[one][0], own[other][0]


def measure_in_run(texts: list[str]) -> None:
    records = records_of(texts)
    groups = across._groups(records)
    found = {
        ((groups[one][0].path, match.earlier), (groups[other][0].path, match.later))
        for one, other, matches in across._matches(groups)
        for match in matches
    }
    firsts = [group[0] for group in groups]
    true = {tuple(sorted(pair)) for pair in brute_force(firsts)}
    found_sorted = {tuple(sorted(pair)) for pair in found}
    print(
        f"\nIn a run, {len(firsts)} different articles, {sum(len(across._sections_of(r)) for r in firsts)} sections:"
    )
    print(
        f"  pairs by brute force {len(true)}, found {len(found_sorted & true)}, not true {len(found_sorted - true)}"
    )

    doubled = texts + [
        f"It was {number} o'clock somewhere in town.\n\n{text}" for number, text in enumerate(texts)
    ]
    documents = [parse(Source(text, f"{number:05}.txt", "plain")) for number, text in enumerate(doubled)]
    words.HASHES.clear()
    start = time.process_time()
    made = [Record(d.path, d.prose, d.blocks) for d in documents]
    hashed = time.process_time()
    hits = sum(1 for _ in in_run.check_run(made, None, in_run.DEFAULTS))
    compared = time.process_time()
    size = sum(len(text) for text in doubled) / 1e6
    count = sum(len(across._sections_of(record)) for record in made)
    print(f"  {size:.1f} M characters in {len(made)} files, {count} sections, all but a sentence twice:")
    print(f"  {hashed - start:.2f} s to hash, {compared - hashed:.2f} s to compare, {hits} findings")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--jsonl", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    measure_signatures(arguments.rounds, arguments.seed)
    path = arguments.jsonl
    if path is None and os.environ.get("NEWSLINT_DATA"):
        path = Path(os.environ["NEWSLINT_DATA"]) / "clean" / "abc-2006.jsonl.gz"
    if path is None:
        print("\nNo articles given: --jsonl")
        return
    with gzip.open(path, "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    measure_in_article(texts, arguments.seed)
    measure_in_run(texts)


if __name__ == "__main__":
    main()

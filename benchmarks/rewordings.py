"""Rewordings of one text: how many of their pairs an index finds, beside brute force and datasketch.

    python benchmarks/rewordings.py [--jsonl FILE.jsonl.gz] [--thresholds ...]

Lines with a `text` and the `cluster` that it is a wording of (or NEWSLINT_DATA, whose machine translations of
the same documents, by many systems and people, are taken). A pair is true where both texts are of one cluster.

- brute force: every pair whose word n-grams have at least so much Jaccard (what no index can beat with that measure);
- newslint: each text a section of an archive, asked for the others; a candidate has a key in common, a match is what
  the rule accepts, and that alone is reported;
- in one article: a rewording among paragraphs of other clusters, as the rule for repeated sections (DUP101) finds it;
- datasketch: `MinHashLSH`, 128 permutations, word n-grams, over thresholds; its answer is what it returns, and
  what is left of it after the exact Jaccard is asked for.

Seconds are CPU, for signing or hashing, storing and asking for all texts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import sys
import time
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.archive_parts.made_up import hashed
from benchmarks.archive_parts.recall import candidates_of, sections_of
from newslint.checks import in_article
from newslint.document import parse
from newslint.duplicates import archive, specification
from newslint.duplicates.stores.memory import MemoryStore
from newslint.duplicates.stores.protocol import Entry
from newslint.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    Pair = tuple[int, int]

PERMUTATIONS = 128
PARAGRAPHS = 12
"""Texts of other clusters in an article that holds a text and its rewording."""
LEAST_WORDS = 25
"""DUP101's least length of a section."""


class Texts(NamedTuple):
    texts: list[str]
    clusters: list[str]
    true: set[Pair]

    def told(self, found: Iterable[Pair]) -> str:
        """Recall and precision of pairs."""
        found = set(found)
        right = len(found & self.true)
        return f"recall {right / len(self.true):6.2%}  precision {right / max(len(found), 1):7.3%}  {len(found):>9,} pairs"


def read(path: Path) -> Texts:
    """The texts, each as one section, and the pairs of one cluster."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        entries = [json.loads(line) for line in lines]
    texts = [" ".join(entry["text"].split()) for entry in entries]
    clusters = [entry["cluster"] for entry in entries]
    by_cluster: dict[str, list[int]] = defaultdict(list)
    for index, cluster in enumerate(clusters):
        by_cluster[cluster].append(index)
    return Texts(texts, clusters, {pair for members in by_cluster.values() for pair in combinations(members, 2)})


def grams(text: str, size: int) -> set[tuple[str, ...]]:
    """The runs of `size` words; of a shorter text, all of it."""
    words = specification.words(text)
    return set(zip(*(words[start:] for start in range(size)), strict=False)) or {tuple(words)}


def jaccards(sets: list[set[tuple[str, ...]]]) -> dict[Pair, float]:
    """The Jaccard of every pair that has an n-gram in common."""
    holding: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, own in enumerate(sets):
        for gram in own:
            holding[gram].append(index)
    shared: dict[Pair, int] = defaultdict(int)
    for indices in holding.values():
        for pair in combinations(indices, 2):
            shared[pair] += 1
    return {
        (one, other): count / (len(sets[one]) + len(sets[other]) - count) for (one, other), count in shared.items()
    }


def tell_brute_force(given: Texts) -> dict[int, dict[Pair, float]]:
    exact = {}
    for size in (5, 3):
        start = time.process_time()
        exact[size] = jaccards([grams(text, size) for text in given.texts])
        seconds = time.process_time() - start
        for least in (0.5, 0.3, 0.2, 0.1):
            found = [pair for pair, jaccard in exact[size].items() if jaccard >= least]
            print(f"  words {size}, J >= {least:.1f}            {given.told(found)}  {seconds:6.1f} s")
    return exact


def tell_newslint(given: Texts) -> None:
    start = time.process_time()
    new = hashed([(Entry(str(index)), text) for index, text in enumerate(given.texts)])
    store = MemoryStore()
    store.add(new)
    stored = time.process_time()
    found = {
        (min(index, other), max(index, other))
        for index, article in enumerate(new)
        for match in archive.find(sections_of(article), store).matches
        if (other := int(match.archived.entry.id)) != index
    }
    asked = time.process_time()
    candidates, _ = candidates_of(new, store, [(index, 0) for index in range(len(new))])
    print(f"  a key in common            {given.told(candidates)}")
    print(f"  reported                   {given.told(found)}  {stored - start:6.1f} s to store, {asked - stored:.1f} s to ask")


def tell_in_article(given: Texts, seed: int) -> None:
    chance = random.Random(seed)
    long = [index for index, text in enumerate(given.texts) if len(text.split()) >= LEAST_WORDS]
    by_cluster: dict[str, list[int]] = defaultdict(list)
    for index in long:
        by_cluster[given.clusters[index]].append(index)
    several = [members for members in by_cluster.values() if len(members) > 1]
    prepared = in_article.prepare(in_article.DEFAULTS)
    found = tried = wrong = 0
    for members in several:
        for one, other in chance.sample(list(combinations(members, 2)), min(4, len(members) // 2)):
            others = [chance.choice(by_cluster[name]) for name in chance.sample(list(by_cluster), PARAGRAPHS)]
            around = [index for index in others if given.clusters[index] != given.clusters[one]]
            texts = [given.texts[index] for index in (one, *around, other)]
            document = parse(Source("\n\n".join(texts), "article.txt", "plain"))
            last = len(document.prose) - len(texts[-1])
            hits = list(in_article.check(document, prepared))
            tried += 1
            found += any(hit.end > last and hit.related[0].start < len(texts[0]) for hit in hits)
            wrong += sum(hit.end <= last or hit.related[0].start >= len(texts[0]) for hit in hits)
    print(f"  rewordings found {found} of {tried} ({found / tried:.1%}); pairs that are none {wrong}")


def tell_datasketch(given: Texts, thresholds: list[float], exact: dict[int, dict[Pair, float]]) -> None:
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        print("  not installed")
        return
    for size in (5, 3):
        start = time.process_time()
        encoded = [[" ".join(gram).encode() for gram in grams(text, size)] for text in given.texts]
        signed = MinHash.bulk(encoded, num_perm=PERMUTATIONS, seed=1)
        signing = time.process_time() - start
        for threshold in thresholds:
            start = time.process_time()
            lsh = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
            for index, minhash in enumerate(signed):
                lsh.insert(index, minhash)
            found = {(min(i, j), max(i, j)) for i, minhash in enumerate(signed) for j in lsh.query(minhash) if i != j}
            seconds = signing + time.process_time() - start
            kept = [pair for pair in found if exact[size].get(pair, 0.0) >= threshold]
            setting = f"words {size}, {threshold:.2f} ({lsh.b}x{lsh.r})"
            print(f"  {setting:26} {given.told(found)}  {seconds:6.1f} s")
            print(f"  {'  and J >= ' + format(threshold, '.2f'):26} {given.told(kept)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jsonl", type=Path)
    parser.add_argument("--thresholds", type=float, nargs="+", default=[0.1, 0.2, 0.3, 0.5, 0.8])
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    data = os.environ.get("NEWSLINT_DATA")
    path = options.jsonl or (Path(data) / "neardup" / "wmt22-ja-en.jsonl.gz" if data else None)
    if path is None:
        parser.error("no texts: --jsonl FILE, or NEWSLINT_DATA")
    given = read(path)
    sizes = np.array([len(text.split()) for text in given.texts])
    print(
        f"{len(given.texts):,} texts, {len(set(given.clusters))} clusters, {len(given.true):,} true pairs,"
        f" {int(np.median(sizes))} words in the middle"
    )
    print("brute force")
    exact = tell_brute_force(given)
    print("newslint, an archive of these texts")
    tell_newslint(given)
    print(f"newslint, in one article of {PARAGRAPHS} other texts")
    tell_in_article(given, options.seed)
    print(f"datasketch, {PERMUTATIONS} permutations")
    tell_datasketch(given, options.thresholds, exact)


if __name__ == "__main__":
    main()

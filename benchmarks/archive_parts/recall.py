"""What a query of real articles finds of the pairs of sections that brute force finds."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.archive_parts.made_up import hashed
from newslint.duplicates import archive, similarity, verification
from newslint.duplicates.sections import Sections
from newslint.duplicates.stores.memory import MemoryStore
from newslint.duplicates.stores.protocol import Entry

if TYPE_CHECKING:
    from newslint.duplicates.passages import Passage
    from newslint.duplicates.stores.protocol import NewArticle


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
        if len(holding) > 1
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
    candidates, boilerplate = candidates_of(new, store, places)
    named = wrong = 0
    for index, article in enumerate(new):
        own = sections_of(article)
        for match in archive.find(own, store, lambda entry, own_id=str(index): entry.id != own_id).matches:
            other = new[int(match.archived.entry.id)]
            for passage in match.passages:
                named += 1
                wrong += not is_right(article, other, passage)
    print(
        f"recall on {len(places):,} real sections of 15 words or more, {len(pairs):,} pairs with a shingle in common:"
    )
    for name, wanted in by_class.items():
        missed = wanted - candidates
        common = sum(one in boilerplate and other in boilerplate for one, other in missed)
        print(
            f"    {name:<18} {len(wanted):5,} pairs, {len(wanted & candidates) / max(len(wanted), 1):.4f} are candidates"
            f" ({common} of the missed are boilerplate)"
        )
    print(
        f"    {len(candidates):,} candidates; {named:,} passages named, {wrong} of them without a pair that the rule accepts"
    )


def sections_of(article: NewArticle) -> Sections:
    return Sections(article.words, list(article.bounds), [(0, 0)] * (len(article.bounds) - 1), [])


def candidates_of(
    new: list[NewArticle], store: MemoryStore, places: list[tuple[int, int]]
) -> tuple[set[tuple[int, int]], set[int]]:
    """Pairs of sections (indices into `places`) that have a key in common, and the sections with a key that is boilerplate."""
    index_of = {place: index for index, place in enumerate(places)}
    candidates: set[tuple[int, int]] = set()
    boilerplate: set[int] = set()
    for index, article in enumerate(new):
        words = np.array(article.words, dtype=np.uint32)
        asked, key, blocks = archive._asked(words, np.array(article.bounds, dtype=np.int64))
        postings = store.postings(asked)
        common = blocks[np.isin(key, postings.boilerplate)].tolist()
        boilerplate |= {index_of[index, block] for block in common if (index, block) in index_of}
        left, right = archive._joined(key, postings.key)
        for block, posting in zip(blocks[left].tolist(), right.tolist(), strict=True):
            there = (int(postings.article[posting]) - 1, int(postings.block[posting]))
            one, other = index_of.get((index, block)), index_of.get(there)
            if one is not None and other is not None and places[one][0] != places[other][0]:
                candidates.add((min(one, other), max(one, other)))
    return candidates, boilerplate


def is_right(article: NewArticle, other: NewArticle, passage: Passage) -> bool:
    """Whether a passage holds a pair of sections that the rule for matches accepts."""
    return any(
        verification.is_same(one, two)
        for one in blocks_in(article, passage.later)
        for two in blocks_in(other, passage.earlier)
    )


def blocks_in(article: NewArticle, words: tuple[int, int]) -> list[list[int]]:
    """The sections that touch a range of words."""
    return [
        article.words[start:end].tolist()
        for start, end in pairwise(article.bounds)
        if end - start >= 8 and start < words[1] and end > words[0]
    ]


def has_run(a: list[int], b: list[int], length: int) -> bool:
    runs = {tuple(a[start : start + length]) for start in range(len(a) - length + 1)}
    return any(tuple(b[start : start + length]) in runs for start in range(len(b) - length + 1))

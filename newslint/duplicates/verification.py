"""Whether two sections of different articles are the same: the judgement behind every candidate."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newslint.duplicates import SHINGLE
from newslint.duplicates.keys import SHORT
from newslint.duplicates.similarity import shingle_set

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_JACCARD = ((40, 0.6), (80, 0.7))
"""Up to so many words of the shorter section, the least Jaccard; one changed word costs a short one more."""
LEAST_JACCARD_LONG = 0.8
LEAST_CONTAINMENT = 0.8
RUN = 25
"""Equal words in a row that are enough by themselves."""


def is_same(a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether two sections, as word hashes, match.

    To 14 words of the shorter: equal but for one word. Above: by the Jaccard of their shingles, by the
    containment of the one in the other, or by a run of 25 words.
    """
    shorter = min(len(a), len(b))
    if shorter <= SHORT:
        return _is_same_but_for_one(a, b)
    shingles_a, shingles_b = _shingles_of_last(tuple(a)), shingle_set(b)
    shared, of_a, of_b = len(shingles_a & shingles_b), len(shingles_a), len(shingles_b)
    if shared >= LEAST_CONTAINMENT * min(of_a, of_b):
        return True
    least = next((jaccard for words, jaccard in LEAST_JACCARD if shorter <= words), LEAST_JACCARD_LONG)
    if shared >= least * (of_a + of_b - shared):
        return True
    if shorter < RUN:
        return False
    # Where no shingle stands twice in a text, a run of 25 words that both have is 21 that they share.
    is_plain = of_a == len(a) - SHINGLE + 1 or of_b == len(b) - SHINGLE + 1
    return shared >= (RUN - SHINGLE + 1 if is_plain else 1) and _have_common_run(a, b)


_shingles_of_last = lru_cache(maxsize=1)(shingle_set)
"""Candidates come in the order of the first section, which is compared with one after the other."""


def _is_same_but_for_one(a: Sequence[int], b: Sequence[int]) -> bool:
    """Equal, or equal after one word is changed, dropped or added."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    return a[head + (len(a) == len(b)) :] == b[head + 1 :]


def _have_common_run(a: Sequence[int], b: Sequence[int]) -> bool:
    runs = {tuple(a[start : start + RUN]) for start in range(len(a) - RUN + 1)}
    return any(tuple(b[start : start + RUN]) in runs for start in range(len(b) - RUN + 1))

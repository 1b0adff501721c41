"""Exact Jaccard and containment of two texts, from their word hashes in text order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.duplicates import SHINGLE

if TYPE_CHECKING:
    from collections.abc import Sequence


def shingle_set(words: Sequence[int]) -> set[tuple[int, ...]]:
    """The distinct runs of five word hashes (one run of all, where there are fewer; none of no words).

    Runs themselves, not their 32-bit hashes: for one pair that is quicker, and equal but for collisions.
    """
    if len(words) < SHINGLE:
        return {tuple(words)} if words else set()
    return set(zip(words, words[1:], words[2:], words[3:], words[4:], strict=False))


def shared_shingles(a: Sequence[int], b: Sequence[int]) -> tuple[int, int, int]:
    """How many distinct shingles a and b share, a has, b has."""
    set_a, set_b = shingle_set(a), shingle_set(b)
    return len(set_a & set_b), len(set_a), len(set_b)


def jaccard(a: Sequence[int], b: Sequence[int]) -> float:
    """Shared shingles over all shingles of both, 0 to 1."""
    shared, of_a, of_b = shared_shingles(a, b)
    return shared / (of_a + of_b - shared) if shared else 0.0


def containment(a: Sequence[int], b: Sequence[int]) -> float:
    """The share of a's shingles that b has, 0 to 1."""
    shared, of_a, _ = shared_shingles(a, b)
    return shared / of_a if shared else 0.0

"""The alignment is a longest common subsequence, in order, also where it is parted at anchors."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.duplicates import alignment, similarity, specification

WORDS = st.lists(st.integers(0, 6), max_size=30)


def longest(a: list[int], b: list[int]) -> int:
    row = [0] * (len(b) + 1)
    for x in a:
        new = [0]
        for j, y in enumerate(b):
            new.append(row[j] + 1 if x == y else max(row[j + 1], new[-1]))
        row = new
    return row[-1]


@given(WORDS, WORDS)
def test_it_is_a_longest_common_subsequence(a: list[int], b: list[int]) -> None:
    runs = alignment.align(a, b)
    assert alignment.matched(runs) == longest(a, b)
    at_a = at_b = 0
    for start_a, start_b, length in runs:
        assert start_a >= at_a
        assert start_b >= at_b
        assert a[start_a : start_a + length] == b[start_b : start_b + length]
        at_a, at_b = start_a + length, start_b + length


def test_a_text_too_long_for_one_table_is_parted_at_anchors(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = random.Random(5)
    a = [generator.randrange(500) for _ in range(2000)]
    b = [word for word in a if generator.random() > 0.1]
    monkeypatch.setattr(alignment, "MOST_CELLS", 10_000)
    runs = alignment.align(a, b)
    assert alignment.matched(runs) > 0.99 * len(b)
    assert all(a[i : i + n] == b[j : j + n] for i, j, n in runs)
    assert runs == sorted(runs)


def test_texts_without_a_common_word() -> None:
    assert alignment.align([1, 2, 3], [4, 5]) == []
    assert alignment.align([], [4, 5]) == []


@given(
    st.lists(st.integers(0, 3), min_size=5, max_size=20), st.lists(st.integers(0, 3), min_size=5, max_size=20)
)
def test_similarity_is_the_specified_one(a: list[int], b: list[int]) -> None:
    shingles_a, shingles_b = specification.shingles(a), specification.shingles(b)
    assert similarity.jaccard(a, b) == pytest.approx(specification.jaccard(shingles_a, shingles_b))
    assert similarity.containment(a, b) == pytest.approx(specification.containment(shingles_a, shingles_b))

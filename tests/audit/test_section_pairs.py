"""The engine in memory against the rule for matches applied to every pair of sections."""

from __future__ import annotations

import random
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest

from newslint.audit.section_pairs import same_sections
from newslint.duplicates import SECTION
from newslint.duplicates.candidates import MOST_ARTICLES
from newslint.duplicates.verification import is_same
from tests.audit.archives import archive, prose

if TYPE_CHECKING:
    from newslint.audit.articles import Article


def by_force(texts: list[Article]) -> list[tuple[int, int, int, int]]:
    places = [
        (number, block, text.words[start:end].tolist())
        for number, text in enumerate(texts)
        for block, (start, end) in enumerate(pairwise(text.bounds))
        if end - start >= SECTION
    ]
    return [
        (one[0], one[1], other[0], other[1])
        for one, other in combinations(places, 2)
        if one[0] != other[0] and is_same(one[2], other[2])
    ]


def edited(text: str, chance: random.Random) -> str:
    words = text.split()
    for _ in range(chance.randrange(3)):
        place = chance.randrange(len(words))
        words[place : place + chance.randrange(2)] = ["gannet"] * chance.randrange(2)
    start = chance.choice((0, 0, 0, len(words) // 3))
    return " ".join(words[start:])


@pytest.mark.parametrize("seed", range(6))
def test_the_engine_finds_what_brute_force_finds(seed: int) -> None:
    chance = random.Random(seed)
    pool = [prose(number, chance.choice((8, 9, 12, 14, 15, 16, 25, 40, 90))) for number in range(40)]
    texts = [
        "\n\n".join(edited(text, chance) for text in chance.sample(pool, chance.randrange(1, 6))) for _ in range(60)
    ]
    given = list({article.words.tobytes(): article for article in archive(*texts)}.values())
    found = same_sections(given)
    expected = by_force(given)
    assert set(found.pairs) <= set(expected)
    assert len(found.pairs) == len(set(found.pairs)) > 100
    # a word changed in the middle of 24 or 25 leaves no 13 equal words in a row: keys.py says which others do not
    lost = set(expected) - set(found.pairs)
    assert all(24 <= len(given[text].sections.block(block)) <= 26 for text, block, _, _ in lost)
    assert len(lost) <= 1
    assert found.frequent == []


def test_what_too_many_texts_have_is_frequent_and_makes_no_pair() -> None:
    common, short = prose(1), prose(2, 10)
    texts = [f"{prose(number)}\n\n{common}\n\n{short}" for number in range(100, 100 + MOST_ARTICLES + 1)]
    given = list(archive(*texts))
    found = same_sections(given)
    assert found.pairs == []
    assert {(section.text, section.block) for section in found.frequent} == {
        (number, block) for number in range(len(given)) for block in (1, 2)
    }
    assert len(same_sections(given[:-1]).pairs) == 2 * MOST_ARTICLES * (MOST_ARTICLES - 1) // 2


def test_a_text_that_repeats_a_section_many_times_does_not_multiply() -> None:
    line = prose(7, 20)
    texts = ["\n\n".join([prose(number), *[line] * 40]) for number in (1, 2, 3)]
    found = same_sections(list(archive(*texts)))
    assert 0 < len(found.pairs) <= 3 * 8 * 8


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    same_sections(list(archive(prose(1), f"{prose(1)}\n\n{prose(2)}")), lambda done, total: told.append((done, total)))
    assert told == [(1, 1)]

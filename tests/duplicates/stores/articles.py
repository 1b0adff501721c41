"""Made-up articles for tests of stores."""

from __future__ import annotations

import random
from array import array

from newslint.duplicates.stores.protocol import Entry, NewArticle


def article(id: str, blocks: list[list[int]], published: str | None = None, content: int = 0) -> NewArticle:
    """An article of blocks of word hashes."""
    words: array[int] = array("I")
    bounds = [0]
    for block in blocks:
        words.extend(block)
        bounds.append(len(words))
    return NewArticle(Entry(id, published=published), content, words, bounds)


def made_up(count: int, seed: int, sections: int = 6, first: int = 0) -> list[NewArticle]:
    """Articles of sections of 8 to 70 words, no two alike, and short blocks between."""
    generator = random.Random(seed)

    def block(size: int) -> list[int]:
        return [generator.getrandbits(32) for _ in range(size)]

    return [
        article(
            f"article-{first + number}",
            [block(generator.choice((3, 9, 14, 15, 16, 40, 70))) for _ in range(sections)],
            f"2024-01-{number % 28 + 1:02}",
            content=first + number,
        )
        for number in range(count)
    ]

"""The word index: the words of a text in order with their places, and the distinct ones.

A word is letters, digits and underscores, with apostrophes (`'`, `’`) and hyphens inside: `Tehran’s`,
`well-known` and `5th` are one word each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property

WORD = re.compile(r"\w++(?:['’\-‑]\w++)*+")


class WordIndex:
    """Words of one text. Offsets are code points of that text; an *index* counts words from 0."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.texts: list[str] = WORD.findall(text)
        """The words in order, as written."""
        self.distinct: set[str] = set(self.texts)
        """The distinct words, as written."""

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def lowered(self) -> set[str]:
        """The distinct words in lower case, with `’` as `'`."""
        joined = "\n".join(self.distinct).lower()
        return set(joined.replace("’", "'").split("\n"))

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each word starts."""
        return [match.start() for match in WORD.finditer(self._text)]

    @cached_property
    def _indices(self) -> dict[str, list[int]]:
        indices: dict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.texts):
            indices[word].append(index)
        return dict(indices)

    @cached_property
    def _spellings(self) -> dict[str, list[str]]:
        spellings: dict[str, list[str]] = defaultdict(list)
        for word in self.distinct:
            spellings[word.lower().replace("’", "'")].append(word)
        return dict(spellings)

    def indices(self, word: str) -> list[int]:
        """The indices at which `word` stands, exactly so written."""
        return self._indices.get(word, [])

    def spellings(self, lowered: str) -> list[str]:
        """The distinct written forms of a word of `lowered`."""
        return self._spellings.get(lowered, [])

    def span(self, index: int) -> tuple[int, int]:
        """Start and end offset of the word at `index`."""
        start = self.starts[index]
        return start, start + len(self.texts[index])

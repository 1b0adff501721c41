"""Pairs of neighbouring words that a rule looks for, thousands of them, found by one meeting of sets.

The pairs that begin with a word, or hold it, are listed when a text first has that word, so that a run on one
short file makes few of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newslint.document.words import WordIndex

    Pair = tuple[str, str]


class Neighbours:
    """The pairs of one rule, by a word (as written) that each of them holds."""

    def __init__(self, words: Iterable[str], pairs_of: Callable[[str], Iterable[Pair]], more: Iterable[Pair] = ()) -> None:
        """`pairs_of` is called once for each of the `words` that a text has, in any order; `more` are pairs whatever it has."""
        self._unmet = set(words)
        self._pairs_of = pairs_of
        self._pairs: set[Pair] = set(more)

    def found(self, words: WordIndex) -> set[Pair]:
        """The pairs that stand in a text, whatever parts the two words."""
        if not self._unmet.isdisjoint(words.distinct):
            for word in self._unmet & words.distinct:
                self._pairs.update(self._pairs_of(word))
            self._unmet -= words.distinct
        return self._pairs & words.pairs

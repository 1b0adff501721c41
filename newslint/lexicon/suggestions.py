"""Candidates for a misspelt word: every known word within two edits, ranked by what the edits and the word cost.

An edit is an insertion, a deletion, a substitution or a transposition of neighbours (optimal string alignment).
The words are walked as a trie whose first three levels are the buckets of the packed lists, against the
automaton of automaton.py. The first letter is kept, but for one edit on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.lexicon.automaton import Query
from newslint.lexicon.channel import edit_cost
from newslint.lexicon.store import sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD_COST = {
    "a": 0.0, "b": 1.0, "c": 1.7, "d": 2.2, "e": 3.0, "f": 3.6, "g": 4.2, "h": 4.6, "i": 4.9, "j": 5.6,
}  # fmt: skip
_OWN_WORD = 1.5
"""How much cheaper a word is that the article uses itself."""
_CAPITALISED = 1.0
"""How much dearer a word is that has a capital."""
_SURE = 3.6
"""A candidate one edit away of at most this cost spares the search for those two edits away."""
_CHEAPEST_EDIT = 1.6
_MARGIN = 3.0
"""How much dearer than the best a candidate may be to be of interest."""


def candidates(word: str, bound: int = 2) -> Iterator[tuple[int, str, str]]:
    """Distance, word and what is known of it for the known words within `bound` edits of a lower-case word.

    They come in no set order, and some twice.
    """
    words = sections()[0]
    prefix = word[0]
    first = Query(word).start[prefix]
    origin = (ord(prefix) - 96) * 27
    for second in _LETTERS:
        node = first[second]
        head = prefix + second
        for third in _LETTERS:
            after = node[third]
            number = (origin + ord(second) - 96) * 27 + ord(third) - 96
            if after.nearest > bound or words.is_empty(number):
                continue
            if after.nearest == 2:
                for rest, known in words.find_in(number, after.tails):
                    yield 2, head + third + rest, known
                continue
            for line in words.lines(number):
                here = after
                for letter in line:
                    if letter == "\t":
                        if here.distance <= bound:
                            rest, _, known = line.partition("\t")
                            yield here.distance, head + third + rest, known
                        break
                    here = here[letter]
                    if here.nearest > bound:
                        break
    yield from _first_letter(word)


def _first_letter(word: str) -> Iterator[tuple[int, str, str]]:
    """The known words that one edit on the first letter makes, and known words of one or two letters."""
    words = sections()[0]
    rest = word[1:]
    changed = {rest, *(letter + rest for letter in _LETTERS), *(letter + word for letter in _LETTERS)}
    changed.add(word[1] + word[0] + word[2:])
    if len(word) <= 4:
        changed.update(word[:index] + word[index + 1 :] for index in range(len(word)))
        changed.add(word[:1] + word[2:3])
    for candidate in changed:
        if len(candidate) > 1 and (candidate[0] != word[0] or len(candidate) < 3):
            known = words.find(candidate)
            if known is not None:
                yield 1, candidate, known


def ranked(word: str, article_words: Set[str] = frozenset()) -> list[tuple[float, str]]:
    """Cost and word of every candidate for a misspelt lower-case word, cheapest first."""
    if len(word) < 3:
        return []
    scored = _scored(word, 1, article_words)
    if not scored or min(scored.values()) > _SURE:
        scored |= _scored(word, 2, article_words, min(scored.values(), default=99.0))
    return sorted((cost, candidate) for candidate, cost in scored.items())


def _scored(word: str, bound: int, article_words: Set[str], best: float = 99.0) -> dict[str, float]:
    scored: dict[str, float] = {}
    for distance, candidate, known in sorted(set(candidates(word, bound))):
        if distance < bound:
            continue
        cost = _WORD_COST.get(known[0], _CAPITALISED)
        if candidate in article_words:
            cost -= _OWN_WORD
        if cost + distance * _CHEAPEST_EDIT > best + _MARGIN:
            continue
        if known[0] == "-":
            if not "a" <= known[1] <= "f":
                continue
            candidate = candidate[0].upper() + candidate[1:]
            cost += _WORD_COST[known[1]]
        cost += edit_cost(word, candidate.lower())
        scored[candidate] = cost
        best = min(best, cost)
    return scored

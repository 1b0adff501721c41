"""Candidates for a misspelt word: every known word within two edits, ranked by what the edits and the word cost.

An edit is an insertion, a deletion, a substitution or a transposition of neighbours (optimal string alignment).
The words are walked as a trie whose first three levels are the buckets of the packed lists, against a
Levenshtein automaton that is built state by state as it is needed (Schulz and Mihov, "Fast string correction
with Levenshtein automata", 2002, in the lazy form). The first letter is kept, but for one edit on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.lexicon.channel import edit_cost
from newslint.lexicon.store import sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TOO_FAR = 3
_WORD_COST = {
    "a": 0.0, "b": 1.0, "c": 1.7, "d": 2.2, "e": 3.0, "f": 3.6, "g": 4.2, "h": 4.6, "i": 4.9, "j": 5.6,
}  # fmt: skip
_OWN_WORD = 1.5
"""How much cheaper a word is that the article uses itself."""


class State(dict[str, "State"]):
    """A state of the automaton: after a letter, the next state; after a tab (a word's end), itself or the dead one.

    `row[i]` is how many edits, at most 3, turn the letters read into the first i letters of the word;
    `pending[i]` the same where a transposition of letters i - 1 and i - 2 is half done.
    """

    __slots__ = ("alive", "pending", "query", "row")

    def __init__(self, query: Query, row: tuple[int, ...], pending: tuple[int, ...]) -> None:
        self.query = query
        self.row = row
        self.pending = pending
        self.alive = min(row) < _TOO_FAR or min(pending) < _TOO_FAR

    def __missing__(self, letter: str) -> State:
        state = self[letter] = self.query.step(self, letter)
        return state


class Query:
    """The automaton that accepts what is at most two edits from a word."""

    def __init__(self, word: str) -> None:
        self.word = word
        self._states: dict[tuple[tuple[int, ...], tuple[int, ...]], State] = {}
        size = len(word)
        row = tuple(min(index, _TOO_FAR) for index in range(size + 1))
        self.start = self._state(row, (_TOO_FAR,) * (size + 1))

    def _state(self, row: tuple[int, ...], pending: tuple[int, ...]) -> State:
        key = (row, pending)
        state = self._states.get(key)
        if state is None:
            state = self._states[key] = State(self, row, pending)
        return state

    def step(self, state: State, letter: str) -> State:
        """The state after one more letter."""
        word, row, pending = self.word, state.row, state.pending
        new = [min(row[0] + 1, _TOO_FAR)]
        half = [_TOO_FAR] * (len(word) + 1)
        for index in range(1, len(word) + 1):
            cost = min(row[index] + 1, new[index - 1] + 1, row[index - 1] + (word[index - 1] != letter))
            if index > 1:
                if word[index - 2] == letter and pending[index] < cost:
                    cost = pending[index]
                if word[index - 1] == letter:
                    half[index] = min(row[index - 2] + 1, _TOO_FAR)
            new.append(min(cost, _TOO_FAR))
        return self._state(tuple(new), tuple(half))


def candidates(word: str) -> Iterator[str]:
    """The known lower-case words within two edits of a lower-case word of letters, each once, in no set order."""
    words = sections()[0]
    query = Query(word)
    first = query.start[word[0]]
    prefix = word[0]
    origin = (ord(prefix) - 96) * 27
    for second in _LETTERS:
        state = first[second]
        if not state.alive:
            continue
        for third in _LETTERS:
            number = (origin + ord(second) - 96) * 27 + ord(third) - 96
            after = state[third]
            if not after.alive or words.is_empty(number):
                continue
            head = prefix + second + third
            for line in words.lines(number):
                here = after
                for letter in line:
                    if letter == "\t":
                        rest, _, known = line.partition("\t")
                        if here.row[-1] < _TOO_FAR and known[0] != "-":
                            yield head + rest
                        break
                    here = here[letter]
                    if not here.alive:
                        break
    yield from _first_letter(word)


def _first_letter(word: str) -> Iterator[str]:
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
            if known is not None and known[0] != "-":
                yield candidate


def ranked(word: str, article_words: Set[str] = frozenset()) -> list[tuple[float, str]]:
    """Cost and word of every candidate for a misspelt lower-case word, cheapest first."""
    if len(word) < 3:
        return []
    words = sections()[0]
    scored = []
    for candidate in set(candidates(word)):
        known = words.find(candidate) or "j"
        cost = edit_cost(word, candidate) + _WORD_COST[known[0]]
        if candidate in article_words:
            cost -= _OWN_WORD
        scored.append((cost, candidate))
    scored.sort()
    return scored

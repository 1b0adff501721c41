"""Candidates for a misspelt word: every known word within two edits, ranked by what the edits and the word cost.

An edit is an insertion, a deletion, a substitution or a transposition of neighbours (optimal string alignment).
The words are walked as a trie whose first three levels are the buckets of the packed lists, against the
automaton of automaton.py. The first letter is kept, but for one edit on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.lexicon.automaton import Query
from newslint.lexicon.channel import edit_cost
from newslint.lexicon.store import bucket_of, common, sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from newslint.lexicon.automaton import Node

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD_COST = {
    "a": 0.0, "b": 1.0, "c": 1.7, "d": 2.2, "e": 3.0, "f": 3.6, "g": 4.2, "h": 4.6, "i": 4.9, "j": 5.6,
}  # fmt: skip
_OWN_WORD = 0.7
"""How much cheaper a word is that the article uses itself."""
_CAPITALISED = 1.0
"""How much dearer a word is that has a capital."""
_SURE = 3.6
"""A candidate one edit away of at most this cost spares the search for those two edits away."""
_CHEAPEST_EDIT = 1.6
_MARGIN = 3.0
"""How much dearer than the best a candidate may be to be of interest."""


def candidates(query: Query, bound: int) -> Iterator[tuple[int, str, str]]:
    """Distance, word and what is known of it for the known words within `bound` edits (1 or 2) of a word.

    They come in no set order, and some twice. Words rarer than class e are among them where they are one edit away
    or share the first three letters.
    """
    words = sections()[0]
    word = query.word
    yield from _first_letter(word)
    prefix = word[0]
    if prefix not in _LETTERS:
        return
    if bound == 1:
        yield from _second_or_third_letter(word)
        number = bucket_of(word)
        if number:
            yield from _below(query.start[prefix][word[1]][word[2]], word[:3], words.lines(number), 1)
        return
    first = query.start[prefix]
    origin = (ord(prefix) - 96) * 27
    seen: dict[int, list[Node]] = {}
    for second, node in zip(_LETTERS, _after_each_letter(query, first), strict=True):
        head = prefix + second
        if node.nearest == bound:
            for tail in node.tails:
                known = words.find(head + tail)
                if known is not None:
                    yield bound, head + tail, known
            continue
        followers = seen.get(id(node))
        if followers is None:
            followers = seen[id(node)] = _after_each_letter(query, node)
        number = (origin + ord(second) - 96) * 27
        for third, after in zip(_LETTERS, followers, strict=True):
            number += 1
            if after.nearest > bound or words.is_empty(number):
                continue
            if after.nearest:
                for rest, known in words.find_in(number, after.tails):
                    yield after.nearest, head + third + rest, known
            if after.nearest < bound:
                yield from _below(after, head + third, words.lines(number, after.nearest > 0), bound)


def _after_each_letter(query: Query, node: Node) -> list[Node]:
    """The nodes after a to z; all letters that the word lacks lead to one node."""
    lacking = node[""]
    return [node[letter] if letter in query.masks else lacking for letter in _LETTERS]


def _below(node: Node, head: str, lines: list[str], bound: int) -> Iterator[tuple[int, str, str]]:
    for line in lines:
        here = node
        for letter in line:
            if letter == "\t":
                if here.distance <= bound:
                    rest, _, known = line.partition("\t")
                    yield here.distance, head + rest, known
                break
            here = here[letter]
            if here.nearest > bound:
                break


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


def _second_or_third_letter(word: str) -> Iterator[tuple[int, str, str]]:
    """The known words of another bucket with the same first letter that one edit on the next two makes."""
    words = sections()[0]
    head = word[:3]
    changed = {word[0] + word[2:], word[:2] + word[3:], word[0] + word[2] + word[1] + word[3:]}
    if len(word) > 3:
        changed.add(word[:2] + word[3] + word[2] + word[4:])
    for letter in _LETTERS:
        with_second = word[0] + letter
        changed.update((with_second + word[2:], with_second + word[1:], word[:2] + letter + word[3:], word[:2] + letter + word[2:]))
    for candidate in changed:
        if candidate[:3] != head and bucket_of(candidate):
            known = words.find(candidate)
            if known is not None:
                yield 1, candidate, known


def frequent_neighbours(word: str) -> list[tuple[float, str]]:
    """Cost and word of the candidates one edit away that are of the two most frequent classes, cheapest first."""
    near = {word[:at] + word[at + 1 :] for at in range(len(word))}
    near.update(word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    for letter in _LETTERS:
        near.update(word[:at] + letter + word[at + 1 :] for at in range(len(word)))
        near.update(word[:at] + letter + word[at:] for at in range(len(word) + 1))
    near &= common()
    words = sections()[0]
    found = []
    for candidate in near:
        known = (words.find(candidate) or "j")[0]
        if known in "ab":
            found.append((edit_cost(word, candidate) + _WORD_COST[known], candidate))
    return sorted(found)


def ranked(word: str, article_words: Set[str] = frozenset(), bound: int = 2) -> list[tuple[float, str]]:
    """Cost and word of every candidate within `bound` edits of a misspelt lower-case word, cheapest first."""
    if len(word) < 3:
        return []
    query = Query(word)
    scored = _scored(query, 1, article_words)
    if bound > 1 and (not scored or min(scored.values()) > _SURE):
        scored |= _scored(query, 2, article_words, min(scored.values(), default=99.0))
    return sorted((cost, candidate) for candidate, cost in scored.items())


def _scored(query: Query, bound: int, article_words: Set[str], best: float = 99.0) -> dict[str, float]:
    scored: dict[str, float] = {}
    word = query.word
    for distance, candidate, known in sorted(set(candidates(query, bound))):
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

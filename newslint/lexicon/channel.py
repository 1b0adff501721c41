"""What it costs to have written one word for another: a noisy channel for typing and spelling errors.

Costs are in the unit of the word costs in suggestions.py, about -log10 of a probability. The kinds of
error and their order follow Kernighan, Church and Gale, "A spelling correction program based on a noisy channel
model" (1990): transpositions and doubled letters are likelier than substitutions, vowels stand for vowels, silent
letters are left out, neighbours on the keyboard are hit.
"""

from __future__ import annotations

from itertools import pairwise

_VOWELS = frozenset("aeiouy")
_SILENT = frozenset("eh")
_PAIRS = ("cs", "ck", "sz", "fv", "gj", "mn", "td", "qk", "wu", "iy", "xs", "bp", "ks")
_ALIKE = frozenset((*_PAIRS, *(pair[::-1] for pair in _PAIRS)))
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _neighbours() -> frozenset[str]:
    pairs: set[str] = set()
    for row in _ROWS:
        for left, right in pairwise(row):
            pairs.update((left + right, right + left))
    for upper, lower in pairwise(_ROWS):
        for index, letter in enumerate(lower):
            for other in upper[index : index + 2]:
                pairs.update((letter + other, other + letter))
    return frozenset(pairs)


NEIGHBOURS = _neighbours()
"""Pairs of letters whose keys touch."""


_KEPT = 3
"""Letters that are aligned of what two words begin, or end, with in common: a doubled letter may be either one."""


def edit_cost(written: str, meant: str) -> float:
    """The cost of the cheapest way to write `written` for `meant`, by weighted optimal string alignment."""
    start, cut = _in_common(written, meant)
    before: list[float] = []
    row = [0.0]
    columns = range(start + 1, len(written) - cut + 1)
    for column in columns:
        row.append(row[-1] + _extra(written, column - 1))
    for line in range(start + 1, len(meant) - cut + 1):
        letter = meant[line - 1]
        missing = _missing(meant, line - 1)
        older, before = before, row
        row = [before[0] + missing]
        for place, column in enumerate(columns, 1):
            other = written[column - 1]
            if letter == other:
                cost = before[place - 1]
            else:
                cost = before[place - 1] + _changed(letter, other, line == 1)
                if place > 1 and older and letter == written[column - 2] and other == meant[line - 2]:
                    cost = min(cost, older[place - 2] + 1.6)
            row.append(min(cost, before[place] + missing, row[-1] + _extra(written, column - 1)))
    return row[-1]


def _in_common(written: str, meant: str) -> tuple[int, int]:
    """How many letters at the start, and at the end, need not be aligned, for both words have them."""
    shorter = min(len(written), len(meant))
    head = 0
    while head < shorter and written[head] == meant[head]:
        head += 1
    tail = 0
    while tail < shorter - head and written[-1 - tail] == meant[-1 - tail]:
        tail += 1
    return max(head - _KEPT, 0), max(tail - _KEPT, 0)


def _changed(letter: str, other: str, first: bool) -> float:
    if letter in _VOWELS and other in _VOWELS:
        cost = 2.2
    elif letter + other in _ALIKE:
        cost = 2.4
    elif letter + other in NEIGHBOURS:
        cost = 2.8
    else:
        cost = 3.6
    return cost + 1.0 if first else cost


def _missing(meant: str, index: int) -> float:
    letter = meant[index]
    if index and meant[index - 1] == letter:
        return 1.8
    if index == 0:
        return 3.8
    if letter in _SILENT or letter == "'":
        return 2.1
    return 2.5


def _extra(written: str, index: int) -> float:
    letter = written[index]
    if index and written[index - 1] == letter:
        return 2.0
    if index == 0:
        return 4.0
    return 2.4 if letter in _SILENT else 2.9

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


def edit_cost(written: str, meant: str) -> float:
    """The cost of the cheapest way to write `written` for `meant`, by weighted optimal string alignment."""
    before: list[float] = []
    row = [0.0]
    for column in range(1, len(written) + 1):
        row.append(row[-1] + _extra(written, column - 1, meant, 0))
    for line in range(1, len(meant) + 1):
        older, before = before, row
        row = [before[0] + _missing(meant, line - 1, written, 0)]
        for column in range(1, len(written) + 1):
            letter, other = meant[line - 1], written[column - 1]
            if letter == other:
                cost = before[column - 1]
            else:
                cost = before[column - 1] + _changed(letter, other, line == 1)
                if line > 1 and column > 1 and letter == written[column - 2] and other == meant[line - 2]:
                    cost = min(cost, older[column - 2] + 1.6)
            cost = min(
                cost,
                before[column] + _missing(meant, line - 1, written, column),
                row[-1] + _extra(written, column - 1, meant, line),
            )
            row.append(cost)
    return row[-1]


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


def _missing(meant: str, index: int, written: str, column: int) -> float:
    letter = meant[index]
    if index and meant[index - 1] == letter:
        return 1.8
    if index == 0:
        return 3.8
    if letter in _SILENT or letter == "'":
        return 2.1
    return 2.5


def _extra(written: str, index: int, meant: str, line: int) -> float:
    letter = written[index]
    if index and written[index - 1] == letter:
        return 2.0
    if index == 0:
        return 4.0
    return 2.4 if letter in _SILENT else 2.9

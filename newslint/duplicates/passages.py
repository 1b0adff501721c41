"""Matched blocks to passages: neighbours on the same diagonal made one, and their places in the prose."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from newslint.duplicates import SECTION
from newslint.duplicates.alignment import align, matched
from newslint.duplicates.words import spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newslint.duplicates.alignment import Match, Run
    from newslint.duplicates.sections import Sections

SLACK = 12
"""A passage takes in the rest of its blocks where fewer words (or than a quarter of the block) are left of both."""

LONGEST_DIFFERENCE = 5
"""Words of a difference that are shown of either side."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words `earlier` of one text and words `later` of another say the same; both are half-open word ranges."""

    earlier: tuple[int, int]
    later: tuple[int, int]
    runs: tuple[Run, ...]

    @property
    def similarity(self) -> float:
        """The share of the words of both sides that stand for each other, 0 to 1, in hundredths, rounded down."""
        both = self.earlier[1] - self.earlier[0] + self.later[1] - self.later[0]
        return min(200 * matched(self.runs) // both, 100) / 100 if both else 0.0


def passages(matches: Iterable[Match], earlier: Sections, later: Sections) -> list[Passage]:
    """The matches, merged where both blocks follow one another with nothing but short blocks between."""
    chains: list[list[Match]] = []
    for match in sorted(matches, key=lambda match: (match.later, match.earlier)):
        for chain in reversed(chains[-8:]):
            last = chain[-1]
            if _follows(earlier, last.earlier, match.earlier) and _follows(later, last.later, match.later):
                chain.append(match)
                break
        else:
            chains.append([match])
    return [_passage(chain, earlier, later) for chain in chains]


def _follows(sections: Sections, block: int, next_block: int) -> bool:
    bounds = sections.bounds
    return block < next_block and all(
        bounds[between + 1] - bounds[between] < SECTION for between in range(block + 1, next_block)
    )


def _passage(chain: Sequence[Match], earlier: Sections, later: Sections) -> Passage:
    first, last = chain[0], chain[-1]
    runs = list(first.runs)
    for before, match in pairwise(chain):
        runs += _between(before, match, earlier, later)
        runs += match.runs
    slack = max(SLACK, min(earlier.size(first.earlier), later.size(first.later)) // 4)
    start_a, start_b = _start(runs, slack, earlier.bounds[first.earlier], later.bounds[first.later])
    slack = max(SLACK, min(earlier.size(last.earlier), later.size(last.later)) // 4)
    end_a, end_b = _end(runs, slack, earlier.bounds[last.earlier + 1], later.bounds[last.later + 1])
    runs = [
        run
        for run in runs
        if run[0] >= start_a and run[1] >= start_b and run[0] + run[2] <= end_a and run[1] + run[2] <= end_b
    ]
    if start_b == later.bounds[first.later] and start_a == earlier.bounds[first.earlier]:
        lead = _same_short_blocks(earlier, first.earlier, later, first.later, -1)
        start_a, start_b = start_a - lead, start_b - lead
        runs.insert(0, (start_a, start_b, lead))
    if end_b == later.bounds[last.later + 1] and end_a == earlier.bounds[last.earlier + 1]:
        trail = _same_short_blocks(earlier, last.earlier, later, last.later, 1)
        runs.append((end_a, end_b, trail))
        end_a, end_b = end_a + trail, end_b + trail
    return Passage((start_a, end_a), (start_b, end_b), tuple(run for run in runs if run[2]))


def _between(before: Match, after: Match, earlier: Sections, later: Sections) -> Iterator[Run]:
    """The equal words of the short blocks between two matches."""
    start_a, end_a = earlier.bounds[before.earlier + 1], earlier.bounds[after.earlier]
    start_b, end_b = later.bounds[before.later + 1], later.bounds[after.later]
    if start_a < end_a and start_b < end_b:
        for i, j, length in align(earlier.words[start_a:end_a].tolist(), later.words[start_b:end_b].tolist()):
            yield start_a + i, start_b + j, length


def _start(runs: Sequence[Run], slack: int, block_a: int, block_b: int) -> tuple[int, int]:
    """Where the passage starts: with both blocks, or with the first long run where too much stands before it."""
    a, b, _ = next((run for run in runs if run[2] >= 3), runs[0])
    return (block_a, block_b) if max(a - block_a, b - block_b) < slack else (a, b)


def _end(runs: Sequence[Run], slack: int, block_a: int, block_b: int) -> tuple[int, int]:
    a, b, length = next((run for run in reversed(runs) if run[2] >= 3), runs[-1])
    a, b = a + length, b + length
    return (block_a, block_b) if max(block_a - a, block_b - b) < slack else (a, b)


def _same_short_blocks(a: Sections, block_a: int, b: Sections, block_b: int, step: int) -> int:
    """How many words the short blocks before or after two blocks have, as far as they are equal."""
    words = 0
    while True:
        block_a, block_b = block_a + step, block_b + step
        if not (0 <= block_a < len(a.spans) and 0 <= block_b < len(b.spans)):
            return words
        of_a = a.block(block_a)
        if not 0 < len(of_a) < SECTION or of_a != b.block(block_b):
            return words
        words += len(of_a)


class Places:
    """Word indices of a document to places in its prose; block by block, as they are asked for."""

    def __init__(self, prose: str, sections: Sections) -> None:
        self._prose = prose
        self._sections = sections
        self._known: dict[int, list[tuple[int, int]]] = {}

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end, in code points of the prose, of the words `start` to `end` (half-open, not empty).

        With the first word of a block the span starts where the block does, and with the last it ends there.
        """
        sections = self._sections
        first, last = self._block(start), self._block(end - 1)
        return (
            sections.spans[first][0] if start == sections.bounds[first] else self._word(first, start)[0],
            sections.spans[last][1] if end == sections.bounds[last + 1] else self._word(last, end - 1)[1],
        )

    def text(self, start: int, end: int) -> str:
        """The words `start` to `end` as the prose has them, on one line, at most `LONGEST_DIFFERENCE` of them."""
        if start >= end:
            return ""
        last = min(end, start + LONGEST_DIFFERENCE) - 1
        place, stop = self._word(self._block(start), start)[0], self._word(self._block(last), last)[1]
        return " ".join(self._prose[place:stop].split()) + (" …" if end - 1 > last else "")

    def _block(self, index: int) -> int:
        return bisect_right(self._sections.bounds, index) - 1

    def _word(self, block: int, index: int) -> tuple[int, int]:
        sections = self._sections
        words = self._known.get(block)
        if words is None:
            words = self._known[block] = spans(self._prose, *sections.spans[block])
        return words[index - sections.bounds[block]]


def covered(ranges: Iterable[tuple[int, int]]) -> int:
    """How many places half-open ranges cover."""
    total = reached = 0
    for start, end in sorted(ranges):
        total += max(end - max(start, reached), 0)
        reached = max(reached, end)
    return total


def first_difference(passage: Passage, earlier: Places, later: Places) -> tuple[str, str] | None:
    """The words of the earlier and the later text where they first differ; None where they do not."""
    at_a, at_b = passage.earlier[0], passage.later[0]
    for start_a, start_b, length in (*passage.runs, (passage.earlier[1], passage.later[1], 0)):
        if start_a > at_a or start_b > at_b:
            return earlier.text(at_a, start_a), later.text(at_b, start_b)
        at_a, at_b = start_a + length, start_b + length
    return None


def likeness(similarity: float, difference: tuple[str, str] | None) -> str:
    """A passage's likeness in words: how many words are the same, and the first change."""
    if difference is None:
        return "word for word"
    before, now = difference
    same = f"{similarity:.0%} the same words"
    if before == now:  # what differs lies behind what is quoted of it
        return same
    if not before:
        return f"{same}, first change: “{now}” is new"
    change = f"is now “{now}”" if now else "is gone"
    return f"{same}, first change: “{before}” {change}"

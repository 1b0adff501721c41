"""Sections that stand in several documents of a run.

Documents of equal words are found by their words and compared with others only once. Of the
rest, sections that store a key in common are candidates, and every candidate is verified on its words.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from newslint.duplicates import SECTION
from newslint.duplicates.alignment import Match, align, matched
from newslint.duplicates.candidates import FEW_SECTIONS, MOST_ARTICLES, Place, candidates
from newslint.duplicates.passages import Passage, passages
from newslint.duplicates.records import hash_all
from newslint.duplicates.verification import is_same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newslint.duplicates.records import Record


def repeated(records: Sequence[Record]) -> Iterator[tuple[Record, Record, Passage]]:
    """The passages that two records share: the earlier record, the later one, and the passage.

    In the order of the later record, of the place in it, and of the earlier record.
    """
    if sum(len(record.spans) for record in records) >= FEW_SECTIONS:
        hash_all(records)
    groups = _groups(records)
    found: list[tuple[Record, Record, Passage]] = []
    for group in groups:
        if len(group) <= MOST_ARTICLES:
            found += _inside(group)
    for one, other, matches in _matches(groups):
        found += _between(groups[one], groups[other], matches)
    found.sort(key=lambda entry: (entry[1].path, entry[2].later, entry[0].path))
    yield from found


def _groups(records: Iterable[Record]) -> list[list[Record]]:
    """The records that have a section, those of equal words and equal blocks together."""
    groups: dict[tuple[bytes, tuple[int, ...]], list[Record]] = {}
    for record in records:
        sections = record.sections
        if len(sections.words) >= SECTION:
            groups.setdefault((sections.words.tobytes(), tuple(sections.bounds)), []).append(record)
    return list(groups.values())


def _inside(group: list[Record]) -> Iterator[tuple[Record, Record, Passage]]:
    """Every pair of documents of equal words, as one passage from the first section to the last."""
    if len(group) < 2:
        return
    blocks = [block for block, _, _ in _sections_of(group[0])]
    if not blocks:
        return
    whole = (0, len(group[0].sections.words))
    passage = Passage(whole, whole, ((0, 0, whole[1]),))
    for one, other in combinations(group, 2):
        if not one.may_repeat(other):
            yield (other, one, passage) if one.is_later_than(other) else (one, other, passage)


def _between(
    group: list[Record], other_group: list[Record], matches: list[Match]
) -> Iterator[tuple[Record, Record, Passage]]:
    """The passages of every pair of documents of two groups; `matches` name the first group's blocks as earlier."""
    forward = backward = None
    for one in group:
        for other in other_group:
            if one.may_repeat(other):
                continue
            if one.is_later_than(other):
                if backward is None:
                    turned = [
                        Match(m.later, m.earlier, tuple((j, i, n) for i, j, n in m.runs)) for m in matches
                    ]
                    backward = passages(_one_each(turned), other.sections, one.sections)
                for passage in backward:
                    yield other, one, passage
            else:
                if forward is None:
                    forward = passages(_one_each(matches), one.sections, other.sections)
                for passage in forward:
                    yield one, other, passage


def _one_each(matches: Iterable[Match]) -> list[Match]:
    """One match a later block: the one that goes on where the block before it left off, else the fullest."""
    by_later: dict[int, list[Match]] = defaultdict(list)
    for match in matches:
        by_later[match.later].append(match)
    kept: list[Match] = []
    next_earlier = -1
    for later in sorted(by_later):
        match = min(by_later[later], key=lambda m: (m.earlier != next_earlier, -matched(m.runs), m.earlier))
        kept.append(match)
        next_earlier = match.earlier + 1
    return kept


def _sections_of(record: Record) -> list[tuple[int, int, int]]:
    """Block index, first word and end of each section."""
    bounds = record.sections.bounds
    return [
        (block, start, end) for block, (start, end) in enumerate(pairwise(bounds)) if end - start >= SECTION
    ]


def _matches(groups: list[list[Record]]) -> Iterator[tuple[int, int, list[Match]]]:
    """The verified pairs of sections, by pairs of groups: the lower group, the higher one, their matches."""
    words = [records[0].sections.words for records in groups]
    places = [
        Place(group, *place) for group, records in enumerate(groups) for place in _sections_of(records[0])
    ]
    found: dict[tuple[int, int], list[Match]] = defaultdict(list)
    for one, other in sorted(candidates(words, places, list(map(len, groups)))):
        group, block, start, end = places[one]
        other_group, other_block, other_start, other_end = places[other]
        a, b = words[group][start:end], words[other_group][other_start:other_end]
        if a == b:
            runs = [(0, 0, end - start)]
        elif is_same(listed_a := a.tolist(), listed_b := b.tolist()):
            runs = align(listed_a, listed_b)
        else:
            continue
        placed = tuple((start + i, other_start + j, n) for i, j, n in runs)
        found[group, other_group].append(Match(block, other_block, placed))
    for (group, other_group), matches in found.items():
        yield group, other_group, matches

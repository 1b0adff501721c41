"""Sections that stand in several documents of a run.

Documents of equal words are found by their words and compared with others only once. The rest goes by keys:
documents that store a key in common are candidates, pair of sections by pair, and every pair is verified on
its words. Below 200 sections the keys are made and joined in plain Python, above in numpy; the keys are equal.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from newslint.duplicates import SECTION, keys
from newslint.duplicates.alignment import Match, align, matched
from newslint.duplicates.passages import Passage, passages
from newslint.duplicates.verification import is_same

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Iterator, Sequence

    from newslint.duplicates.records import Record

MOST_ARTICLES = 64
"""A key that more distinct articles hold is boilerplate and finds nothing."""

MOST_SECTIONS = 8
"""So many sections of one document are looked at for one key: a line that it repeats does not multiply."""

FEW_SECTIONS = 200
"""Below, importing numpy costs more than it saves."""


def repeated(records: Sequence[Record]) -> Iterator[tuple[Record, Record, Passage]]:
    """The passages that two records share: the earlier record, the later one, and the passage.

    In the order of the later record, of the place in it, and of the earlier record.
    """
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


class _Section:
    """A section of a group's first record."""

    __slots__ = ("block", "end", "group", "start")

    def __init__(self, group: int, block: int, start: int, end: int) -> None:
        self.group = group
        self.block = block
        self.start = start
        self.end = end


def _matches(groups: list[list[Record]]) -> Iterator[tuple[int, int, list[Match]]]:
    """The verified pairs of sections, by pairs of groups: the lower group, the higher one, their matches."""
    sections = [
        _Section(group, *place) for group, records in enumerate(groups) for place in _sections_of(records[0])
    ]
    found: dict[tuple[int, int], list[Match]] = defaultdict(list)
    words = [records[0].sections.words for records in groups]
    for one, other in sorted(_candidates(groups, sections)):
        a, b = sections[one], sections[other]
        of_a, of_b = words[a.group][a.start : a.end], words[b.group][b.start : b.end]
        if of_a == of_b:
            runs = [(0, 0, len(of_a))]
        elif is_same(listed_a := of_a.tolist(), listed_b := of_b.tolist()):
            runs = align(listed_a, listed_b)
        else:
            continue
        placed = tuple((a.start + i, b.start + j, n) for i, j, n in runs)
        found[a.group, b.group].append(Match(a.block, b.block, placed))
    for (group, other_group), matches in found.items():
        yield group, other_group, matches


def _candidates(groups: list[list[Record]], sections: list[_Section]) -> set[tuple[int, int]]:
    """Pairs of sections, the one of the lower group first, of which one stores a key that the other asks for."""
    words = [records[0].sections.words for records in groups]
    pairs: set[tuple[int, int]] = set()
    for holding in _holding(words, sections):
        pairs |= _paired(holding, holding, groups, sections)
    stored: dict[int, list[int]] = defaultdict(list)
    asked: dict[int, list[int]] = defaultdict(list)
    for index, section in enumerate(sections):
        if section.end - section.start <= keys.SHORT + 1:
            own = words[section.group][section.start : section.end]
            for key in keys.stored_halves(own):
                stored[key].append(index)
            for key in keys.asked_halves(own):
                asked[key].append(index)
    for key, holding in stored.items():
        if len(asked[key]) > 1:
            pairs |= _paired(holding, asked[key], groups, sections)
    return pairs


def _holding(words: Sequence[array[int]], sections: list[_Section]) -> Iterator[Sequence[int]]:
    """By fingerprint, the long sections that store it."""
    long = [index for index, section in enumerate(sections) if section.end - section.start > keys.SHORT]
    places = [(section.group, section.start, section.end) for section in map(sections.__getitem__, long)]
    if len(sections) >= FEW_SECTIONS:
        from newslint.duplicates.joining import holding

        for several in holding(words, places):
            yield [long[index] for index in several]
        return
    postings: dict[int, list[int]] = defaultdict(list)
    for index, (group, start, end) in zip(long, places, strict=True):
        for key in keys.winnowed(words[group][start:end]):
            postings[key].append(index)
    yield from postings.values()


def _paired(
    holding: Sequence[int], asking: Sequence[int], groups: list[list[Record]], sections: list[_Section]
) -> set[tuple[int, int]]:
    """The pairs of sections of different groups that hold and ask for a key; none where the key is boilerplate."""
    holders = _by_group(holding, sections)
    if sum(len(groups[group]) for group in holders) > MOST_ARTICLES:
        return set()
    askers = holders if asking is holding else _by_group(asking, sections)
    return {
        (one, other) if sections[one].group < sections[other].group else (other, one)
        for group, held in holders.items()
        for other_group, asked in askers.items()
        if group != other_group
        for one in held
        for other in asked
    }


def _by_group(indices: Sequence[int], sections: list[_Section]) -> dict[int, list[int]]:
    by_group: dict[int, list[int]] = defaultdict(list)
    for index in indices:
        own = by_group[sections[index].group]
        if len(own) < MOST_SECTIONS:
            own.append(index)
    return by_group

"""Groups of articles around a representative: every member shares a verified passage with it, not with a member alone.

So no chain can join what has nothing in common, and an article that takes from two others is in two groups. The
representative is the earliest published; where no date is known, the longest.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newslint.audit.pairs import IDENTICAL, KINDS, NEARLY, Pair, twin_pair
from newslint.audit.serial_reposts import Reposts, reposts
from newslint.duplicates.passages import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newslint.audit.articles import Article, Articles


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that share passages with `representative`.

    - `pairs`: the representative with each other member, in the order of publication;
    - `kind`: how the most alike of them are alike, one of `pairs.KINDS`;
    - `reposts`: the series that the near-identical members make, if they do.
    """

    representative: int
    pairs: tuple[Pair, ...]
    kind: str
    reposts: Reposts | None

    @property
    def members(self) -> list[int]:
        """The numbers of the articles, the representative first."""
        return [self.representative, *(pair.other(self.representative) for pair in self.pairs)]

    @property
    def share(self) -> float:
        """How much of an article stands in another, at most, 0 to 1."""
        return max(pair.share for pair in self.pairs)

    @property
    def words(self) -> int:
        """How many words the members repeat, together."""
        return sum(pair.words for pair in self.pairs)


def grouped(articles: Articles, twins: Sequence[Sequence[int]], pairs: Sequence[Pair]) -> list[Group]:
    """The groups, the largest first. `pairs` are of the first articles of `twins`, the articles of equal words."""
    text_of = {numbers[0]: numbers for numbers in twins}
    linked: dict[int, dict[int, Pair]] = defaultdict(dict)
    for pair in pairs:
        linked[pair.earlier][pair.later] = pair
        linked[pair.later][pair.earlier] = pair
    nodes = set(linked) | {first for first, numbers in text_of.items() if len(numbers) > 1}
    groups = []
    told: set[tuple[int, int]] = set()
    named: set[int] = set()
    for first in sorted(nodes, key=lambda number: _rank(articles[number])):
        neighbours = [other for other in linked[first] if (min(first, other), max(first, other)) not in told]
        copies = text_of[first][1:]
        if not neighbours and (not copies or first in named):
            continue
        pairs_of = list(_pairs(articles, first, copies, neighbours, linked[first], text_of))
        groups.append(_group(articles, first, pairs_of, [text_of[other] for other in neighbours]))
        members = [first, *neighbours]
        named.update(members)
        told.update((min(a, b), max(a, b)) for a in members for b in linked[a].keys() & set(members))
    groups.sort(key=lambda group: (-len(group.pairs), -group.words, group.representative))
    return groups


def _rank(article: Article) -> tuple[bool, str, int, int]:
    return article.published is None, article.published or "", -len(article.words), article.number


def _pairs(
    articles: Articles,
    first: int,
    copies: Sequence[int],
    neighbours: Sequence[int],
    pair_with: Mapping[int, Pair],
    text_of: Mapping[int, Sequence[int]],
) -> Iterator[Pair]:
    """The representative with its copies, its neighbours, and their copies."""
    for copy in copies:
        yield twin_pair(articles[first], articles[copy])
    for other in neighbours:
        yield pair_with[other]
        for copy in text_of[other][1:]:
            yield of_copy(pair_with[other], other, articles[copy], articles)


def of_copy(pair: Pair, number: int, copy: Article, articles: Articles) -> Pair:
    """A pair with, in the place of the article `number`, another of equal words."""
    other = articles[pair.other(number)]
    was_later = number == pair.later
    if copy.is_later_than(other) == was_later:
        ends = (pair.earlier, copy.number) if was_later else (copy.number, pair.later)
        return Pair(*ends, pair.passages, pair.words, pair.of_earlier, pair.of_later)
    turned = tuple(sorted(map(_turned, pair.passages), key=lambda passage: passage.later))
    ends = (copy.number, other.number) if was_later else (other.number, copy.number)
    return Pair(*ends, turned, pair.words, pair.of_later, pair.of_earlier)


def _turned(passage: Passage) -> Passage:
    """A passage with its sides exchanged."""
    return Passage(passage.later, passage.earlier, tuple((j, i, n) for i, j, n in passage.runs))


def _group(articles: Articles, first: int, pairs: list[Pair], copied: Sequence[Sequence[int]]) -> Group:
    """The group of a representative. Its series is the longest of the near-identical members or of the texts `copied`."""
    pairs.sort(key=lambda pair: _rank(articles[pair.other(first)]))
    kind = min((pair.kind for pair in pairs), key=KINDS.index)
    same = [first, *(pair.other(first) for pair in pairs if pair.kind in (IDENTICAL, NEARLY))]
    found = [reposts(articles[number].published for number in numbers) for numbers in (same, *copied)]
    series = max(found, key=lambda one: len(one.days) if one else 0)
    return Group(first, tuple(pairs), kind, series)

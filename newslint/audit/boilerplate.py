"""Standing text, learnt from how many articles have it: sign-offs, notes on sources, calls to subscribe.

A section is standing text where many articles have it that are otherwise different: it links nothing. Where the
same articles share most of their words it is a repost, however often it was published.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newslint.audit.components import components
from newslint.audit.pairs import by_texts, shared_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newslint.audit.articles import Article
    from newslint.audit.engine import Same, SamePair

LEAST_TEXTS = 8
"""Different texts that make a section standing text, unless an audit asks for another number."""

OTHERWISE_ALIKE = 0.5
"""Two articles are otherwise alike where so much of one of them stands in the other."""

Place = tuple[int, int]
"""A text and a block of it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One piece of standing text: how many texts and articles have it, and its wording that is met most often.

    `members` are the blocks (text, block) that have it, ascending.
    """

    example: Place
    texts: int
    articles: int
    members: tuple[Place, ...]


def learn(
    texts: Sequence[Article], weights: Sequence[int], same: Same, least: int = LEAST_TEXTS
) -> tuple[list[Standing], list[SamePair]]:
    """The standing text, most frequent first; and the pairs that are not standing text on either side.

    `weights` says how many articles each text stands for, `least` how many texts make standing text.
    """
    found = []
    for members in _clusters(texts, same, least):
        having = {text for text, _ in members}
        articles = sum(weights[text] for text in having)
        found.append(Standing(_most_usual(texts, members), len(having), articles, tuple(members)))
    found.sort(key=lambda entry: (-entry.articles, entry.example))
    standing = {place for entry in found for place in entry.members}
    kept = [pair for pair in same.pairs if (pair[0], pair[1]) not in standing and (pair[2], pair[3]) not in standing]
    return found, kept


def _clusters(texts: Sequence[Article], same: Same, least: int) -> Iterator[list[Place]]:
    """The sections, held together by pairs and by keys, of `least` texts or more that have little else in common."""
    frequent = {(section.text, section.block) for section in same.frequent}
    places = sorted(frequent.union(*(((pair[0], pair[1]), (pair[2], pair[3])) for pair in same.pairs)))
    number = {place: index for index, place in enumerate(places)}
    links = [(number[pair[0], pair[1]], number[pair[2], pair[3]]) for pair in same.pairs]
    first: dict[int, int] = {}
    by_key = [
        (first.setdefault(key, index), index)
        for section in same.frequent
        for index in (number[section.text, section.block],)
        for key in section.keys
    ]
    clusters = components(range(len(places)), [*links, *by_key])
    cluster_of = {place: index for index, cluster in enumerate(clusters) for place in cluster}
    linked: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for pair, (one, _) in zip(same.pairs, links, strict=True):
        linked[cluster_of[one]].add((pair.text, pair.other_text))
    alike = _alike(texts, same.pairs)
    for index, cluster in enumerate(clusters):
        members = [places[place] for place in cluster]
        pairs = linked[index]
        is_standing = not frequent.isdisjoint(members) or 2 * sum(pair in alike for pair in pairs) <= len(pairs)
        if is_standing and len({text for text, _ in members}) >= least:
            yield members


def _alike(texts: Sequence[Article], pairs: Iterable[SamePair]) -> set[tuple[int, int]]:
    """The pairs of texts of which most of the one stands in the other."""
    return {
        (one, other)
        for (one, other), blocks in by_texts(pairs).items()
        if max(
            shared_blocks(texts[one], [block for block, _ in blocks]),
            shared_blocks(texts[other], [block for _, block in blocks]),
        )
        >= OTHERWISE_ALIKE
    }


def _most_usual(texts: Sequence[Article], members: Sequence[Place]) -> Place:
    """The member whose wording most members have; of several the first."""
    wordings = [
        texts[text].words[texts[text].bounds[block] : texts[text].bounds[block + 1]].tobytes()
        for text, block in members
    ]
    usual = Counter(wordings).most_common(1)[0][0]
    return members[wordings.index(usual)]

"""Articles -> audit: the engine's pairs, without standing text, as pairs of articles and as groups of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newslint.audit.boilerplate import LEAST_TEXTS, learn
from newslint.audit.groups import grouped, of_copy
from newslint.audit.pairs import by_texts, pair_of, twin_pair
from newslint.duplicates import SECTION
from newslint.duplicates.passages import passages
from newslint.duplicates.within import may_repeat, repeats

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.audit.articles import Article, Articles
    from newslint.audit.boilerplate import Standing
    from newslint.audit.engine import Engine, Progress
    from newslint.audit.groups import Group
    from newslint.audit.pairs import Pair
    from newslint.duplicates.passages import Passage
    from newslint.finding import InputError

LEAST_WORDS = 15
"""Words that two articles share at least, unless an audit asks for another number: less is a phrase or a headline."""

MOST_COPIES = 64
"""Copies of equal words of one text of which every pair is listed; of more, only those with the first."""


class Within(NamedTuple):
    """An article that repeats passages of itself."""

    article: int
    passages: tuple[Passage, ...]


@dataclass
class Audit:
    """What an audit found.

    - `texts`: the numbers of the articles of equal words in equal blocks together, the earliest published first;
    - `pairs`: between the first articles of `texts`, each of two that share more than standing text;
    - `brief`: such pairs that share too few words to count;
    - `groups`: largest first;
    - `standing`: most frequent first, its places by index into `texts`;
    - `within`: articles that repeat themselves.
    """

    articles: Articles
    texts: list[list[int]] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    brief: list[Pair] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    standing: list[Standing] = field(default_factory=list)
    within: list[Within] = field(default_factory=list)
    errors: list[InputError] = field(default_factory=list)

    def every_pair(self) -> Iterator[Pair]:
        """All pairs of articles, those of equal copies, too."""
        text_of = {numbers[0]: numbers for numbers in self.texts}
        for numbers in self.texts:
            for place, one in enumerate(numbers[: MOST_COPIES if len(numbers) <= MOST_COPIES else 1]):
                for other in numbers[place + 1 :]:
                    yield twin_pair(self.articles[one], self.articles[other])
        for pair in self.pairs:
            for copy in text_of[pair.earlier][:MOST_COPIES]:
                first = (
                    pair if copy == pair.earlier else of_copy(pair, pair.earlier, self.articles[copy], self.articles)
                )
                for other in text_of[pair.later][:MOST_COPIES]:
                    if other == pair.later:
                        yield first
                    else:
                        yield of_copy(first, pair.later, self.articles[other], self.articles)

    @cached_property
    def pairs_of(self) -> dict[int, list[Pair]]:
        """The pairs of each article; of equal copies, those with the first of them, and the first's with others."""
        found: dict[int, list[Pair]] = defaultdict(list)
        text_of = {numbers[0]: numbers for numbers in self.texts}
        for first, *copies in self.texts:
            for copy in copies:
                pair = twin_pair(self.articles[first], self.articles[copy])
                found[copy].append(pair)
                if copy == copies[0]:
                    found[first].append(pair)
        for pair in self.pairs:
            for number in (pair.earlier, pair.later):
                found[number].append(pair)
                for copy in text_of[number][1:]:
                    found[copy].append(of_copy(pair, number, self.articles[copy], self.articles))
        return found

    @cached_property
    def standing_in(self) -> dict[int, list[tuple[int, int]]]:
        """The word ranges of standing text in each article, as far as its places are known."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for entry in self.standing:
            for text, block in entry.members:
                for number in self.texts[text]:
                    bounds = self.articles[number].bounds
                    found[number].append((bounds[block], bounds[block + 1]))
        return found

    @property
    def sections(self) -> int:
        """How many sections were compared."""
        return sum(
            end - start >= SECTION
            for article in self.articles
            for start, end in zip(article.bounds, article.bounds[1:], strict=False)
        )


def audit(
    articles: Articles,
    engine: Engine,
    least_texts: int = LEAST_TEXTS,
    least_words: int = LEAST_WORDS,
    progress: Progress | None = None,
) -> Audit:
    """Compare all articles with each other.

    `least_texts` different texts make a section standing text; pairs that share fewer than `least_words` words
    are put aside.
    """
    texts = [_earliest_first(articles, numbers) for numbers in articles.twins()]
    firsts = [articles[numbers[0]] for numbers in texts]
    same = engine(firsts, progress)
    standing, kept = learn(firsts, list(map(len, texts)), same, least_texts)
    pairs = [
        pair_of(firsts[one], firsts[other], blocks)
        for (one, other), blocks in sorted(by_texts(kept).items())
        if not firsts[one].may_repeat(firsts[other])
    ]
    brief = [pair for pair in pairs if pair.words < least_words]
    pairs = [pair for pair in pairs if pair.words >= least_words]
    return Audit(articles, texts, pairs, brief, grouped(articles, texts, pairs), standing)


def repeated_within(article: Article, prose: str) -> Within | None:
    """The passages that an article repeats of itself, as rule DUP101 finds them."""
    pairs: dict[tuple[int, int], int] = {}
    firsts = list(map(pairs.setdefault, pairwise(article.words), range(len(article.words))))
    if not may_repeat(firsts, len(pairs)):
        return None
    sections = article.sections
    matches = repeats(sections, prose)
    return Within(article.number, tuple(passages(matches, sections, sections))) if matches else None


def _earliest_first(articles: Articles, numbers: Sequence[int]) -> list[int]:
    """Copies of one text by date, those without one last; without versions of the first."""
    ordered = sorted(numbers, key=lambda n: (articles[n].published is None, articles[n].published or "", n))
    first = articles[ordered[0]]
    has_section = any(end - start >= SECTION for start, end in zip(first.bounds, first.bounds[1:], strict=False))
    return [
        number
        for number in ordered
        if number == first.number or (has_section and not articles[number].may_repeat(first))
    ]

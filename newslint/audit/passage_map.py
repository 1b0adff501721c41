"""Which part of an article comes from where: its words parted by the article that had them first."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newslint.audit.articles import Article, Articles
    from newslint.audit.pairs import Pair


class Part(NamedTuple):
    """The words from `start` to `end` stand in `source` (an article's number), too; -1: they are standing text."""

    start: int
    end: int
    source: int


STANDING = -1


def parts(
    article: Article, articles: Articles, pairs: Iterable[Pair], standing: Iterable[tuple[int, int]] = ()
) -> list[Part]:
    """The parts of an article that stand elsewhere, ascending; the rest is its own.

    `pairs` are those of the article; of several others that have the same words the earliest is named. `standing`
    are word ranges.
    """
    painted: list[int | None] = [None] * len(article.words)
    others = sorted(pairs, key=lambda pair: _order(articles[pair.other(article.number)]), reverse=True)
    for start, end in standing:
        painted[start:end] = [STANDING] * (end - start)
    for pair in others:  # the earliest last: it covers what it has
        source = pair.other(article.number)
        for start, end in pair.in_article(article.number):
            painted[start:end] = [source] * (end - start)
    return _runs(painted)


def _order(article: Article) -> tuple[bool, str, int]:
    return article.published is None, article.published or "", article.number


def _runs(painted: Sequence[int | None]) -> list[Part]:
    found = []
    place = 0
    for source, run in groupby(painted):
        size = len(list(run))
        if source is not None:
            found.append(Part(place, place + size, source))
        place += size
    return found

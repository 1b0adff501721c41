"""An audit as the page's script reads it: one index, and the texts and passages in pieces, read when needed.

Numbers instead of names keep it small: articles, pairs and groups are named by their place in the index' lists.
Places in texts are UTF-16 code units, as JavaScript counts them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from newslint.audit.passage_map import parts
from newslint.reports.audit.page_texts import PageText
from newslint.reports.audit.wording import excerpt, series
from newslint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newslint.audit.articles import Article
    from newslint.audit.auditing import Audit
    from newslint.audit.groups import Group
    from newslint.audit.pairs import Pair
    from newslint.duplicates.passages import Passage
    from newslint.reports.audit import View

MOST_MEMBERS = 200
"""Members of a group that the page has; of more, the figures only."""
MOST_STANDING = 500
EXAMPLES = 12
"""Articles that are named of those that have a standing text."""
MOST_CHARACTERS = 24_000_000
"""Code points of text in a page. Above, articles come with their passages and what is around them; above twice as
many, the groups that are left have no texts."""
A_PIECE = 64
"""Articles, and pairs, that are read together."""


class PageData:
    """What the page holds. `index`, and `texts` and `pairs` in pieces of `A_PIECE`, are plain data."""

    def __init__(self, audit: Audit, view: View) -> None:
        self._audit = audit
        self._numbers: dict[int, int] = {}
        self._pair_numbers: dict[tuple[int, int], int] = {}
        self._pairs: list[Pair] = []
        self._known: dict[int, PageText] = {}
        self._characters = 0
        groups = [self._group(group) for group in audit.groups]
        standing = [self._standing(entry) for entry in audit.standing[:MOST_STANDING]]
        within = [[self._number(entry.article), self._number(entry.article)] for entry in audit.within]
        self._sources()
        self.pairs = [self._passages(pair.earlier, pair.later, pair.passages) for pair in self._pairs]
        self.within = [self._passages(entry.article, entry.article, entry.passages) for entry in audit.within]
        self.texts = [self._known[number].pieces() if number in self._known else [] for number in self._numbers]
        self.index: dict[str, Any] = {
            "title": view.title,
            "made": view.made,
            "version": __version__,
            "counts": {
                "articles": len(audit.articles),
                "sections": audit.sections,
                "grouped": len({number for group in audit.groups for number in group.members}),
                "standing": len(audit.standing),
                "brief": len(audit.brief),
                "unread": len(audit.errors),
            },
            "piece": A_PIECE,
            "articles": [self._article(audit.articles[number]) for number in self._numbers],
            "pairs": [
                [
                    self._numbers[pair.earlier], self._numbers[pair.later], pair.kind, pair.words,
                    round(pair.of_earlier, 4), round(pair.of_later, 4),
                ]
                for pair in self._pairs
            ],
            "groups": groups,
            "standing": standing,
            "within": [number for number, _ in within],
            "months": _months(audit),
        }  # fmt: skip

    def _number(self, number: int) -> int:
        """The place of an article in the index."""
        return self._numbers.setdefault(number, len(self._numbers))

    def _pair_number(self, pair: Pair) -> int:
        """The place of a pair in the index."""
        key = (pair.earlier, pair.later)
        number = self._pair_numbers.get(key)
        if number is None:
            number = self._pair_numbers[key] = len(self._pairs)
            self._pairs.append(pair)
            self._number(pair.earlier)
            self._number(pair.later)
        return number

    def _group(self, group: Group) -> list[Any]:
        """Kind, representative, pairs, articles in all, words, series."""
        shown = group.pairs[:MOST_MEMBERS]
        return [
            group.kind,
            self._number(group.representative),
            [self._pair_number(pair) for pair in shown],
            len(group.pairs) + 1,
            group.words,
            group.reposts and [series(group.reposts), list(group.reposts.days), group.reposts.interval],
        ]

    def _standing(self, entry: Any) -> list[Any]:
        """Articles, wording, example, and a few of the articles that have it."""
        text, block = entry.example
        article = self._audit.articles[self._audit.texts[text][0]]
        bounds = article.bounds
        wording = excerpt(self._audit.articles, article, (bounds[block], bounds[block + 1]), 1_000)
        having = dict.fromkeys(self._audit.texts[number][0] for number, _ in entry.members)
        return [entry.articles, wording, [self._number(number) for number in list(having)[:EXAMPLES]]]

    def _sources(self) -> None:
        """Where the parts of each article come from; what they come from gets into the index, too."""
        self._parts: dict[int, list[int]] = {}
        for number in list(self._numbers):
            article = self._audit.articles[number]
            pairs = self._audit.pairs_of[number]
            pair_with = {pair.other(number): pair for pair in pairs}
            flat: list[int] = []
            for part in parts(article, self._audit.articles, pairs, self._audit.standing_in[number]):
                source = part.source if part.source < 0 else self._pair_number(pair_with[part.source])
                flat += (part.start, part.end, source)
            self._parts[number] = flat

    def _article(self, article: Article) -> list[Any]:
        """Title, day, credit, address, id, path, words, parts (start, end, pair; -1 for standing text)."""
        entry = article.entry
        url = entry.url if entry.url and entry.url.startswith(("https://", "http://")) else None
        path = article.path if article.path != entry.id else None
        return [
            article.title, entry.published, entry.credit, url, entry.id, path, len(article.words),
            self._parts.get(article.number, []),
        ]  # fmt: skip

    def _text(self, number: int) -> PageText:
        known = self._known.get(number)
        if known is None:
            article = self._audit.articles[number]
            known = self._known[number] = PageText(article, self._audit.articles.prose(article))
        return known

    def _passages(self, earlier: int, later: int, passages: Iterable[Passage]) -> list[list[Any]]:
        """Of each passage: start and end in the earlier and the later text, likeness, and what differs, flat."""
        if self._characters > 2 * MOST_CHARACTERS:
            return []
        of_earlier, of_later = self._text(earlier), self._text(later)
        found = []
        for passage in passages:
            differences: list[int] = []
            at_a, at_b = passage.earlier[0], passage.later[0]
            for start_a, start_b, length in (*passage.runs, (passage.earlier[1], passage.later[1], 0)):
                if start_a > at_a or start_b > at_b:
                    differences += of_earlier.units(at_a, start_a)
                    differences += of_later.units(at_b, start_b)
                at_a, at_b = start_a + length, start_b + length
            brief = self._characters > MOST_CHARACTERS
            self._characters += of_earlier.show(passage.earlier, brief) + of_later.show(passage.later, brief)
            found.append([
                *of_earlier.units(*passage.earlier), *of_later.units(*passage.later), passage.similarity, differences,
            ])  # fmt: skip
        return found


def _months(audit: Audit) -> list[list[Any]]:
    """Of each month with articles: how many there are, and how many of them repeat an earlier one."""
    articles: Counter[str] = Counter()
    repeated: Counter[str] = Counter()
    later = {pair.other(group.representative) for group in audit.groups for pair in group.pairs}
    for article in audit.articles:
        if article.published:
            articles[article.published[:7]] += 1
            repeated[article.published[:7]] += article.number in later
    return [[month, articles[month], repeated[month]] for month in sorted(articles)]

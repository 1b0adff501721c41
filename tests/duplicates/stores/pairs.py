"""Pairs of equal sections, as each store and each engine has them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from newslint.audit.articles import Articles
from newslint.duplicates import archive
from newslint.duplicates.records import Record
from newslint.duplicates.sections import Sections
from newslint.duplicates.stores.protocol import Entry, NewArticle

if TYPE_CHECKING:
    import pytest

    from newslint.audit.articles import Article
    from newslint.audit.engine import Same
    from newslint.duplicates.stores.protocol import Store

    Pair = tuple[tuple[str, int], tuple[str, int]]

WORDS = [a + b for a in "bo cel da fir gan hol jus kem lor mip".split() for b in "ta ren sil vo nu dek mar".split()]
LINE = "The harbour bureau supplies this service to editors who may print it in whole or in part without any change"


def texts(seed: int, count: int = 150) -> list[str]:
    """Made-up texts with copies, changed copies, passages in longer sections, short lines, and boilerplate of 70."""
    generator = random.Random(seed)

    def section(size: int) -> list[str]:
        return [generator.choice(WORDS) + generator.choice("aeiou") for _ in range(size)]

    pool = [section(generator.choice((8, 9, 13, 14, 15, 16, 30, 60))) for _ in range(60)]
    found = []
    for number in range(count):
        blocks = [section(generator.randrange(2, 50)) for _ in range(generator.randrange(1, 4))]
        for _ in range(generator.randrange(3)):
            own = list(generator.choice(pool))
            for _ in range(generator.choice((0, 0, 1, 3))):
                own[generator.randrange(len(own))] = generator.choice(WORDS)
            blocks.insert(generator.randrange(len(blocks) + 1), own)
        if generator.random() < 0.15:
            blocks.append([*section(12), *generator.choice(pool), *section(7)])
        if number == 7:
            blocks += [pool[0]] * 30
        if number % 2:
            blocks.append(LINE.split())
        found.append("\n\n".join(" ".join(block) for block in blocks) + f"\n\nNumber {number}")
    return found


def audited(texts: list[str]) -> list[Article]:
    """Texts as an audit takes them, no two with equal words."""
    articles = Articles()
    articles.add([_record(str(number), text) for number, text in enumerate(texts)], [Entry(str(n)) for n in range(len(texts))])
    assert len(articles.twins()) == len(texts)
    return list(articles)


def archived(texts: list[str]) -> list[NewArticle]:
    """Texts as a store takes them."""
    new = []
    for number, text in enumerate(texts):
        sections = _record(str(number), text).sections
        new.append(NewArticle(Entry(str(number)), number, sections.words, sections.bounds))
    return new


def _record(name: str, text: str) -> Record:
    from newslint.document import parse
    from newslint.source import Source

    document = parse(Source(text, name, "plain"))
    return Record(name, document.prose, document.blocks)


def of_store(store: Store, new: list[NewArticle], monkeypatch: pytest.MonkeyPatch) -> set[Pair]:
    """The pairs of sections that a store's answers rest on, each article asked for against all others."""
    found: set[Pair] = set()
    republished = archive._republished

    def told(sections: Sections, kept: Any, same: Any) -> Any:
        for block, other in same:
            one, two = (asked, block), (kept.entry.id, other)
            if asked != kept.entry.id:
                found.add((min(one, two), max(one, two)))
        return republished(sections, kept, same)

    with monkeypatch.context() as patch:
        patch.setattr(archive, "_republished", told)
        for article in new:
            asked = article.entry.id
            archive.find(Sections(article.words, list(article.bounds), [(0, 0)] * (len(article.bounds) - 1), []), store)
    return found


def pairs_of(same: Same) -> set[Pair]:
    """The pairs that an engine found."""
    named = [((str(a), b), (str(c), d)) for a, b, c, d in same.pairs]
    assert len(named) == len(set(named))
    return {(min(pair), max(pair)) for pair in named}

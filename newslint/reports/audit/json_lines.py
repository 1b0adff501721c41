"""`json-lines`: one JSON object a line: the audit's figures, its groups, pairs, standing text, articles within.

Every object has a `type`. Word ranges are half-open and count the article's words from 0; `text` is what stands there.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newslint.audit.passage_map import parts
from newslint.duplicates.passages import Places
from newslint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.audit.articles import Article
    from newslint.audit.auditing import Audit
    from newslint.audit.groups import Group
    from newslint.audit.pairs import Pair
    from newslint.duplicates.passages import Passage
    from newslint.reports.audit import View

SCHEMA = "newslint-audit/1"


def render(audit: Audit, view: View) -> Iterator[str]:
    """The figures first, then groups, pairs, standing text, articles that repeat themselves."""
    yield _line(
        type="audit", schema=SCHEMA, version=__version__, made=view.made or None, articles=len(audit.articles),
        sections=audit.sections, groups=len(audit.groups), standing=len(audit.standing), within=len(audit.within),
        errors=[{"path": error.path, "line": error.line, "message": error.message} for error in audit.errors],
    )  # fmt: skip
    for number, group in enumerate(audit.groups, 1):
        yield _line(type="group", group=number, **_group(audit, group))
    for pair in audit.every_pair():
        yield _line(type="pair", **_pair(audit, pair))
    for entry in audit.standing:
        text, block = entry.example
        article = audit.articles[audit.texts[text][0]]
        bounds = (article.bounds[block], article.bounds[block + 1])
        yield _line(
            type="standing", articles=entry.articles, texts=entry.texts, words=bounds[1] - bounds[0],
            text=_Text(audit, article).of(bounds), example=_article(article),
        )  # fmt: skip
    for within in audit.within:
        article = audit.articles[within.article]
        own = _Text(audit, article)
        yield _line(
            type="within",
            article=_article(article),
            passages=[_passage(passage, own, own) for passage in within.passages],
        )


class _Text:
    """The words of an article as it has them."""

    def __init__(self, audit: Audit, article: Article) -> None:
        self._prose = audit.articles.prose(article)
        self._places = Places(self._prose, article.sections)

    def of(self, words: tuple[int, int]) -> str:
        """The words from the one to the other; blocks parted as the article parts them."""
        start, end = self._places.span(*words)
        return self._prose[start:end]


def _group(audit: Audit, group: Group) -> dict[str, Any]:
    reposts = group.reposts
    return {
        "kind": group.kind,
        "share": round(group.share, 4),
        "words": group.words,
        "representative": _article(audit.articles[group.representative]),
        "members": [_member(audit, group.representative, pair) for pair in group.pairs],
        "reposts": reposts and {"days": reposts.days, "interval": reposts.interval, "regular": reposts.is_regular},
    }


def _member(audit: Audit, representative: int, pair: Pair) -> dict[str, Any]:
    number = pair.other(representative)
    article = audit.articles[number]
    is_later = number == pair.later
    sources = parts(article, audit.articles, audit.pairs_of[number], audit.standing_in[number])
    return {
        **_article(article),
        "kind": pair.kind,
        "share": round(pair.of_later if is_later else pair.of_earlier, 4),
        "share_of_representative": round(pair.of_earlier if is_later else pair.of_later, 4),
        "parts": [
            {
                "words": [part.start, part.end],
                "from": audit.articles[part.source].entry.id if part.source >= 0 else None,
            }
            for part in sources
        ],
    }


def _pair(audit: Audit, pair: Pair) -> dict[str, Any]:
    earlier, later = audit.articles[pair.earlier], audit.articles[pair.later]
    of_earlier, of_later = _Text(audit, earlier), _Text(audit, later)
    return {
        "kind": pair.kind,
        "words": pair.words,
        "share_of_earlier": round(pair.of_earlier, 4),
        "share_of_later": round(pair.of_later, 4),
        "earlier": _article(earlier),
        "later": _article(later),
        "passages": [_passage(passage, of_earlier, of_later) for passage in pair.passages],
    }


def _passage(passage: Passage, earlier: _Text, later: _Text) -> dict[str, Any]:
    return {
        "similarity": passage.similarity,
        "earlier": {"words": passage.earlier, "text": earlier.of(passage.earlier)},
        "later": {"words": passage.later, "text": later.of(passage.later)},
    }


def _article(article: Article) -> dict[str, Any]:
    entry = article.entry
    return {
        "id": entry.id,
        "title": article.title,
        "url": entry.url,
        "published": entry.published,
        "credit": entry.credit,
        "path": article.path,
        "words": len(article.words),
    }


def _line(**data: Any) -> str:
    return json.dumps(data, ensure_ascii=False) + "\n"

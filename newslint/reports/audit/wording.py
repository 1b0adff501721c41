"""What reports of an audit say of kinds, series and shares, in an editor's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.audit.pairs import IDENTICAL, NEARLY, PASSAGE, WHOLE
from newslint.duplicates.passages import Places

if TYPE_CHECKING:
    from newslint.audit.articles import Article, Articles
    from newslint.audit.serial_reposts import Reposts

KIND = {
    IDENTICAL: "the same text",
    NEARLY: "nearly the same",
    WHOLE: "one inside the other",
    PASSAGE: "shared passages",
}
"""What kind of likeness is called."""

MONTH = 60
"""Days from which on an interval is told in months."""


def percent(share: float) -> str:
    """A share in whole per cent, rounded down: nothing but the whole is 100 %."""
    return f"{int(share * 100)}%"


def series(reposts: Reposts) -> str:
    """A series of reposts: `5 times from 2006-03-01 to 2006-03-29, every 7 days`."""
    days = reposts.interval
    length = f"{days / 30.44:.0f} months" if days >= MONTH else "day" if days == 1 else f"{days:g} days"
    rhythm = f"every {length}" if reposts.is_regular else f"mostly {length} apart"
    return f"{len(reposts.days)} times from {reposts.days[0]} to {reposts.days[-1]}, {rhythm}"


def excerpt(articles: Articles, article: Article, words: tuple[int, int], longest: int = 0) -> str:
    """Some words of an article as it has them, on one line, cut to `longest` code points (0: not cut)."""
    if words[0] >= words[1]:
        return ""
    prose = articles.prose(article)
    start, end = Places(prose, article.sections).span(*words)
    text = " ".join(prose[start:end].split())
    return text if not longest or len(text) <= longest else text[: longest - 1].rstrip() + "…"

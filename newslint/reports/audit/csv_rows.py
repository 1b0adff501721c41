"""`csv`: one row for each member of each group, with its representative, for a spreadsheet (RFC 4180)."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from newslint.reports.audit.wording import KIND, excerpt, series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.audit.auditing import Audit
    from newslint.reports.audit import View

HEADER = (
    "group", "articles", "likeness", "id", "title", "published", "credit", "url", "words", "shared words", "share",
    "first id", "first title", "first published", "share of first", "reposts", "text",
)  # fmt: skip

LONGEST_TEXT = 500
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the start of a formula."""


def render(audit: Audit, view: View) -> Iterator[str]:
    """A header and the rows; lines end with CR LF."""
    yield _row(HEADER)
    for number, group in enumerate(audit.groups, 1):
        first = audit.articles[group.representative]
        for pair in group.pairs:
            own = pair.other(group.representative)
            article = audit.articles[own]
            is_later = own == pair.later
            longest = max(pair.in_article(own), key=lambda words: words[1] - words[0])
            yield _row((
                str(number), str(len(group.pairs) + 1), KIND[pair.kind],
                _safe(article.entry.id), _safe(article.title), article.published or "", _safe(article.entry.credit or ""),
                _safe(article.entry.url or ""), str(len(article.words)), str(pair.words),
                f"{pair.of_later if is_later else pair.of_earlier:.2f}", _safe(first.entry.id), _safe(first.title),
                first.published or "", f"{pair.of_earlier if is_later else pair.of_later:.2f}",
                series(group.reposts) if group.reposts else "",
                _safe(excerpt(audit.articles, article, longest, LONGEST_TEXT)),
            ))  # fmt: skip


def _safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return "'" + text if text.startswith(FORMULA) else text


def _row(values: tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(values)
    return line.getvalue()

"""`table`: the largest groups and the standing text, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.reports.audit.wording import KIND, excerpt, percent, series
from newslint.reports.terminal_text import columns, shown, styled, window

if TYPE_CHECKING:
    from collections.abc import Iterator, Sized

    from newslint.audit.auditing import Audit
    from newslint.audit.groups import Group
    from newslint.reports.audit import View

MOST_MEMBERS = 6
"""Members of a group that are listed."""
DATE = 10


def render(audit: Audit, view: View) -> Iterator[str]:
    """Groups with their members, standing text, articles that repeat themselves; figures last."""
    shown_groups = audit.groups[: view.most or None]
    for number, group in enumerate(shown_groups, 1):
        yield from _group(audit, group, number, view)
    if len(audit.groups) > len(shown_groups):
        yield f"… and {len(audit.groups) - len(shown_groups):,} smaller groups: --most 0 shows them all.\n\n"
    if audit.standing:
        yield styled("Standing text", "strong", view.colour) + " (many articles have it; it links nothing)\n"
        for entry in audit.standing[: view.most or None]:
            text, block = entry.example
            article = audit.articles[audit.texts[text][0]]
            words = (article.bounds[block], article.bounds[block + 1])
            yield _line(f"{entry.articles:>7,}  ", excerpt(audit.articles, article, words, 300), view)
        yield "\n"
    if audit.within:
        yield styled("Articles that repeat themselves", "strong", view.colour) + "\n"
        for within in audit.within[: view.most or None]:
            article = audit.articles[within.article]
            repeated = sum(passage.later[1] - passage.later[0] for passage in within.passages)
            yield _line(f"{repeated:>7,} words  ", f"{article.title} ({article.path})", view)
        yield "\n"
    yield summary(audit) + "\n"


def summary(audit: Audit) -> str:
    """One line of figures."""
    inside = {number for group in audit.groups for number in group.members}
    told = f"{_several(audit.articles, 'article')}: {_several(audit.groups, 'group')} of {_several(inside, 'article')}"
    if audit.standing:
        told += f", {_several(audit.standing, 'standing text')}"
    if audit.within:
        told += f", repeats inside {_several(audit.within, 'article')}"
    if audit.brief:
        told += f"; {_several(audit.brief, 'pair')} with too few shared words to count"
    return told + "."


def _several(found: Sized, name: str) -> str:
    return f"{len(found):,} {name}" + ("" if len(found) == 1 else "s")


def _group(audit: Audit, group: Group, number: int, view: View) -> Iterator[str]:
    kind = f"{KIND[group.kind]}, {percent(group.share)}"
    told = f"{number:>3}. {len(group.pairs) + 1} articles, {kind}"
    yield styled(told, "strong", view.colour) + "\n"
    if group.reposts:
        yield f"     {series(group.reposts)}\n"
    yield _member(audit, group.representative, "      ", view)
    for pair in group.pairs[:MOST_MEMBERS]:
        other = pair.other(group.representative)
        of_other = pair.of_later if other == pair.later else pair.of_earlier
        yield _member(audit, other, f"{percent(of_other):>5} ", view)
    if len(group.pairs) > MOST_MEMBERS:
        yield f"           … and {len(group.pairs) - MOST_MEMBERS:,} more\n"
    yield "\n"


def _member(audit: Audit, number: int, share: str, view: View) -> str:
    article = audit.articles[number]
    date = (article.published or "")[:DATE]
    return _line(f"{share}{date:<{DATE}}  ", f"{article.title} [{article.entry.id}]", view)


def _line(before: str, text: str, view: View) -> str:
    """A line cut to the terminal's width."""
    return f"{before}{window('', shown(text), '', max(view.width - columns(before), 20))[1]}\n"

"""One report that every format renders."""

from __future__ import annotations

import pytest

from newslint.finding import (
    ArchivedArticle,
    Edit,
    Finding,
    Fix,
    InputError,
    RelatedPlace,
    Report,
    Skipped,
)
from newslint.reports import Page
from newslint.source import Source

HARBOUR = Source(
    "# Harbour wall to be rebuilt\n"
    "\n"
    "The council voted on Tuesday to rebuild the harbour wall,which the storm of last winter had breached in "
    "three places, and to spend a further two million on the quay behind it over the next four years.\n"
    "\n"
    "漁港 reopens in may 🎣, they\u200bsaid.\r\n"
    "\n"
    "The wall will be finished before the winter storms,\nthe engineers told the meeting.\n",
    "news/harbour.md",
)


def finding(
    text: str, code: str, rule: str, level: str, message: str, source: Source = HARBOUR, **more: object
) -> Finding:
    start = source.text.index(text)
    return Finding(
        source.path, code, rule, rule.partition("/")[0], level, message, text,  # type: ignore[arg-type]
        source.position(start), source.position(start + len(text)), **more,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.fixture
def report() -> Report:
    comma = HARBOUR.text.index(",which") + 1
    return Report(
        findings=[
            finding(
                "wall,which", "SPC101", "spacing/after-comma", "error", "no space after `,`",
                suggestions=("wall, which",), fix=Fix("safe", (Edit(comma, comma, " "),)), fingerprint="0123456789abcdef",
                url="https://example.org/SPC101",
            ),
            finding(
                "may", "CAP101", "capitalization/proper-noun", "error", "`may` needs a capital",
                suggestions=("May",), fix=Fix("unsafe", (Edit(HARBOUR.text.index("may"), HARBOUR.text.index("may") + 3, "May"),)),
            ),
            finding("they\u200bsaid", "SPC106", "spacing/invisible", "warning", "invisible character (zero-width space)"),
            finding(
                "The wall will be finished before the winter storms,\nthe engineers told the meeting.",
                "DUP103", "duplicates/in-archive", "error", "this section was published before", similarity=0.87654,
                related=(
                    RelatedPlace("first copy", "news/pier.md", HARBOUR.position(0), HARBOUR.position(9)),
                    RelatedPlace(
                        "87 % the same", archive=ArchivedArticle("a-17", "Pier to close", "https://example.org/a-17", "2025-01-17"),
                        words=(12, 61),
                    ),
                ),
            ),
        ],
        errors=[InputError("news/photo.md", "binary data, not text (a NUL byte)", 3)],
        skipped=[Skipped("news/hafen.md", "all but tables", "not English")],
        files=3,
        suppressed=1,
        baselined=12,
    )  # fmt: skip


@pytest.fixture
def page() -> Page:
    return Page(source_of=lambda found: HARBOUR, width=80)

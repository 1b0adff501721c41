"""Vale's capitalization: the case of headings and other short texts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.vale_rules import hits

TITLE = {"match": "$title", "scope": "heading"}
SENTENCE = {"match": "$sentence", "scope": "heading"}


@pytest.mark.parametrize(
    ("heading", "options", "fixed"),
    [
        ("The Rise of the River", TITLE, None),
        ("The rise of the river", TITLE, "The Rise of the River"),
        ("What to Look For", TITLE, None),
        ("A Walk Through the Woods", TITLE, None),
        ("A Walk through the Woods", {**TITLE, "style": "Chicago"}, None),
        ("A walk Through the woods", {**TITLE, "style": "Chicago"}, "A Walk through the Woods"),
        ("NATO Talks: A New Start", TITLE, None),
        ("iPhone sales rise fast again", {**TITLE, "exceptions": ["sales", "rise", "fast", "again"]}, None),
        ("The rise of the river", SENTENCE, None),
        ("The Rise of the River", SENTENCE, "The rise of the river"),
        ("the rise of the river", SENTENCE, "The rise of the river"),
        ("The rise of the Danube in May", {**SENTENCE, "exceptions": ["Danube", "May"]}, None),
        ("Note: The rise of the river", {**SENTENCE, "indicators": [":"]}, None),
        ("1. The rise of it", {**SENTENCE, "prefix": r"\d+\. "}, None),
        ("all low", {"match": "$lower", "scope": "heading"}, None),
        ("All low", {"match": "$lower", "scope": "heading"}, "all low"),
        ("All low", {"match": "$upper", "scope": "heading"}, "ALL LOW"),
    ],
)
def test_cases(heading: str, options: dict[str, Any], fixed: str | None) -> None:
    found = hits("capitalization", f"# {heading}\n\nNot a heading At all.\n", **options)
    assert [hit.suggestions for hit in found] == ([] if fixed is None else [(fixed,)])


def test_the_edits_make_the_proposal() -> None:
    text = "# The rise of the river\n"
    (hit,) = hits("capitalization", text, **TITLE)
    prose = "The rise of the river"
    for edit in reversed(hit.edits):
        prose = prose[: edit.start] + edit.text + prose[edit.end :]
    assert prose == hit.suggestions[0] == "The Rise of the River"


def test_a_pattern_has_to_match() -> None:
    options = {"match": "^Q: ", "scope": "heading"}
    assert len(hits("capitalization", "# Q: why\n\n# Because\n", **options)) == 1

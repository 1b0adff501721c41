"""Vale's consistency: one article uses one form."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.vale_rules import found, hits

PAIR = {"either": {"advisor": "adviser", "center": "centre"}}


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("An adviser met an adviser.", PAIR, []),
        ("An adviser met an advisor.", PAIR, ["advisor"]),
        ("An advisor met an adviser and an adviser.", PAIR, ["adviser", "adviser"]),
        ("An advisor at the centre.", PAIR, []),
        ("An Adviser met an advisor.", PAIR, []),
        ("An Adviser met an advisor.", {**PAIR, "ignorecase": "true"}, ["advisor"]),
        ("We organise, they organize.", {"either": {r"\w+ise": r"\w+ize"}}, ["organize"]),
        ("One adviser.\n\nOne advisor.", PAIR, ["advisor"]),
    ],
)
def test_forms(text: str, options: dict[str, Any], expected: list[str]) -> None:
    assert found("consistency", text, **options) == expected


def test_the_first_form_is_told() -> None:
    text = "An adviser met an advisor."
    (hit,) = hits("consistency", text, **PAIR)
    assert hit.arguments == ("advisor", "adviser")
    assert text[hit.related[0].start : hit.related[0].end] == "adviser"

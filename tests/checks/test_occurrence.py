"""Vale's occurrence: too many or too few of something in one unit of the scope."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.vale_rules import found, hits


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("One, two, three.", {"token": ",", "max": "1"}, [","]),
        ("One, two.", {"token": ",", "max": "1"}, []),
        ("One, two, three.\n\nOne, two.", {"token": ",", "max": "1"}, [","]),
        ("One, two. Three, four.", {"token": ",", "max": "1", "scope": "sentence"}, []),
        ("One, two, five. Three, four.", {"token": ",", "max": "1", "scope": "sentence"}, [","]),
        ("It is long and long. Short.", {"token": r"\b\w+\b", "max": "3", "scope": "sentence"}, ["It"]),
        ("# A head\n\nNo link.", {"token": "link", "min": "1", "scope": "heading"}, ["A"]),
        ("# A link\n\nNone.", {"token": "link", "min": "1", "scope": "heading"}, []),
        ("One,\n\ntwo,\n\nthree.", {"token": ",", "max": "1", "scope": "summary"}, [","]),
        ("So so so", {"token": "so", "max": "2", "ignorecase": "true"}, ["So"]),
    ],
)
def test_counts(text: str, options: dict[str, Any], expected: list[str]) -> None:
    assert found("occurrence", text, **options) == expected


def test_the_message_has_the_count() -> None:
    (hit,) = hits("occurrence", "One, two, three, four.", token=",", max="1")
    assert hit.arguments == ("3",)

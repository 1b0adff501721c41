"""Vale's repetition: the same thing twice in a row."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.vale_rules import found

WORDS = {"tokens": [r"[^\s.!?]+"], "alpha": "true"}


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("It was the the end.", WORDS, ["the the"]),
        ("It was The the end.", WORDS, []),
        ("It was The the end.", {**WORDS, "ignorecase": "true"}, ["The the"]),
        ("It was the\nthe end.", WORDS, ["the\nthe"]),
        ("I forgot about that. That is it.", {**WORDS, "ignorecase": "true"}, []),
        ("The end\n\nend of it.", WORDS, []),
        ("It was 10 10 times.", WORDS, []),
        ("It was 10 10 times.", {"tokens": [r"\w+"]}, ["10 10"]),
        ("So very very very good.", {**WORDS, "max": "1"}, ["very very"]),
        ("So very very good.", {**WORDS, "max": "1"}, []),
        ("He had had it.", {**WORDS, "exceptions": ["had had"]}, []),
        ("Use `x` `x` now.", {"tokens": [r"\S+"]}, []),
    ],
)
def test_repetitions(text: str, options: dict[str, Any], expected: list[str]) -> None:
    assert found("repetition", text, **options) == expected

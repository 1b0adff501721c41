"""Vale's conditional: what calls for something else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.vale_rules import found

ACRONYM = {"first": r"\b([A-Z]{3,5})\b", "second": r"(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)"}


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("The WHO met.", ACRONYM, ["WHO"]),
        ("The World Health Organization (WHO) met. The WHO spoke.", ACRONYM, []),
        ("The WHO spoke.\n\nThe World Health Organization (WHO) met.", ACRONYM, ["WHO"]),
        ("The World Health Organization (WHO) met.\n\nThe WHO and the IMF spoke.", ACRONYM, ["IMF"]),
        ("The NASA probe.", {**ACRONYM, "exceptions": ["NASA"]}, []),
        ("A fee applies.", {"first": "fee", "second": "refund"}, ["fee"]),
        ("A fee applies; see refund.", {"first": "fee", "second": "refund"}, []),
        ("A fee applies.\n\nSee refund.", {"first": "fee", "second": "refund"}, ["fee"]),
        ("A Fee applies.", {"first": "fee", "second": "refund", "ignorecase": "true"}, ["Fee"]),
    ],
)
def test_conditions(text: str, options: dict[str, Any], expected: list[str]) -> None:
    assert found("conditional", text, **options) == expected

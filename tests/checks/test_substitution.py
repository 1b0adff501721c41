"""Vale's substitution: what its users rely on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.vale_rules import hits


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("It goes thru.", {"swap": {"thru": "through"}}, [("thru", ("through",))]),
        ("Thru it goes.", {"swap": {"thru": "through"}}, []),
        ("Thru it goes.", {"swap": {"thru": "through"}, "ignorecase": "true"}, [("Thru", ("Through",))]),
        ("THRU IT GOES.", {"swap": {"thru": "through"}, "ignorecase": "true"}, [("THRU", ("THROUGH",))]),
        ("Thru it goes.", {"swap": {"[Tt]hru": "through"}, "capitalize": "true"}, [("Thru", ("Through",))]),
        ("gotta go", {"swap": {"gotta": "have to|got to"}}, [("gotta", ("have to", "got to"))]),
        ("5 pct", {"swap": {r"(\d+) pct": "$1 per cent"}}, [("5 pct", ("5 per cent",))]),
        ("in order to win", {"swap": {"in order": "x", "in order to": "to"}}, [("in order to", ("to",))]),
        ("the Javascript code", {"swap": {"javascript": "JavaScript"}, "ignorecase": "true"}, [("Javascript", ("JavaScript",))]),
        ("the JavaScript code", {"swap": {"javascript": "JavaScript"}, "ignorecase": "true"}, []),
        ("a|b", {"swap": {r"a\|b": r"a\|c"}, "nonword": "true"}, [("a|b", ("a|c",))]),
        ("thru and thru", {"swap": {"thru": "through"}, "exceptions": ["thru"]}, []),
        ("plain", {"swap": {"plain": ""}}, [("plain", ("",))]),
    ],
)
def test_swaps(text: str, options: dict[str, Any], expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(text[hit.start : hit.end], hit.suggestions) for hit in hits("substitution", text, **options)] == expected


def test_the_message_has_the_proposal_first() -> None:
    (hit,) = hits("substitution", "gotta", swap={"gotta": "have to|got to"})
    assert hit.arguments == ("have to or got to", "gotta")
    assert hit.edits == ()


def test_a_single_proposal_is_an_edit() -> None:
    (hit,) = hits("substitution", "It goes thru.", swap={"thru": "through"})
    assert [(edit.start, edit.end, edit.text) for edit in hit.edits] == [(8, 12, "through")]


def test_thousands_of_phrases_are_no_alternation() -> None:
    swap = {f"word{number} phrase": "x" for number in range(5000)}
    text = "A text with word77 phrase in it. " * 50
    assert len(hits("substitution", text, swap=swap)) == 50

"""What reaches a terminal: columns, windows, and no control characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.reports.terminal_text import columns, shown, window


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", 3), ("漁港", 4), ("🎣", 2), ("e\u0301", 1), ("“x”", 3), ("a\u200bb", 2), ("", 0)],
)
def test_columns(text: str, expected: int) -> None:
    assert columns(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred\x07", "<U+001B>[31mred<U+0007>"),
        ("a\u200bb", "a<U+200B>b"),
        ("a\u202eb", "a<U+202E>b"),
        ("one\r\ntwo\tthree", "one two three"),
        ("a\u00a0b", "a\u00a0b"),
    ],
)
def test_control_characters_are_named(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_odd_spaces_are_named_in_the_spot() -> None:
    assert shown("a\u00a0b", spaces_too=True) == "a<U+00A0>b"


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=200), st.integers(20, 120))
def test_a_window_fits_and_keeps_the_spot(before: str, spot: str, after: str, width: int) -> None:
    before, spot, after = shown(before), shown(spot), shown(after)
    left, middle, right = window(before, spot, after, width)
    assert columns(left + middle + right) <= width
    if columns(spot) <= width - 4:
        assert middle == spot
    assert before.endswith(left.removeprefix("…"))
    assert after.startswith(right.removesuffix("…"))


@given(st.text())
def test_nothing_shown_can_steer_a_terminal(text: str) -> None:
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in shown(text))

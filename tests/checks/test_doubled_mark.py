import pytest

from newslint.checks import load
from newslint.document import parse
from newslint.finding import Hit
from newslint.source import Source

CHECK = load("doubled-mark")
SETTINGS = {}


def hits(text: str, format: str = "plain") -> list[Hit]:
    return list(CHECK.check(parse(Source(text, format=format)), SETTINGS))


def found(text: str, format: str = "plain") -> list[str]:
    prose = parse(Source(text, format=format)).prose
    return [prose[hit.start : hit.end] for hit in sorted(hits(text, format), key=lambda hit: hit.start)]


def fixed(text: str) -> str:
    for hit in sorted(hits(text), key=lambda hit: hit.start, reverse=True):
        for edit in reversed(hit.edits):
            text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cows,, the goats", ["cows,,"]),
        ("The kiln went out.. Nobody", ["out.."]),
        ("pots, etc.. and;; then,.", ["etc..", "and;;", "then,."]),
        ("Who broke it?!?!", ["it?!?!"]),
        ("Cows,,goats", ["Cows,,"]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He paused ... then: “Really?!” Well…",
        "Pots, etc., from Acme Inc., of Leeds.",
        "cd .. and ../docs and 1..5 and a . . b",
        "“Did he say ‘Stop!’?”",
        "Wow!! Great!!! Why???",
        "std::vector and ::1",
    ],
)
def test_not_found(text: str) -> None:
    assert found(text) == []


def test_one_mark_is_left() -> None:
    assert fixed("Cows,, goats.. Who?!?!") == "Cows, goats. Who?"

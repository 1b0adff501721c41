import pytest

from newslint.checks import load
from newslint.document import parse
from newslint.finding import Hit
from newslint.source import Source

CHECK = load("repeated-space")
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
        ("The lighthouse  was sold.", ["  "]),
        ("Keeper:  Nobody told me.", ["  "]),
        ("A note with   three.", ["   "]),
        ("It was shut.  but nobody came.", ["  "]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It was shut.  Nobody came. So it goes. And on. And so it goes. Then it ends.",
        "“It was shut.”  Nobody came ...  at all.",
        "One boat  - the last - stayed.",
        "The gulls left.  The boats stayed.  The tide turned.",
        "Low tide      6.12",
        "| Port  | Boats  |",
        "No doubles here.",
    ],
)
def test_not_found(text: str) -> None:
    assert found(text) == []


def test_one_space_is_left() -> None:
    assert fixed("The lighthouse   was  sold.") == "The lighthouse was sold."


@pytest.mark.parametrize(
    "text",
    [
        "A hard break  \nand the rest.",
        "1.  The first\n2.  The second",
        "| A  | B  |\n|----|----|\n| 1  2 | 3  |",
    ],
)
def test_layout_of_markdown(text: str) -> None:
    assert found(text, "markdown") == []


def test_html_is_not_looked_at() -> None:
    assert found("<p>The lighthouse  was sold.</p>", "html") == []

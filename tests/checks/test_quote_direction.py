import pytest

from newslint.checks import load
from newslint.document import parse
from newslint.finding import Hit
from newslint.source import Source

CHECK = load("quote-direction")
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
        ("The “crowd” sang ”Home again.”", ["”Home"]),
        ("He called it “a miracle“ and paid.", ["miracle“"]),
        ("The Court‘s ruling; they didn‘t stop.", ["Court‘s", "didn‘t"]),
        ("The boys‘ choir sang.", ["boys‘"]),
        ("“It is secure.“", ["secure.“"]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ’90s were “fun”; rock ’n’ roll; ‘tis true",
        "“Well—” she said, and “‘No’ is a word,” he said.",
        "„Eingang“ and „Ausgang“, he wrote",
        "”Ingång” and ”utgång”",
        "Hawai‘i and the Qur‘an",
        "5” wide and a “frame” of 6”",
    ],
)
def test_not_found(text: str) -> None:
    assert found(text) == []


def test_the_mark_is_turned_round() -> None:
    assert fixed("The Court‘s “word“ and ”more”") == "The Court’s “word” and “more”"

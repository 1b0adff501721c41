import pytest

from newslint.checks import load
from newslint.document import parse
from newslint.finding import Hit
from newslint.source import Source

CHECK = load("honorific")
SETTINGS = CHECK.prepare(CHECK.DEFAULTS)


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
        ("Thanks to dr. Okafor.", ["dr."]),
        ("dr. Okafor came.", ["dr."]),
        ("To mr Greaves and mrs. MacLeod", ["mr", "mrs."]),
        ("“No,” sen. Ortiz told prof. J. Lind.", ["sen.", "prof."]),
        ("Thanks to dr.Okafor.", ["dr."]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Okafor lives at 12 Oak dr. Suite 4.",
        "The lag was 200 ms Friday.",
        "She did one rep. The coach left; call the rep. Bill went.",
        "rev. B of the file; gen. The end",
        "A mr. and a dr. met.",
        "gov.Smith@example.org and data.gov. Smith",
    ],
)
def test_not_found(text: str) -> None:
    assert found(text) == []


def test_the_first_letter_is_raised() -> None:
    assert fixed("Thanks to dr. Okafor and mr Lind.") == "Thanks to Dr. Okafor and Mr Lind."

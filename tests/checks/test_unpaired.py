import pytest

from newslint.checks import load
from newslint.document import parse
from newslint.finding import Hit
from newslint.source import Source

CHECK = load("unpaired")
SETTINGS = {}


def hits(text: str, format: str = "plain") -> list[Hit]:
    return list(CHECK.check(parse(Source(text, format=format)), SETTINGS))


def found(text: str, format: str = "plain") -> list[str]:
    prose = parse(Source(text, format=format)).prose
    return [prose[hit.start : hit.end] for hit in sorted(hits(text, format), key=lambda hit: hit.start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called it “the calmest night, and left.", ["“the"]),
        ("The auction (held on a Sunday raised little.", ["(held"]),
        ("The roof leaks, said he,” and left.", ["he,”"]),
        ("The herd [nine cows and a bull was sold.", ["[nine"]),
        ('He called it "the calmest night, and left.', ['"the']),
        ("A note) here.", ["note)"]),
        ("“We rowed all night.\n\nThe sun came up.", ["“We"]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“We rowed all night.\n\n“Then the sun came up,” she said.",
        '"We rowed all night.\n\n"Then the sun came up," she said.',
        '"A speech starts here.\n\nIt goes on there.',
        "He heard “a low sound\n\nand then nothing.”",
        "(a) a boat, b) a sail; c) oars 1) and :) ;-) (:",
        'A plank 5" wide and 6\'2" long',
        "The interval [0, 1) or (0, 1] is half open.",
        'A “straight answer" to it, and “5″ too',
        "“\n\nA pulled quote",
        "The “river” and ”lake of life” are “deep”",
        "„Ja“ and “",
    ],
)
def test_not_found(text: str) -> None:
    assert found(text) == []

import pytest

from newslint.checks import load
from newslint.document import parse
from newslint.finding import Hit
from newslint.source import Source

CHECK = load("after-abbreviation")
SETTINGS = {}


def hits(text: str, format: str = "plain") -> list[Hit]:
    return list(CHECK.check(parse(Source(text, format=format)), SETTINGS))


def found(text: str, format: str = "plain") -> list[str]:
    prose = parse(Source(text, format=format)).prose
    return [prose[hit.start : hit.end] for hit in sorted(hits(text, format), key=lambda hit: hit.start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thanks to Dr.Okafor.", ["Dr.Okafor"]),
        ("Mr.O’Hara and Mrs.MacLeod left.", ["Mr.O’Hara", "Mrs.MacLeod"]),
        ("It opens on Jan.5 in St.Louis.", ["Jan.5", "St.Louis"]),
        ("Lt.Col.Ames came.", ["Lt.Col", "Col.Ames"]),
        ("Thanks to dr.Okafor.", ["dr.Okafor"]),
        ("Leeds vs.York was called off; Dr.J. Lind left.", ["vs.York", "Dr.J"]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Okafor met Mr Smith at No.10 on Jan. 5.",
        "fig.5, vol.2, p.3 and Oct.2.1",
        "P.J.Byrne and the U.S.A. and Inc.Ltd",
        "The class gen.Robot and a.Dr.Who of example.Gov.UK",
        "st.Helens",
    ],
)
def test_not_found(text: str) -> None:
    assert found(text) == []

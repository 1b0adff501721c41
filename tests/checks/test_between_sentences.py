import pytest

from newslint.checks import load
from newslint.document import parse
from newslint.finding import Hit
from newslint.source import Source

CHECK = load("between-sentences")
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
        ("The council backed the pact.Farmers did not.", ["pact.Farmers"]),
        ("Rain is due in Norwich.The match may move.", ["Norwich.The"]),
        ("We met Iran.Moscow was next. Then Moscow left.", ["Iran.Moscow"]),
        ("Nobody helped him.“The street slept,” he said.", ["him.“The"]),
        ('Nobody helped him."The street slept," he said.', ['him."The']),
        ("“It was shut.”She knocked.", ["shut.”She"]),
        ("“Why?”he asked.", ["Why?”he"]),
        ("Output fell by 12%.Prices rose in 2019.They fell.", ["12%.Prices", "2019.They"]),
        ("Who pays?Nobody knows. What a night!The band played.", ["pays?Nobody", "night!The"]),
        ("He flew to the U.S.He stayed.", ["U.S.He"]),
        ("The plant (built in haste).It leaks.", ["haste).It"]),
        ("It ended the war.I was there. It was a lie.A big one.", ["war.I", "lie.A"]),
        ("They left the shop.we stayed.", ["shop.we"]),
        ("She works for Acme Inc.But not for long.", ["Inc.But"]),
        ("He can’t.That’s clear.", ["can’t.That’s"]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Optus bought One.Tel in the end.",
        "ASP.NET, Node.js, App.Xyzzy and java.lang.String",
        "J.K.Rowling, W.B.Yeats, e.g. Dublin, Ph.D. and 9 a.m. on Monday",
        "Shares in FGL.AX and MSFT.O rose.",
        "The firm Drum.Beat grew. Drum.Beat was sold.",
        "Wait...What happened?!",
        "Dr.Who, St.George and No.10",
        "The U.S.’s envoy",
        "Read notes.Draft(1) and config.Path=here",
        "1.Introduction",
        "Yahoo!Xtra mail",
        "See foo.bar.Baz and v2.0.1",
    ],
)
def test_not_found(text: str) -> None:
    assert found(text) == []


def test_the_space_goes_outside_the_quotation_marks() -> None:
    assert fixed("He left.“Go,” she said.") == "He left. “Go,” she said."
    assert fixed("“He left.”She stayed.") == "“He left.” She stayed."

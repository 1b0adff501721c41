import pytest

from newslint.checks import load
from newslint.document import parse
from newslint.finding import Hit
from newslint.source import Source

CHECK = load("before-punctuation")
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
        ("The swans , all of them, left .", ["swans ,", "left ."]),
        ("Who paid ? Nobody !", ["paid ?", "Nobody !"]),
        ("He said “never” , and left ; nobody came.", ["never” ,", "left ;"]),
        ("Three things :\njam, honey and tea.", ["things :"]),
        ("It rose 5%  , then fell.", ["5%  ,"]),
        ("It sells things ,jam among them.", ["things ,"]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        ".NET and a .22 rifle and .5 points",
        "He waited ... and then . . . nothing",
        "Well done :) and ;-) and :D",
        "Odds of 5 : 1 were given.",
        "Quelle surprise\xa0! And\u202f?",
        "She said (!) no.",
        "The tokens , of this text , are set apart . So it goes , on and on . All of it , each mark , is so . And so on .",
    ],
)
def test_not_found(text: str) -> None:
    assert found(text) == []


def test_the_space_is_deleted() -> None:
    assert fixed("The swans , all of them, left  .") == "The swans, all of them, left."


def test_a_mark_after_inline_code_or_markup_is_left_alone() -> None:
    assert found("The command `ls` , they say, and *this* .", "markdown") == []

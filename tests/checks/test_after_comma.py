import pytest

from newslint.checks import load
from newslint.document import parse
from newslint.finding import Hit
from newslint.source import Source

CHECK = load("after-comma")
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
        ("The vote was close,but the motion passed.", ["close,but"]),
        ("She won in Leeds;he lost in York.", ["Leeds;he"]),
        ("One thing matters:speed.", ["matters:speed"]),
        ("The U.S.,which lost,too,left.", ["U.S.,which", "lost,too", "too,left"]),
        ("With you,I won.", ["you,I"]),
        ("He has a boat,a dog.", ["boat,a"]),
        ("“Go,”he said,“and stay.”", ["Go,”he", "said,“and"]),
        ('"Go,"he said,"and stay."', ['Go,"he', 'said,"and']),
        ("In 2015,and again,25 people came.", ["2015,and", "again,25"]),
        ("On May 5,2019 and Dec. 12,1999 it rained.", ["5,2019", "12,1999"]),
        ("The G7,meeting here, chose vitamin C,which is cheap.", ["G7,meeting", "C,which"]),
        ("It rose 12%,the bank said (in May),and fell.", ["12%,the", "May),and"]),
        ("It cost a lot,$5 million,(or so).", ["lot,$5", "million,(or"]),
        ("Senior Editor:What now?", ["Editor:What"]),
        ("Yeltsin’s,for example.", ["Yeltsin’s,for"]),
        ("She packed apples,pears,plums: all of them green.", ["apples,pears", "pears,plums"]),
        ("- 4f2a (MINOR) kettle,spout: pour slower", []),
        ("- [4f2a] - kettle,spout,lid: pour slower", []),
        ("- Take back “kettle,tea-spoon: pour slower”", []),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It cost 1,000,000 at 12:30, or 3:1, or 3,5 percent.",
        "TL;DR: NYSE:BWX and ASX:QAN fell; see C:x and a:b.",
        "N,N-dimethylaniline and 1,2-dichloroethane and 2,4-D",
        "The list a,b and x,y and f(a,b) and std::vector",
        'The row "a","b","c" of a file',
        "He said,’n’ then :) and ;-) and :D",
        "camelCase,snake_case and {left,right} and <b,c>",
        "Perth,1,2,3",
        "漢字,漢字",
    ],
)
def test_not_found(text: str) -> None:
    assert found(text) == []


def test_the_space_goes_behind_the_mark_and_its_quotation() -> None:
    assert fixed("“Go,”he said,“and stay,too.”") == "“Go,” he said, “and stay, too.”"
    assert all(hit.safety == "safe" for hit in hits("Slow,safe,and sure."))


def test_a_footnote_number_is_no_glued_word() -> None:
    assert found("The files,<sup>29</sup> and more", "markdown") == []

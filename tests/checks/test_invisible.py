import pytest

from newslint.checks import load
from newslint.document import parse
from newslint.finding import Hit
from newslint.source import Source

CHECK = load("invisible")
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
        ("The pa\u200brade", ["pa\u200brade"]),
        ("The fog\xa0lifted", ["fog\xa0lifted"]),
        ("The mayor\xads hat\x08", ["mayor\xads", "hat\x08"]),
        ("\u202aTurned\u202c\u202c", ["\u202aTurned", "Turned\u202c\u202c"]),
        ("A mark\ufeff inside", ["mark\ufeff"]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "12\xa0km, £3\xa0million, J.\xa0Ames, a\xa0dog, M.\xa0le",
        "👨\u200d👩\u200d👧 and ❤️",
        "می\u200cخواهم and क्\u200dष",
        "\u2068שלום\u2069 \u200fשלום",
        "and/\u200bor",
        "Plain text – with dashes “and” quotes, naïve.\tTabbed",
    ],
)
def test_not_found(text: str) -> None:
    assert found(text) == []


def test_the_message_names_the_character() -> None:
    assert hits("The pa\u200brade")[0].arguments == ("U+200B ZERO WIDTH SPACE",)
    assert hits("The pa\u206arade")[0].arguments == ("U+206A INHIBIT SYMMETRIC SWAPPING",)
    assert hits("The pa\x08rade")[0].arguments == ("U+0008 CONTROL CHARACTER",)


def test_what_the_fix_leaves() -> None:
    assert fixed("The\u200b pa\u200brade of\u2028swans and\u00a0geese\x08") == "The parade of swans and geese"


def test_joining_two_halves_of_a_word_is_not_safe() -> None:
    assert [hit.safety for hit in hits("The pa\u200brade\u200b")] == ["unsafe", "safe"]


def test_a_habit_is_reported_once() -> None:
    text = " ".join(["swans\u00a0swim"] * 5)
    assert len(hits(text)) == 1


def test_an_entity_was_meant() -> None:
    assert found("<p>Donau&shy;dampf&shy;schiff and&nbsp;so on</p>", "html") == []

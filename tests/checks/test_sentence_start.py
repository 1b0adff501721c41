import pytest

from newslint.checks import load
from newslint.document import parse
from newslint.finding import Hit
from newslint.source import Source

CHECK = load("sentence-start")
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
        ("The tide was out. the boats lay still.", ["the"]),
        ("Can it be saved? engineers doubt it, but the vicar does not.", ["engineers"]),
        ("(He laughed.) then both left.", ["then"]),
        ("He was “tired.” he left.", ["he"]),
        ("One two.\nthree four five.", ["three"]),
        (
            "The bakery opened at dawn.\n\ncustomers queued round the block for hours.\n\nBy noon the shelves were bare.\n\nThe owner slept in a chair.\n\nShe had not expected it.",
            ["customers"],
        ),
        (
            "Host: How did you find it?\n\nHost: what did you see there?\n\nHost: Thank you for it all.",
            ["what"],
        ),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Acme Inc. said the U.S. unilaterally left at 3 p.m. and slept.",
        "“Why?” he asked. “Enough!” she said. Yahoo! said no. Who? asked he.",
        "He waited ... then left. And so… on.",
        "iPhone sales fell. eBay rose. al-Hakim resigned. von Braun did not. adidas grew.",
        "i like rain. you like sun. we like wind. they like snow.",
        "Run it. foo_bar does. x86 too. main() is last.",
        "Is it tea? coffee? cocoa?",
        "The “Stay home. Save lives.” initiative won.",
        "It is spelt so. e.g. is short.",
        "where x is a number that nobody knows.\n\nOne.",
        "The result is this:\n\nwhich surprised them all in the end.\n\nThat was it, then and there.\n\nThe end came soon after that.",
        "Place: north of the river.\n\nPlace: south of the river now.\n\nPlace: By the river itself.",
    ],
)
def test_not_found(text: str) -> None:
    assert found(text) == []


def test_the_first_letter_is_raised() -> None:
    assert fixed("It rained. éclairs sold out. the end.") == "It rained. Éclairs sold out. The end."


PARAGRAPHS = "The first one is long enough.\n\n{}\n\nThe third one is long enough.\n\nSo is the fourth one here.\n\nAnd the fifth one too."


@pytest.mark.parametrize(
    "between",
    [
        "- two eggs\n- a cup of flour\n\nbeat the lot until it is stiff, and wait.",
        "```\ncode\n```\n\nwhich prints the number of the day.",
        "![A boat](boat.jpg)\n\nphotographed by a neighbour on the day.",
        "## iptables and others\n\n`ls` lists all the files there are.",
    ],
)
def test_paragraphs_that_go_on_after_something_else(between: str) -> None:
    assert found(PARAGRAPHS.format(between), "markdown") == []


def test_a_paragraph_after_a_heading_starts_afresh() -> None:
    assert found(PARAGRAPHS.format("## A heading\n\nthe second one is long enough."), "markdown") == ["the"]


def test_a_linked_title_that_ends_with_a_mark() -> None:
    assert found("Read [Who’s on your team?](x.html) to learn more.", "markdown") == []


def test_a_product_in_lower_case_beside_code() -> None:
    assert found("Use `cargo` now. rustc has a backend. the end is near.", "markdown") == ["the"]

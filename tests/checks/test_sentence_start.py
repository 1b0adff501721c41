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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry runs all year (but not at night). we took the bus.", "we"),
        ("They sold the mill [and the pond]. nobody asked why.", "nobody"),
        ("The ferry left from Pier 2. the bus left an hour later.", "the"),
        ("He called it a “passing cloud”. the crew laughed and rowed on.", "the"),
        ("Is the bridge safe? and does anyone check the bolts?", "and"),
        ("Who built it? what did it cost the town?", "what"),
        ("Hello! did you know that the old mill still turns?", "did"),
        ("The Harbour Fund. paid, and the Harbour Fund. sold, and so closed the Harbour Fund. this was in May.", "this"),
        ("“The roof is gone.” he says the village has no money for a new one.", "he"),
        ("He said: “The roof is gone.” but the vicar stayed.", "but"),
        ("“We have the boats,” she said. “the tide will do what is left to do” and so it did.", "the"),
    ],
)
def test_sentences_behind_brackets_numbers_and_marks(text: str, expected: str) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Write down 1. what the mill costs, 2. the rent, and 3. what the pond brings in.",
        "The questions were: who owns the mill? who pays for it? and who sweeps it?",
        "Pick a boat (a red one? a blue one?) before you row.",
        "The poster of “Row. Eat. Sleep.” campaign hung there.",
        "They sang. loud. and. clear.",
        "“We keep the boats dry. We paint them, too.” when asked about the cost.",
        "See misc. papers, ex. letters, and the ref. our clerk gave.",
        "mind the step. wet paint here. ask the porter first.",
        "The team met on Monday. rowfan99 and tidewatchr will speak.",
        "Use the ?? sign or the ! sign with care.",
    ],
)
def test_lower_case_that_is_right_after_a_mark(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boat is `ready`. we row at noon.", "we"),
        ("The sails are up. [tickets for the ferry](f.html) cost little.", "tickets"),
        ("**Yes!** the ferry runs on Sunday.", "the"),
        ("Mind *the gap.* the platform is low.", "the"),
        ("Read [the plan](p.html)! whether you row or not, it is short.", "whether"),
    ],
)
def test_sentences_behind_markup_and_code(text: str, expected: str) -> None:
    assert found(text, "markdown") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The name ends in `.lib`. is the one to load, then.",
        "The tools are old. [rowfan](r.html) mends them.",
        "The tools are old. [oars](r.html) mends them.",
        "Call `oar` first. oar then asks for a boat.",
        "The tide tables are there. [harbour tables](t.html)",
        "Row with [What floats?](w.html) trainers.",
        "Learn more about ... &#91;exp.&#93; **just** learned it.",
        'Use `mode`. It is "hoisted" or "flat". hoisted (the first) is quick.',
        "- Add a picture of the pond. by @rower in the `docs` folder",
    ],
)
def test_lower_case_that_is_right_in_technical_prose(text: str) -> None:
    assert found(text, "markdown") == []


def test_a_label_that_is_no_speaker() -> None:
    text = "Note: The mill is shut.\n\nIt opens in May.\n\nNote: the pond is dry this year.\n\nIt fills in June.\n\nNote: Bring boots."
    assert found(text) == []


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("![A boat](boat.jpg)\n\nthe boats came home that night with nothing but salt.", ["the"]),
        ("- Two boats\n- Six oars\n\nthe list is short, and nobody added to it.", ["the"]),
        ("- Two boats\n- Six oars\n\nin most years, the list is twice as long.", ["in"]),
        ("- Kind: rowing\n- Colour: red\n\nbegins the day dry and ends it wet, as all boats do.", ["begins"]),
        ("The boat has\n\n- Two oars\n- One sail\n\nbegun to leak and nobody can tell why.", []),
        ("The boat is mended like this:\n\n```\nmend\n```\n\nyou may want to wait for a dry day.", ["you"]),
        ("If the boat leaks, mending it is as easy as:\n\n```\nmend\n```\n\nif it still leaks, buy another.", ["if"]),
        ("If the boat leaks and you type:\n\n```\nmend\n```\n\nyou will find it mended.", []),
        ("Note that if the boat leaks:\n\n```\nmend\n```\n\nyou are the one to mend it.", []),
        ("- `hull`\n- old boats (LEAKY)\n\nif the tide is out, nobody can tell.", []),
        ("The second.[^tide]\n\n[^tide]: the one before noon, that is.", []),
        ("### See also:\n\nthe tide tables, the moon and the harbour master.", []),
        ("### Mending\n\n[oar](o.html) is the tool that all of us use here.", []),
        ("*boat* is what we call anything that floats for a while.", []),
    ],
)
def test_paragraphs_by_what_stands_before_them(between: str, expected: list[str]) -> None:
    assert found(PARAGRAPHS.format(between), "markdown") == expected


def test_a_paragraph_in_html() -> None:
    text = "<p>The tide was out.</p><p>the boats lay on their sides all day.</p><p>Nobody came.</p><p>It rained on and on.</p>"
    assert found(text, "html") == ["the"]


def test_a_text_of_one_sentence() -> None:
    assert found("the harbour of Whitby froze over on Sunday for the first time in a century.") == ["the"]
    assert found("the harbour froze over for the first time in a century.") == []


def test_a_linked_title_that_ends_with_a_mark() -> None:
    assert found("Read [Who’s on your team?](x.html) to learn more.", "markdown") == []


def test_a_product_in_lower_case_beside_code() -> None:
    assert found("Use `cargo` now. rustc has a backend. the end is near.", "markdown") == ["the"]

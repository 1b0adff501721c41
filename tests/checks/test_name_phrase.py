import pytest

from newslint.document import parse
from newslint.linter import Linter
from newslint.rules import load_file, shipped_folder
from newslint.source import Source


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter([load_file(shipped_folder() / "capitalization" / "phrase.yml")])


def found(linter: Linter, text: str) -> list[tuple[str, tuple[str, ...]]]:
    findings = linter.lint_document(parse(Source(text))).findings
    return [(finding.text, finding.suggestions) for finding in findings]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aides at the White house declined to speak.", "White House"),
        ("Aides at the white House declined to speak.", "White House"),
        ("The White house’s reply was short.", "White House"),
        ("A minister from south Korea visited.", "South Korea"),
        ("The treaty covers the middle east and Turkey.", "Middle East"),
        ("The Church of england met in York.", "Church of England"),
        ("He left New\nyork by train.", "New York"),
    ],
)
def test_a_listed_name_in_the_wrong_case(linter: Linter, text: str, name: str) -> None:
    assert [suggestions for _, suggestions in found(linter, text)] == [(name,)]


@pytest.mark.parametrize(
    "text",
    [
        "The White House is a white house.",
        "White house paint sells well.",
        "A white house stood there.",
        "WHITE HOUSE SAID NOTHING.",
        "Red cross stitch and black sea salt sell well.",
        "The states united, and the nations united.",
        "The South. Korea won.",
        "He said “South”, korea’s neighbour.",
    ],
)
def test_other_uses_of_the_words(linter: Linter, text: str) -> None:
    assert found(linter, text) == []


def test_the_article_names_the_pair_itself(linter: Linter) -> None:
    text = "He chairs the Lantern Guild. She left the Lantern Guild.\n\nBut the Lantern guild said no."
    assert found(linter, text) == [("Lantern guild", ("Lantern Guild",))]


def test_the_article_capitalises_the_word_again_and_again_before_the_same_word(linter: Linter) -> None:
    text = (
        "They fear Nordic tariffs. All Nordic tariffs rose, and Nordic banks lost. The Nordic press wrote of it.\n\n"
        "Nobody expected nordic tariffs in May."
    )
    assert found(linter, text) == [("nordic", ("Nordic",))]
    assert found(linter, text.replace("The Nordic press", "The press")) == []


@pytest.mark.parametrize(
    "text",
    [
        # The lower-case word is a common noun of the article.
        "He chairs the Lantern Guild. She left the Lantern Guild. The Lantern guild is a guild.",
        # One place alone names it.
        "He chairs the Lantern Guild.\n\nBut the Lantern guild said no.",
        # The name is a longer one.
        "The Northern Wheat Board and the Northern Wheat Fund met. They buy Northern wheat.",
    ],
)
def test_too_little_evidence_in_the_article(linter: Linter, text: str) -> None:
    assert found(linter, text) == []


def test_a_fix_stays_within_the_word_it_capitalises(linter: Linter) -> None:
    (finding,) = linter.lint(Source("Aides at the White **house** declined."))
    assert finding.suggestions == ("White House",)
    assert finding.fix is not None
    assert [edit.text for edit in finding.fix.edits] == ["H"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kelp Growers union (KGU) met.", "Kelp Growers Union"),
        ("Talks with the Kelp harvesters Union (KHU) failed.", "Kelp Harvesters Union"),
        ("Talks with the kelp Harvesters Union (KHU) failed.", "Kelp Harvesters Union"),
        ("Kelp virtual Machine (KVM) is the name.", "Kelp Virtual Machine"),
        ("The kelp Harvesters Union (KHU) met.", "Kelp Harvesters Union"),
        ("He left the Office of estuary Management (“OEM”) in May.", "Office of Estuary Management"),
        ("He left the Freedom of harbours Act (FOHA) in May.", "Freedom of Harbours Act"),
        ("He left the Dredge and weir Union (DAWU), too.", "Dredge and Weir Union"),
    ],
)
def test_the_acronym_shows_the_capital(linter: Linter, text: str, name: str) -> None:
    assert [suggestions for _, suggestions in found(linter, text)] == [(name,)]


@pytest.mark.parametrize(
    "text",
    [
        "They installed a Java virtual machine (JVM).",
        "Kelp Virtual machine (KVM) is what it is called.",  # the first capital is the sentence's
        "She gave her Harbour Pilot number (HPN).",
        "They run kelp Harvesters Unions (KHU).",  # “kelp” may be no part
        "The Kelp harvesters Crew (KGC) met.",
        "The Kelp harvesters’ and Crew (KHC) met.",
        "He met the Kelp, harvesters Crew (KHC) men.",
    ],
)
def test_an_acronym_that_shows_nothing(linter: Linter, text: str) -> None:
    assert found(linter, text) == []


def test_a_long_name_is_known_from_one_place(linter: Linter) -> None:
    known = "- They pay for the Office of Tidal Barrage Trials now.\n\n"
    for slip in ("Office of Tidal Barrage trials", "Office of Tidal barrage Trials", "Tidal Barrage trials"):
        assert [text for text, _ in found(linter, f"{known}Divers of the {slip} found eels.")] == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "The Tidal Barrage Team met. Divers of the Tidal Barrage team found eels.",  # a team, whatever it is called
        "The Tidal Barrage Trial ended. It was his Tidal Barrage trial.",
        "The Tidal Barrage Trial ended. The Tidal Barrage trial cost much. No Tidal Barrage trial is cheap.",
        "The Tidal Barrage Trial Fund ended. The Tidal Barrage trial cost much.",
        "## Tidal Barrage Trial\n\nThe Tidal Barrage trial cost much.",
        "They like the Tidal Barrage Trial. They left. Tidal Barrage trial divers found eels.",
        "They like the Draft Barrage Trial. They like the draft Barrage Trial.",
    ],
)
def test_a_long_name_that_is_not_sure(linter: Linter, text: str) -> None:
    assert found(linter, text) == []


_LONG = "Members of the Amber Guild met. " + "They spoke of wool, of looms and of the price of salt in the eastern harbour. " * 4


def test_a_name_of_two_words_is_known_from_one_place_in_a_long_article(linter: Linter) -> None:
    assert found(linter, f"{_LONG}\n\nThen the Amber guild left.") == [("Amber guild", ("Amber Guild",))]


@pytest.mark.parametrize(
    "text",
    [
        f"{_LONG}\n\nThen an Amber guild left.",
        f"{_LONG}\n\nThen the Amber guild left for another guild.",
        f"{_LONG}\n\nSalt, Amber guild and rope were there.",
        f"{_LONG}\n\nThen the Kelp Amber guild left.",
        f"{_LONG}\n\nAmber guild members left.",
    ],
)
def test_a_name_of_two_words_that_is_not_sure(linter: Linter, text: str) -> None:
    assert found(linter, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "They saw the Kelp Board president Grace Bell.",  # a person
        "They saw the Senate vote Thursday.",
        "The Kelp Board says Harbour Masters left.",
        "They have a Kelp safety Harness.",
        "They like the Kelp site [Code of Conduct](https://example.org).",
        "They saw the state Court of Harbours.",
        "They met the club president Reed.",
        "They asked the Government for salt. A Danish and Norwegian government report denied it.",
    ],
)
def test_common_nouns_and_offices_that_are_no_part_of_a_name(linter: Linter, text: str) -> None:
    assert found(linter, text) == []

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

import pytest

from newslint.linter import Linter
from newslint.rules import load_file, shipped_folder
from newslint.source import Source


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter([load_file(shipped_folder() / "capitalization" / "heading-case.yml")])


def found(linter: Linter, *headings: str) -> list[str]:
    text = "\n\n".join(f"## {heading}\n\nThe mayor spoke for an hour about it." for heading in headings)
    return [finding.text for finding in linter.lint(Source(text))]


@pytest.mark.parametrize(
    ("heading", "word"),
    [
        ("The axis of Winter Under Strain in Bern", "axis"),
        ("Empty Shelves and the Early Frozen Crops of a harvest", "harvest"),
        ("Lost Ferry Returns With broken Engine", "broken"),
        ("Ferry Workers Under strain Again", "strain"),
        ("The Long, slow Decline of Paper", "slow"),
    ],
)
def test_one_lower_case_word_in_a_title_case_heading(linter: Linter, heading: str, word: str) -> None:
    assert found(linter, heading) == [word]


@pytest.mark.parametrize(
    "heading",
    [
        "The Long, Slow Decline of Paper",
        "The long, slow decline of paper in the Swiss Alps",
        "How the National Farmers Federation won a case",
        "Bridge Opens Between Two Towns Within a Year",
        "Ferry Lost: the captain speaks",
        "Ferry Lost – what we know",
        "“We are not afraid” Says Mayor of Lost Village",
        "Using the iPhone and eBay Apps",
        "MINISTER SAYS no TO PLAN",
        "Mayor Green and Councillor Brown agree",
    ],
)
def test_headings_that_are_right(linter: Linter, heading: str) -> None:
    assert found(linter, heading) == []


def test_two_capitals_suffice_where_the_other_headings_are_in_title_case(linter: Linter) -> None:
    assert found(linter, "Cost of waiting Longer") == []
    assert found(linter, "A New Bridge", "Another Long Delay", "The Real cost of Waiting") == ["cost"]


def test_one_style_does_not_win_against_a_majority_in_sentence_case(linter: Linter) -> None:
    headings = ("How the bridge was built", "Why the money ran out", "Old Stone Bridge work Begins")
    assert found(linter, *headings) == []

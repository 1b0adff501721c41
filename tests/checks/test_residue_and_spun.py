"""The rules about leftovers and spun phrases that are mostly lists: what the lists do in a text."""

import pytest

from newslint.linter import Linter
from newslint.rules import load_file, shipped_folder
from newslint.source import Source

NAMES = ("residue/assistant", "residue/placeholder", "residue/merged-articles", "spun/tortured-phrase", "spun/connective")
LINTER = Linter([load_file(shipped_folder() / f"{name}.yml") for name in NAMES])


def found(text: str, format: str = "markdown") -> list[tuple[str, str]]:
    return [(finding.code, finding.text) for finding in LINTER.lint(Source(text, format=format))]


@pytest.mark.parametrize(
    ("text", "code", "span"),
    [
        ("As an AI language model, I cannot say.", "RES102", "As an AI language model"),
        ("Sure! Here’s a shorter version.", "RES102", "Sure! Here’s"),
        ("The port is shut [source](https://example.org/?utm_source=chatgpt.com).", "RES102", "utm_source=chatgpt.com"),
        ("The port is shut https://example.org/?utm_source=openai today.", "RES102", "utm_source=openai"),
        ("The port is shut turn0search12 today.", "RES102", "turn0search12"),
        ("The port is shut【4:0†source】 today.", "RES102", "【4:0†source】"),
        ("The mayor, [INSERT NAME], spoke.", "RES103", "[INSERT NAME]"),
        ("The port cost TKTKTK.", "RES103", "TKTKTK"),
        ("Ships wait.\n\nTK\n\nThey sail in May.", "RES103", "TK"),
        ("It cost £XX million.", "RES103", "£XX"),
        ("Uncommon planet minerals", "SPN101", "Uncommon planet minerals"),
        ("Aides at the White Residence spoke.", "SPN101", "White Residence"),
        ("She has Parkinson’s sickness.", "SPN101", "Parkinson’s sickness"),
        ("Ships wait. Though, some sailed.", "SPN102", "Though,"),
        (
            "The port is shut.Harbour Unions Warn of Long Strike",
            "RES104",
            "Harbour Unions Warn of Long Strike",
        ),
    ],
)
def test_leftovers(text: str, code: str, span: str) -> None:
    assert found(text) == [(code, span)]


@pytest.mark.parametrize(
    "text",
    [
        "The bot said: “As an AI language model, I cannot say.”",
        "Models such as this are language models, as a rule.",
        "Add `utm_source=chatgpt.com` to the list.",
        "TK Maxx and T.K. Reddy; the TK-1 engine.",
        "Pages in Turkmen [TK], Thai [TH] and Tamil [TA].",
        "She drank XXXX and wore XXL.",
        "A white residence by a pink sea, in the center east of town.",
        "Though some sailed, others wait.",
        "Some sailed, though, and others wait.",
        "The port is shut.Unions warn of a strike",
        "She works for the U.S.Geological Survey Water Science Center",
    ],
)
def test_other_uses_of_the_words(text: str) -> None:
    assert found(text) == []


def test_a_spun_phrase_keeps_its_capital() -> None:
    (finding,) = LINTER.lint(Source("Profound learning is used."))
    assert finding.suggestions == ("Deep learning",)
    assert finding.fix is not None
    assert finding.fix.safety == "unsafe"


def test_every_broken_phrase_is_found_and_none_stands_for_itself() -> None:
    (rule,) = [entry.rule for entry in LINTER.active if entry.rule.code == "SPN101"]
    for broken, meant in rule.settings["swap"].items():
        assert broken.lower() != meant.lower()
        assert ("SPN101", broken) in found(f"They spoke of {broken} at length."), broken
        assert not found(f"They spoke of {meant} at length."), meant

import pytest

from tests.checks.word_rules import found, hits

CHECK = "run-together"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vicar alsosaid it would rain.", [("alsosaid", "also said")]),
        ("They crossed thehuge field.", [("thehuge", "the huge")]),
        ("The price of theBitcoin fell.", [("theBitcoin", "the Bitcoin")]),
        ("He flew fromLisbon.", [("fromLisbon", "from Lisbon")]),
        ("A list ofthe dead was read.", [("ofthe", "of the")]),
        ("She works inthe mill.", [("inthe", "in the")]),
        ("Its performanceand design won.", [("performanceand", "performance and")]),
        ("They knew thatthe bridge was shut.", [("thatthe", "that the")]),
        ("The rain keptfarmers at home.", [("keptfarmers", "kept farmers")]),
        ("No one had controlover the sluice.", [("controlover", "control over")]),
        ("The defunctoperator was fined.", [("defunctoperator", "defunct operator")]),
        ("Pilots, aviationmechanics and cooks ate.", [("aviationmechanics", "aviation mechanics")]),
        ("They ate quicklybefore the bell.", [("quicklybefore", "quickly before")]),
        ("A suddenrain fell.", [("suddenrain", "sudden rain")]),
    ],
)
def test_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(CHECK, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "iPhone, eBay, YouTube, LinkedIn, McDonald, deVries and vanDyke are names.",
        "The sharemarket, the inhouse lawyer and a standover man; overexpression of a gene.",
        "Nevertheless, whatever, whereupon, notwithstanding, henceforth and theatregoers.",
        "A theif was caught, and the wether was poor.",
        "The variable `ofthe` is ofthe kind that fromLisbon.example.org has.",
        "Its hasher and the [thehuge](https://example.org) tool.",
        "A standover man, a walkthrough, a throughline, decisionmaking and recordkeeping.",
        "Call forEach, toString, isPaused and onExit; the notBefore field is a thenable.",
        "The `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`, `i` and `j` of ofType and theWidget.",
        "Two wealthymerchants met two more wealthymerchants.",
        "The wealthy-merchants rule, the wealthymerchants said, is old.",
        "The account of Will Bush (willbush) is here.",
        "- wealthymerchants\n- theharbour",
        "Ut enim ullamcorx laboris est.",
        "The half-alsosaid word, #thehuge, @fromLisbon.",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(CHECK, text) == []


def test_the_fix_inserts_a_space() -> None:
    (hit,) = hits(CHECK, "He alsosaid so.")
    assert [(edit.start, edit.end, edit.text) for edit in hit.edits] == [(7, 7, " ")]
    assert hit.arguments == ("also", "said")
    assert found(CHECK, "He alsosaid so.", exceptions=["alsosaid"]) == []

import pytest

from tests.checks.word_rules import found, hits

CHECK = "proper-noun"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The train to tehran was late.", [("tehran", "Tehran")]),
        ("In december and on monday the baker rests.", [("december", "December"), ("monday", "Monday")]),
        ("Two israelis, a canadian and a norwegian won.", [("israelis", "Israelis"), ("canadian", "Canadian"), ("norwegian", "Norwegian")]),
        ("tehran’s mayor and moscow's too.", [("tehran’s", "Tehran’s"), ("moscow's", "Moscow's")]),
        ("A post-stalinist novel won.", [("post-stalinist", "post-Stalinist")]),
        ("They bought european bees.", [("european", "European")]),
        ("He posted it on youtube last night.", [("youtube", "YouTube")]),
        ("“We love england,” she said.", [("england", "England")]),
        ("It borders on [eastern romania] and more.", [("romania", "Romania")]),
        ("| Town | Rain |\n|---|---|\n| budapest | none |", [("budapest", "Budapest")]),
    ],
)
def test_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(CHECK, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The turkey was served on china in may, with a swede and a polish sausage.",
        "It came 5th, on the 2nd, at 3rd Street, in the 90s.",
        "Write to #london or @paris, see berlin.example.org or /home/tehran/x.",
        "Set `berlin` there; the value berlin is the default.",
        "They caught murray cod and a fraser fir stood by the angus cattle.",
        "The fish (Salmo ohridana) and the bird (Passer italicus aurelia) are rare.",
        "He likes camembert, merlot, tweed and a labrador, and wears wellingtons at 20 degrees celsius.",
        "it’s au lait, du jour, el nino of the geo set.",
        "The searches were for _jefferson memorial_ and *president obama*.",
        "We played pinckney. A pinckney has two teams. In pinckney, nobody wins at pinckney.",
        "See [romania](https://example.org/) for more.",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(CHECK, text) == []


def test_the_fix_capitalises() -> None:
    (hit,) = hits(CHECK, "A pub in glasgow burned.")
    assert [(edit.start, edit.end, edit.text) for edit in hit.edits] == [(9, 16, "Glasgow")]
    assert hit.arguments == ("glasgow", "Glasgow")


def test_a_form_used_throughout_counts_as_meant_unless_it_is_capitalised_somewhere() -> None:
    text = "We met arkansas fans. The arkansas squad and the arkansas choir sang."
    assert found(CHECK, text) == []
    assert len(found(CHECK, text + " Then Arkansas left.")) == 3
    assert len(found(CHECK, text, throughout=4)) == 3


def test_exceptions_and_the_shortest_word() -> None:
    assert found(CHECK, "The glasgow set.", exceptions=["glasgow"]) == []
    assert found(CHECK, "The glasgow's set.", exceptions=["glasgow"]) == []
    assert found(CHECK, "The glasgow set.", shortest=8) == []

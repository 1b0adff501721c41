import pytest

from tests.checks.word_rules import found, hits

CHECK = "name-variant"
JUDGE = "Judge Amara Okonkwo dismissed the case. Okonkwo said the file was thin. Lawyers praised Okonkwo. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (JUDGE + "In court Okonwko smiled.", [("Okonwko", "Okonkwo")]),
        (JUDGE + "It was Okonkkwo's last case.", [("Okonkkwo's", "Okonkwo's")]),
        (JUDGE + "Later Amara Okunkwo left.", [("Okunkwo", "Okonkwo")]),
        ("Skarpholmenfjord froze. By Skarpholmenfjord, north of Skarpholenfjord, ice lay.", [("Skarpholenfjord", "Skarpholmenfjord")]),
        ("The mayor of Reykjavik met the press in Reykjavik. Then Reyjkavik slept.", [("Reyjkavik", "Reykjavik")]),
    ],
)
def test_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(CHECK, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        JUDGE + "Her brother, Chidi Okonwko, was there.",
        JUDGE + "Okonwko Holdings was sued.",
        JUDGE + "The Okonkwos danced, Okonkwa sang, and Ikonkwo slept.",
        JUDGE + "So did Okonwko, and Okonwko again; Okonwko left.",
        "Mr Vlasenkov and Mrs Vlasenkova sang. Vlasenkov wept, and Vlasenkov bowed.",
        "Erik Johanssen beat Lars Johansson. Johansson, who led, and Johansson's coach blamed the wind.",
        "Presidant Biya spoke. The President and the President’s wife, both Presidents, left.",
        "Zhang Weiming met Zhang Weiling. Weiming bowed to Weiling; Weiling bowed to Weiming.",
        "Hansen beat Hanson. Hanson and Hanson and Hanson cried.",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(CHECK, text) == []


def test_the_first_use_of_the_other_spelling_is_related() -> None:
    text = JUDGE + "In court Okonwko smiled."
    (hit,) = hits(CHECK, text)
    (place,) = hit.related
    assert (place.start, place.end) == (text.index("Okonkwo"), text.index("Okonkwo") + 7)
    assert hit.arguments == ("Okonwko", "Okonkwo")


def test_settings() -> None:
    assert found(CHECK, JUDGE + "In court Okonwko smiled.", exceptions=["Okonwko"]) == []
    assert found(CHECK, JUDGE + "In court Okonwko smiled.", shortest=9) == []

import pytest

from tests.checks.word_rules import found, hits

CHECK = "name-in-article"
OWNER = "The owner, Ms Kozubska, opened the shop in spring, and a sister of Kozubska runs it. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OWNER + "Last week kozubska closed it.", [("kozubska", "Kozubska")]),
        (OWNER + "It was kozubska's idea, and Kozubska’s loss.", [("kozubska's", "Kozubska's")]),
        ("We asked Piet Vandermolen. Neither vandermolen nor his deputy answered.", [("vandermolen", "Vandermolen")]),
        ("A speech by Don Brownlee ended it. “Enough,” brownlee said, and Professor Brownlee left.", [("brownlee", "Brownlee")]),
        (
            "They met George Bush in May. Friends of George Bush say that george Bush slept, and george bush woke.",
            [("bush", "Bush")],
        ),
        ("He wrote to Mr crombie again.", [("crombie", "Crombie")]),
        ("They saw Mrs bush and Ms. rice there.", [("bush", "Bush"), ("rice", "Rice")]),
        ("The treasurer, peter Oyelaran, resigned.", [("peter", "Peter")]),
    ],
)
def test_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(CHECK, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Pangolin trade is banned. A pangolin was found in a suitcase.",
        "# Bykebike Rises Again\n\nThe price of one bykebike rose.",
        "The Grand Wizzard spoke, and each wizzard listened to the other wizzard.",
        "He joined the Zorbing Working Group. It studies zorbing.",
        "Members of Northern Sawmillers met. Local sawmillers were glad, they said.",
        "The White House said so. A White House aide stood by the white fence of the house.",
        "Labour won. For Labour it was a triumph of Labour, but labour costs rose.",
        "Mr and Mrs Adeyemi, Mr de Souza, Ms van Dijk, Mr who knows.",
        "They flew a warren of tunnels; to peter out is bad.",
        "The `zorbex` tool and Zorbex itself: run zorbex, as Zorbex says.",
        "| Zorbex | Item |\n|---|---|\n| one | zorbex |",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(CHECK, text) == []


def test_the_capitalised_place_is_related() -> None:
    text = OWNER + "Last week kozubska closed it."
    (hit,) = hits(CHECK, text)
    assert hit.arguments == ("kozubska", "Kozubska")
    (place,) = hit.related
    assert text[place.start : place.end] == "Kozubska"
    assert place.start == text.index("Kozubska")


def test_after_a_title_the_message_says_so() -> None:
    (hit,) = hits(CHECK, "He wrote to Mr crombie again.")
    assert hit.message is not None
    assert "title" in hit.message


def test_exceptions_are_left_alone() -> None:
    assert found(CHECK, OWNER + "Last week kozubska closed it.", exceptions=["kozubska"]) == []

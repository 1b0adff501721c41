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
        ("A speech by Don Brownquill ended it. “Enough,” brownquill said, and Professor Brownquill left.", [("brownquill", "Brownquill")]),
        (
            "They met George Bush in May. Friends of George Bush say that george Bush slept, and george bush woke.",
            [("bush", "Bush")],
        ),
        ("She told Aaron Velk. “Go,” said Aaron velk to us.", [("velk", "Velk")]),
        ("The trams of Skibbewick stop. A fire at skibbewick, on Monday, was put out.", [("skibbewick", "Skibbewick")]),
        ("They use Brontex for that. Ask the [team of brontex](https://brontex.example.org/) first.", [("brontex", "Brontex")]),
        ("We thank Žofka. Then žofka left.", [("žofka", "Žofka")]),
        (
            "The National Hydroweave Centre is new. It opened as the National hydroweave Centre.",
            [("hydroweave", "Hydroweave")],
        ),
        ("On Zorbex, and with Zorbex, and by Zorbex: see [zorbex](https://example.org/).", [("zorbex", "Zorbex")]),
        ("It is in Swedish. We wrote Swedish, then [swedish](https://example.org/).", [("swedish", "Swedish")]),
        ("She joined Thatcher, and a friend of Thatcher wrote. “No,” was what thatcher meant.", [("thatcher", "Thatcher")]),
        (
            "They run Quartz. Since Quartz came, users of Quartz report by Quartz what Quartz does. Ask the quartz team.",
            [("quartz", "Quartz")],
        ),
        ("They met Hardbrook there. “No,” says hardbrook.", [("hardbrook", "Hardbrook")]),
        ("They met Hardbrook there. A friend of Senator hardbrook left.", [("hardbrook", "Hardbrook")]),
        ("They met Seabank there, and by Seabank, at noon. The seabank team won.", [("seabank", "Seabank")]),
        ("The GitHub page moved. Open a github issue.", [("github", "GitHub")]),
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
        "We sell Zorbex. See [zorbex](https://example.org/) here.",
        "He spoke of Fabrics, Media and Zorbexing first. The zorbexing firm grew.",
        "Read Emit Blips in Zorbex now. It is about zorbex and the zorbex.",
        "We saw Ilse Marwick (marwick) there, and Marwick smiled.\n\n> Good.\n>\n> — marwick",
        "An Ilse Marwick wrote: ilse (dot) marwick (at) example (dot) org. Now Marwick waits.",
        "The Quartz is new. In the Quartz, and at Quartz 2, by Quartz Centre: the Quartz. A quartz clock.",
        "They run Quartz. Since Quartz came, users of Quartz report by Quartz what Quartz does. Set `quartz` by quartz.",
        "It says: Avoid Landing Cards. Avoid landing at night. We say avoid Landing Cards.",
        "They met Hardbrook there. The hardbrook team won.",
        "They list Zorbs and ZORBS. A few zorbs rolled.",
        "The Zorbex bound: `Zorbex` is a trait. For zorbex bounds, see there.",
        "Ask your Tillage Council Delegate, a Tillage Council Delegate, or the Tillage Council delegate.",
        "It is the Tillwise Council. Zorbex, Zorbex and Zorbex: the zorbex is one zorbex too many, says Zorbex.",
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

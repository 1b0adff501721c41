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
        ("Read [all the july 2019 letters](https://example.org/july-2019/letters).", [("july", "July")]),
        ("Registration ends on **october 9**, said **Nora bennett**.", [("october", "October"), ("bennett", "Bennett")]),
        ("Ask [_Nora bennett_](mailto:nora.bennett@example.org) for it.", [("bennett", "Bennett")]),
        ("Visit the Theodore N. roosevelt Museum.", [("roosevelt", "Roosevelt")]),
        ("A glossary (Latin and greek) is included.", [("greek", "Greek")]),
        ("Set `glasgow.conf` and fly to glasgow.", [("glasgow", "Glasgow")]),
        ("It opens on may 5, 2019, and shuts on march 3rd.", [("may", "May"), ("march", "March")]),
        ("On Friday, august 9, in may 2020, from 5 may 2021.", [("august", "August"), ("may", "May"), ("may", "May")]),
        ("The road to dawsonville is shut.", [("dawsonville", "Dawsonville")]),
        ("They shared it on facebook and pinterest.", [("facebook", "Facebook"), ("pinterest", "Pinterest")]),
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
        "Two carp, Pseudocyprinus carpio, swam by.",
        "He likes camembert, merlot, tweed and a labrador, and wears wellingtons at 20 degrees celsius.",
        "it’s au lait, du jour, el nino of the geo set.",
        "The searches were for _jefferson memorial_ and *president obama*.",
        "We played pinckney. A pinckney has two teams. In pinckney, nobody wins at pinckney.",
        "See [romania](https://example.org/) for more.",
        "You may 2 times a day, or may 5 people; they march 20 miles, in may 2000 words, an august 80 years. We march 3 days.",
        "Olga Brandt | olga (dot) bennett (at) example (dot) org",
        "Thanks to Nora Bennett (nora) and the others.",
        "- nora\n- nora-bennett\n",
        "[berlin](https://example.org/1) [berlin nights](https://example.org/2)",
        "Builds exist for glasgow-x86 and glasgow-arm64.",
        ":canada: A flag, and :france: too.",
        "The berlin-ui kit, at https://example.org/berlin-ui/ now.",
        "My pronouns are she, her and ella, and I have a whole lotta uber-cheap ideas.",
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


def test_code_is_told_from_addresses_tags_and_comments() -> None:
    text = "We flew to glasgow. "
    for other in (
        "[x](https://example.org/glasgow)", "<img alt='glasgow'>", "<!-- glasgow -->", "{{< ref glasgow >}}", "`glasgow-ui`",
        "`go https://example.org/glasgow`", "\n\n```glasgow\ngo\n```",
    ):
        assert found(CHECK, text + other) == [("glasgow", "Glasgow")], other
    for code in ("`glasgow`", "[`a`](b) and `set glasgow`", "<code>glasgow</code>", "\n\n```\nuse glasgow;\n```", "\n\n    use glasgow\n"):
        assert found(CHECK, text + code) == [], code


def test_a_text_with_much_of_another_language_is_left_alone() -> None:
    spanish = (
        "Los beneficiarios recibieron formularios llenos; nuestras oficinas abrieron durante quince horas. Muchas familias llegaron "
        "temprano, preguntaron cuándo empezaban las reuniones y esperaron afuera mientras llovía bastante sobre mercado. Nosotros "
        "hablamos mucho, pensamos cuidadosamente y decidimos firmar contratos ventajosos."
    )
    english = "The glossary gives the words of the office and what they mean, in the order of the letters."
    assert found(CHECK, english + "\n\n" + spanish) == []
    assert found(CHECK, english + " The trip to moscow is over.") == [("moscow", "Moscow")]

import pytest

from newslint.checks import load
from newslint.document import parse
from newslint.finding import Hit
from newslint.source import Source

CHECK = load("doubled-word")
SETTINGS = CHECK.prepare(CHECK.DEFAULTS)


def hits(text: str, format: str = "plain") -> list[Hit]:
    return list(CHECK.check(parse(Source(text, format=format)), SETTINGS))


def found(text: str, format: str = "plain") -> list[str]:
    prose = parse(Source(text, format=format)).prose
    return [prose[hit.start : hit.end] for hit in sorted(hits(text, format), key=lambda hit: hit.start)]


def fixed(text: str) -> str:
    for hit in sorted(hits(text), key=lambda hit: hit.start, reverse=True):
        for edit in reversed(hit.edits):
            text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It left the the harbour.", ["the the"]),
        ("The mayor of\nof Bath", ["of\nof"]),
        ("The the engine took a a crew.", ["The the", "a a"]),
        ("A new roof roof soon.", ["roof roof"]),
        ("The harbour is is shut, and he he left.", ["is is", "he he"]),
        ("She showed how a ferry can can turn.", ["can can"]),
        ("Three of the five skippers did did so, and their crews do do not mind.", ["did did", "do do"]),
        ("To hire a boat, you you need a licence. It may well well be dear.", ["you you", "well well"]),
        ("It took five boats and more more than a day.", ["more more"]),
        ("It was a very very long pier, as it was last night night.", ["very very", "night night"]),
        ("How many many boats, and so far far none; the best way way to go.", ["many many", "far far", "way way"]),
        ("What is a ferry? Ferries are are slow, and Ms Ho, who was was ill, is here.", ["are are", "was was"]),
        ("We all know it is is late, as you see what it is is like.", ["is is", "is is"]),
        ("They do all they can can. They will now do do it, and he did did not.", ["can can", "do do", "did did"]),
        ("Sign in in to row. There was a drop drop in in the price, for now now.", ["in in", "drop drop", "in in", "now now"]),
        ("The rest is up to you you. See more more Gaelic.", ["you you", "more more"]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“A very very long pier,” he said; Host: so far it is way way too long",
        "What it is is unclear; those who can can row; where the pier is is known",
        "They sign in in June; it makes you you, it is on the never never",
        "They gave her her coat, and it was a long long long night",
        "He had had enough; that that was so; very very long; no no no",
        "Duran Duran in Bora Bora, 12 12, Johnson Johnson",
        "what the skipper did did harm; well well well; whoever can can come; what it is is unclear; log in in May; come in in pairs",
        "Gorilla gorilla gorilla and Pica pica pica",
        "The end of the\n\nthe beginning",
        "the, the; “cheep cheep”; night night",
        "the loya jirga, the jirga jirga and the jirga jirga",
        "The Hague; the The Hague treaty",
    ],
)
def test_not_found(text: str) -> None:
    assert found(text) == []


def test_the_second_is_deleted() -> None:
    assert fixed("It left the\nthe old a a port.") == "It left the old a port."


def test_table_cells_and_code_part_words() -> None:
    assert found("| the | the |\n|---|---|\n| of | of |\n\nthe `the` the", "markdown") == []

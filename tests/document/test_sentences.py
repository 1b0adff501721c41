import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document, parse
from newslint.document.sentences import (
    is_sentence_start,
    is_speaker_label,
    is_surely_sentence_start,
    sentence_span,
    sentence_starts,
)
from newslint.source import Source


def read(text: str, format: str = "plain") -> Document:
    return parse(Source(text, format=format))


def sentences(text: str) -> list[str]:
    document = read(text)
    return [
        document.prose[slice(*sentence_span(document, start))]
        for index in range(len(document.blocks))
        for start in sentence_starts(document, index)
    ]


@pytest.mark.parametrize(
    "expected",
    [
        ["The tide was out.", "The boats lay still."],
        ["Mr. Ames met Sen. Ortiz in Washington, D.C.", "He left on Jan. 5 at 3 p.m. with J. K. Lind."],
        ["The U.S. Navy came.", "It left the U.S.", "The fleet followed."],
        ["Acme Inc. fell and Wells Corp. rose.", "But Jones & Co. held."],
        ["“Go home.”", "She went.", "“Why?” he asked."],
        ["It cost 3.5 million in 2019.", "Prices rose 4 percent.", "(Wages did not.)", "So it goes."],
        ["They chose No. 10 and vol. 3.", "No one chose St. Ives."],
        ["Who pays?", "Nobody knows!", "The town is broke."],
        ["See the note.[3]", "It is short."],
    ],
)
def test_sentences_of_a_paragraph(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_sentence_never_crosses_a_block() -> None:
    assert sentences("The roof leaks\n\nThe vicar said so. Nobody paid") == [
        "The roof leaks",
        "The vicar said so.",
        "Nobody paid",
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The tide was out. The boats lay still.", "boats"),
        ("He met Dr. Okafor there.", "Okafor"),
        ("The U.S. Navy came.", "Navy"),
        ("It was J. Lind who won.", "Lind"),
        ("She saw the (red) Lantern there.", "Lantern"),
        ("On Feb. Fifth street.", "street"),
    ],
)
def test_words_inside_a_sentence(text: str, word: str) -> None:
    document = read(text)
    assert not is_sentence_start(document, document.prose.index(word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Boats lay still.", "Boats"),
        ("“Boats lay still,” he said.", "Boats"),
        ("The tide was out. “Boats lay still.”", "Boats"),
        ("LEEDS — Boats lay still.", "Boats"),
        ("NEW YORK (AP) — Boats lay still.", "Boats"),
        ("• Boats lay still", "Boats"),
        ("He said: Boats lay still.", "Boats"),
        ("He waited... Boats lay still.", "Boats"),
        ("1. Boats lay still", "Boats"),
        ("She said, “Boats lay still.”", "Boats"),
    ],
)
def test_places_where_a_capital_proves_nothing(text: str, word: str) -> None:
    document = read(text)
    assert is_sentence_start(document, document.prose.index(word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Acme Inc. said so.", "said"),
        ("He left at 3 p.m. and slept.", "and"),
        ("The mosquito Ae. aegypti bites.", "aegypti"),
        ("“Why?” he asked.", "he"),
        ("Yahoo! said no.", "said"),
        ("He waited... then left.", "then left"),
        ("He waited… then left.", "then"),
        ("Pots, pans, etc. were sold.", "were sold"),
        ("The misc. papers burned.", "papers"),
        ("It took 10 sec. or so.", "or so"),
        ("In brief (ii.) the reports.", "the"),
        ("1. the first point", "the"),
    ],
)
def test_a_lower_case_word_need_not_start_a_sentence(text: str, word: str) -> None:
    document = read(text)
    assert not is_surely_sentence_start(document, document.prose.rindex(word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The tide was out. the boats lay still.", "the"),
        ("They all fell ill. the vicar too.", "the"),
        ("It happened in 2019. the town forgot.", "the"),
        ("She can't. he won't.", "he"),
        ("He said he was “tired.” the day was long.", "the"),
        ("The ferry runs (not at night). the bus runs, too.", "the"),
        ("He was a “cloud”. the crew rowed on.", "the"),
        ("Follow rowing.example.io. the rest is up to you.", "the"),
    ],
)
def test_a_lower_case_word_that_starts_a_sentence(text: str, word: str) -> None:
    document = read(text)
    assert is_surely_sentence_start(document, document.prose.index(f" {word}") + 1)


def test_an_abbreviation_of_the_article_itself() -> None:
    document = read("The Wkly. paper. The Ref. board met. The Ref. fund paid. The Assoc. left.")
    assert not is_surely_sentence_start(document, document.prose.index("fund"))


def test_a_label_that_opens_two_blocks_is_a_speaker() -> None:
    document = read("Host: One.\n\nJo Lind: Two.\n\nHost: three.\n\nNote: Four.")
    assert is_speaker_label(document, "Host:")
    assert not is_speaker_label(document, "Note:")
    assert is_surely_sentence_start(document, document.prose.index("three"))


def test_a_sentence_ends_behind_a_bracket() -> None:
    assert sentences("The ferry runs (not at night). The bus does, too.") == [
        "The ferry runs (not at night).",
        "The bus does, too.",
    ]


@given(st.text(alphabet="aB .!?\n:“”\"'(1)—…"), st.integers(min_value=0, max_value=60))
def test_every_place_lies_in_its_sentence(text: str, offset: int) -> None:
    document = read(text)
    for block in document.blocks:
        place = min(block.start + offset, block.end - 1)
        if document.prose[place].isspace():
            continue
        start, end = sentence_span(document, place)
        assert block.start <= start <= place < end <= block.end
        is_sentence_start(document, place)

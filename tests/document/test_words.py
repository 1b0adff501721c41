"""The words of a text, by the fast cut and by the pattern that defines them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.document.words import WORD, WordIndex, split


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tehran’s well-known 5th fair", ["Tehran’s", "well-known", "5th", "fair"]),
        ("‘Quoted’ 'words' and boys' toys", ["Quoted", "words", "and", "boys", "toys"]),
        ("a--b - c -- d-", ["a", "b", "c", "d"]),
        ("rock 'n' roll, rock-'n'-roll", ["rock", "n", "roll", "rock", "n", "roll"]),
        ("café–bar “naïve”…", ["café", "bar", "naïve"]),
        ("snake_case, 1,000", ["snake_case", "1", "000"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert split(text) == words


@settings(max_examples=1000)
@given(st.text(alphabet="ab'’-‑ \n\x01.“”—é_1\ufffc\u200b\xa0") | st.text())
def test_the_cut_and_the_pattern_give_the_same_words(text: str) -> None:
    assert split(text) == WORD.findall(text)


@given(st.text(alphabet="Ab'’- ."))
def test_a_span_slices_the_text_to_its_word(text: str) -> None:
    words = WordIndex(text)
    for index, word in enumerate(words.texts):
        start, end = words.span(index)
        assert text[start:end] == word


def test_distinct_and_lowered_words() -> None:
    words = WordIndex("The Cat’s cat, the cat")
    assert words.distinct == {"The", "Cat’s", "cat", "the"}
    assert words.lowered == {"the", "cat's", "cat"}
    assert words.indices("cat") == [2, 4]
    assert WordIndex("A l’A a").lowered == {"a", "l'a"}


def test_pairs_of_neighbours() -> None:
    words = WordIndex("the cat, the cat and the dog")
    assert words.pairs == {("the", "cat"), ("cat", "the"), ("cat", "and"), ("and", "the"), ("the", "dog")}
    assert words.first_places == [0, 1, 0, 3, 4, 5]


def test_indices_are_the_same_however_often_they_are_asked_for() -> None:
    words = WordIndex("one two one three one")
    assert [words.indices("one") for _ in range(20)] == [[0, 2, 4]] * 20
    assert words.indices("four") == []

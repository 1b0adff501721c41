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
@given(st.text(alphabet="ab'’-‑ \n.“”—é_1\ufffc\u200b\xa0") | st.text())
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
    assert sorted(words.spellings("the")) == ["The", "the"]

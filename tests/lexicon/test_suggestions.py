"""What a misspelt word may have been meant to be."""

import string
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import lexicon
from newslint.lexicon import suggestions
from newslint.lexicon.automaton import Query, distance
from newslint.lexicon.channel import edit_cost
from newslint.lexicon.store import sections

few_letters = st.text("abc", min_size=1, max_size=7)


def alignment(left: str, right: str) -> int:
    """Optimal string alignment, from its definition."""
    table = {(row, 0): row for row in range(len(left) + 1)} | {(0, column): column for column in range(len(right) + 1)}
    for row, column in product(range(1, len(left) + 1), range(1, len(right) + 1)):
        cost = min(
            table[row - 1, column] + 1,
            table[row, column - 1] + 1,
            table[row - 1, column - 1] + (left[row - 1] != right[column - 1]),
        )
        if row > 1 and column > 1 and left[row - 1] == right[column - 2] and left[row - 2] == right[column - 1]:
            cost = min(cost, table[row - 2, column - 2] + 1)
        table[row, column] = cost
    return table[len(left), len(right)]


@given(few_letters, few_letters)
def test_the_automaton_measures_optimal_string_alignment(left: str, right: str) -> None:
    assert distance(left, right) == min(alignment(left, right), 3)


@given(few_letters, few_letters, few_letters)
def test_the_nearest_distance_is_never_undercut(written: str, begun: str, rest: str) -> None:
    node = Query(written).start
    for letter in begun:
        node = node[letter]
    assert node.nearest <= min(alignment(written, begun + rest), 3)


@given(few_letters, few_letters)
def test_costs_are_zero_for_equal_words_only(left: str, right: str) -> None:
    assert (edit_cost(left, right) == 0) == (left == right)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sence", "since"), ("wiht", "with"), ("teh", "the"), ("goverment", "government"), ("recieve", "receive"),
        ("accomodate", "accommodate"), ("seperate", "separate"), ("definately", "definitely"), ("occured", "occurred"),
        ("beleive", "believe"), ("tommorow", "tomorrow"), ("neccessary", "necessary"), ("embarass", "embarrass"),
        ("parliment", "parliament"), ("enviroment", "environment"), ("calender", "calendar"), ("publically", "publicly"),
        ("independant", "independent"), ("hte", "the"), ("freind", "friend"), ("wierd", "weird"), ("didnt", "didn't"),
        ("wensday", "Wednesday"), ("febuary", "February"),
    ],
)  # fmt: skip
def test_the_first_suggestion(written: str, meant: str) -> None:
    assert lexicon.suggest(written)[:1] == [meant]


def test_words_of_the_article_come_first() -> None:
    assert lexicon.suggest("vestry", frozenset()) != lexicon.suggest("vestrt", {"vestry"})
    assert lexicon.suggest("bister", {"sister"})[0] == "sister"


def test_no_suggestions_for_what_is_too_short_or_too_far() -> None:
    assert lexicon.suggest("xq") == []
    assert lexicon.suggest("zzyzxqzzyzxq") == []


@pytest.mark.parametrize("word", ["condtions", "wirelesly", "orginal", "strenght"])
def test_all_frequent_words_within_two_edits_are_candidates(word: str) -> None:
    found = {candidate for _, candidate, _ in suggestions.candidates(Query(word), 2)}
    words = sections()[0]
    head = (ord(word[0]) - 96) * 27 * 27
    for number in range(head, head + 27 * 27):
        prefix = word[0] + chr(96 + number // 27 % 27) + chr(96 + number % 27)
        for line in words.lines(number, frequent=True):
            candidate = prefix + line.split("\t")[0]
            assert (alignment(word, candidate) <= 2) == (candidate in found), candidate


@given(st.text(string.ascii_lowercase + "'", min_size=1, max_size=24))
def test_any_word_can_be_asked_about(word: str) -> None:
    assert len(lexicon.suggest(word)) <= 5
    assert isinstance(lexicon.kind_of(word), str)

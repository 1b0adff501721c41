"""Vale's existence: what its users rely on."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.checks.vale_rules import found, hits


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("We utilise tools.", {"tokens": ["utilise"]}, ["utilise"]),
        ("We Utilise tools.", {"tokens": ["utilise"]}, []),
        ("We Utilise tools.", {"tokens": ["utilise"], "ignorecase": "true"}, ["Utilise"]),
        ("We reutilised it.", {"tokens": ["utilise"]}, []),
        ("We reutilised it.", {"tokens": ["utilise"], "nonword": "true"}, ["utilise"]),
        ("A low-cost plan’s cost.", {"tokens": ["cost"]}, ["cost", "cost"]),
        ("In order\nto win, in order to lose.", {"tokens": ["in order to"], "ignorecase": "yes"}, ["In order\nto", "in order to"]),
        ("In order\n\nto win.", {"tokens": ["In order to"]}, []),
        ("It’s fine, it's fine.", {"tokens": ["it's"], "ignorecase": "on"}, ["It’s", "it's"]),
        ("Don’t know, don't know.", {"tokens": ["[Dd]on't"]}, ["Don’t", "don't"]),
        ("Very, very good.", {"tokens": ["very"], "ignorecase": "true"}, ["Very", "very"]),
        ("U.S. and US troops.", {"tokens": [r"U\.S\."], "nonword": "true"}, ["U.S."]),
        ("He was seen; it was done.", {"tokens": [r"was \w+n\b"]}, ["was seen"]),
        ("Shout! Now! ", {"tokens": ["!"], "nonword": "true"}, ["!", "!"]),
        ("Ab ab", {"tokens": ["(?i)ab"]}, ["Ab", "ab"]),
        ("in order to win", {"tokens": ["in order", "in order to"]}, ["in order"]),
        ("a test of a test case", {"tokens": ["test case", "test"]}, ["test", "test case"]),
        ("100 km and 5 km", {"raw": [r"\d+", " km"]}, ["100 km", "5 km"]),
        ("red apples, red pears", {"raw": ["red "], "tokens": ["apples", "plums"]}, ["red apples"]),
        ("apples red, plums green", {"raw": [" red"], "tokens": ["apples", "plums"], "append": "true"}, ["apples red"]),
        ("the ABC and the BBC", {"tokens": ["[A-Z]{3}"], "exceptions": ["BBC"]}, ["ABC"]),
        ("mea culpa, mea maxima", {"tokens": ["mea"], "exceptions": ["mea culpa"]}, ["mea"]),
        ("Pi is İstanbul’s utilise.", {"tokens": ["utilise"], "ignorecase": "true"}, ["utilise"]),
        ("the `utilise` call", {"tokens": ["utilise"]}, []),
        ("x `code` y", {"tokens": [r"\S"], "nonword": "true"}, ["x", "y"]),
    ],
)
def test_tokens(text: str, options: dict[str, Any], expected: list[str]) -> None:
    assert found("existence", text, **options) == expected


PAGE = """\
# Very good

Very bad.

- Very dull

> Very sad

| Very | x |
|------|---|
| Very | y |
"""


@pytest.mark.parametrize(
    ("scope", "count"),
    [
        ("text", 6), ("heading", 1), ("heading.h1", 1), ("heading.h2", 0), ("paragraph", 1), ("list", 1), ("blockquote", 1),
        ("table", 2), ("table.header", 1), ("table.cell", 1), ("~heading", 5), ("~heading & ~table", 3), (["heading", "list"], 2),
        ("raw", 6), ("text.heading", 1), ("summary", 6),
    ],
)  # fmt: skip
def test_scopes(scope: Any, count: int) -> None:
    assert len(found("existence", PAGE, tokens=["Very"], scope=scope)) == count


def test_raw_scope_sees_markup_and_reports_source_offsets() -> None:
    text = "Some **bold** &amp; more.\n"
    assert found("existence", text, tokens=[r"\*\*", "&amp;"], nonword="true", scope="raw") == ["**", "**", "&amp;"]


def test_sentence_scope_anchors_at_sentences() -> None:
    text = "But why? And so on. He left but came back. But no."
    assert found("existence", text, tokens=["^But"], scope="sentence") == ["But", "But"]
    assert found("existence", text, tokens=["^But"]) == ["But"]


def test_quotations_can_be_left_out() -> None:
    text = "He said “very well” and was very tired."
    assert len(found("existence", text, tokens=["very"])) == 2
    (outside,) = hits("existence", text, tokens=["very"], quotations="skip")
    (inside,) = hits("existence", text, tokens=["very"], quotations="only")
    assert outside.start > inside.start


@pytest.mark.parametrize(
    ("action", "token", "text", "proposals"),
    [
        ({"name": "replace", "params": ["a", "b"]}, "x", "x", ("a", "b")),
        ({"name": "remove"}, "very", "a very big", ("",)),
        ({"name": "convert", "params": ["simple"]}, "LOUD", "LOUD", ("loud",)),
        ({"name": "edit", "params": ["regex", r"(\w+) (\w+)", "$2 $1"]}, r"\w+ \w+", "one two", ("two one",)),
        ({"name": "edit", "params": ["trim_right", "."]}, r"etc\.", "etc. x", ("etc",)),
        ({"name": "edit", "params": ["truncate", " "]}, "the the", "the the", ("the",)),
        ({"name": "edit", "params": ["split", " ", "1"]}, "a b", "a b", ("b",)),
    ],
)
def test_actions(action: dict[str, Any], token: str, text: str, proposals: tuple[str, ...]) -> None:
    (hit,) = hits("existence", text, tokens=[token], action=action, nonword="true")
    assert hit.suggestions == proposals


def test_removing_a_word_takes_a_space_along() -> None:
    text = "a very big one"
    (hit,) = hits("existence", text, tokens=["very"], action={"name": "remove"})
    (edit,) = hit.edits
    assert text[: edit.start] + edit.text + text[edit.end :] == "a big one"


def test_a_proposal_takes_the_case_of_what_it_replaces() -> None:
    (hit,) = hits("existence", "Utilise", tokens=["utilise"], ignorecase="1" == "1", action={"name": "replace", "params": ["use"]}, matchcase="true")
    assert hit.suggestions == ("Use",)


WORDS = st.sampled_from(["the", "cat", "sat", "The", "it's", "well-known", "a"])


def test_a_pattern_looks_again_behind_the_match_that_took_its_place() -> None:
    assert found("existence", "cat the the the", "plain", tokens=["(?:the the)", "(?:cat the)"]) == ["cat the", "the the"]


@settings(max_examples=150)
@example(["cat", "the", "the", "the"], ["the the", "cat the"], False)
@given(st.lists(WORDS, max_size=30), st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=5), st.booleans())
def test_plain_phrases_are_found_as_patterns_are(words: list[str], phrases: list[str], ignorecase: bool) -> None:
    text = " ".join(words)
    options = {"ignorecase": str(ignorecase).lower()}
    as_patterns = [f"(?:{phrase})" for phrase in phrases]
    assert found("existence", text, "plain", tokens=phrases, **options) == found("existence", text, "plain", tokens=as_patterns, **options)

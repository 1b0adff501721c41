"""What words stand around confused words: reading the models, and asking them."""

from __future__ import annotations

import pytest

from newslint.lexicon.contexts import COMMA, MARKS, SPACE, STOP, Contexts, Token, context, contexts, gap_kind

TEXT = "a is the to\nis the\n+DE +N\nbaked bread oven\n011\n\ntheir there 2.0 - -0.5|1.5 bis a+N|-2 b+N|3 g+DE_is\n\nto > see the\nto < bread\n"
SMALL = Contexts(TEXT.replace("\n\nto >", "\nto too 4.0 - 0|1 bsee\n\nto >"))


def gaps(text: str) -> list[str]:
    return [STOP, *(SPACE if gap == " " else COMMA if gap == ", " else STOP for gap in text)]


@pytest.mark.parametrize(("gap", "kind"), [(" ", SPACE), ("\n", SPACE), (", ", COMMA), (". ", STOP), ("  ", STOP), ("", STOP), ("—", STOP)])
def test_what_parts_words(gap: str, kind: str) -> None:
    assert gap_kind(gap) == kind


@pytest.mark.parametrize(
    ("word", "is_start", "single"),
    [
        ("is", False, "is"),
        ("bread", False, "+N"),
        ("baked", False, "+DE"),
        ("Bread", True, "+N"),
        ("Bread", False, "+Np"),
        ("Kent's", False, "+pos"),
        ("baker’s", False, "+pos"),
        ("I", False, "+?"),
        ("strolling", False, "+ing"),
        ("quickly", False, "+ly"),
        ("5th", False, "+0"),
        ("well-known", False, "+-"),
        ("ovens", False, "+s"),
    ],
)
def test_tokens(word: str, is_start: bool, single: str) -> None:
    assert SMALL.token(word, is_start).single == single


def test_a_score_is_the_sum_of_bias_and_weights() -> None:
    (their,) = SMALL.suspicions("their")
    assert (their.right, their.threshold) == ("there", 2.0)
    words = ["bread", "their", "is", "bread"]
    found = context(SMALL, words, lambda index: SPACE if 0 < index < 4 else STOP, 1)
    assert found == (MARKS[STOP], Token("bread", "+N", "+N"), Token("is", "is", "is"), Token("bread", "+N", "+N"))
    assert their.score(found) == -0.5 + 1.5 + 1.5
    assert their.left(found[1]) == -0.5 + 1.5
    assert their.right_side(found[2]) == -0.5 + 1.5


def test_a_direction_without_threshold_is_not_asked() -> None:
    with pytest.raises(KeyError):
        SMALL.suspicions("there")


def test_frequent_words_have_listed_neighbours() -> None:
    assert SMALL.words == {"their"}
    assert SMALL.listed == {("to", "see"): (0,), ("to", "the"): (0,), ("bread", "to"): (1,)}


def test_the_shipped_models_can_be_read() -> None:
    known = contexts()
    assert {"their", "there", "its", "it's"} <= known.words
    for word in known.words:
        for suspicion in known.suspicions(word):
            assert suspicion.threshold >= 2.0
            assert suspicion.weights

"""Real words that cannot stand where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import checks
from newslint.checks._word_contexts import read
from newslint.document import parse
from newslint.rules import load_file, override, shipped_folder
from newslint.source import Source
from tests.checks.vale_rules import hits

if TYPE_CHECKING:
    from newslint.finding import Hit

RULE = load_file(shipped_folder() / "spelling" / "confusable.yml")
CHECK = checks.load("confusable")
PREPARED = CHECK.prepare({**CHECK.DEFAULTS, **RULE.settings})


def shipped(text: str) -> list[Hit]:
    return list(CHECK.check(parse(Source(text)), PREPARED))


@pytest.mark.parametrize(
    ("text", "found", "meant"),
    [
        ("The deal could led to calm.", "could led", "could lead"),
        ("He didn't went home.", "didn't went", "didn't go"),
        ("She has went home.", "has went", "has gone"),
        ("They would of been late.", "would of been", "would have been"),
        ("It is bigger then the old one.", "bigger then the", "bigger than the"),
        ("That is far to much.", "far to much", "far too much"),
        ("He is close too the end.", "close too the", "close to the"),
        ("The dog lost it’s own bone.", "it’s own", "its own"),
        ("Its been a long week.", "Its been", "It's been"),
        ("We met a man who's name is long.", "who's name", "whose name"),
        ("They sold there own bread.", "sold there own", "sold their own"),
        ("Their are two of them.", "Their are", "There are"),
        ("We where tired.", "We where", "We were"),
        ("Police where called; people where killed in it.", "people where killed", "people were killed"),
        ("He will loose the game.", "will loose the", "will lose the"),
        ("She bought a apple and left.", "a apple", "an apple"),
        ("It was an big day.", "an big", "a big"),
        ("He came from in\nthe from of a bear.", "in\nthe from of", "in\nthe form of"),
        ("A border guard and a boarder guard met.", "boarder guard", "border guard"),
        ("They went back and fourth, and so on.", "back and fourth", "back and forth"),
        ("He was on trail for it.", "on trail for", "on trial for"),
        ("(We where tired.)", "We where", "We were"),
        ("“You should of gone,” she said.", "should of gone", "should have gone"),
        ("The goats where sold to a farmer.", "where sold", "were sold"),
        ("They no that it is dry.", "no that", "know that"),
        ("They no\nthat it is dry.", "no\nthat", "know\nthat"),
        ("The clock has being repaired.", "has being", "has been"),
        ("The road will by closed.", "will by", "will be"),
        ("It could not kept up.", "could not kept", "could not keep"),
        ("He locked him self in.", "him self in", "himself in"),
        ("There is no hay in you village.", "in you village", "in your village"),
        ("It is to expensive.", "is to expensive", "is too expensive"),
        ("When my sister want a goat, she buys one.", "When my sister want", "When my sister wants"),
        ("The coach said them are ready.", "them are", "they are"),
        ("It’s late, and its hard to see.", "its hard to", "it’s hard to"),
        ("A tunnel could of collapsed.", "could of", "could have"),
        ("The tax might of ended.", "might of ended", "might have ended"),
        ("The dam will had to go.", "will had", "will have"),
        ("They want to walked home.", "want to walked", "want to walk"),
        ("When u come, bring a hat.", "When u", "When you"),
        ("It is two late to go.", "is two late to", "is too late to"),
    ],
)
def test_found(text: str, found: str, meant: str) -> None:
    (hit,) = shipped(text)
    assert text[hit.start : hit.end] == found
    assert hit.suggestions == (meant,)


@pytest.mark.parametrize(
    "text",
    [
        "The will went to probate, and Will went home.",
        "It would of course be late.",
        "He was older then. The war began.",
        "She did better, then the bell rang.",
        "It's own goal after own goal, he said. Its own goal is peace."[38:],
        "The people who's who lists name are rich.",
        "There are many. Own nothing there, own it here.",
        "You know where we were. We, where possible, walk.",
        "Where killed or hurt, animals are counted.",
        "A loose tile fell; let it loose the moment you can."[:18],
        "An hour, a unit, a European, an heir, a one-off, an MP3, a U-turn, a unanimous vote.",
        "Vitamin A is good; vitamin a intake is measured in micrograms.",
        "From point a to point b.",
        "An historic day at an hotel, an herb garden.",
        "THEIR ARE TWO.",
        "Use `could led` in code.",
        "The Google That For You website.",
        "Their will is strong, their have-a-go spirit is stronger."[:21],
        "They could, led by Ann, win.",
        "They could\n\nled by Ann",
        "He will—led by her—win.",
        "The lads could “led” it.",
        "They have 20 people; where presented, tickets are free.",
        "The will had gone to probate, and the military might had gone.",
        "What she could of the plan she kept; it could of course fail.",
        "The goats—where sold—were fat.",
        "THEY NO THAT.",
        "They know that “No that” is no name.",
        "Its hard shell is two large halves. Vitamin u can help.",
    ],
)
def test_not_found(text: str) -> None:
    assert shipped(text) == []


@pytest.mark.parametrize(
    ("entries", "text", "found"),
    [
        (["a [b>c]"], "a b", ["a b"]),
        (["a [b>c]"], "x b", []),
        (["[b>c] d"], "b d. b e", ["b d"]),
        (["a / x [b>c] y / d"], "a x b y d", ["a x b y d"]),
        (["a / x [b>c] y / d"], "x b y d", []),
        (["!a [b>c]"], "a b, x b, b", ["b", "b"]),
        (["!*x [b>c]"], "ax b, ay b", ["b"]),
        (["[b>c] ."], "b. b x b", ["b", "b"]),
        (["[b>c] . x"], "b. b x b y", ["b", "b x"]),
        (["*ing [b>c]"], "sing b song b", ["sing b"]),
        (["$s [b>c]"], "one b two b six b", ["one b", "two b"]),
        (["[b_d>c]"], "b d, b e", ["b d"]),
        (["[b>c e>f]"], "b e", ["b", "e"]),
        (["* / * [b>c]"], "x y b", ["b"]),
    ],
)
def test_the_notation(entries: list[str], text: str, found: list[str]) -> None:
    options: dict[str, Any] = {"entries": entries, "sets": {"s": "one two"}, "articles": "false"}
    assert [text[hit.start : hit.end] for hit in hits("confusable", text, "plain", **options)] == found


@pytest.mark.parametrize("entry", ["a b", "a [b]", "[b>]", "[>c]", "$none [b>c]", "[b>c] [d>e]", "a [] b", "a [b>b]"])
def test_an_entry_that_is_not_in_the_notation_is_an_error(entry: str) -> None:
    with pytest.raises(ValueError, match=r"“|no set"):
        read(entry, {})


def test_a_choice_of_meanings_makes_no_edit() -> None:
    (hit,) = hits("confusable", "x b y", entries=["[b>c|d]"], articles="false")
    assert (hit.suggestions, hit.edits) == (("c", "d"), ())


def test_the_compiled_index_finds_the_same() -> None:
    compiled = CHECK.prepare({**CHECK.DEFAULTS, **RULE.settings, "_index": CHECK.index({**CHECK.DEFAULTS, **RULE.settings})})
    text = "It could led to more then the law allows. We where late.\n"
    document = parse(Source(text))
    assert list(CHECK.check(document, compiled)) == shipped(text)


def test_articles_can_be_turned_off() -> None:
    (rule,) = override([RULE], {"SPL102": {"articles": "false"}})
    prepared = CHECK.prepare({**CHECK.DEFAULTS, **rule.settings})
    assert list(CHECK.check(parse(Source("She bought a apple.")), prepared)) == []


def test_contexts_can_be_turned_off() -> None:
    (rule,) = override([RULE], {"SPL102": {"contexts": "false"}})
    prepared = CHECK.prepare({**CHECK.DEFAULTS, **rule.settings})
    assert list(CHECK.check(parse(Source("They no that it is dry.")), prepared)) == []


def test_what_was_judged_before_is_judged_alike() -> None:
    text = "They no that it is dry. The road will by closed. The goats where sold to a farmer."
    assert shipped(text) == shipped(text)
    assert len(shipped(text)) == 3


PIECES = st.sampled_from(
    ["could", "led", "its", "it’s", "own", "then", "better", "the", "We", "where", ".", ",", "“", "”", "\n", "\n\n", "—", "a", "an",
     "apple", "\ufffc", "İ", "their", "there", "are", "no", "that", "will", "by", "(", ")", " ", "  ", "of", "been", "should", "*", "`x`"]
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_a_hit_lies_in_the_text_and_its_edit_makes_its_suggestion(text: str) -> None:
    document = parse(Source(text))
    for hit in CHECK.check(document, PREPARED):
        found = document.prose[hit.start : hit.end]
        assert found == found.strip() != ""
        for edit in hit.edits:
            assert hit.start <= edit.start < edit.end <= hit.end
            made = found[: edit.start - hit.start] + edit.text + found[edit.end - hit.start :]
            assert made == hit.suggestions[0]

"""Names of several words that a run's other inputs capitalise: which are known, where one is broken, who says so."""

from __future__ import annotations

import random

import pytest

import newslint
from newslint.checks import name_in_run
from newslint.config import Config
from newslint.document import parse
from newslint.duplicates.records import record_of
from newslint.source import Source

GUILD = (
    "Volunteers of the Lantern Guild swept the quay.",
    "A bell was cast for the Lantern Guild in 1911.",
    "She left.\n\nThe Lantern Guild\nsaid no.",
    "He sang (and paid) with the Lantern Guild’s choir.",
)


def found(text: str, others: tuple[str, ...] = GUILD, house: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    texts = [*others, text]
    records = [record_of(parse(Source(text, f"{number}.md"))) for number, text in enumerate(texts)]
    hits = name_in_run.check_run(records, None, {**name_in_run.DEFAULTS, "house": house})
    return [(hit.path, hit.suggestions[0]) for hit in hits if hit.path == f"{len(others)}.md"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They wrote to the Lantern guild on Tuesday.", 1),
        ("They wrote to the lantern Guild on Tuesday.", 1),
        ("They wrote to the U.S. Lantern guild on Tuesday.", 1),
        ("They wrote, said\nthe Lantern\nguild’s chair.", 1),
        ("They gave a lantern Guild cup away.", 1),
        ("The Lantern guild met. But lantern Guild cups are rare.", 2),
        # A part of a longer name, or of another one.
        ("They wrote to the Red Lantern guild on Tuesday.", 0),
        ("They wrote to the lantern Guild of Bruges, and the Lantern guild-hall.", 0),
        ("They met the Danish and Lantern guild.", 0),
        # A common noun.
        ("They plan to found a Lantern guild.", 0),
        ("They plan (a Lantern guild needs one) to build.", 0),
        ("They met the Lantern guild of carpenters.", 0),
        # No capital of its own.
        ("They left. Lantern guild cups are rare.", 0),
        # No body text.
        ("# What the Lantern guild said\n\nThey left.", 0),
        ("| What the Lantern guild said | and |\n| --- | --- |\n| the Lantern guild | again |", 0),
        # All of it in lower case.
        ("They wrote to the lantern guild on Tuesday.", 0),
    ],
)
def test_where_a_name_is_broken(text: str, count: int) -> None:
    assert found(text) == [("4.md", "Lantern Guild")] * count


def test_so_many_other_inputs_must_have_the_name() -> None:
    text = "They wrote to the Lantern guild on Tuesday."
    assert found(text, GUILD[1:]) == []
    assert found(f"{text} The Lantern Guild wrote back to us.", GUILD[1:]) == []
    assert found(text, GUILD, house=("guild",)) == []


def test_a_sentence_start_tells_nothing_of_the_first_word() -> None:
    others = tuple(f"They left. Lantern Guild cups {verb}." for verb in ("break", "sell", "burn", "last"))
    assert found("They wrote to the Lantern guild on Tuesday.", others) == [("4.md", "Lantern Guild")]
    assert found("They wrote to the lantern Guild on Tuesday.", others) == []


def test_a_house_that_writes_it_both_ways_is_left_alone() -> None:
    text = "They wrote to the Lantern guild on Tuesday."
    assert found(text, (*GUILD, "He left the Lantern guild.")) == []
    assert found(text, (*GUILD, *["A child in the lantern guild fell."] * 5)) == []
    assert found(text, (*GUILD, *["A child in the lantern guild fell."] * 4)) == [("8.md", "Lantern Guild")]


def test_a_common_phrase_has_no_capital_in_its_midst() -> None:
    others = (*GUILD, *["A child in the lantern guild fell."] * 9)
    assert found("They wrote to the Lantern guild on Tuesday.", others) == []
    assert found("They wrote to the lantern Guild on Tuesday.", others) == [("13.md", "Lantern Guild")]


def test_another_slip_in_the_name_is_no_excuse() -> None:
    others = (*GUILD, "He left the Lantern guild.", "She left the Lantern guild.")
    assert found("They wrote to the Lantern guild on Tuesday.", others) == []
    assert found("They wrote to the lantern Guild on Tuesday.", others) == [("6.md", "Lantern Guild")]


def test_the_longest_name_speaks_for_a_word() -> None:
    others = tuple(f"A note of the Office of Dykes and Harbours {verb}." for verb in ("burnt", "came", "went", "sold"))
    assert found("A clerk of the Office of Dykes and harbours left.", others) == [
        ("4.md", "Office of Dykes and Harbours")
    ]
    assert found("A clerk of the Office of dykes and Harbours left.", others) == [
        ("4.md", "Office of Dykes and Harbours")
    ]


def told(report: newslint.Report) -> list[tuple[str, str, int]]:
    return sorted((finding.path, finding.code, finding.start.offset) for finding in report.findings)


def test_neither_order_nor_processes_change_what_is_found() -> None:
    texts = [*GUILD, "They wrote to the Lantern guild on Tuesday.", "The list is short."]
    sources = [Source(text, f"{number}.md") for number, text in enumerate(texts)]
    report = newslint.run(sources)
    assert told(report) == [("4.md", "CAP107", 18)]
    assert told(newslint.run(sources, jobs=2)) == told(report)
    random.Random(1).shuffle(sources)
    assert told(newslint.run(sources)) == told(report)


def test_another_rule_that_found_the_word_speaks_alone() -> None:
    others = tuple(f"The White House {verb}." for verb in ("agreed", "waited", "called", "refused"))
    sources = [Source(text, f"{number}.md") for number, text in enumerate([*others, "Ask the White house about it."])]
    assert told(newslint.run(sources)) == [("4.md", "CAP104", 8)]


def test_accepted_words_and_foreign_texts_are_left_alone() -> None:
    texts = [*GUILD, "They wrote to the Lantern guild on Tuesday."]
    sources = [Source(text, f"{number}.md") for number, text in enumerate(texts)]
    assert told(newslint.run(sources, Config(accept=frozenset(("Lantern guild",))))) == []
    foreign = Source(
        "Der Zug fuhr gestern ab, und niemand hat die Lantern guild danach noch gesehen. Er blieb verschwunden.", "5.md"
    )
    assert told(newslint.run([*sources[:4], foreign])) == []

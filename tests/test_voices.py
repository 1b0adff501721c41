"""Several rules on one spot: the most specific one speaks."""

from newslint.finding import Hit
from newslint.rules import Rule
from newslint.voices import one_voice

SPELLING = Rule("SPL101", "spelling/misspelling", "x", "", "error", yields_to=("capitalization", "SPL103"))
NAME = Rule("CAP101", "capitalization/proper-noun", "x", "", "error")
SPACE = Rule("SPC101", "spacing/after-comma", "x", "", "error")


def speaking(*found: tuple[int, int, Rule]) -> list[tuple[int, int, str]]:
    located = sorted(
        ((start, end, rule, Hit(start, end)) for start, end, rule in found), key=lambda entry: entry[:2]
    )
    return [(start, end, rule.code) for start, end, rule, _ in one_voice(located)]


def test_a_rule_is_silent_where_a_rule_it_yields_to_overlaps() -> None:
    assert speaking((3, 9, SPELLING), (3, 9, NAME)) == [(3, 9, "CAP101")]


def test_rules_that_do_not_yield_both_speak() -> None:
    assert speaking((0, 12, SPACE), (0, 6, NAME)) == [(0, 6, "CAP101"), (0, 12, "SPC101")]


def test_touching_spans_do_not_overlap() -> None:
    assert speaking((0, 6, NAME), (6, 9, SPELLING)) == [(0, 6, "CAP101"), (6, 9, "SPL101")]


def test_one_span_found_twice_is_said_once() -> None:
    assert speaking((0, 6, NAME), (0, 6, NAME)) == [(0, 6, "CAP101")]


def test_a_long_finding_does_not_silence_what_lies_behind_the_overlap() -> None:
    assert speaking((0, 90, SPACE), (3, 9, NAME), (20, 26, SPELLING)) == [
        (0, 90, "SPC101"),
        (3, 9, "CAP101"),
        (20, 26, "SPL101"),
    ]

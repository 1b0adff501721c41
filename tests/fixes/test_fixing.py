"""Fixing: what is edited, what is taken back, and that it ends."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.finding import Edit, Finding, Fix
from newslint.fixes import Fixed, choose, fix
from newslint.source import Source, decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Safety


def replacing(
    old: str, new: str, code: str = "SPC101", safety: Safety = "safe"
) -> Callable[[Source], list[Finding]]:
    """A linter that wants every `old` to be `new`, by one edit of the whole."""

    def lint(source: Source) -> list[Finding]:
        found = []
        start = source.text.find(old)
        while start >= 0:
            end = start + len(old)
            found.append(
                Finding(
                    source.path, code, "pack/rule", "pack", "error", "message", old,
                    source.position(start), source.position(end),
                    fix=Fix(safety, (Edit(start, end, new),)),
                )
            )  # fmt: skip
            start = source.text.find(old, end)
        return found

    return lint


def several(*linters: Callable[[Source], list[Finding]]) -> Callable[[Source], list[Finding]]:
    return lambda source: [finding for lint in linters for finding in lint(source)]


def fixed(text: str, lint: Callable[[Source], list[Finding]], **options: object) -> Fixed:
    return fix(Source(text, "a.md"), lint, **options)  # type: ignore[arg-type]


def test_declared_edits_are_made_and_nothing_else() -> None:
    outcome = fixed("One,two and one,two.\n\n`One,two` stays.\n", replacing("ne,two", "ne, two"))
    assert outcome.source.text.startswith("One, two and one, two.")
    assert [finding.code for finding in outcome.applied].count("SPC101") >= 2


def test_unsafe_fixes_wait_to_be_asked_for() -> None:
    lint = replacing("sence", "sense", safety="unsafe")
    assert fixed("No sence.", lint).source.text == "No sence."
    assert fixed("No sence.", lint, unsafe=True).source.text == "No sense."


def test_touching_fixes_are_made_in_turn() -> None:
    outcome = fixed(
        "Israel,too,prefers", several(replacing(",too,", ", too, "), replacing("too,p", "too, p"))
    )
    assert outcome.source.text == "Israel, too, prefers"


@pytest.mark.parametrize(
    ("text", "old", "new", "why"),
    [
        ("The year ended.\n\nIn 1990. A year.", "In 1990", "1990", "a paragraph turns into a numbered list"),
        ("One. Two", ". ", ".\n\n", "one paragraph turns into two"),
        ("A word\n# not", "\n#", " #", "a heading is swallowed"),
        ("See [this](x.html) now.", "](", "] (", "a link falls apart and its target shows"),
        ("Before.\n\nA title\n\nAfter.", "\n\nA title", "\n\n# A title", "a paragraph turns into a heading"),
    ],
)
def test_a_fix_that_does_more_than_it_declares_is_taken_back(text: str, old: str, new: str, why: str) -> None:
    outcome = fixed(text, replacing(old, new))
    assert outcome.source.text == text, why
    assert [finding.text for finding in outcome.taken_back] == [old]
    assert [finding.text for finding in outcome.remaining] == [old]
    assert not outcome.applied


def test_good_fixes_beside_a_bad_one_are_made() -> None:
    lint = several(replacing("e,t", "e, t"), replacing("](", "] ("))
    outcome = fixed("One,two [see](x.html) one,two.\n\nAnd one,two.", lint)
    assert outcome.source.text == "One, two [see](x.html) one, two.\n\nAnd one, two."
    assert [finding.text for finding in outcome.taken_back] == ["]("]


TEXT = "Before.\n\nA title\n\nAfter.\n"
TITLE = replacing("\n\nA title", "\n\n# A title", code="XXX101")
REKINDS = {"XXX101": frozenset({("paragraph", "heading")})}


def test_blocks_change_their_kind_only_where_the_check_declares_it() -> None:
    assert fixed(TEXT, TITLE).taken_back
    outcome = fixed(TEXT, TITLE, rekinds=REKINDS)
    assert "\n# A title\n" in outcome.source.text


def test_declared_rekinding_does_not_reach_other_blocks() -> None:
    both = several(TITLE, replacing("\nAfter.", "\n## After.", code="SPC999"))
    outcome = fixed(TEXT, both, rekinds=REKINDS)
    assert outcome.source.text == "Before.\n\n# A title\n\nAfter.\n"
    assert [finding.code for finding in outcome.taken_back] == ["SPC999"]


def test_a_table_fix_that_loses_a_cell_is_taken_back() -> None:
    text = "| Team |\n|——|\n| North | 2 |\n"
    rekinds = {"TBL101": frozenset({("paragraph", "table-cell")})}
    outcome = fixed(text, replacing("|——|", "|---|", code="TBL101"), rekinds=rekinds)
    assert outcome.source.text == text
    assert outcome.taken_back


def test_fixes_that_undo_one_another_are_not_made_and_others_are() -> None:
    lint = several(replacing("cat", "dog"), replacing("dog", "cat", code="SPC102"), replacing("e,t", "e, t"))
    outcome = fixed("A cat. One,two.", lint)
    assert outcome.source.text == "A cat. One, two."
    assert {finding.text for finding in outcome.taken_back} == {"cat", "dog"}
    assert fixed(outcome.source.text, lint).source.text == outcome.source.text


def test_a_fix_without_end_is_not_made() -> None:
    outcome = fixed("A dot.", replacing(".", "!."))
    assert outcome.source.text == "A dot."
    assert outcome.taken_back


def test_line_endings_encoding_and_mark_are_kept() -> None:
    source = decode(b"\xef\xbb\xbfOne,two.\r\nThree\r\n", "a.txt")
    outcome = fix(source, several(replacing("e,t", "e, t"), replacing(".\r\nT", ".\n\nT")))
    assert outcome.source.encode(outcome.source.text) == b"\xef\xbb\xbfOne, two.\r\nThree\r\n"


def test_a_line_break_in_an_edit_takes_the_form_of_the_file() -> None:
    rekinds = {"TBL101": frozenset({("paragraph", "table-cell")})}
    source = Source("| a | b |\r\n|——|——|\r\n| c | d |\r\n", "a.md")
    outcome = fix(source, replacing("|\r\n|——|——|", "|\n|---|---|", code="TBL101"), rekinds=rekinds)
    assert outcome.source.text == "| a | b |\r\n|---|---|\r\n| c | d |\r\n"


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6), st.sampled_from(["", " ", "x"])), max_size=12)
)
def test_chosen_edits_never_touch(entries: list[tuple[int, int, str]]) -> None:
    source = Source("x" * 40)
    findings = [
        Finding(
            "a", "C", "p/r", "p", "error", "m", "", source.position(start), source.position(start + length),
            fix=Fix("safe", (Edit(start, start + length, text),)),
        )
        for start, length, text in entries
    ]  # fmt: skip
    chosen = choose(findings, unsafe=False)
    spans = [(edit.start, edit.end) for finding in chosen if finding.fix for edit in finding.fix.edits]
    assert all(left[1] < right[0] for left, right in pairwise(spans))
    assert bool(chosen) == bool(findings)
    assert choose(chosen[::-1], unsafe=False) == chosen

"""Plain text: which blocks, and where they stand."""

from __future__ import annotations

import pytest

from newslint.document import parse
from newslint.source import Source

BODY = "The council met for three hours on Tuesday evening and put the decision off until the spring."


def blocks(text: str) -> list[tuple[str, str]]:
    result = parse(Source(text, format="plain"))
    return [(block.kind, result.prose[block.start : block.end]) for block in result.blocks]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_paragraphs_by_blank_lines(end: str) -> None:
    text = f"One line{end}and the next.{end}{end}{end}Another one.{end} {end}Third."
    assert blocks(text) == [("paragraph", "One line\nand the next."), ("paragraph", "Another one."), ("paragraph", "Third.")]


def test_a_short_line_without_end_mark_is_a_heading() -> None:
    assert blocks(f"Ferry decision put off\n\n{BODY}\n\nWhat comes next\n\n{BODY}") == [
        ("heading", "Ferry decision put off"),
        ("paragraph", BODY),
        ("heading", "What comes next"),
        ("paragraph", BODY),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Roses are red\n\nViolets are blue\n\nSugar is sweet",
        "Jane Miller\n\n12 Station Road\n\nLeeds",
        f"He agreed.\n\n{BODY}",
        f"What now?\n\n{BODY}",
        f"By Jane Miller\n\n{BODY}",
        f"Photo: Jane Miller\n\n{BODY}",
        f"3 May 2024\n\n{BODY}",
        f"Two lines\nof verse\n\n{BODY}",
        f"{BODY}\n\nThe end",
        "a\n\nb\n\nc\n\nd\n\ne\n\nf",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    assert {kind for kind, _ in blocks(text)} == {"paragraph"}


def test_no_more_than_four_headings_follow_one_another() -> None:
    lines = ["Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot"]
    found = blocks("\n\n".join([*lines, BODY]))
    assert [text for kind, text in found if kind == "heading"] == ["Charlie", "Delta", "Echo", "Foxtrot"]


def test_indentation_is_never_code() -> None:
    assert blocks("    Indented copy\n    of two lines.\n\n\tAnd a third.") == [
        ("paragraph", "Indented copy\nof two lines."),
        ("paragraph", "And a third."),
    ]


def test_lists() -> None:
    assert blocks("He wants:\n- bread\n- milk and\n  honey\n\n* eggs\n1. one\n2) two\n• three") == [
        ("paragraph", "He wants:"),
        ("list-item", "bread"),
        ("list-item", "milk and\nhoney"),
        ("list-item", "eggs"),
        ("list-item", "one"),
        ("list-item", "two"),
        ("list-item", "three"),
    ]


def test_a_wrapped_line_that_begins_with_a_dash_or_a_year_is_no_item() -> None:
    assert blocks("The result came in\n- as expected - on\n7. March, at noon.") == [
        ("paragraph", "The result came in\n- as expected - on\n7. March, at noon.")
    ]


def test_pipe_lines_are_a_table() -> None:
    result = parse(Source("| Team | Points |\n|------|\n| Leeds | 3 |\n\n| b |", format="plain"))
    assert [(result.prose[b.start : b.end], b.kind, b.table, b.row, b.cell) for b in result.blocks] == [
        ("Team", "table-cell", 0, 0, 0),
        ("Points", "table-cell", 0, 0, 1),
        ("Leeds", "table-cell", 0, 1, 0),
        ("3", "table-cell", 0, 1, 1),
        ("b", "table-cell", 1, 0, 0),
    ]


def test_rules_and_underlines_are_no_prose() -> None:
    assert blocks(f"A title\n=======\n\n{BODY}\n\n* * *\n\n-----\n") [:2] == [("heading", "A title"), ("paragraph", BODY)]


def test_shortcodes_are_masked() -> None:
    result = parse(Source("Before [gallery ids=\"1,2\"] after.", format="plain"))
    assert "gallery" not in result.prose
    assert result.is_opaque(8, 12)


def test_places_are_exact() -> None:
    text = "\ufeffOne\r\ntwo  \r\n\r\n   Three café four\r\n"
    result = parse(Source(text, format="plain"))
    for word in ("One", "two", "Three", "café", "four"):
        start = result.prose.index(word)
        first, last = result.offsets.to_source(start, start + len(word))
        assert text[first:last] == word

"""The map's promises, on a map made by hand."""

from __future__ import annotations

from newslint.document import parse
from newslint.document.offset_map import OffsetMap
from newslint.source import Source

# prose:  "ab" + "&" + "cd" + blank line + "ef"
# source: "ab" + "&amp;" + "cd" + "</p>\n<p>" + "ef"
MAP = OffsetMap([0, 2, 3, 7], [0, 2, 7, 17], [2, 1, 2, 2], [2, 5, 2, 2], [True, False, True, True])


def test_starts_lean_right_and_ends_lean_left() -> None:
    assert MAP.to_source(0, 2) == (0, 2)
    assert MAP.to_source(2, 3) == (2, 7)
    assert MAP.to_source(3, 5) == (7, 9)
    assert MAP.to_source(1, 4) == (1, 8)
    assert MAP.to_source(4, 8) == (8, 18)


def test_an_insertion_goes_after_the_piece_on_its_left() -> None:
    assert MAP.to_source(0, 0) == (0, 0)
    assert MAP.to_source(2, 2) == (2, 2)
    assert MAP.to_source(3, 3) == (7, 7)
    assert MAP.to_source(5, 5) == (9, 9)


def test_the_blank_line_between_blocks_stands_for_what_parts_them() -> None:
    assert MAP.to_source(5, 7) == (9, 17)
    assert MAP.to_source(5, 6) == (9, 17)


def test_the_blank_line_after_a_block_with_its_line_break_stands_for_that_break() -> None:
    document = parse(Source("- <code> \nThe harbour board met.", "article.md", "markdown"))
    assert document.prose.startswith("\ufffc\n\nThe")
    assert document.offsets.to_source(1, 2) == (9, 10)


def test_an_edit_is_exact_within_one_piece() -> None:
    assert MAP.is_exact(0, 2)
    assert MAP.is_exact(1, 1)
    assert MAP.is_exact(2, 2)
    assert not MAP.is_exact(2, 3)
    assert not MAP.is_exact(1, 3)
    assert not MAP.is_exact(4, 8)


def test_back_to_the_prose() -> None:
    assert [MAP.to_prose(offset) for offset in (0, 1, 2, 5, 7, 9, 17, 18, 19)] == [0, 1, 2, 2, 3, None, 7, 8, None]


def test_an_empty_map() -> None:
    assert OffsetMap().to_source(0, 0) == (0, 0)
    assert OffsetMap().to_prose(3) is None
    assert not OffsetMap().is_exact(0, 0)

import json

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import parse
from newslint.document.pipe_tables import chunks, is_delimiter, split_cells
from newslint.document.table_faults import faults
from newslint.source import Source
from tests.conftest import data_folder


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| a | b |", [" a ", " b "]),
        ("a | b", ["a ", " b"]),
        ("| a | b", [" a ", " b"]),
        ("| a \\| b | c |", [" a \\| b ", " c "]),
        ("| a | b \\|", [" a ", " b \\|"]),
        ("| `a|b` |", [" `a", "b` "]),
        ("|a||b|", ["a", "", "b"]),
        ("|", [""]),
    ],
)
def test_cells_are_split_at_pipes_that_no_backslash_precedes(row: str, cells: list[str]) -> None:
    assert split_cells(row) == cells


@pytest.mark.parametrize("row", ["|---|", "| --- | :-: |", "--- | ---", ":-|-:", "|-|-"])
def test_delimiter_rows(row: str) -> None:
    assert is_delimiter(row)


@pytest.mark.parametrize("row", ["|——|", "| --- | - - |", "|---+---|", "| a |", "||", "|---||---|", "| | |"])
def test_rows_that_are_no_delimiter_rows(row: str) -> None:
    assert not is_delimiter(row)


def tables(text: str, format: str = "markdown") -> int:
    return sum(chunk.is_table for chunk in chunks(parse(Source(text, format=format))))


LINES = st.sampled_from(
    ["| a | b |", "| c | d |", "|---|---|", "| :-: | -: |", "|---|", "| x |", "| 1 | 2 | 3 |", "|---|---|---|",
     "| p \\| q | r |", "| `s|t` | u |", "", "", "# Head", "## Sub"]
)  # fmt: skip


@given(st.lists(LINES, min_size=1, max_size=7))
def test_a_table_is_what_pyromark_takes_for_one(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    rendered = pyromark.html(text, options=pyromark.Options.ENABLE_TABLES).count("<table>")
    found = chunks(parse(Source(text)))
    if any(chunk.header > 0 for chunk in found):
        return  # GFM's own parser starts a table inside a paragraph, this one does so only at times
    assert sum(chunk.is_table for chunk in found) == rendered


@given(st.lists(LINES, min_size=1, max_size=7), st.sampled_from(["markdown", "plain"]))
def test_faults_lie_in_the_text_and_one_after_another(lines: list[str], format: str) -> None:
    text = "\n".join(lines)
    end = 0
    for fault in faults(parse(Source(text, format=format))):
        assert end <= fault.start < fault.end <= len(text)
        end = fault.end


@pytest.mark.parametrize(
    "text",
    [
        "> | a | b |\n> |---|---|\n> | 1 | 2 |",
        "- | a | b |\n  |---|---|\n  | 1 | 2 |",
        "1. text\n\n   | a | b |\n   |---|---|\n   | 1 | 2 |",
        "| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n",
        "a | b\r--- | ---\r1 | 2",
        "Some words.\n| a | b |\n|---|---|",
    ],
)
def test_tables_in_containers_and_with_any_line_end(text: str) -> None:
    assert tables(text) == 1
    assert not faults(parse(Source(text)))


@pytest.mark.parametrize(
    "text",
    [
        "```\n| a | b |\n|---|\n```",
        "    | a | b |\n    |---|",
        "<div>\n| a | b |\n|---|\n</div>",
        "<!--\n| a | b |\n|——|——|\n-->",
        "---\ntitle: a | b\nother: |\n  | c | d |\n  |---|\n---\nText",
        "`| a | b | |---|---| | 1 | 2 |`",
    ],
)
def test_code_comments_markup_and_front_matter_are_no_rows(text: str) -> None:
    assert not faults(parse(Source(text)))


def test_html_has_no_pipe_tables() -> None:
    assert not faults(parse(Source("<p>| a | b |</p>\n<p>|---|</p>", format="html")))


def test_the_examples_of_the_specification() -> None:
    path = data_folder() / "tables" / "gfm-examples.json"
    for example in json.loads(path.read_text(encoding="utf-8")):
        text = example["markdown"]
        found = [fault.cause for fault in faults(parse(Source(text)))]
        if text.startswith("| Not enough table"):
            assert found == ["no-delimiter", "delimiter-cells"]
        elif "boo |" in text or "| 4 | 5 |" in text:
            assert found == ["row-cells"]
        elif example["table"] or "---" not in text:
            assert not found, text
        else:
            assert found == ["delimiter-cells"]

"""What users see of broken pipe tables: one finding a table, its cause, and cures that are verified."""

import pytest

from newslint.finding import Finding
from newslint.fixes import fix, rekinds_of
from newslint.linter import Linter
from newslint.rules import load_file, shipped_folder
from newslint.source import Source

RULES = [load_file(path) for path in sorted((shipped_folder() / "tables").glob("*.yml"))]
LINTER = Linter(RULES)


def lint(text: str, format: str = "markdown") -> list[Finding]:
    return LINTER.lint(Source(text, format=format))


def found(text: str, format: str = "markdown") -> list[tuple[str, str]]:
    return [(finding.code, finding.text) for finding in lint(text, format)]


def fixed(text: str, *, unsafe: bool = False) -> str:
    return fix(Source(text), LINTER.lint, unsafe=unsafe, rekinds=rekinds_of(RULES)).source.text


@pytest.mark.parametrize("format", ["markdown", "plain"])
@pytest.mark.parametrize(
    ("text", "code", "span"),
    [
        ("| Club | Points |\n|———|———|\n| Leeds | 84 |", "TBL101", "|———|———|"),
        ("| Club | Points |\n| – | – |\n| Leeds | 84 |", "TBL101", "| – | – |"),
        ("| Club | Points |\n|:—-|–:|\n| Leeds | 84 |", "TBL101", "|:—-|–:|"),
        ("Club | Points\n——— | ———\nLeeds | 84", "TBL101", "——— | ———"),
        ("| Club | Points |\n|======|=======|\n| Leeds | 84 |", "TBL101", "|======|=======|"),
        ("| Club | Points |\n|---|\n| Leeds | 84 |", "TBL102", "|---|"),
        ("| Club | Points |\n|---|---|---|\n| Leeds | 84 |", "TBL102", "|---|---|---|"),
        ("|---|---|\n| Leeds | 84 |", "TBL102", "|---|---|"),
        ("| Club | Points |\n|---|---|\n| Leeds | 84 | up |", "TBL103", "| Leeds | 84 | up |"),
        ("| Club | Points |\n| Leeds | 84 |", "TBL104", "| Club | Points |"),
        ("| Club | Points |\n\n| Leeds | 84 |\n\n| Hull | 70 |", "TBL104", "| Club | Points |"),
        ("| A | B | |---|---| | 1 | 2 |", "TBL105", "| A | B | |---|---| | 1 | 2 |"),
        ("| A | B | | --- | :-: | | 1 | 2 | | 3 | 4 |", "TBL105", "| A | B | | --- | :-: | | 1 | 2 | | 3 | 4 |"),
        ("| Club | Points |\n|---|---|\n| Leeds | 84 |\n\n| Hull | 70 |", "TBL106", "| Hull | 70 |"),
        ("| Club | Points |\n|---|---|\n\n| Leeds | 84 |\n\n| Hull | 70 |", "TBL106", "| Leeds | 84 |"),
        ("| Club | Points |\n\n|---|---|\n| Leeds | 84 |", "TBL106", "|---|---|"),
        ("So it stands: | Club | Points |\n|---|---|\n| Leeds | 84 |", "TBL106", "So it stands:"),
        ("| Final standings |\n| Club | Points |\n|---|---|\n| Leeds | 84 |", "TBL106", "| Final standings |"),
    ],
)  # fmt: skip
def test_one_finding_that_names_the_cause(text: str, code: str, span: str, format: str) -> None:
    assert found(f"Some words.\n\n{text}\n\nMore words.\n", format) == [(code, span)]


@pytest.mark.parametrize(
    "text",
    [
        "The choice is this | that, and so on.",
        "Home | About | Contact",
        "Home | About | Contact\nNews | Sport | Weather",
        "usage: cut [-b|-c] list [file]\nusage: paste [-s|-d] file",
        "Leeds 2 | York 1\nHull 0 | Goole 0",
        "|x| is never negative.\n|y| may be.",
        "| A line of verse\n| and one more",
        "| No | data |\n|---|---|\n| — | — |\n| – | – |",
        "| a | b |\n|---|---|\n| 1 | 2 | |\n| 3 |",
        "+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n+---+---+",
        "error: wrong type\n5 | let x = y;\n  | -----",
        "A — B | C — D\nE — F | G — H",
    ],
)
def test_prose_with_pipes_and_tables_that_render(text: str) -> None:
    assert found(text) == []


def test_dashes_become_hyphens_only_where_the_table_loses_nothing() -> None:
    good = "| Club | Points |\n|———|—————–|\n| Leeds | 84 |\n"
    assert fixed(good) == "| Club | Points |\n|---|------|\n| Leeds | 84 |\n"
    one_cell = "| The clubs |\n|———|\n| Leeds | 84 |\n"
    assert fixed(one_cell, unsafe=True) == one_cell
    assert lint(one_cell)[0].message == (
        "Delimiter row is made of em dashes, not hyphens, and has 1 cell where the widest row has 2: "
        "the table does not render"
    )


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("| A | B |\n|---|\n| 1 | 2 |\n", "| A | B |\n|---|---|\n| 1 | 2 |\n"),
        ("| A | B |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n", "| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n"),
        ("| A | B |\n\n|---|---|\n\n| 1 | 2 |\n", "| A | B |\n|---|---|\n| 1 | 2 |\n"),
    ],
)
def test_safe_cures_make_a_table(text: str, result: str) -> None:
    assert fixed(text) == result
    assert found(result) == []
    assert fixed(result) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("| A | B |\n| 1 | 2 |\n", "| A | B |\n| --- | --- |\n| 1 | 2 |\n"),
        ("| A | B | |---|---| | 1 | 2 |\n", "| A | B |\n|---|---|\n| 1 | 2 |\n"),
        ("As follows: | A | B |\n|---|---|\n| 1 | 2 |\n", "As follows:\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"),
        ("> | A | B |\n> |—|—|\n> | 1 | 2 |\n", "> | A | B |\n> |-|-|\n> | 1 | 2 |\n"),
    ],
)
def test_unsafe_cures_on_demand(text: str, result: str) -> None:
    assert fixed(text, unsafe=True) == result
    assert found(result) == []


def test_a_lost_cell_is_named() -> None:
    (finding,) = lint("| A | B |\n|---|---|\n| 1 | 2 | three |\n| 4 | 5 | six |")
    assert finding.message == "Row has 3 cells, the header 2: “three” is lost when the table renders"
    assert len(finding.related) == 1


def test_a_megabyte_of_pipes_is_read_in_linear_time() -> None:
    for line in ("|" * 200_000, "| a " * 50_000, "|-" * 100_000, "| a | b |\n" * 20_000, "|—|\n" * 20_000):
        lint(line)

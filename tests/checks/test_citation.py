import pytest

from newslint.linter import Linter
from newslint.rules import load_file, shipped_folder
from newslint.source import Source

LINTER = Linter([load_file(shipped_folder() / "references" / "citation.yml")])


def found(text: str, format: str = "markdown") -> list[str]:
    return [finding.text for finding in LINTER.lint(Source(text, format=format))]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Exports fell by half [[1]]. Imports did not [[2]].", ["[[1]]", "[[2]]"]),
        ("Exports fell by half.[3] Imports did not.", ["[3]"]),
        ("Exports fell by half.[1][2] Imports did not.", ["[1]", "[2]"]),
        ("Exports fell by half [1, 4–6].", ["[1, 4–6]"]),
        ("Exports fell[1] by half, the port said [2].", ["[1]", "[2]"]),
        ("The quay sank[2[2[2[2 in 1901.", ["[2[2[2[2"]),
        ("Losses grew [2] in spring and fell [3] in autumn.", ["[2]", "[3]"]),
        ("Troops entered Rome [1]. They left for Naples [2].", ["[1]", "[2]"]),
        ("The rate was 5% [2].", ["[2]"]),
        ("The quay was Roman [citation needed].", ["[citation needed]"]),
    ],
)
@pytest.mark.parametrize("format", ["markdown", "plain"])
def test_marks_without_a_reference(text: str, marks: list[str], format: str) -> None:
    assert found(text, format) == marks


@pytest.mark.parametrize(
    "ending",
    [
        "[1] Port log, 1901.",
        "[1]: https://example.org/log",
        "## References\n\nSee the printed edition.",
        "**Sources:**\n\nPort log.",
        "1. Port log\n2. Mill log",
        "<ol><li>Port log</li></ol>",
    ],
)
def test_a_text_with_references(ending: str) -> None:
    assert found(f"Exports fell by half [1].\n\nImports did not.\n\n{ending}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Top seed Ada Stone [1] beat Bella Reed [14] and Cora Webb [8].",
        "Press [1] to hear it again or [2] to go on.",
        "[2] Stone and [3] Reed meet in the final.",
        "The judge said so in 2015 ([2015] 1 WLR 20) and at [23].",
        "The value lies in [0, 1] or in [1, 2].",
        "The first, rows[1], is the header; rows[2] is not.",
        "He “saw [the] ship [sic]” and [his] crew.",
        "She wrote “[citation needed]” on the wall.",
        "[1](https://example.org/1) and [[2]](https://example.org/2)",
        "- [ ] exports\n- [x] imports",
    ],
)
def test_brackets_of_other_kinds(text: str) -> None:
    assert found(text) == []


def test_an_html_mark_that_is_linked() -> None:
    text = '<p>Exports fell.<sup><a href="#r1">[1]</a></sup> Imports did not.[2]</p>'
    assert found(text, "html") == ["[2]"]

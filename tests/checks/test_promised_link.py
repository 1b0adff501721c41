import pytest

from newslint.linter import Linter
from newslint.rules import load_file, shipped_folder
from newslint.source import Source

LINTER = Linter([load_file(shipped_folder() / "references" / "promised-link.yml")])


def found(text: str, format: str = "markdown") -> list[str]:
    return [finding.text for finding in LINTER.lint(Source(text, format=format))]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("For more on the port, read our in-depth analysis here.", "here"),
        ("You can find more information about the port here.", "here"),
        ("Click here to enter the draw.", "Click here"),
        ("To enter the draw, click here.", "click here"),
        ("See our full coverage of the regatta here", "here"),
        ("The port is shut. Watch the video here. It reopens in May.", "here"),
    ],
)
def test_a_promise_without_a_link(text: str, span: str) -> None:
    assert found(text) == [span]


@pytest.mark.parametrize(
    "text",
    [
        "Read our [in-depth analysis](https://example.org/port) here.",
        "Read our in-depth analysis [here](https://example.org/port).",
        "Read our in-depth analysis here: https://example.org/port",
        "Find more information here:\n\n[The port](https://example.org/port)",
        "There is more to see here.",
        "The story ends here. We were here.",
        "They read the news here every day.",
        "Nobody knows how the report got here.",
        "“Read the whole report here,” he told the clerk.",
        "Come and see the ships here.",
    ],
)
def test_links_and_other_uses_of_here(text: str) -> None:
    assert found(text) == []


def test_plain_text_promises_no_links() -> None:
    assert found("Click here to enter the draw.", "plain") == []

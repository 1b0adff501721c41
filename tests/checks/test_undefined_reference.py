import pytest

from newslint.linter import Linter
from newslint.rules import load_file, shipped_folder
from newslint.source import Source

LINTER = Linter([load_file(shipped_folder() / "references" / "undefined.yml")])


def found(text: str, format: str = "markdown") -> list[str]:
    return [finding.text for finding in LINTER.lint(Source(text, format=format))]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("See [the plan][plan] and [the map][map].", ["[the plan][plan]", "[the map][map]"]),
        ("See [the plan][].", ["[the plan][]"]),
        ("See [the plan][plan].\n\n[plans]: https://example.org", ["[the plan][plan]"]),
        ("Nobody voted.[^1]", ["[^1]"]),
    ],
)
def test_labels_that_nothing_defines(text: str, spans: list[str]) -> None:
    assert found(text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "See [the plan][plan].\n\n[plan]: https://example.org",
        "See [the plan][].\n\n[the plan]: https://example.org",
        "See [The Plan][PLAN].\n\n[plan]: https://example.org",
        "Nobody voted.[^1]\n\n[^1]: So the clerk says.",
        "- [ ] call\n- [x] write",
        "He [the mayor] said [sic] so.",
        "Both agree [1][2].",
        "`grid[row][column]`, grid[row][column] and \\[a\\]\\[b\\]",
        "    [code][block]",
        "Letters match `[^abc]`.",
    ],
)
def test_labels_that_are_defined_and_other_brackets(text: str) -> None:
    assert found(text) == []


def test_only_markdown_has_reference_links() -> None:
    assert found("See [the plan][plan].", "plain") == []

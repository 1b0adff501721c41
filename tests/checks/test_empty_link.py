import pytest

from newslint.linter import Linter
from newslint.rules import load_file, shipped_folder
from newslint.source import Source

LINTER = Linter([load_file(shipped_folder() / "references" / "empty-link.yml")])


def found(text: str, format: str = "markdown") -> list[tuple[str, str]]:
    return [(finding.text, finding.message) for finding in LINTER.lint(Source(text, format=format))]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[the plan]()", "target"),
        ("[the plan](https://)", "target"),
        ("[](https://example.org/plan)", "text"),
        ("[ ](https://example.org/plan)", "text"),
        ('<a href="https://example.org/plan"></a>', "text"),
        ('<a href="">the plan</a>', "target"),
        ("<a>the plan</a>", "target"),
    ],
)
def test_links_without_text_or_target(text: str, what: str) -> None:
    assert found(f"See {text} for more.") == [(text, f"Link without {what}")]


@pytest.mark.parametrize(
    "text",
    [
        "[the plan](plan.html)",
        "[![](plan.png)](https://example.org/plan)",
        "[`plan`](https://example.org/plan)",
        '<a href="https://example.org/plan"><img src="plan.png" alt=""></a>',
        '<a name="plan"></a>',
        '<a id="plan">the plan</a>',
        '<a class="icon" href="https://example.org/plan"></a>',
        "[](#plan)",
        "<https://example.org/plan>",
        "`[]()`",
        "![]()",
    ],
)
def test_links_with_both_and_anchors(text: str) -> None:
    assert found(f"See {text} for more.") == []

import pytest

from newslint.linter import Linter
from newslint.rules import load_file, shipped_folder
from newslint.source import Source

LINTER = Linter([load_file(shipped_folder() / "residue" / "site-furniture.yml")])


def found(text: str, format: str = "markdown") -> list[str]:
    return [finding.text for finding in LINTER.lint(Source(text, format=format))]


@pytest.mark.parametrize(
    "block",
    [
        "Leave a Comment",
        "LEAVE A REPLY",
        "Share this:",
        "Click to share on Twitter (Opens in new window)",
        "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
        "Advertisement",
        "We use cookies to improve your experience on our site.",
        "3 Comments",
        "Related Posts",
        "Subscribe to our newsletter",
        "Filed Under: Ports, Trade",
        "Share Tweet Email Print WhatsApp Facebook",
        "4 min read",
        "Skip to content",
    ],
)
@pytest.mark.parametrize("format", ["markdown", "plain"])
def test_whole_blocks_are_furniture(block: str, format: str) -> None:
    assert found(f"The port is shut until May.\n\n{block}\n\nShips wait in the bay.\n", format) == [block]


@pytest.mark.parametrize(
    ("text", "trail"),
    [
        ("Home » World » Port shut until May", "Home » World »"),
        ("Home › Port shut until May", "Home ›"),
        ("Home > News > Port shut until May", "Home > News >"),
        ("You are here: Home » News » Port shut until May", "You are here: Home » News »"),
    ],
)
def test_breadcrumbs(text: str, trail: str) -> None:
    assert found(f"{text}\n\nShips wait in the bay.") == [trail]


@pytest.mark.parametrize(
    "text",
    [
        "Readers may leave a comment, and share this article.",
        "## Comments\n\nThe clerk’s comments were brief.",
        "## Share\n\nThe share price fell.",
        "## Related posts\n\n- [The port in winter](https://example.org/winter)",
        "- [Subscribe to our newsletter](https://example.org/letter)",
        "Home > away.",
        "Home is where the port is » or was.",
        "The site uses cookies, the regulator found. It fined the owner.",
        "The bill drew 14 comments.",
    ],
)
def test_the_same_words_as_copy(text: str) -> None:
    assert found(text) == []


def test_a_page_keeps_its_own_furniture() -> None:
    page = '<!doctype html><body><article><p>The port is shut until May.</p><h3 class="s">Share this:</h3>{}</article>'
    assert found(page.format("<p>Ships wait in the bay.</p>"), "html") == []
    assert found("<p>The port is shut until May.</p><p>Leave a Comment</p>", "html") == ["Leave a Comment"]

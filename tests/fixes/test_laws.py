"""Laws of fixing, with all rules, on the examples and on texts made of defects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newslint import fixes, source
from newslint.config import Config
from newslint.document import parse
from newslint.rule_choice import RuleChoice
from newslint.runs import run
from newslint.source import Source
from tests.conftest import ROOT

if TYPE_CHECKING:
    from newslint.finding import Finding

CHOICE = RuleChoice(Config())
REKINDS = fixes.rekinds_of(CHOICE.known)
ARTICLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in (".md", ".html", ".txt"))

PIECES = st.sampled_from(
    [
        "One,two and three", "the the end", "He said.“We won", "Dr.Stone", "a word ,", "two  spaces", "\u200b", "\u00a0",
        "“quoted,text”", "`code,here`", "[a,b](x.html)", "*em,phasis*", "&amp;", "| a | b |", "|——|——|", "|---|---|", "- item",
        "1990.", "# Head,line", "> said,so", "<b>bo,ld</b>", "beleive", "tehran", "TK", "\t", "!!", "https://example.org/a,b",
    ]
)  # fmt: skip
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([" ", "\n", "\n\n", "\r\n", ""])), max_size=12).map(
    lambda pairs: "".join(piece + end for piece, end in pairs)
)


def lint(text: Source) -> list[Finding]:
    report = run([text], CHOICE)
    assert not report.errors
    return report.findings


def letters(text: Source) -> list[str]:
    """The letters and digits that a source shows."""
    return [character for character in parse(text).prose if character.isalnum()]


def holds(text: Source) -> None:
    safe = fixes.fix(text, lint, rekinds=REKINDS)
    assert letters(safe.source) == letters(text), "a safe fix changes no word"
    for unsafe, before in ((False, safe.source), (True, text)):
        once = fixes.fix(before, lint, unsafe=unsafe, rekinds=REKINDS)
        again = fixes.fix(once.source, lint, unsafe=unsafe, rekinds=REKINDS)
        assert again.source.text == once.source.text, "fixing twice changes nothing"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_laws_on_the_examples(path: object) -> None:
    text = source.read(str(path))
    holds(text)
    assert not fixes.fix(text, lint, unsafe=True, rekinds=REKINDS).taken_back


@settings(max_examples=150, deadline=None)
@example("One,two and three\n\n\u200b the the end the the end the the endthe the end One,two and three ", "markdown")
@given(TEXTS, st.sampled_from(["markdown", "html", "plain"]))
def test_laws_on_texts_of_defects(text: str, format: str) -> None:
    holds(Source(text, "a", format))

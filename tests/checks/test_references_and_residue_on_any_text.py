"""Laws that every check of references, residue, tables and spun text keeps on any text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import parse
from newslint.linter import Linter
from newslint.rules import load_file, shipped_folder
from newslint.source import Source

PACKS = ("tables", "references", "residue", "spun")
LINTER = Linter([load_file(path) for pack in PACKS for path in sorted((shipped_folder() / pack).glob("*.yml"))])

PIECES = st.sampled_from(
    ["[", "]", "[[1]]", "[2]", "(", ")", "|", "---", "\n", "\n\n", "here", "Click here", ".", "Though,", "TK", "[TK]",
     "XX", "£", "&eacute;", "&", ";", "Ã", "©", "â€", "\ufffd", "\x92", "Home » ", "<a>", "</a>", "<a href=''>", "`",
     "Leave a Comment", "utm_source=chatgpt.com", "turn0search1", " ", "word", "Word", "’", "“", "][", "[^1]", "é"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40), st.sampled_from(["markdown", "plain", "html"]))
def test_findings_lie_in_the_text_and_nothing_fails(pieces: list[str], format: str) -> None:
    text = "".join(pieces)
    outcome = LINTER.lint_document(parse(Source(text, format=format)))
    assert not outcome.errors
    for finding in outcome.findings:
        assert 0 <= finding.start.offset <= finding.end.offset <= len(text)
        assert finding.text == text[finding.start.offset : finding.end.offset]


@pytest.mark.parametrize(
    "piece",
    ["[", "[1", "[1]", "[[1]] ", "][", "[a][b] ", "[^a]", "Ã", "Ã©", "â€™", "&a;", "&eacute;", "here", "click here ",
     "read more here. ", "a.B", "a.Big Deal In ", "TK ", "XX", "Home » ", "Home > ", "turn1search1", "【†", "Though, ",
     "Leave a Comment\n\n", "utm_source=", "<a", "<a>", "<a href=x></a>", "| a ", "|\n", "[insert "],
)  # fmt: skip
@pytest.mark.parametrize("format", ["markdown", "plain"])
def test_hostile_repetition_takes_linear_time(piece: str, format: str) -> None:
    document = parse(Source(piece * (60_000 // len(piece)), format=format))
    start = time.process_time()
    LINTER.lint_document(document)
    assert time.process_time() - start < 3

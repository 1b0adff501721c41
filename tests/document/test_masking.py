"""What is masked in prose, and what must not be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import OPAQUE
from newslint.document.masking import mask


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("See https://example.org/a,b?c=d#e.", ["https://example.org/a,b?c=d#e"]),
        ("(see https://example.org/wiki/Leeds_(city)) and (http://a.b/c).", ["https://example.org/wiki/Leeds_(city)", "http://a.b/c"]),
        ("Visit www.example.org/x, please", ["www.example.org/x"]),
        ("Visit https://example.org.The vote was close", ["https://example.org"]),
        ("Visit example.com.The vote was close", ["example.com"]),
        ("At USA.gov’s desk, on bbc.co.uk and Amazon.com's", ["USA.gov", "bbc.co.uk", "Amazon.com"]),
        ("Short: bit.ly/abc and youtu.be/x-y.", ["bit.ly/abc", "youtu.be/x-y"]),
        ("Write to a.b+c@ex-ample.co.uk. Or not", ["a.b+c@ex-ample.co.uk"]),
        ("Via @handle.The next, and @user@social.example", ["@handle", "@user@social.example"]),
        ("Open src/main.rs, report.pdf and index.html#top", ["src/main.rs", "report.pdf", "index.html#top"]),
        ("Run ~/bin/x or ./a/b in /usr/bin now", ["~/bin/x", "./a/b", "/usr/bin"]),
        ("Call std::mem::swap() or read_file", ["std::mem::swap()", "read_file"]),
        ("The #MeToo wave", ["#MeToo"]),
        ("Order at example.org/bulk/form.This is new", ["example.org/bulk/form"]),
        ("See note:read_file: done", ["read_file"]),
        ("Made with Node.js and ASP.NET", ["Node.js", "ASP.NET"]),
    ],
)  # fmt: skip
def test_masked(text: str, hidden: list[str]) -> None:
    expected = text
    for part in hidden:
        expected = expected.replace(part, OPAQUE * len(part))
    assert mask(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "signed the pact.Iran’s ministers",
        "worked on it.In May",
        "asked for support.Moscow’s answer",
        "he said so.and then left",
        "the U.S. and the U.K.",
        "at 5 p.m. on Friday, e.g. today",
        "and/or, he/she, 24/7, km/h",
        "We are #1 & #2",
        "Note: this, that; 12:30",
        "Prices rose 1.5m in 2.5 years",
        "Sign here: ______",
        "meet @ 5 pm",
        "the Inc.The other",
        "“Yes.”Then",
    ],
)
def test_not_masked(text: str) -> None:
    assert mask(text) == text


@given(st.text(alphabet="aA.:/@_#-~ ()w1é\n,", max_size=60))
def test_a_mask_moves_nothing(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(a in (b, OPAQUE) for a, b in zip(masked, text, strict=True))
    assert mask(text).count("\n") == text.count("\n")

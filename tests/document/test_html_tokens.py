"""The tokenizer: held against two independent parsers, and against hostile input."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.document.html_tokens import END, OTHER, START, TEXT, attributes, tokens
from tests.conftest import require

PIECES = [
    "<", ">", "/", "!", "-", "--", "<!--", "-->", "--!>", '"', "'", "=", " ", "\n", "a", "b", "x=1", "<a ", "<b>", "</b>",
    "<script>", "</script>", "<script", "</script ", "<style>", "</style>", "<title>", "</title>", '<p class="x">', "<br/>",
    "&amp;", "&", "text", "<?xml", "?>", "<!doctype html>", "<![CDATA[", "</ ", "</3", "é😀", "<textarea>", "</textarea>",
    "<A HREF=x>", "</SCRIPT>", "\t", "<!", "/>", "<noscript>", "</noscript>", "<a b=c d='e>f' g>",
]  # fmt: skip
markup = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)


def kinds(text: str) -> list[tuple[int, str]]:
    return [(kind, text[start:end]) for kind, start, end, _ in tokens(text, 0, len(text))]


def test_tokens_are_slices_of_the_source() -> None:
    assert kinds('x <B class="a>b">y</B ><!-- z -->') == [
        (TEXT, "x "),
        (START, '<B class="a>b">'),
        (TEXT, "y"),
        (END, "</B >"),
        (OTHER, "<!-- z -->"),
    ]


def test_raw_text_is_one_token_up_to_its_end_tag() -> None:
    assert kinds("<script>if (a<b) '<p>'</script>x") == [
        (OTHER, "<script>if (a<b) '<p>'"),
        (END, "</script>"),
        (TEXT, "x"),
    ]


@pytest.mark.parametrize("text", ["a < b", "a <3 b", "1<2", "a </", "<", "&lt;p&gt;"])
def test_what_only_looks_like_markup_is_text(text: str) -> None:
    assert kinds(text) == [(TEXT, text)]


def test_attributes() -> None:
    text = """<a HREF='/x?a=1&amp;b=2' class=big title="5 > 4" hidden class="two">"""
    [token] = tokens(text, 0, len(text))
    assert attributes(text, token) == {"href": "/x?a=1&b=2", "class": "big", "title": "5 > 4", "hidden": ""}


@settings(max_examples=1000, deadline=None)
@given(markup)
def test_same_tags_as_turbohtml(text: str) -> None:
    require("turbohtml")
    import turbohtml

    kind_of = turbohtml.TokenType
    theirs = [
        (token.source, [(name, value or "") for name, value in token.attrs or []])
        for token in turbohtml.tokenize(text, resolve_references=False, capture_source=True)
        if token.type in (kind_of.START_TAG, kind_of.END_TAG)
    ]
    ours = []
    for token in tokens(text, 0, len(text)):
        kind, start, end, name = token
        if kind == OTHER and name:  # a raw-text element: its start tag begins the token
            first = next(iter(turbohtml.tokenize(text[start:end], capture_source=True)))
            ours.append((first.source, [(key, value or "") for key, value in first.attrs or []]))
        elif kind == START:
            ours.append((text[start:end], list(attributes(text, token).items())))
        elif kind == END:
            ours.append((text[start:end], []))
    assert [source for source, _ in ours] == [source for source, _ in theirs]
    assert [found for source, found in ours if source[1] != "/"] == [
        found for source, found in theirs if source[1] != "/"
    ]


@given(st.text(st.sampled_from("<>/!-ab\"'= &;#x\r\n\0é😀"), max_size=60), st.integers(0, 10), st.integers(0, 10))
def test_tokens_cover_their_span_without_a_gap(text: str, before: int, after: int) -> None:
    start, end = min(before, len(text)), max(len(text) - after, min(before, len(text)))
    place = start
    for _, token_start, token_end, _ in tokens(text, start, end):
        assert token_start == place < token_end
        place = token_end
    assert place == end


@pytest.mark.parametrize(
    "piece",
    ["<a ", "<!--", "</", "&", "<<<", '<a b="', "<a b='\"", "<div>", "<script>", "<script><!--", "<!--<script>", "</script",
     "<a b=", "<title>", "<a b = ", "-", "<!---", "<a/", "<?", "<![CDATA["],
)  # fmt: skip
@pytest.mark.parametrize("before", ["", "<script>", "<script><!--", "<title>"])
def test_hostile_input_takes_linear_time(piece: str, before: str) -> None:
    text = before + piece * (50_000 // len(piece))
    began = time.process_time()
    tokens(text, 0, len(text))
    assert time.process_time() - began < 0.5

"""Bytes to text and back: encodings, marks, line endings, and errors that say where."""

import codecs
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.source import Source, SourceError, decode, format_of, read


def page(charset: str, body: str = "caf\xe9", encoding: str = "cp1252") -> bytes:
    return f'<html><head><meta charset="{charset}"></head><body>{body}</body></html>'.encode(encoding)


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        ("naïve — 😀".encode(), "utf-8", "naïve — 😀"),
        (codecs.BOM_UTF8 + "naïve".encode(), "utf-8", "naïve"),
        (codecs.BOM_UTF16_LE + "naïve 😀".encode("utf-16-le"), "utf-16-le", "naïve 😀"),
        (codecs.BOM_UTF16_BE + "naïve".encode("utf-16-be"), "utf-16-be", "naïve"),
        (b"", "utf-8", ""),
        (codecs.BOM_UTF8, "utf-8", ""),
        (b"a\r\nb\rc\n", "utf-8", "a\r\nb\rc\n"),
    ],
)
def test_encodings_that_need_no_declaration(data: bytes, encoding: str, text: str) -> None:
    source = decode(data, "a.md")
    assert (source.text, source.encoding) == (text, encoding)
    assert source.encode(source.text) == data


@pytest.mark.parametrize(
    ("charset", "encoding", "text"),
    [
        ("windows-1252", "cp1252", "“caf\xe9”"),
        ("ISO-8859-1", "cp1252", "“caf\xe9”"),
        ("latin1", "cp1252", "caf\xe9"),
        ("us-ascii", "cp1252", "caf\xe9"),
        ("iso-8859-15", "iso8859-15", "5 €"),
        ("koi8-r", "koi8-r", "да"),
        ("shift_jis", "cp932", "東京"),
    ],
)
def test_a_page_declares_its_encoding(charset: str, encoding: str, text: str) -> None:
    data = page(charset, text, encoding)
    source = decode(data, "a.html")
    assert text in source.text
    assert source.encoding == encoding
    assert source.encode(source.text) == data


@pytest.mark.parametrize(
    "head",
    [
        b"<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>",
        b"<META CHARSET = windows-1252 >",
        b"<!-- <meta charset=koi8-r> --><meta name=x><meta charset='windows-1252'/>",
        b"<?xml version='1.0' encoding='windows-1252'?>",
    ],
)
def test_ways_to_declare(head: bytes) -> None:
    assert decode(head + b"<p>caf\xe9", "a.html").text.endswith("café")


def test_utf_8_is_believed_over_a_declaration() -> None:
    source = decode(page("windows-1252", "café", "utf-8"), "a.html")
    assert "café" in source.text
    assert source.encoding == "utf-8"


def test_what_is_added_to_an_ascii_page_is_written_as_it_declares() -> None:
    source = decode(page("windows-1252", "cafe"), "a.html")
    assert "café".encode("cp1252") in source.encode(source.text.replace("cafe", "café"))


def test_a_declaration_counts_in_html_and_near_the_top_only() -> None:
    for data, path in ((page("windows-1252"), "a.md"), (b" " * 1100 + page("windows-1252"), "a.html"), (page("no-such"), "a.html"), (page("utf-16"), "a.html")):
        with pytest.raises(SourceError):
            decode(data, path)


def test_the_configured_encoding_is_for_what_is_not_utf_8() -> None:
    assert decode(b"caf\xe9 \x93x\x94", "a.md", fallback="latin-1").text == "café “x”"
    assert decode("café".encode(), "a.md", fallback="latin-1").encoding == "utf-8"
    assert decode(page("koi8-r", "да", "koi8-r"), "a.html", fallback="latin-1").encoding == "koi8-r"


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"one\ntwo\r\nthree\rcaf\xe9", 4, "0xe9"),
        (b"one\ntwo\0", 2, "NUL"),
        (b"x" * 70_000 + b"\n\0", 2, "NUL"),
        (codecs.BOM_UTF8 + b"one\n\xff", 2, "0xff"),
        (codecs.BOM_UTF16_LE + "one\ntwo".encode("utf-16-le") + b"\x00", 2, "UTF-16"),
        (codecs.BOM_UTF16_LE + "one\n".encode("utf-16-le") + b"\x00\xd8a\x00", 2, "UTF-16"),
        (codecs.BOM_UTF16_BE + "one\n\0".encode("utf-16-be"), 2, "NUL"),
        (codecs.BOM_UTF32_LE + "one".encode("utf-32-le"), None, "UTF-32"),
        ("one two three".encode("utf-16-le"), None, "without a byte-order mark"),
        ("one two three".encode("utf-16-be"), None, "without a byte-order mark"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 3, "NUL"),
        (b"\xed\xa0\x80", 1, "0xed"),
    ],
)
def test_errors_say_what_and_where(data: bytes, line: int | None, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        decode(data, "a.md")
    assert caught.value.line == line
    assert caught.value.path == "a.md"


def test_a_byte_that_the_declared_encoding_lacks() -> None:
    with pytest.raises(SourceError, match="0x81") as caught:
        decode(page("windows-1252") + b"\n\x81", "a.html")
    assert caught.value.line == 2


def test_a_character_that_cannot_be_written_back() -> None:
    source = decode(page("windows-1252"), "a.html")
    with pytest.raises(UnicodeEncodeError):
        source.encode(source.text + "☃")
    with pytest.raises(UnicodeEncodeError):
        Source("x").encode("\ud800")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    large = tmp_path / "large.md"
    large.touch()
    os.truncate(large, 100 * 1024 * 1024)
    with pytest.raises(SourceError, match="larger than 33,554,432 bytes"):
        read(str(large))
    for path in (str(tmp_path), str(tmp_path / "missing.md"), "nul\0.md"):
        with pytest.raises(SourceError) as caught:
            read(path)
        assert caught.value.path == path


@given(st.binary(max_size=200), st.sampled_from(["a.md", "a.html"]), st.sampled_from([None, "latin-1", "utf-16", "no-such"]))
def test_any_bytes_are_read_and_written_back_or_refused(data: bytes, path: str, fallback: str | None) -> None:
    try:
        source = decode(data, path, fallback=fallback)
    except SourceError:
        return
    assert source.encode(source.text) == data
    assert "\0" not in source.text


def test_lines_end_at_three_ends_only() -> None:
    source = Source("a\r\nb\rc\nd\x0be\u2028f\x85g")
    assert source.line_starts == [0, 3, 5, 7]
    assert (source.position(4).line, source.position(4).column) == (2, 2)
    assert [source.text[slice(*source.line_span(line))] for line in (1, 2, 3)] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("path", "format"),
    [("a.md", "markdown"), ("A.HTML", "html"), ("x/y.xhtml", "html"), ("a.txt", "plain"), ("README", "plain"), ("a.md.bak", "plain")],
)
def test_formats(path: str, format: str) -> None:
    assert format_of(path) == format

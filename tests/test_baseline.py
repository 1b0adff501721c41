"""Known findings stay known when text moves, and new ones are new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import baseline
from newslint.baseline import BaselineError
from newslint.linter import Linter
from newslint.rules import load_file, shipped_folder
from newslint.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from newslint.finding import Finding

LINTER = Linter([load_file(shipped_folder() / "spacing" / "after-comma.yml")])
TEXT = "The baker sold bread,butter and jam.\n\nThe grocer sold milk,honey and eggs.\n"


def found(text: str, path: str = "a.md") -> list[Finding]:
    findings = LINTER.lint(Source(text, path))
    baseline.assign(findings, text)
    return findings


def prints(text: str) -> list[str]:
    return [finding.fingerprint for finding in found(text)]


@pytest.mark.parametrize(
    "moved",
    [
        "# News\n\nA new first line.\n\n" + TEXT,
        TEXT.replace("\n\n", "\n\nA paragraph between.\n\n"),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("baker sold", "baker  sold"),
        TEXT.upper().replace(",", ","),
        TEXT.replace("The baker sold", "The\nbaker sold"),
    ],
)
def test_a_fingerprint_stays_when_text_moves(moved: str) -> None:
    assert prints(moved) == prints(TEXT)


def test_a_fingerprint_goes_when_the_words_change() -> None:
    assert prints(TEXT.replace("butter", "cheese"))[0] != prints(TEXT)[0]
    assert prints(TEXT.replace("butter", "cheese"))[1] == prints(TEXT)[1]


def test_twins_take_a_suffix() -> None:
    first, second, third = prints("We sold bread,butter and jam.\n\n" * 3)
    assert second == f"{first}-2"
    assert third == f"{first}-3"


@given(st.text("ab ,\n", max_size=200), st.integers(0, 300))
def test_what_stands_before_the_paragraph_does_not_matter(tail: str, padding: int) -> None:
    text = "We sold bread,butter and jam." + tail
    assert prints("x " * padding + "\n\n" + text)[-len(prints(text)) :][:1] == prints(text)[:1]


def test_known_findings_are_left_out_and_new_ones_kept(tmp_path: Path) -> None:
    file = str(tmp_path / "known.json")
    article = str(tmp_path / "news" / "a.md")
    assert baseline.write(file, found(TEXT, article)) == 2
    known = baseline.read(file)
    fresh = found(TEXT + "\nThe smith sold nails,hooks too.\n", article)
    kept, count = known.apply(article, fresh)
    assert [finding.text for finding in kept] == ["nails,hooks"]
    assert (count, known.stale()) == (2, 0)


def test_what_is_gone_is_counted_as_stale(tmp_path: Path) -> None:
    file = str(tmp_path / "known.json")
    one, other = str(tmp_path / "a.md"), str(tmp_path / "b.md")
    baseline.write(file, found(TEXT, one) + found(TEXT, other))
    known = baseline.read(file)
    assert known.apply(one, found(TEXT.replace("bread,butter", "bread, butter"), one)) == ([], 1)
    assert known.stale() == 1


def test_one_known_twin_does_not_cover_two(tmp_path: Path) -> None:
    file = str(tmp_path / "known.json")
    article = str(tmp_path / "a.md")
    baseline.write(file, found("We sold bread,butter and jam.\n", article))
    kept, count = baseline.read(file).apply(article, found("We sold bread,butter and jam.\n\n" * 2, article))
    assert (len(kept), count) == (1, 1)


def test_paths_are_relative_to_the_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    monkeypatch.chdir(here)
    baseline.write("known.json", found(TEXT, "news/a.md"))
    here.rename(there)
    monkeypatch.chdir(tmp_path)
    assert baseline.read("there/known.json").apply("there/news/a.md", found(TEXT, "there/news/a.md")) == ([], 2)


def test_the_file_is_sorted(tmp_path: Path) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    findings = found(TEXT, str(tmp_path / "b.md")) + found(TEXT, str(tmp_path / "a.md"))
    baseline.write(str(one), findings)
    baseline.write(str(other), reversed(findings))
    assert one.read_text() == other.read_text()


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"schema": "newslint-baseline/9", "files": {}}', '{"schema": "newslint-baseline/1", "files": {"a": ["x"]}}', "\xff"],
)
def test_a_broken_file_is_an_error(tmp_path: Path, content: str) -> None:
    file = tmp_path / "known.json"
    file.write_bytes(content.encode("latin-1"))
    with pytest.raises(BaselineError, match="not a baseline"):
        baseline.read(str(file))


def test_a_missing_file_and_a_place_that_cannot_be_written_are_errors(tmp_path: Path) -> None:
    with pytest.raises(BaselineError):
        baseline.read(str(tmp_path / "nowhere.json"))
    with pytest.raises(BaselineError):
        baseline.write(str(tmp_path / "no" / "folder.json"), [])

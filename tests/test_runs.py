"""Many inputs in one run: order, processes, what cannot be read, what compares articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import newslint
from newslint.config import Config, ConfigError
from newslint.finding import InputError
from newslint.source import Source

if TYPE_CHECKING:
    from pathlib import Path

SEALS = (
    "Volunteers counted four hundred seals on the sandbanks at the mouth of the river on Sunday, twice as many as in "
    "the year before."
)
TEXTS = {
    "a.md": f"# Seals return\n\n{SEALS}\n",
    "b.md": "The vote was close,but the motion passed.\n",
    "c.md": f"The ferry sailed at noon.\n\n{SEALS}\n",
}


def written(folder: Path) -> list[str]:
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [str(folder / name) for name in TEXTS]


def told(report: newslint.Report) -> list[tuple[str, str, int, str]]:
    return [
        (finding.path.rpartition("/")[2], finding.code, finding.start.line, finding.fingerprint)
        for finding in report.findings
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_findings_of_a_run_come_in_the_order_of_its_inputs(tmp_path: Path, jobs: int) -> None:
    report = newslint.run(written(tmp_path), jobs=jobs)
    assert [entry[:3] for entry in told(report)] == [("b.md", "SPC101", 1), ("c.md", "DUP102", 3)]
    assert report.files == 3
    assert report.errors == []


def test_several_processes_find_what_one_finds_in_texts_that_are_no_files() -> None:
    sources = [Source(text, name) for name, text in TEXTS.items()]
    one, two = newslint.run(sources, jobs=1), newslint.run(sources, jobs=2)
    assert told(one) == told(two)
    assert len(told(one)) == 2
    assert two.errors == []


def test_a_finding_between_articles_names_the_other_place(tmp_path: Path) -> None:
    duplicate = newslint.run(written(tmp_path)).findings[-1]
    (earlier,) = duplicate.related
    assert earlier.path == str(tmp_path / "a.md")
    assert earlier.start is not None
    assert (earlier.start.line, duplicate.text) == (3, SEALS)


def test_what_cannot_be_read_is_an_error_and_the_rest_is_linted(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_bytes(b"one\nt\xffwo\n")
    (tmp_path / "nul.md").write_bytes(b"one\x00two")
    faulty = [str(tmp_path / name) for name in ("bad.md", "nul.md", "none.md")]
    report = newslint.run([*faulty, InputError("x.md", "not there"), *written(tmp_path)])
    assert [(error.path.rpartition("/")[2], error.line) for error in report.errors] == [
        ("bad.md", 2),
        ("nul.md", 1),
        ("none.md", None),
        ("x.md", None),
    ]
    assert report.files == 3
    assert len(report.findings) == 2


def test_progress_is_told_after_each_input(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    newslint.run(written(tmp_path), progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_the_check_of_one_text() -> None:
    report = newslint.check("The vote was close,but it passed.", format="plain")
    assert [finding.suggestions for finding in report.findings] == [("close, but",)]
    with pytest.raises(ValueError, match="no reader"):
        newslint.check("x", format="docx")


def test_a_foreign_text_is_left_to_the_rules_of_any_language() -> None:
    text = "Der Zug fuhr gestern ab,und niemand hat den Schaffner danach noch gesehen. Er blieb verschwunden. [x]()\n"
    report = newslint.check(text)
    assert {finding.code for finding in report.findings} == {"REF102"}
    assert [entry.reason for entry in report.skipped] == ["not English"]


def test_accepted_words_are_not_reported() -> None:
    text = "The comittee met in tehran."
    assert len(newslint.check(text).findings) == 2
    linter = newslint.Linter(Config(accept=frozenset(("comittee", "tehran"))))
    assert linter.check(text).findings == []


def test_a_selector_that_names_no_rule_is_an_error() -> None:
    with pytest.raises(ConfigError, match="did you mean"):
        newslint.Linter(Config(select=["spacng"]))


def test_one_broken_rule_does_not_hide_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.checks import doubled_word

    def broken(document: object, settings: object) -> object:
        raise RuntimeError("boom")

    monkeypatch.setattr(doubled_word, "check", broken)
    report = newslint.Linter(Config()).check("The the vote was close,but it passed.")
    assert [finding.code for finding in report.findings] == ["SPC101"]
    assert "SPL104" in report.errors[0].message

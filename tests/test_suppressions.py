"""Comments and front matter silence rules; what silences nothing is told."""

from __future__ import annotations

import pickle

import pytest

from newslint.document import parse
from newslint.linter import Linter
from newslint.rules import Rule, load_file, shipped_folder
from newslint.source import Source
from newslint.suppressions import Suppressions

FILES = ("spacing/after-comma", "spelling/informal", "suppression/unused", "suppression/unknown")


@pytest.fixture(scope="module")
def rules() -> list[Rule]:
    return [load_file(shipped_folder() / f"{name}.yml") for name in FILES]


def outcome(rules: list[Rule], text: str, format: str = "markdown") -> tuple[list[str], int, list[str]]:
    """What is left of the findings, how many are silenced, and what is said of the suppressions."""
    document = parse(Source(text, format=format))
    findings = Linter(rules).lint_document(document).findings
    suppressions = Suppressions.of(document)
    if suppressions is None:
        return [finding.text for finding in findings], 0, []
    kept, silenced = suppressions.apply(findings)
    about = suppressions.findings(rules, rules)
    for finding in about:
        assert text[finding.start.offset : finding.end.offset] == finding.text
    return [finding.text for finding in kept], silenced, [f"{finding.code} {finding.message}" for finding in about]


TWO = "Bread,butter.\n\nMilk,honey.\n"


@pytest.mark.parametrize(
    ("text", "left", "silenced"),
    [
        (TWO, ["Bread,butter", "Milk,honey"], 0),
        ("<!-- newslint-disable-next-line -->\n" + TWO, ["Milk,honey"], 1),
        ("<!-- newslint-disable-next-line SPC101 -- the poster said so -->\n\n" + TWO, ["Milk,honey"], 1),
        ("<!-- newslint-disable-next-line spacing/after-comma -->\n" + TWO, ["Milk,honey"], 1),
        ("<!--newslint-disable-next-line SPC1, spacing-->\n" + TWO, ["Milk,honey"], 1),
        ("Bread,butter. <!-- newslint-disable-line -->\n\nMilk,honey.\n", ["Milk,honey"], 1),
        ("<!-- newslint-disable -->\n\n" + TWO, [], 2),
        ("<!-- newslint-disable -->\n\nBread,butter.\n\n<!-- newslint-enable -->\n\nMilk,honey.\n", ["Milk,honey"], 1),
        (
            "<!-- newslint-disable SPC SPL105 -->\n\nBread,butter thru.\n\n<!-- newslint-enable SPL105 -->\n\nMilk,honey thru.\n",
            ["thru"],
            3,
        ),
        ("Bread,butter.\n\nMilk,honey.\n\n<!-- newslint-disable-file SPC101 -->\n", [], 2),
        ("---\ntitle: x\nnewslint: off\n---\n\n" + TWO, [], 2),
        ("---\nnewslint: [SPC101]\ntitle: x\n---\n\n" + TWO, [], 2),
        ("---\nnewslint:\n- spacing\ntitle: x\n---\n\n" + TWO, [], 2),
        ("---\nnewslint: {disable: SPC101}\n---\n\n" + TWO, [], 2),
        ("---\nnewslint:\n  disable: [SPC101]\n---\n\n" + TWO, [], 2),
        ("+++\ntitle = 'x'\nnewslint = ['SPC101']\n+++\n\n" + TWO, [], 2),
    ],
)
def test_what_is_named_is_silenced(rules: list[Rule], text: str, left: list[str], silenced: int) -> None:
    assert outcome(rules, text) == (left, silenced, [])


@pytest.mark.parametrize("format", ["html", "plain"])
def test_comments_count_in_every_format(rules: list[Rule], format: str) -> None:
    paragraph = "<p>Bread,butter.</p>" if format == "html" else "Bread,butter."
    assert outcome(rules, f"<!-- newslint-disable-next-line SPC101 -->\n{paragraph}\n", format) == ([], 1, [])


@pytest.mark.parametrize(
    "text",
    [
        "```\n<!-- newslint-disable-file -->\n```\n\nBread,butter.\n",
        "`<!-- newslint-disable-file -->`\n\nBread,butter.\n",
        "    <!-- newslint-disable-file -->\n\nBread,butter.\n",
        "A note on newslint-disable-file: bread,butter.\n",
        "<!-- newslint-disable-file\n\nBread,butter.\n",
        "---\ntitle: newslint\n---\n\nBread,butter.\n",
    ],
)
def test_code_and_prose_about_suppressions_silence_nothing(rules: list[Rule], text: str) -> None:
    left, silenced, _ = outcome(rules, text)
    assert silenced == 0
    assert len(left) == (0 if text.startswith("<!--") else 1)


def test_code_before_a_comment_does_not_hide_it(rules: list[Rule]) -> None:
    assert outcome(rules, "Run `x` <!-- newslint-disable-line --> bread,butter.\n") == ([], 1, [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<!-- newslint-disable-next-line SPC101 -->\nBread.\n", ["SUP101 This suppression of SPC101 silences nothing"]),
        ("<!-- newslint-disable-file -->\nBread.\n", ["SUP101 This suppression of all rules silences nothing"]),
        (
            "<!-- newslint-disable-next-line SPC101 SPL105 -->\nBread,butter.\n",
            ["SUP101 This suppression of SPL105 silences nothing"],
        ),
        ("---\nnewslint: SPC101\n---\n\nBread.\n", ["SUP101 This suppression of SPC101 silences nothing"]),
        ("<!-- newslint-disable-file SPX101 -->\nBread.\n", ["SUP102 This suppression cannot work: no rule is called “SPX101”"]),
        (
            "<!-- newslint-disabel -->\nBread.\n",
            ["SUP102 This suppression cannot work: there is no “newslint-disabel” (did you mean “newslint-disable”?)"],
        ),
        ("Bread. <!-- newslint-enable -->\n", ["SUP102 This suppression cannot work: there is nothing to enable again"]),
        (
            "---\nnewslint: {enable: [SPC101]}\n---\n\nBread.\n",
            ["SUP102 This suppression cannot work: the front matter's `newslint` cannot be read: its only key is `disable`"],
        ),
    ],
)
def test_a_suppression_that_does_nothing_is_told(rules: list[Rule], text: str, said: list[str]) -> None:
    assert outcome(rules, text)[2] == said


def test_what_did_not_run_is_not_called_unused(rules: list[Rule]) -> None:
    document = parse(Source("<!-- newslint-disable-file SPC101 -->\n<!-- newslint-disable-file -->\nBread.\n"))
    suppressions = Suppressions.of(document)
    assert suppressions is not None
    without = [rule for rule in rules if rule.code != "SPC101"]
    assert suppressions.findings(without, rules) == []


def test_an_article_without_suppressions_has_none() -> None:
    assert Suppressions.of(parse(Source("Bread and butter.\n"))) is None


def test_suppressions_pass_between_processes(rules: list[Rule]) -> None:
    document = parse(Source("<!-- newslint-disable-next-line SPC101 -->\nBread,butter.\n"))
    findings = Linter(rules).lint_document(document).findings
    passed = pickle.loads(pickle.dumps(Suppressions.of(document)))
    assert passed.apply(findings) == ([], 1)
    assert pickle.loads(pickle.dumps(passed)).findings(rules, rules) == []


def test_many_comments_in_code_cost_no_more_than_their_number(rules: list[Rule]) -> None:
    text = "```\n" + "<!-- newslint-disable -->\n" * 20_000 + "```\n\nBread,butter.\n"
    assert outcome(rules, text) == (["Bread,butter"], 0, [])

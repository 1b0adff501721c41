"""Every shipped rule keeps the promises that its own examples make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from newslint import checks, fixes
from newslint.linter import Linter
from newslint.rules import load_file, shipped_folder
from newslint.rules.examples import faults

if TYPE_CHECKING:
    from pathlib import Path

    from newslint.finding import Finding
    from newslint.rules import Rule
    from newslint.source import Source

PATHS = sorted(shipped_folder().glob("*/*.yml"))


def is_of_one_article(rule: Rule) -> bool:
    return hasattr(checks.load(rule.check), "check")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_rule_holds_to_its_examples(path: Path) -> None:
    rule = load_file(path)
    assert len(rule.bad) >= 3
    assert len(rule.good) >= 3
    if not is_of_one_article(rule):
        return  # rules that compare inputs are run by the tests of their own checks
    linter = Linter([rule])
    rekinds = fixes.rekinds_of([rule])

    def lint(sources: list[Source]) -> list[Finding]:
        return linter.lint(sources[-1])

    def fix(source: Source) -> str:
        return fixes.fix(source, linter.lint, unsafe=True, rekinds=rekinds).source.text

    assert [f"{path}:{fault.line}: {fault.message}" for fault in faults(rule, lint, fix)] == []


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_rule_has_a_stable_code_and_words_for_people(path: Path) -> None:
    rule = load_file(path)
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert rule.description
    assert not rule.description.endswith(".")
    assert not rule.message.endswith(".")

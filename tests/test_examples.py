"""The articles in examples/ show what the rules are for: each of these speaks there."""

from __future__ import annotations

import subprocess
import sys

import pytest

import newslint
from tests.conftest import ROOT

CODES = (
    "CAP101 CAP102 CAP103 CAP104 CAP105 CAP106 DUP101 DUP102 DUP104 PUN101 PUN102 PUN103 REF101 REF102 REF103 REF104 "
    "RES101 RES102 RES103 RES104 RES105 SPC101 SPC102 SPC103 SPC104 SPC105 SPC106 SPL101 SPL102 SPL103 SPL104 SPL105 "
    "SPN101 SPN102 TBL101 TBL102 TBL103 TBL104 TBL105 TBL106"
).split()
ARTICLES = sorted(
    str(path) for path in (ROOT / "examples").iterdir() if path.suffix in (".md", ".html", ".txt")
)


@pytest.fixture(scope="module")
def found() -> set[str]:
    return {finding.code for finding in newslint.run(ARTICLES).findings}


@pytest.mark.parametrize("code", CODES)
def test_the_rule_speaks_in_the_examples(code: str, found: set[str]) -> None:
    assert code in found


def test_the_demonstration_runs_and_changes_nothing() -> None:
    before = [open(path, "rb").read() for path in ARTICLES]  # noqa: SIM115, PTH123
    ran = subprocess.run(
        [sys.executable, str(ROOT / "examples" / "demo.py")], capture_output=True, text=True, check=True, encoding="utf-8",
        cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )  # fmt: skip
    assert "SPC101" in ran.stdout
    assert "untill  →  until" in ran.stdout
    assert before == [open(path, "rb").read() for path in ARTICLES]  # noqa: SIM115, PTH123

"""The generated pages of docs/ are current: `make docs` makes them so."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

from newslint import config
from newslint.rule_choice import RuleChoice
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_generated_pages_are_current() -> None:
    ran = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "build_docs.py"), "--check"], capture_output=True, text=True, check=False
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr


def test_links_between_the_pages_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]:
        text = page.read_text(encoding="utf-8")
        text = re.sub(r"(?ms)^ *(?:- )?(`{3,}).*?^ *\1", "", text)
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", re.sub(r"`[^`\n]*`", "", text)):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_readme_shows_a_configuration_that_works(tmp_path: Path) -> None:
    (block,) = re.findall(
        r"(?ms)^```yaml\n(fail-on.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8")
    )
    path = tmp_path / ".newslint.yml"
    path.write_text(block, encoding="utf-8")
    choice = RuleChoice(config.load(path))
    assert "SPN102" not in {rule.code for rule in choice.rules}
    assert {rule.level for rule in choice.rules if rule.code == "SPC105"} == {"warning"}

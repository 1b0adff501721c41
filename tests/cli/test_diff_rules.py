"""`diff-rules`: the findings in which two folders of rules differ."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from newslint.rules import shipped_folder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newslint


@pytest.fixture
def rules(folder: Path) -> Path:
    """Folders `old` and `new` with the rules of spacing, and an article."""
    for name in ("old", "new"):
        shutil.copytree(shipped_folder() / "spacing", folder / name / "spacing")
    (folder / "a.md").write_text("The ferry,which sails at dawn, is late .\n\nIt  is full.\n")
    return folder


def test_equal_rules_have_no_difference(newslint: Newslint, rules: Path) -> None:
    ran = newslint("diff-rules", "old", "new", "a.md")
    assert ran.code == 0
    assert ran.out == "0 added, 0 removed, 3 unchanged.\n"


def test_a_rule_that_went_is_shown(newslint: Newslint, rules: Path) -> None:
    (rules / "new/spacing/after-comma.yml").unlink()
    ran = newslint("diff-rules", "old", "new", "a.md")
    assert ran.code == 1
    assert ran.out.startswith("- a.md:1:5: SPC101 error: ")
    assert "SPC101: 0 added, 1 removed\n0 added, 1 removed, 2 unchanged.\n" in ran.out


def test_a_changed_level_removes_and_adds(newslint: Newslint, rules: Path) -> None:
    path = rules / "new/spacing/after-comma.yml"
    path.write_text(path.read_text().replace("level: error", "level: warning"))
    ran = newslint("diff-rules", "old", "new", "a.md", "--output-format", "json")
    assert ran.code == 1
    data = json.loads(ran.out)
    assert [entry["level"] for entry in data["added"]] == ["warning"]
    assert [entry["level"] for entry in data["removed"]] == ["error"]
    assert data["unchanged"] == 2


def test_a_file_that_is_not_there(newslint: Newslint, rules: Path) -> None:
    ran = newslint("diff-rules", "old", "new", "nowhere.md")
    assert ran.code == 2
    assert "nowhere.md" in ran.err


def test_a_folder_with_a_broken_rule(newslint: Newslint, rules: Path) -> None:
    (rules / "new/spacing/after-comma.yml").write_text("extends: nothing\n")
    assert newslint("diff-rules", "old", "new", "a.md").code == 2

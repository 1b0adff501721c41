"""`rule`, `rules`, `test`, `init`, `doctor`, and the program itself."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from newslint import config
from newslint.cli import COMMANDS
from newslint.cli.init import TEMPLATE
from newslint.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newslint


def test_version_and_help(newslint: Newslint) -> None:
    assert newslint("--version").out == f"newslint {__version__}\n"
    out = newslint("--help").out
    assert all(command in out for command in COMMANDS)
    for command in COMMANDS:
        assert newslint(command, "--help").code == 0


def test_a_path_in_place_of_a_command(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text("One.\n")
    assert "newslint check a.md" in newslint("a.md").err


@pytest.mark.parametrize("name", ["SPC101", "spc101", "spacing/after-comma", "after-comma"])
def test_a_rule_is_explained(newslint: Newslint, name: str) -> None:
    out = newslint("rule", name).out
    assert out.startswith("SPC101  spacing/after-comma\n")
    assert "Level: error" in out
    assert "Found in" in out
    assert "Not found in" in out


def test_a_rule_as_json(newslint: Newslint) -> None:
    data = json.loads(newslint("rule", "SPC101", "--output-format", "json").out)
    assert data["code"] == "SPC101"
    assert data["bad"]
    assert data["good"]


def test_a_near_miss_is_answered(newslint: Newslint) -> None:
    assert "SPC101" in newslint("rule", "SPC1O1").err


def test_rules(newslint: Newslint, folder: Path) -> None:
    assert re.search(r"^SPC101 +error +\[\*\] +spacing/after-comma +\w", newslint("rules").out, re.M)
    data = json.loads(newslint("rules", "--output-format", "json").out)
    assert {"SPC101", "TBL101"} <= {entry["code"] for entry in data}
    data = json.loads(newslint("rules", "--select", "TBL", "--output-format", "json").out)
    assert {entry["category"] for entry in data} == {"tables"}


def test_costs(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text("The vote was close,but the motion passed.\n")
    out = newslint("rules", "--cost", ".").out
    assert re.search(r"^ +[\d.]+ +1  SPC101", out, re.M)
    data = json.loads(newslint("rules", "--cost", "--output-format", "json", ".").out)
    assert data[0]["rule"] == "parsing"
    assert newslint("rules", ".").code == 2


RULE = """\
extends: existence
id: HSE101
message: "“%s” is not used here"
description: House words
tokens: [utilise]
examples:
  bad:
    - {text: They utilise it., found: [utilise]}
  good:
    - They use it.
"""


def test_examples_of_a_folder(newslint: Newslint, folder: Path) -> None:
    (folder / "house").mkdir()
    (folder / "house" / "words.yml").write_text(RULE)
    assert newslint("test", ".") == (0, "1 of 1 rules hold, 2 examples.\n", "")
    (folder / "house" / "words.yml").write_text(RULE.replace("They use it.", "They utilise it."))
    ran = newslint("test", ".")
    assert ran.code == 1
    assert "words.yml:10: HSE101: found “utilise”, not nothing" in ran.out
    (folder / "house" / "words.yml").write_text(RULE.replace("tokens", "tokesn"))
    ran = newslint("test", ".")
    assert ran.code == 2
    assert "words.yml:5:" in ran.err


def test_init(newslint: Newslint, folder: Path) -> None:
    ran = newslint("init")
    assert ran.code == 0
    assert "pre-commit" in ran.out
    assert newslint("check", ".").code == 0
    assert newslint("init").code == 2
    assert newslint("init", "--force").code == 0


def test_every_commented_key_of_the_template_works(folder: Path) -> None:
    """With the comment signs taken away, each example is a valid configuration."""
    keys = re.sub(r"^# (?=[a-z-]+:(?: |$)|  |\")", "", TEMPLATE, flags=re.M)
    (folder / "names.txt").write_text("Pezeshkian\n")
    path = folder / ".newslint.yml"
    path.write_text(keys)
    read = config.load(path)
    assert read.accept >= {"Pezeshkian", "fintech"}
    assert read.force_exclude
    assert read.max_bytes == config.Config().max_bytes
    assert [entry.glob for entry in read.per_file] == ["opinion/**", "archive/**"]


def test_doctor(newslint: Newslint, folder: Path) -> None:
    ran = newslint("doctor")
    assert ran.code == 0
    assert __version__ in ran.out
    (folder / ".newslint.yml").write_text("nope: 1\n")
    ran = newslint("doctor")
    assert ran.code == 2
    assert "BROKEN" in ran.out
    assert ".newslint.yml:1:" in ran.out

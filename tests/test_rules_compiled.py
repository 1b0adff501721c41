"""Folders of rules load from a compiled form that is never staler than the files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from newslint.rules import RuleError, compiled, load_folder, shipped_folder

if TYPE_CHECKING:
    from pathlib import Path

RULE = 'extends: existence\nid: {}\nmessage: "Avoid “%s”"\ntokens: [{}]\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "rules"
    (folder / "house").mkdir(parents=True)
    (folder / "house" / "one.yml").write_text(RULE.format("HSE101", "utilise"))
    (folder / "house" / "two.yml").write_text(RULE.format("HSE100", "leverage"))
    return folder


def cache_file(folder: Path) -> Path:
    (file,) = (folder.parent / "cache" / "newslint").iterdir()
    return file


def test_rules_come_in_the_order_of_their_codes(folder: Path) -> None:
    assert [rule.code for rule in load_folder(folder)] == ["HSE100", "HSE101"]


def test_the_second_load_reads_the_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_folder(folder)
    monkeypatch.setattr(compiled, "compile_files", None)
    assert load_folder(folder) == first


@pytest.mark.parametrize("change", ["edit", "touch", "add", "remove"])
def test_a_change_of_the_files_is_seen(folder: Path, change: str) -> None:
    load_folder(folder)
    one = folder / "house" / "one.yml"
    if change == "edit":
        one.write_text(RULE.format("HSE101", "utilize"))
        os.utime(one, ns=(1, 1))
    elif change == "touch":
        os.utime(one, ns=(1, 1))
    elif change == "add":
        (folder / "house" / "three.yml").write_text(RULE.format("HSE102", "synergy"))
    else:
        one.unlink()
    fresh = load_folder(folder, use_cache=False)
    assert load_folder(folder) == fresh


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": 1}', '{"format": 1, "stamp": 3, "rules": 4}'])
def test_a_broken_cache_is_made_anew(folder: Path, content: str) -> None:
    first = load_folder(folder)
    cache_file(folder).write_text(content)
    assert load_folder(folder) == first
    assert json.loads(cache_file(folder).read_text())["rules"]


def test_a_cache_folder_that_cannot_be_written_does_not_matter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = folder.parent / "file"
    blocked.write_text("")
    for place in (str(blocked / "below"), "relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", place)
        assert len(load_folder(folder)) == 2


def test_without_the_cache_nothing_is_written(folder: Path) -> None:
    load_folder(folder, use_cache=False)
    assert not (folder.parent / "cache").exists()


def test_two_rules_of_one_code_are_an_error(folder: Path) -> None:
    (folder / "house" / "twin.yml").write_text(RULE.format("HSE101", "synergy"))
    with pytest.raises(RuleError, match=r"“HSE101” is already the rule of .*one\.yml"):
        load_folder(folder)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="cannot be read"):
        load_folder(tmp_path / "nowhere")


def test_the_shipped_form_counts_while_it_fits_the_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = compiled.rule_files(str(folder))
    entries = compiled.compile_files(str(folder), files)
    entries[0]["message"] = "from the compiled form"
    (folder / compiled.COMPILED).write_text(compiled.dump(compiled.stamp(files, with_times=False), entries))
    assert load_folder(folder)[0].message == "from the compiled form"
    (folder / "house" / "one.yml").write_text(RULE.format("HSE101", "utilise") + "limit: 3\n")
    assert load_folder(folder)[0].message == "Avoid “%s”"


def test_compiled_rules_need_no_yaml(tmp_path: Path) -> None:
    load_folder(shipped_folder())
    program = (
        "import sys; from newslint.rules import load_folder, shipped_folder; "
        "load_folder(shipped_folder()); print('yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"

"""What is shipped: a wheel that works without the checkout, and a source archive that can be built."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from newslint.rules import load_folder, shipped_folder
from newslint.version import __version__
from tests.conftest import ROOT, require

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, by way of the source archive."""
    require("build", "hatchling")
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True, capture_output=True, cwd=folder,
    )  # fmt: skip
    (built,) = folder.glob("*.whl")
    assert len(list(folder.glob("*.tar.gz"))) == 1
    return built


def test_the_wheel_holds_what_a_run_needs(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert wheel.stat().st_size < 10_000_000
    shipped = {
        f"newslint/rules_shipped/{path.relative_to(ROOT / 'rules').as_posix()}"
        for path in (ROOT / "rules").glob("*/*.yml")
    }
    assert shipped <= names
    assert "newslint/rules_shipped/compiled.json" in names
    assert "newslint/py.typed" in names
    assert any(name.startswith("newslint/lexicon/data/") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "examples/", "benchmarks/"))]


def test_an_unpacked_wheel_runs_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(place)
    (tmp_path / "a.md").write_text("The vote was close,but the motion passed.\n")

    def newslint(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "newslint", *arguments], cwd=tmp_path, capture_output=True, text=True, check=False,
            encoding="utf-8", env={**os.environ, "PYTHONPATH": str(place), "XDG_CACHE_HOME": str(tmp_path / "cache")},
        )  # fmt: skip

    ran = newslint("check", "--output-format", "json", "a.md")
    assert ran.returncode == 1, ran.stderr
    data = json.loads(ran.stdout)
    assert [finding["code"] for finding in data["findings"]] == ["SPC101"]
    assert data["version"] == __version__
    codes = [entry["code"] for entry in json.loads(newslint("rules", "--output-format", "json").stdout)]
    assert codes == [rule.code for rule in load_folder(shipped_folder())]
    assert not (tmp_path / "cache").exists(), "a wheel's rules are compiled already"


def test_python_dash_m_and_the_script_are_one_program() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "newslint", "--version"], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ran.stdout == f"newslint {__version__}\n"

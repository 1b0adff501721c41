"""A folder of articles, and `newslint` run in it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from newslint.cli import run
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


class Ran(NamedTuple):
    """What a run of the program gave."""

    code: int
    out: str
    err: str


class Newslint:
    """The program, run in this process, or (`process`) as one of its own."""

    def __init__(self, capture: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self._capture = capture
        self._patch = patch

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Ran:
        self._capture.readouterr()
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run(list(arguments))
        out, err = self._capture.readouterr()
        return Ran(code, out, err)

    def process(
        self, *arguments: str, stdin: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "newslint", *arguments],
            input=stdin, capture_output=True, check=False, timeout=60,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, with no configuration above it and a cache of the test run."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def newslint(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Newslint:
    return Newslint(capsys, monkeypatch)

"""The progress bar: only for long runs, only on a terminal."""

from __future__ import annotations

import io
import sys

import pytest

from newslint.cli import progress
from newslint.cli.progress import ProgressBar


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "patience", "enabled", "shows"),
    [
        (Terminal(), 0.0, True, True),
        (Terminal(), 60.0, True, False),
        (Terminal(), 0.0, False, False),
        (io.StringIO(), 0.0, True, False),
    ],
)
def test_when_it_shows(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, patience: float, enabled: bool, shows: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setenv("TERM", "xterm")
    with ProgressBar(enabled) as bar:
        for done in range(1, 4):
            bar(done, 3)
    assert ("Checking" in stream.getvalue()) == shows

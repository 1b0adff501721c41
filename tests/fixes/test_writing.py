"""Writing back: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint import fixes
from newslint.fixes import WriteError, write_bytes, write_source
from newslint.source import Source, decode


def test_mode_bits_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"one")
    path.chmod(0o640)
    write_bytes(str(path), b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"one")
    link = tmp_path / "link.md"
    link.symlink_to("real.md")
    write_bytes(str(link), b"two")
    assert link.is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"two"


def test_a_full_disk_leaves_the_original(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"one")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="No space left on device"):
        write_bytes(str(path), b"two")
    assert path.read_bytes() == b"one"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]


def test_a_really_full_disk() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    with pytest.raises(WriteError):
        write_bytes("/dev/full/a.md", b"two")


def test_what_the_encoding_cannot_hold_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"caf\xe9")
    before = decode(path.read_bytes(), str(path), fallback="latin-1")
    after = Source("caf\u2019", str(path), "plain", "latin-1")
    with pytest.raises(WriteError, match="latin-1"):
        write_source(before, after)
    assert path.read_bytes() == b"caf\xe9"


def test_somebody_elses_change_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"one")
    before = decode(b"one", str(path))
    path.write_bytes(b"one and more")
    with pytest.raises(WriteError, match="changed"):
        write_source(before, Source("two", str(path)))
    assert path.read_bytes() == b"one and more"


def test_a_read_only_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"one")
    monkeypatch.setattr(fixes.writing.os, "access", lambda *_: False)
    with pytest.raises(WriteError, match="read-only"):
        write_bytes(str(path), b"two")
    assert path.read_bytes() == b"one"


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"one")

    def interrupt(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_bytes(str(path), b"two")
    assert path.read_bytes() == b"one"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]

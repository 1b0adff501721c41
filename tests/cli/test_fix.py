"""`newslint check --fix` and `--diff`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.fixes import writing
from tests.cli.test_check import BAD, GOOD

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Newslint

MISSPELT = "The club beleived in him,and he stayed.\n"


def test_fixing(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(BAD)
    (folder / "b.md").write_text("Rain fell on the harbour.\n")
    ran = newslint("check", "--fix", ".")
    assert ran == (0, "Fixed 1 finding.\nNo findings in 2 files.\n", "")
    assert (folder / "a.md").read_text() == GOOD
    assert newslint("check", "--fix", ".") == (0, "No findings in 2 files.\n", "")


def test_what_remains_is_reported(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(MISSPELT)
    ran = newslint("check", "--fix", "--output-format", "concise", ".")
    assert ran.code == 1
    assert "SPL101 [~]" in ran.out
    assert "Fixed 1 finding.\nFound 1 error in 1 file (1 fixable with --unsafe-fixes).\n" in ran.out
    assert (folder / "a.md").read_text() == "The club beleived in him, and he stayed.\n"


def test_unsafe_fixes(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(MISSPELT)
    ran = newslint("check", "--fix", "--unsafe-fixes", ".")
    assert ran.code == 0
    assert (folder / "a.md").read_text() == "The club believed in him, and he stayed.\n"


def test_bytes_are_kept(newslint: Newslint, folder: Path) -> None:
    path = folder / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + BAD.replace("\n", "\r\n").encode() + b"\r\nThe end.")
    path.chmod(0o600)
    assert newslint("check", "--fix", "a.txt").code == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode() + b"\r\nThe end."
    assert path.stat().st_mode & 0o777 == 0o600


def test_suppressed_and_known_findings_are_left_alone(newslint: Newslint, folder: Path) -> None:
    text = f"<!-- newslint-disable-next-line SPC101 -->\n{BAD}\nHe came,saw and left.\n"
    (folder / "a.md").write_text(text)
    newslint("check", "--write-baseline", "known.json", ".")
    (folder / "a.md").write_text(text + "\nShe ran,won and left.\n")
    ran = newslint("check", "--fix", "--baseline", "known.json", ".")
    assert ran == (0, "Fixed 1 finding.\nNo findings in 1 file; 1 suppressed, 1 in the baseline.\n", "")
    assert (folder / "a.md").read_text() == text + "\nShe ran, won and left.\n"
    (folder / "a.md").write_text("She ran,won and left.\n")
    assert "1 findings that known.json lists" in newslint("check", "--baseline", "known.json", ".").err


def test_a_difference(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(BAD + "\nThe end.")
    ran = newslint("check", "--diff", "a.md")
    assert ran.code == 1
    assert (
        ran.out
        == f"--- a.md\n+++ a.md\n@@ -1,3 +1,3 @@\n-{BAD}+{GOOD} \n The end.\n\\ No newline at end of file\n"
    )
    assert ran.err == "Would fix 1 finding.\n"
    assert (folder / "a.md").read_text() == BAD + "\nThe end."
    (folder / "a.md").write_text(GOOD)
    assert newslint("check", "--diff", "a.md") == (0, "", "")


def test_stdin_is_passed_on(newslint: Newslint) -> None:
    ran = newslint.process(
        "check", "--fix", "--stdin-filename", "a.md", "-", stdin=BAD.replace("\n", "\r\n").encode()
    )
    assert ran.stdout == GOOD.replace("\n", "\r\n").encode()
    assert ran.returncode == 0
    assert b"Fixed 1 finding." in ran.stderr
    ran = newslint.process("check", "--fix", "-", stdin=MISSPELT.encode())
    assert ran.stdout == b"The club beleived in him, and he stayed.\n"
    assert ran.returncode == 1
    assert b"SPL101" in ran.stderr


def test_stdin_that_cannot_be_read_is_passed_on_as_it_came(newslint: Newslint) -> None:
    ran = newslint.process("check", "--fix", "-", stdin=b"caf\xe9,but\n")
    assert ran.stdout == b"caf\xe9,but\n"
    assert ran.returncode == 2


def test_a_file_that_cannot_be_written(
    newslint: Newslint, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.md").write_text(BAD)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    ran = newslint("check", "--fix", ".")
    assert ran.code == 2
    assert "a.md: cannot be written: No space left on device" in ran.err
    assert (folder / "a.md").read_text() == BAD
    assert [path.name for path in folder.iterdir()] == ["a.md"]

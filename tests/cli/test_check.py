"""`newslint check` as its users see it: output, exit codes, stdin, files that cannot be read."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from newslint import checks
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newslint

BAD = "The vote was close,but the motion passed.\n"
GOOD = "The vote was close, but the motion passed.\n"
WARNING = "The mayor thanked the crew (and left early.\n"


def test_clean(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(GOOD)
    assert newslint("check", "a.md") == (0, "No findings in 1 file.\n", "")


def test_a_finding(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(BAD)
    ran = newslint("check", "a.md")
    assert ran.code == 1
    assert ran.err == ""
    assert ran.out.startswith("a.md:1:14: error SPC101 [*] ")
    assert "\n   |              ^^^^^^^^^\n" in ran.out
    assert "`close, but`" in ran.out
    assert ran.out.endswith("Found 1 error in 1 file (1 fixable with --fix).\n")


def test_concise_is_a_line_a_finding(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(BAD + "\n" + BAD)
    lines = newslint("check", "--output-format", "concise", "--quiet", ".").out.splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["a.md:1:14:", "a.md:3:14:"] or [
        line.partition(" ")[0] for line in lines
    ] == ["./a.md:1:14:", "./a.md:3:14:"]


def test_json(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(BAD)
    data = json.loads(newslint("check", "--output-format", "json", "a.md").out)
    (finding,) = data["findings"]
    assert finding["text"] == "close,but"
    assert finding["fingerprint"]
    assert finding["start"] == {"offset": 13, "line": 1, "column": 14}


def test_statistics(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(BAD + "\n" + BAD)
    assert newslint("check", "--statistics", ".").out.splitlines()[0].split() == [
        "2", "error", "SPC101", "[*]", "spacing/after-comma",
    ]  # fmt: skip
    data = json.loads(newslint("check", "--statistics", "--output-format", "json", ".").out)
    assert [(entry["code"], entry["count"]) for entry in data] == [("SPC101", 2)]


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (WARNING, [], 0),
        (WARNING, ["--fail-on", "warning"], 1),
        (WARNING, ["--fail-on", "suggestion"], 1),
        (BAD, ["--fail-on", "never"], 0),
        (BAD, ["--exit-zero"], 0),
        (BAD, ["-e", "--fail-on", "suggestion"], 0),
        (GOOD, ["--fail-on", "suggestion"], 0),
    ],
)
def test_exit_codes(newslint: Newslint, folder: Path, text: str, arguments: list[str], code: int) -> None:
    (folder / "a.md").write_text(text)
    assert newslint("check", "a.md", *arguments).code == code


def test_nothing_to_check_is_told(newslint: Newslint) -> None:
    ran = newslint("check", ".")
    assert ran.code == 0
    assert "no Markdown, HTML or plain-text files" in ran.err


def test_an_unreadable_file_is_told_and_the_others_are_linted(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(BAD)
    (folder / "b.md").write_bytes(b"one\ntwo \xff\n")
    (folder / "c.md").write_text(BAD)
    for more in ([], ["--exit-zero"], ["--fail-on", "never"]):
        ran = newslint("check", "a.md", "b.md", "c.md", "missing.md", *more)
        assert ran.code == 2
        assert ran.out.count("SPC101") == 2
        assert "error: b.md:2: not UTF-8" in ran.err
        assert "error: missing.md: no such file" in ran.err


def test_an_error_in_a_check_is_told_and_the_others_run(
    newslint: Newslint, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(document: object, settings: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(checks.load("repeated-space"), "check", broken)
    (folder / "a.md").write_text(BAD)
    ran = newslint("check", "a.md")
    assert ran.code == 2
    assert "SPC101" in ran.out
    assert "a.md: internal error in SPC105 spacing/repeated: ZeroDivisionError: oops" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--select", "NOPE", "."],
        ["check", "--output-format", "sarif2", "."],
        ["check", "--config", "missing.yml", "."],
        ["check", "--isolated", "--config", "x.yml", "."],
        ["check", "--baseline", "missing.json", "."],
        ["check", "-", "a.md"],
        ["check", "--nope"],
        ["rule", "NOPE101"],
        ["nope"],
    ],
)
def test_usage_errors_exit_2_with_a_message(newslint: Newslint, folder: Path, arguments: list[str]) -> None:
    (folder / "a.md").write_text(BAD)
    ran = newslint(*arguments)
    assert ran.code == 2
    assert "rror" in ran.err
    assert "Traceback" not in ran.err
    assert "internal error" not in ran.err


def test_selection(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(BAD)
    (folder / ".newslint.yml").write_text("ignore: [SPC101]\n")
    assert newslint("check", "a.md").code == 0
    assert newslint("check", "--isolated", "a.md").code == 1
    assert newslint("check", "--select", "SPC", "a.md").code == 1, (
        "--select takes the place of the file's ignore"
    )
    assert newslint("check", "--select", "SPC,TBL", "--ignore", "SPC101", "a.md").code == 0
    assert newslint("check", "--extend-select", "SPC101", "a.md").code == 0, "ignored as specifically"
    (folder / "other.yml").write_text("select: [TBL]\n")
    assert newslint("check", "--config", "other.yml", "a.md").code == 0


def test_a_configuration_error_names_file_and_line(newslint: Newslint, folder: Path) -> None:
    (folder / ".newslint.yml").write_text("fail-on: error\nignroe: [SPC101]\n")
    ran = newslint("check", ".")
    assert ran.code == 2
    assert ".newslint.yml:2:" in ran.err
    assert "ignore" in ran.err


def test_exclusion(newslint: Newslint, folder: Path) -> None:
    (folder / "drafts").mkdir()
    (folder / "drafts" / "a.md").write_text(BAD)
    assert newslint("check", ".").code == 1
    assert newslint("check", "--exclude", "drafts/", ".").code == 0
    assert newslint("check", "--exclude", "drafts/", "drafts/a.md").code == 1, "named files are checked"
    assert newslint("check", "--exclude", "drafts/", "--force-exclude", "drafts/a.md").code == 0


def test_stdin(newslint: Newslint) -> None:
    ran = newslint("check", "-", stdin=BAD.encode())
    assert ran.code == 1
    assert ran.out.startswith("<stdin>:1:14: error SPC101")
    ran = newslint(
        "check", "--stdin-filename", "a.html", "-", stdin=b"<p>The vote was <b>close,but</b> it passed.</p>"
    )
    assert ran.out.startswith("a.html:1:20: error SPC101")


def test_stdin_that_is_no_text(newslint: Newslint) -> None:
    ran = newslint("check", "-", stdin=b"caf\xe9")
    assert ran.code == 2
    assert "<stdin>:1: not UTF-8" in ran.err


def test_suppressions_and_their_count(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(f"<!-- newslint-disable-next-line SPC101 -->\n{BAD}")
    assert newslint("check", "a.md").out == "No findings in 1 file; 1 suppressed.\n"


def test_a_baseline_leaves_out_what_is_known(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(BAD)
    ran = newslint("check", "--write-baseline", "known.json", ".")
    assert ran.code == 0
    assert "known.json" in ran.err
    assert (
        newslint("check", "--baseline", "known.json", ".").out
        == "No findings in 1 file; 1 in the baseline.\n"
    )
    (folder / "a.md").write_text("A new line.\n\n" + BAD + "\nHe came,saw and left.\n")
    ran = newslint("check", "--baseline", "known.json", "--output-format", "concise", ".")
    assert ran.code == 1
    assert "1 in the baseline" in ran.out
    assert ran.out.count("SPC101") == 1


def test_output_file(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(BAD)
    ran = newslint("check", "--output-format", "json", "--output-file", "report.json", "a.md")
    assert (ran.code, ran.out) == (1, "")
    assert json.loads((folder / "report.json").read_bytes())["findings"]
    ran = newslint("check", "--output-file", "no/such/folder.txt", "a.md")
    assert ran.code == 2
    assert "no/such/folder.txt" in ran.err


def test_colours_are_for_terminals(newslint: Newslint, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.md").write_text(BAD)
    assert "\x1b[" not in newslint("check", "a.md").out
    assert "\x1b[" in newslint("check", "--color", "always", "a.md").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in newslint("check", "a.md").out
    assert "\x1b[" not in newslint("check", "--color", "never", "a.md").out
    monkeypatch.delenv("FORCE_COLOR")
    monkeypatch.setattr(sys.stdout.__class__, "isatty", lambda self: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in newslint("check", "a.md").out


def test_a_path_that_is_no_text_can_be_told(newslint: Newslint, folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    try:
        (folder / name).write_text(BAD)
    except OSError:
        pytest.skip("this file system has no such names")
    ran = newslint.process("check", "--output-format", "json", str(folder))
    assert ran.returncode == 1
    assert json.loads(ran.stdout)["findings"][0]["path"].endswith("caf\udce9.md")
    assert newslint.process("check", str(folder)).returncode == 1


def test_a_reader_that_hangs_up_is_no_error(newslint: Newslint, folder: Path) -> None:
    for number in range(400):
        (folder / f"{number}.md").write_text(BAD * 20)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "newslint", "check", "-j1", "."], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted_quietly(newslint: Newslint, folder: Path, jobs: str) -> None:
    for number in range(600):
        (folder / f"{number}.md").write_text(BAD * 200)
    with subprocess.Popen(
        [sys.executable, "-m", "newslint", "check", "--jobs", jobs, "."],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        time.sleep(0.8)
        os.killpg(process.pid, signal.SIGINT)
        try:
            _, told = process.communicate(timeout=20)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == 130
    assert told == b""
    assert not [path for path in folder.iterdir() if path.suffix == ".tmp"]


def test_the_start_is_quick_and_small(newslint: Newslint, folder: Path) -> None:
    """What one short article does not need is not imported."""
    (folder / "a.md").write_text(GOOD)
    newslint.process("check", "a.md")  # compiles the rules
    script = "import sys; from newslint.cli import run; run(['check', 'a.md']); print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )  # fmt: skip
    modules = set(ran.stdout.split())
    assert not modules & {
        "numpy",
        "datasketch",
        "yaml",
        "rich",
        "pathspec",
        "tomllib",
        "multiprocessing",
        "difflib",
    }

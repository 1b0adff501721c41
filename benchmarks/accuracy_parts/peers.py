"""Other linters, asked as a user would ask them, with their answers as places in code points.

typos answers with byte offsets in a line, codespell with a line and a word, harper-cli with code points in the
file, rumdl with a line and a column, LanguageTool with UTF-16 units. Peers that are not installed are left out;
LanguageTool is asked where LANGUAGETOOL_URL names a server (`http://localhost:8081`).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LANGUAGETOOL = "LANGUAGETOOL_URL"
SLOW = ("harper", "LanguageTool")
"""Peers that get a part of the text only."""


class Spot(NamedTuple):
    """What a tool says of a place: code points of the file, half-open; `suggestion` replaces it, None for none."""

    path: str
    start: int
    end: int
    rule: str
    suggestion: str | None


class Peer(NamedTuple):
    """A tool, its version, and how it is asked about a folder of files."""

    name: str
    version: str
    ask: Callable[[Path], list[Spot]]


def _program(name: str) -> str | None:
    return shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))


def installed() -> list[Peer]:
    """The peers that can be asked here."""
    found = []
    for name, ask in (("typos", typos), ("codespell", codespell), ("harper", harper), ("rumdl", rumdl)):
        if program := _program(name):
            said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
            found.append(Peer(name, said.strip().split()[-1] if said.strip() else "?", ask))
    if url := os.environ.get(LANGUAGETOOL):
        try:
            with urllib.request.urlopen(f"{url}/v2/info", timeout=10) as answer:
                version = json.load(answer)["software"]["version"]
            found.append(Peer("LanguageTool", version, languagetool))
        except (OSError, KeyError, ValueError) as error:
            print(f"LanguageTool at {url} does not answer: {error}", file=sys.stderr)
    return found


def _output(name: str, *arguments: str) -> str:
    program = _program(name)
    assert program is not None
    outcome = subprocess.run([program, *arguments], capture_output=True, check=False)
    return outcome.stdout.decode("utf-8", "replace")


class Texts:
    """The files of a folder by path, and where their lines start."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lines: dict[str, list[str]] = {}
        self._starts: dict[str, list[int]] = {}

    def lines(self, path: str) -> list[str]:
        if path not in self._lines:
            text = (self.folder / path).read_bytes().decode("utf-8")
            lines = re.split(r"(?<=\n)", text)
            starts, at = [], 0
            for line in lines:
                starts.append(at)
                at += len(line)
            self._lines[path], self._starts[path] = lines, starts
        return self._lines[path]

    def start(self, path: str, line: int) -> int:
        """Offset of a 1-based line."""
        self.lines(path)
        return self._starts[path][line - 1]

    def name(self, path: str) -> str:
        """A path as the tool wrote it, from the folder."""
        return os.path.relpath(path, self.folder) if Path(path).is_absolute() else path


def typos(folder: Path) -> list[Spot]:
    texts, spots = Texts(folder), []
    command = ("--isolated", "--no-ignore", "--no-check-filenames", "--format", "json", str(folder))
    for line in _output("typos", *command).splitlines():
        entry = json.loads(line)
        if entry.get("type") != "typo" or "line_num" not in entry:
            continue
        path = texts.name(entry["path"])
        row = texts.lines(path)[entry["line_num"] - 1].encode()
        start = texts.start(path, entry["line_num"]) + len(row[: entry["byte_offset"]].decode())
        first = next(iter(entry["corrections"]), None)
        spots.append(Spot(path, start, start + len(entry["typo"]), "typo", first))
    return spots


def codespell(folder: Path) -> list[Spot]:
    texts, spots = Texts(folder), []
    used: dict[tuple[str, int, str], int] = {}
    for line in _output("codespell", "--disable-colors", str(folder)).splitlines():
        match = re.fullmatch(r"(.*?):(\d+): (\S+) ==> (.*)", line)
        if match is None:
            continue
        path, number, word = texts.name(match[1]), int(match[2]), match[3]
        row, base = texts.lines(path)[number - 1], texts.start(path, number)
        start = row.find(word, used.get((path, number, word), 0))
        if start < 0:
            continue
        used[path, number, word] = start + len(word)
        first = match[4].split(",")[0].split(" | ")[0].strip()
        spots.append(Spot(path, base + start, base + start + len(word), "typo", first))
    return spots


def harper(folder: Path) -> list[Spot]:
    spots = []
    files = sorted(str(path) for path in folder.rglob("*") if path.is_file())
    named = {Path(file).name: os.path.relpath(file, folder) for file in files}
    for start in range(0, len(files), 200):
        said = _output("harper", "lint", "--quiet", "--format", "json", *files[start : start + 200])
        for entry in json.loads(said or "[]"):
            path = named[Path(entry["file"]).name]
            for lint in entry["lints"]:
                spots.append(
                    Spot(
                        path,
                        lint["span"]["char_start"],
                        lint["span"]["char_end"],
                        lint["rule"],
                        _harper_suggestion(lint),
                    )
                )
    return spots


def _harper_suggestion(lint: dict[str, Any]) -> str | None:
    for said in lint["suggestions"]:
        if match := re.fullmatch(r"Replace with: “(.*)”", said, re.S):
            return match[1]
        if match := re.fullmatch(r"Insert “(.*)”", said, re.S):
            return str(lint["matched_text"]) + match[1]
        return ""
    return None


def rumdl(folder: Path) -> list[Spot]:
    """All rules but that of long lines (MD013), which speaks of most paragraphs of most articles."""
    texts, spots = Texts(folder), []
    said = _output("rumdl", "check", "--isolated", "--disable", "MD013", "--no-cache", "--output-format", "json", str(folder))
    for entry in json.loads(said or "[]"):
        path = texts.name(entry["file"])
        rows = texts.lines(path)
        if entry["line"] <= len(rows):
            start = texts.start(path, entry["line"]) + entry["column"] - 1
            end = texts.start(path, entry["line"]) + len(rows[entry["line"] - 1].rstrip("\n"))
            spots.append(Spot(path, start, max(start + 1, end), entry["rule"], None))
    return spots


def languagetool(folder: Path) -> list[Spot]:
    spots = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        text = file.read_bytes().decode("utf-8")
        spots += _asked(text, os.path.relpath(file, folder))
    return spots


def _asked(text: str, path: str) -> Iterator[Spot]:
    data = urllib.parse.urlencode({"language": "en-US", "text": text}).encode()
    url = f"{os.environ[LANGUAGETOOL]}/v2/check"
    with urllib.request.urlopen(url, data, timeout=120) as answer:
        matches = json.load(answer)["matches"]
    units = text.encode("utf-16-le")
    for match in matches:
        start = len(units[: 2 * match["offset"]].decode("utf-16-le"))
        end = len(units[: 2 * (match["offset"] + match["length"])].decode("utf-16-le"))
        first = next((entry["value"] for entry in match["replacements"]), None)
        yield Spot(path, start, end, match["rule"]["id"], first)

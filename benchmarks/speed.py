"""Speed beside peers, in one run: CPU seconds (user + system, all processes) of whole commands.

    python benchmarks/speed.py [--corpus FOLDER | --jsonl FILE.jsonl.gz] [--rounds N]

Two jobs: a corpus of about 5 MB in some 2,000 files, and one short file. Each command runs once to warm the
file cache and then `--rounds` times, interleaved with its peers; the best round counts. `--jsonl` takes lines
with a `text` each and writes them out as Markdown files of about 2,300 characters, repeated until 5 MB.
Peers that are not installed are left out: `typos`, `codespell`, `harper-cli`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TARGET_BYTES = 5_000_000
FILE_CHARACTERS = 2_300


def corpus_from_jsonl(path: Path, folder: Path) -> None:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    total = number = 0
    while total < TARGET_BYTES:
        for text in texts:
            for chunk in chunks(text):
                data = chunk.encode()
                (folder / f"{number:05}.md").write_bytes(data)
                total += len(data)
                number += 1
            if total >= TARGET_BYTES:
                return


def chunks(text: str) -> list[str]:
    """Paragraphs of a text, gathered into files of about `FILE_CHARACTERS` characters."""
    files: list[str] = []
    gathered: list[str] = []
    for paragraph in text.split("\n\n"):
        gathered.append(paragraph)
        if sum(map(len, gathered)) >= FILE_CHARACTERS:
            files.append("\n\n".join(gathered) + "\n")
            gathered = []
    if gathered:
        files.append("\n\n".join(gathered) + "\n")
    return files


def cpu_seconds(command: list[str]) -> float:
    """User and system time of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    outcome = subprocess.run(command, capture_output=True, check=False, env=environment)
    if outcome.returncode not in (0, 1, 2, 65):
        sys.exit(f"{command[0]} failed: {outcome.stderr.decode()[:400]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def commands(target: Path) -> dict[str, list[str]]:
    newslint = shutil.which("newslint", path=str(Path(sys.executable).parent)) or shutil.which("newslint")
    if newslint is None:
        sys.exit("newslint is not installed")
    found = {
        "newslint": [newslint, "check", "--isolated", "--no-cache", "-j", "1", "--exit-zero", str(target)]
    }
    for name, command in {
        "typos": ["typos", "--isolated", str(target)],
        "codespell": ["codespell", str(target)],
        "harper-cli": ["harper", "lint", str(target)],
    }.items():
        program = shutil.which(command[0])
        if program is not None:
            found[name] = [program, *command[1:]]
    return found


def measure(title: str, target: Path, rounds: int, slow: bool, peer: str) -> None:
    runs = {name: command for name, command in commands(target).items() if slow or name != "harper-cli"}
    for command in runs.values():
        cpu_seconds(command)
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(rounds):
        for name, command in runs.items():
            best[name] = min(best[name], cpu_seconds(command))
    print(f"\n{title}\n{'command':12} {'CPU s':>8} {'x ' + peer:>12}")
    for name, seconds in sorted(best.items(), key=lambda item: item[1]):
        ratio = f"{seconds / best[peer]:12.2f}" if peer in best else f"{'-':>12}"
        print(f"{name:12} {seconds:8.3f} {ratio}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, help="a folder of text files")
    parser.add_argument("--jsonl", type=Path, help="gzipped JSON lines with a `text` each")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slow", action="store_true", help="run harper-cli, too")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.corpus
        if folder is None:
            data = os.environ.get("NEWSLINT_DATA")
            jsonl = arguments.jsonl or (Path(data) / "clean/abc-2006.jsonl.gz" if data else None)
            if jsonl is None:
                parser.error("name a --corpus or a --jsonl file")
            folder = Path(temporary) / "corpus"
            folder.mkdir()
            corpus_from_jsonl(jsonl, folder)
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        size = sum(path.stat().st_size for path in files)
        measure(
            f"corpus: {len(files):,} files, {size / 1e6:.2f} MB",
            folder,
            arguments.rounds,
            arguments.slow,
            "typos",
        )
        short = min(files, key=lambda path: abs(path.stat().st_size - FILE_CHARACTERS))
        single = Path(temporary) / "short.md"
        shutil.copy(short, single)
        measure(
            f"one file, {single.stat().st_size:,} bytes",
            single,
            max(arguments.rounds, 9),
            arguments.slow,
            "codespell",
        )


if __name__ == "__main__":
    main()

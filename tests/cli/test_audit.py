"""`newslint audit`: what it reads, what it writes, how it ends."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

from tests.audit.archives import BEES, CHOIR, HARBOUR

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newslint

LINES = [
    {"id": "a", "title": "Quay closes", "published": "2021-03-01", "text": f"{HARBOUR}\n\n{CHOIR}"},
    {"id": "b", "title": "Quay to close", "published": "2021-04-01", "credit": "Wire", "text": f"{BEES}\n\n{HARBOUR}"},
]


def json_lines(lines: list[dict[str, str]]) -> str:
    return "".join(json.dumps(line) + "\n" for line in lines)


def test_lines_of_json(newslint: Newslint, folder: Path) -> None:
    (folder / "archive.jsonl.gz").write_bytes(gzip.compress(json_lines(LINES).encode()))
    ran = newslint("audit", "archive.jsonl.gz")
    assert (ran.code, ran.err) == (0, "")
    assert "2 articles, shared passages" in ran.out
    assert "2021-03-01  Quay closes [a]" in ran.out
    assert ran.out.endswith("2 articles: 1 group of 2 articles.\n")


def test_files_and_folders(newslint: Newslint, folder: Path) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "quay.md").write_text(f"---\ntitle: Quay closes\ndate: 2021-03-01\n---\n\n{HARBOUR}\n")
    (folder / "new.md").write_text(f"# Quay to close\n\n{HARBOUR}\n\n{CHOIR}\n")
    ran = newslint("audit", "--json-lines", "-", "old", "new.md")
    assert ran.code == 0
    kinds = [json.loads(line) for line in ran.out.splitlines()]
    assert [line["type"] for line in kinds] == ["audit", "group", "pair"]
    assert kinds[1]["representative"]["title"] == "Quay closes"
    assert kinds[1]["members"][0]["path"] == "new.md"


def test_stdin_and_other_field_names(newslint: Newslint) -> None:
    lines = [{"key": line["id"], "main": line["text"]} for line in LINES]
    ran = newslint("audit", "--field", "id=key", "--field", "text=main", "-", stdin=json_lines(lines).encode())
    assert (ran.code, "1 group of 2 articles" in ran.out) == (0, True)


def test_reports_are_written_to_files(newslint: Newslint, folder: Path) -> None:
    (folder / "archive.jsonl").write_text(json_lines(LINES))
    ran = newslint(
        "audit", "-q", "--html", "a.html", "--csv", "a.csv", "--json-lines", "a.jsonl", "--title", "Spring", "archive.jsonl"
    )
    assert ran == (0, "", "")
    assert "<title>Spring</title>" in (folder / "a.html").read_text(encoding="utf-8")
    assert (folder / "a.csv").read_bytes().startswith(b"group,articles,likeness,id,")
    assert len((folder / "a.jsonl").read_text().splitlines()) == 3


def test_what_cannot_be_read_is_told_and_the_rest_is_compared(newslint: Newslint, folder: Path) -> None:
    (folder / "archive.jsonl").write_text(json_lines(LINES) + '{"id": "c"}\nnot JSON\n')
    ran = newslint("audit", "archive.jsonl", "missing.md")
    assert ran.code == 2
    assert "archive.jsonl:3: no text" in ran.err
    assert "archive.jsonl:4: not JSON" in ran.err
    assert "missing.md: no such file" in ran.err
    assert "1 group of 2 articles" in ran.out


def test_thresholds(newslint: Newslint, folder: Path) -> None:
    (folder / "archive.jsonl").write_text(json_lines(LINES))
    ran = newslint("audit", "--least-words", "60", "archive.jsonl")
    assert "0 groups" in ran.out and "1 pair with too few shared words" in ran.out
    lines = [{"id": str(number), "text": f"{HARBOUR}\n\n{text}"} for number, text in enumerate((CHOIR, BEES, "One."))]
    (folder / "three.jsonl").write_text(json_lines(lines))
    assert "1 standing text" not in newslint("audit", "three.jsonl").out
    assert newslint("audit", "--isolated", "--config", "x.yml", "three.jsonl").code == 2


def test_a_place_that_cannot_be_written_is_an_error(newslint: Newslint, folder: Path) -> None:
    (folder / "archive.jsonl").write_text(json_lines(LINES))
    ran = newslint("audit", "--html", "no/such/folder/a.html", "archive.jsonl")
    assert (ran.code, "no/such/folder/a.html" in ran.err) == (2, True)

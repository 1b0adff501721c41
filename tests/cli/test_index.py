"""`newslint index` as its users see it."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from newslint.duplicates.stores.embedded import EmbeddedStore

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newslint

SEALS = (
    "Volunteers counted four hundred seals on the sandbanks at the mouth of the river on Sunday, twice as many as in "
    "the year before."
)
LAMPS = (
    "Every street lamp between the harbour and the old brewery went out at nine, and nobody could say why for a week."
)


@pytest.fixture(autouse=True)
def _configured(folder: Path) -> None:
    (folder / ".newslint.yml").write_text("index: archive\n")


def lines(path: Path, *articles: dict[str, Any]) -> None:
    data = "".join(json.dumps(article) + "\n" for article in articles).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


def info(newslint: Newslint) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(newslint("index", "info", "--output-format", "json").out)
    return data


def test_files_and_folders(newslint: Newslint, folder: Path) -> None:
    (folder / "news").mkdir()
    (folder / "news" / "a.md").write_text(f"---\nid: a\n---\n\n{SEALS}\n\n{LAMPS}\n")
    (folder / "news" / "b.html").write_text(f"<html><body><p>{LAMPS}</p></body></html>")
    (folder / "c.txt").write_text(SEALS)
    ran = newslint("index", "add", "news", "c.txt")
    assert ran == (0, "3 articles added; 4 sections.\n", "")
    assert newslint("index", "add", "news", "c.txt").out == "3 articles unchanged; 0 sections.\n" or newslint(
        "index", "add", "news"
    ).out.endswith("unchanged; 0 sections.\n")
    (folder / "c.txt").write_text(LAMPS)
    assert newslint("index", "add", "news", "c.txt").out == "0 articles added, 1 replaced, 2 unchanged; 1 sections.\n"
    found = info(newslint)
    assert (found["articles"], found["sections"], found["scheme"], found["texts"]) == (3, 4, 1, 0)
    text = newslint("index", "info").out
    assert "articles  3\n" in text
    assert newslint("index", "remove", "c.txt", "nobody").out == "1 articles removed.\n"
    assert info(newslint)["articles"] == 2


@pytest.mark.parametrize("name", ["old.jsonl", "old.jsonl.gz", "old.ndjson"])
def test_json_lines(newslint: Newslint, folder: Path, name: str) -> None:
    lines(
        folder / name,
        {"id": 7, "headline": "Seals", "link": "https://n.example/7", "date": "2024-05-02 09:30:00+02:00", "body": SEALS,
         "authors": [{"name": "Ida Holm"}, "Tidal News"]},
        {"guid": "x", "text": LAMPS, "published": 1714600000},
    )  # fmt: skip
    assert newslint("index", "add", name).out == "2 articles added; 2 sections.\n"
    (folder / "new.md").write_text(f"It was cold.\n\n{SEALS.replace('four', 'five')}\n")
    ran = newslint("index", "query", "new.md", "--output-format", "json")
    assert ran.code == 0
    data = json.loads(ran.out)
    [match] = data["matches"]
    assert match["archive"] == {
        "id": "7", "title": "Seals", "url": "https://n.example/7", "published": "2024-05-02T09:30:00",
        "credit": "Ida Holm, Tidal News",
    }  # fmt: skip
    [passage] = match["passages"]
    assert (passage["start"]["line"], passage["start"]["column"], passage["words"]) == (3, 1, [3, 27])
    assert passage["text"].startswith("Volunteers counted five")
    assert (passage["archived_words"], passage["archived_text"]) == ([0, 24], None)
    assert passage["similarity"] == match["similarity"] == 0.95
    assert match["containment"] == round(17 / 23, 4)
    assert match["jaccard"] == round(17 / (23 + 20 - 17), 4)
    assert data["boilerplate"] == []
    stored = {article.entry.id: article.entry for article in EmbeddedStore("archive").everything()}
    assert stored["x"].published == "2024-05-01T21:46:40"


def test_chosen_fields(newslint: Newslint, folder: Path) -> None:
    lines(folder / "a.jsonl", {"n": {"key": "k1"}, "t": [f"<p>{SEALS}</p>", f"<p>{LAMPS}</p>"], "title": "no"})
    ran = newslint(
        "index",
        "add",
        "a.jsonl",
        "--field",
        "id=n.key",
        "--field",
        "text=t",
        "--field",
        "title=none",
        "--format",
        "html",
    )
    assert ran.out == "1 articles added; 2 sections.\n"
    [stored] = EmbeddedStore("archive").everything()
    assert (stored.entry.id, stored.entry.title) == ("k1", None)
    assert newslint("index", "add", "a.jsonl", "--field", "what=n").code == 2


def test_faulty_lines_are_told_and_the_rest_is_added(newslint: Newslint, folder: Path) -> None:
    text = f'{{"id": "a", "text": "{SEALS}"}}\n\n[1]\n{{"id": "b"}}\n{{"text": "x"}}\n{{"id"\n{{"id": "c", "text": "{LAMPS}"}}\n'
    (folder / "a.jsonl").write_text(text)
    ran = newslint("index", "add", "a.jsonl", "missing.md", "missing.jsonl")
    assert ran.code == 2
    assert ran.out == "2 articles added, 6 not read; 2 sections.\n"
    told = ran.err.splitlines()
    assert [line.partition(" ")[2].split(":")[:2] for line in told[:4]] == [["a.jsonl", str(n)] for n in (3, 4, 5, 6)]
    assert "error: missing.jsonl:1: No such file or directory" in ran.err
    (folder / "cut.jsonl.gz").write_bytes(gzip.compress(text.encode())[:-12])
    assert newslint("index", "add", "cut.jsonl.gz").code == 2


def test_stdin(newslint: Newslint, folder: Path) -> None:
    line = json.dumps({"id": "a", "text": SEALS}).encode()
    assert newslint("index", "add", "-", stdin=line).out == "1 articles added; 1 sections.\n"
    out = newslint("index", "query", "-", stdin=SEALS.encode()).out
    assert "id a; 100% of this article stands there" in out
    assert "1:1      100% the same; words 0-24 here, 0-24 there" in out
    assert newslint("index", "query", "-", stdin=LAMPS.encode()).out == "Nothing of this was found in the index.\n"
    assert newslint("index", "query", "-", stdin=b"\xff\xff").code == 2
    assert newslint("index", "remove", "-", stdin=b"a\n\nb\n").err == "note: no article b\n"


def test_kept_text_shows_both_sides(newslint: Newslint, folder: Path) -> None:
    (folder / "old.md").write_text(f"# Seals\n\n*{SEALS[:20]}*{SEALS[20:]}\n")
    newslint("index", "add", "old.md")
    newslint("index", "add", "old.md", "--keep-text")
    assert info(newslint)["texts"] == 1
    (folder / "new.md").write_text(SEALS)
    [match] = json.loads(newslint("index", "query", "new.md", "--output-format", "json").out)["matches"]
    assert match["passages"][0]["archived_text"] == SEALS.rstrip(".")
    assert "there  Volunteers counted" in newslint("index", "query", "new.md").out
    newslint("index", "add", "old.md")
    assert info(newslint)["texts"] == 0


def test_export_import_and_compact(newslint: Newslint, folder: Path) -> None:
    lines(folder / "a.jsonl", *({"id": str(n), "text": f"{SEALS} {n}\n\n{LAMPS} {n}\n\nNo."} for n in range(40)))
    newslint("index", "add", "a.jsonl")
    newslint("index", "remove", "3")
    for name in ("out.jsonl", "out.jsonl.gz"):
        assert newslint("index", "export", name).code == 0
        assert newslint("index", "import", name, "--index", "copy").out == "39 articles imported.\n"
        stored = [{a.entry.id: a[1:] for a in EmbeddedStore(place).everything()} for place in ("archive", "copy")]
        assert stored[0] == stored[1]
    assert "Volunteers" not in (folder / "out.jsonl").read_text()
    assert newslint("index", "compact").code == 0
    assert info(newslint)["segments"] == 1
    exported = (folder / "out.jsonl").read_text().splitlines()
    for name, content in {
        "none": "{}\n", "other": exported[0].replace('"scheme": 1', '"scheme": 2'), "cut": "\n".join(exported)[:-9],
        "empty": "",
    }.items():  # fmt: skip
        (folder / name).write_text(content)
        ran = newslint("index", "import", name, "--index", "copy2")
        assert (ran.code, ran.err.count("\n")) == (2, 1)
        assert ran.err.startswith(f"error: {name}: ")


def test_which_index(newslint: Newslint, folder: Path) -> None:
    (folder / ".newslint.yml").unlink()
    ran = newslint("index", "info")
    assert ran.code == 2
    assert "which index?" in ran.err
    assert (
        newslint("index", "info", "--index", "nowhere").err
        == "error: nowhere: holds no index; `newslint index add` makes one\n"
    )
    (folder / "full").mkdir()
    (folder / "full" / "letter.txt").write_text("x")
    ran = newslint("index", "add", ".", "--index", "full")
    assert ran.code == 2
    assert "holds other files" in ran.err
    ran = newslint("index", "info", "--index", "mysql://host/db")
    assert ran.code == 2
    assert "no store speaks" in ran.err


def test_an_index_of_another_scheme_is_refused(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(SEALS)
    newslint("index", "add", "a.md")
    with sqlite3.connect(folder / "archive" / "catalogue.sqlite") as connection:
        connection.execute("UPDATE header SET value = 7 WHERE name = 'scheme'")
    connection.close()
    for arguments in (("index", "add", "a.md"), ("index", "query", "a.md"), ("check", "a.md"), ("index", "info")):
        ran = newslint(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert "the index was built with scheme 7, layout 1; this newslint speaks scheme 1, layout 1" in ran.err


def test_a_damaged_index_is_told(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(SEALS)
    newslint("index", "add", "a.md")
    newslint("index", "compact")
    segment = next((folder / "archive").glob("*.seg"))
    whole = segment.read_bytes()
    for damaged in (whole[:-8000], b"nothing" + whole[7:], b""):
        segment.write_bytes(damaged)
        ran = newslint("index", "query", "a.md")
        assert (ran.code, ran.err.count("\n")) == (2, 1)
        assert "restore the index or build it anew" in ran.err
    segment.unlink()
    assert "segments are missing" in newslint("check", "a.md").err
    (folder / "archive" / "catalogue.sqlite").write_bytes(b"no database" * 1000)
    ran = newslint("index", "info")
    assert (ran.code, ran.err.count("\n")) == (2, 1)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(newslint: Newslint, folder: Path) -> None:
    (folder / "a.md").write_text(SEALS)
    newslint("index", "add", "a.md")
    (folder / "archive").chmod(0o555)
    try:
        assert newslint("index", "query", "a.md").code == 0
        assert newslint("index", "add", "a.md").code == 2
    finally:
        (folder / "archive").chmod(0o755)


def test_help_of_every_subcommand(newslint: Newslint) -> None:
    from newslint.cli.index import SUBCOMMANDS

    for name in SUBCOMMANDS:
        assert newslint("index", name, "--help").code == 0

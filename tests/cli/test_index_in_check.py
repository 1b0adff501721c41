"""`newslint check` with an archive index."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

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


def test_check_asks_the_configured_index(newslint: Newslint, folder: Path) -> None:
    (folder / "old.md").write_text(f"---\nid: old\ntitle: Seals\ndate: 2024-05-02\n---\n\n{SEALS}\n")
    (folder / "new.md").write_text(f"---\ncredit: Tidal News\n---\n\nIt was cold.\n\n{SEALS}\n")
    assert newslint("index", "add", "old.md", "--index", "archive").code == 0
    assert newslint("check", "--select", "DUP", "new.md") == (0, "No findings in 1 file.\n", "")
    ran = newslint("check", "--select", "DUP", "--index", "archive", "--output-format", "json", "new.md")
    assert ran.code == 1
    [finding] = json.loads(ran.out)["findings"]
    assert (finding["code"], finding["level"], finding["text"]) == ("DUP103", "error", SEALS)
    assert finding["related"] == [
        {
            "archive": {"id": "old", "title": "Seals", "url": None, "published": "2024-05-02"},
            "words": [0, 24],
            "message": "The archived copy",
        }
    ]
    (folder / ".newslint.yml").write_text("index: archive\nrules:\n  DUP103: {credit: [Tidal News]}\n")
    ran = newslint("check", "--select", "DUP", "new.md", "old.md")
    assert ran.code == 1  # old.md and new.md are both in the run: that is DUP102
    ran = newslint("check", "--select", "DUP103", "new.md", "old.md")
    assert ran.code == 0
    assert (
        "new.md:7:1: suggestion DUP103 Published already in “Seals”, 2024-05-02: word for word, credited to Tidal News"
        in ran.out
    )
    assert "No findings" in newslint("check", "--select", "DUP103", "--as-of", "2024-05-01", "new.md").out
    assert newslint("check", "--select", "SPC", "--index", "nowhere", "new.md").code == 0
    ran = newslint("check", "--index", "nowhere", "new.md")
    assert (ran.code, ran.out) == (2, "")
    assert "error: nowhere: holds no index; `newslint index add` makes one" in ran.err


def test_the_rule_holds_to_its_examples(newslint: Newslint) -> None:
    from newslint.rules import shipped_folder

    ran = newslint("test", str(shipped_folder() / "duplicates"))
    assert "DUP103" not in ran.out
    assert "DUP103" not in ran.err


def test_checking_in_processes_asks_too(newslint: Newslint, folder: Path) -> None:
    (folder / "old.md").write_text(SEALS)
    newslint("index", "add", "old.md", "--index", "archive")
    for number in range(3):
        (folder / f"new-{number}.md").write_text(f"{SEALS if number == 1 else LAMPS[number * 20 :]}\n")
    ran = newslint("check", "--select", "DUP103", "--index", "archive", "-j", "2", "--output-format", "concise", ".")
    assert [line.partition(":")[0] for line in ran.out.splitlines() if "DUP103" in line] == ["new-1.md"]

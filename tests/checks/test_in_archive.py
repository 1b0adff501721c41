"""Sections that were published already: which, where, what does not count, and what is allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newslint.checks import in_archive
from newslint.cli.index_articles import described, in_memory
from newslint.duplicates.archive_asking import Archive
from newslint.duplicates.stores.memory import MemoryStore
from newslint.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from newslint.finding import Hit

SEALS = (
    "Volunteers counted four hundred seals on the sandbanks at the mouth of the river on Sunday, twice as many as in "
    "the year before."
)
ROOF = (
    "The roof had to be replaced after a storm tore off a third of its copper plates and rain ruined the ceiling "
    "above the upper balcony."
)
SCORE = (
    "I have worked on this score for six years and would gladly have worked on it for six more, had the choir not "
    "run out of patience with me."
)
LAMPS = (
    "Every street lamp between the harbour and the old brewery went out at nine, and nobody could say why for a week."
)
PIER = "Divers found cracks in four of the concrete piles that carry the eastern pier, and ferries will leave from the fish market."


def source(text: str, path: str = "new.md", **front_matter: str) -> Source:
    lines = "".join(f"{key}: {value}\n" for key, value in front_matter.items())
    return Source(f"---\n{lines}---\n\n{text}\n" if lines else text, path)


def hits(new: Source, *old: Source, as_of: str | None = None, **settings: Any) -> list[Hit]:
    store = MemoryStore()
    store.add(in_memory(old))
    archive = Archive(store, as_of)
    return list(in_archive.check_run([described(new)], archive, {**in_archive.DEFAULTS, **settings}))


def test_without_an_archive_there_is_nothing() -> None:
    assert list(in_archive.check_run([described(source(SEALS))], None, in_archive.DEFAULTS)) == []


def test_the_archived_article_is_named_with_its_words() -> None:
    old = source(
        f"# The year of the seals\n\n{LAMPS}\n\n{SEALS}", "old.md", date="2024-05-02", url="https://n.example/seals"
    )
    new = source(f"It was cold.\n\n{SEALS}", title="Counting")
    [hit] = hits(new, old)
    record = described(new)
    assert record.prose[hit.start : hit.end] == SEALS
    [related] = hit.related
    assert related.archive is not None
    assert (related.archive.id, related.archive.title) == ("https://n.example/seals", "The year of the seals")
    assert (related.archive.url, related.archive.published) == ("https://n.example/seals", "2024-05-02")
    assert related.words == (27, 51)
    assert hit.arguments == ("“The year of the seals”, 2024-05-02", "word for word")
    assert (hit.similarity, hit.level) == (1.0, None)


def test_one_finding_an_archived_article() -> None:
    old = source("\n\n".join([SEALS, PIER, ROOF]), "old.md")
    [hit] = hits(source("\n\n".join([ROOF, LAMPS, SEALS])), old)
    assert [related.words for related in hit.related] == [(46, 72), (0, 24)]
    assert hit.arguments[1] == "word for word, 2 passages"


def test_a_passage_is_reported_once_with_its_earliest_copy() -> None:
    old = [
        source(f"{SEALS}\n\n{other}", f"{day}.md", date=f"2024-05-0{day}")
        for day, other in ((3, ROOF), (1, PIER), (2, SCORE))
    ]
    [hit] = hits(source(f"{SEALS}\n\n{LAMPS}\n\nNobody knew.", date="2024-06-01"), *old)
    assert hit.related[0].archive is not None
    assert hit.related[0].archive.id == "1.md"
    assert hit.arguments[1] == "word for word, and in 2 more"


@pytest.mark.parametrize(
    ("own", "archived", "reported"),
    [
        ({"id": "s-1"}, {"id": "s-1"}, False),
        ({"id": "s-1"}, {"id": "s-2"}, True),
        ({"id": "s-1"}, {}, True),
        ({"url": "https://n.example/a"}, {"id": "s-1", "url": "https://n.example/a"}, False),
        ({"id": "s-1", "url": "https://n.example/a"}, {"url": "https://n.example/a"}, False),
        ({"version_of": "s-1"}, {"id": "s-1"}, False),
        ({"id": "s-1"}, {"id": "s-2", "translation_of": "[s-1, s-5]"}, False),
        ({"date": "2024-05-02"}, {"date": "2024-05-03"}, False),
        ({"date": "2024-05-02"}, {"date": "2024-05-01"}, True),
        ({"date": "2024-05-02"}, {"date": "2024-05-02T09:00"}, True),
        ({"date": "2024-05-02T08:00"}, {"date": "2024-05-02T09:00"}, False),
        ({}, {"date": "2024-05-03"}, True),
        ({"date": "2024-05-02"}, {}, True),
    ],
)
def test_what_counts(own: dict[str, str], archived: dict[str, str], reported: bool) -> None:
    assert bool(hits(source(SEALS, **own), source(SEALS, "old.md", **archived))) is reported


def test_the_same_path_is_the_same_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert hits(source(SEALS, "news/a.md"), source(SEALS, "news/a.md")) == []
    assert hits(source(SEALS, "./news/../news/a.md"), source(SEALS, str(tmp_path / "news/a.md"))) == []
    assert len(hits(source(SEALS, "news/a.md"), source(SEALS, "news/b.md"))) == 1


def test_as_of() -> None:
    old = source(SEALS, "old.md", date="2024-05-02")
    assert len(hits(source(SEALS), old, as_of="2024-05-02")) == 1
    assert hits(source(SEALS, date="2025-01-01"), old, as_of="2024-05-01") == []


@pytest.mark.parametrize(
    ("own", "text", "archived", "level"),
    [
        ({"credit": "Associated Press"}, SEALS, {"credit": "The Associated Press"}, "suggestion"),
        ({"author": '["Ida Holm", "Associated Press"]'}, SEALS, {"source": "Associated Press"}, "suggestion"),
        ({}, f"By the Associated Press\n\n{SEALS}", {"credit": "Associated Press"}, "suggestion"),
        ({"credit": "Associated Press"}, SEALS, {}, "suggestion"),
        ({"credit": "Associated Press"}, SEALS, {"credit": "Ida Holm"}, None),
        ({}, SEALS, {"credit": "Associated Press"}, None),
    ],
)
def test_credited_wire_copy(own: dict[str, str], text: str, archived: dict[str, str], level: str | None) -> None:
    [hit] = hits(source(text, **own), source(SEALS, "old.md", **archived), credit=["Reuters", "Associated Press"])
    assert hit.level == level
    assert ("credited to Associated Press" in hit.arguments[1]) is (level is not None)
    [hit] = hits(source(text, **own), source(SEALS, "old.md", **archived))
    assert hit.level is None


def test_standing_matter() -> None:
    about = "Ida Holm has written about rivers and those who live by them since 1998, and teaches at the school of journalism."
    old = [source(f"{about}\n\n{text} {text}", f"{index}.md") for index, text in enumerate((SEALS, ROOF, SCORE, LAMPS))]
    new = source(f"{PIER}\n\n{PIER[:60]}\n\n{about}")
    assert len(hits(new, *old)) == 1
    old.append(source(f"{about}\n\n{PIER[60:]}", "5.md"))
    assert hits(new, *old) == []
    assert len(hits(new, *old, articles=9)) == 1
    assert len(hits(source(about), *old)) == 1, "what is most of an article is no standing matter"

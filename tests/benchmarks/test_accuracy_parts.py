"""The parts of the accuracy benchmark: intervals, labels, the guard, injected defects, broken tables."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from benchmarks import guard
from benchmarks.accuracy_parts import annotated, broken_tables, corpora, in_runs, labels, page, recall
from benchmarks.accuracy_parts.intervals import poisson, wilson
from newslint.api import check
from newslint.linter import Linter
from newslint.rules import load_folder, shipped_folder
from newslint.source import Source

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """The harbour council met on Monday to hear Magnus Tolvanen, who runs the ferry company. He spoke for an hour.

Members asked Tolvanen about fares, about crews, and about the new pier. The ferry will sail again in spring, he said. It
is the third winter without a boat, and shops on the islands have lost half of their trade since the service stopped.
"""


def test_intervals_agree_with_published_values() -> None:
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert wilson(0, 0) == (0.0, 1.0)
    assert poisson(5) == pytest.approx((1.62, 11.67), abs=0.05)
    assert poisson(0)[0] == 0.0


def finding(rule: str, text: str, start: int) -> labels.Finding:
    return labels.finding("tool", "corpus", rule, "a.md", text, start, start + 3, "")


def test_a_spot_is_known_by_what_stands_around_it() -> None:
    one = finding("X1", "Here is teh boat.", 8)
    assert one.spot == finding("X1", "Here is\nteh boat.", 8).spot
    assert one.spot != finding("X2", "Here is teh boat.", 8).spot
    assert one.spot != finding("X1", "Here was teh boat.", 9).spot


def test_a_sample_changes_only_by_what_came_and_went() -> None:
    texts = [f"Number {number} is teh boat." for number in range(100)]
    found = [finding("X1", text, text.index("teh")) for text in texts]
    before, after = labels.sample(found, 20), labels.sample(found[1:], 20)
    assert len(before) == len(after) == 20
    assert len(set(before) - set(after)) <= 1


def test_false_alarms_are_estimated_from_labels() -> None:
    texts = [f"Number {number} is teh boat." for number in range(40)]
    found = [finding("X1", text, text.index("teh")) for text in texts]
    verdicts = {entry.spot: labels.Label("false" if number % 2 else "true", "") for number, entry in enumerate(found)}
    judged = labels.judged(found, verdicts, 100, 10_000)
    assert judged.rate == 2.0
    assert judged.precision == 0.5
    assert judged.interval[0] < 2.0 < judged.interval[1]
    assert labels.by_rule(found, verdicts) == {"X1": (40, 40, 20)}


def test_the_guard_tells_new_lost_and_gone() -> None:
    new, kept = finding("X1", "A teh.", 2), finding("X1", "B teh.", 2)
    expected = {kept.spot: "X1", "lost": "X2", "gone": "X3"}
    outcome = guard.compared(
        [new, kept], expected, {"lost": labels.Label("true", ""), "gone": labels.Label("false", "")}
    )
    assert outcome == ([new], ["lost"], ["gone"])


def test_defects_are_put_in_and_found_again() -> None:
    corpus = corpora.Corpus("small", "", [Source(ARTICLE, f"{number}.md") for number in range(4)])
    known, made = recall.copies(corpus, 4, 1)
    kinds = {copy.kind for copy in made}
    assert {"after-comma", "between-sentences", "name-elsewhere", "table-collapsed", "reworded-section"} <= kinds
    for copy in made:
        assert copy.text[: copy.start] + copy.article.text[copy.start : copy.end] == ARTICLE[: copy.end]
        assert copy.text != ARTICLE
    linter = Linter([rule for rule in load_folder(shipped_folder()) if rule.enabled])
    tallies = recall.ask_newslint(linter, known, [copy for copy in made if copy.kind in ("after-comma", "table-split")])
    assert all(tally.found == tally.asked > 0 for tally in tallies.values())


def test_a_copy_is_linted_with_the_rest_of_its_corpus() -> None:
    places = ("on the quay", "in the hall", "at noon", "in May", "by the mill", "on Friday", "at sea")
    texts = [
        f"Volunteers saw the Lantern Guild {place}. A guild is old. " + "It rained and the harvest was poor. " * 9
        for place in places
    ]
    corpus = corpora.Corpus("guilds", "", [Source(text, f"{number}.md") for number, text in enumerate(texts)])
    known, made = recall.copies(corpus, 3, 1)
    assert "phrase-in-run" not in {copy.kind for copy in made}
    linter = Linter([rule for rule in load_folder(shipped_folder()) if rule.enabled])
    alone = recall.ask_newslint(linter, known, [copy for copy in made if copy.kind == "phrase"])["phrase"]
    together = in_runs.ask(linter, corpus, known, made)["phrase-in-run"]
    assert (alone.asked, alone.found) == (3, 0)
    assert (together.asked, together.found, together.right) == (3, 3, 3)


@pytest.mark.parametrize("seed", range(10))
def test_a_sound_table_is_sound(seed: int) -> None:
    chance = random.Random(seed)
    rows = broken_tables.table(ARTICLE.split(), chance)
    report = check("Figures follow here.\n\n" + broken_tables.broken("", rows, chance) + "\n")
    assert not [finding for finding in report.findings if finding.category == "tables"]


def test_annotated_edits_are_matched_by_place() -> None:
    from benchmarks.accuracy_parts.peers import Spot

    edits = [{"start": 4, "end": 8, "found": "baot", "correct": "boat", "kind": "spelling"}]
    tallies, others = annotated.ask(
        [annotated.Sentence("a.md", "The baot is here.", edits)],
        [Spot("a.md", 4, 8, "X1", "boat"), Spot("a.md", 12, 16, "X2", None)],
    )
    assert [(kind, tally.found, tally.right) for kind, tally in tallies.items()] == [("spelling, non-word", 1, 1)]
    assert others == 1


def test_the_page_needs_no_part() -> None:
    measured = {
        "date": "2020-01-01", "version": "0", "peers": {}, "labels": 0, "labeller": "nobody",
        "corpora": {}, "recall": {}, "annotated": {}, "goals": [],
    }  # fmt: skip
    assert page.page(measured).startswith("<!-- Written by")


def test_a_folder_is_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    (tmp_path / "b.bin").write_bytes(b"\0")
    corpus = corpora.folder(tmp_path)
    assert (len(corpus.sources), corpus.words > 60) == (1, True)

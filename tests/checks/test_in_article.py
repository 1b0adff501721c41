"""Sections repeated inside one article: what is reported, where, and what is left alone."""

from __future__ import annotations

import gzip
import json
import random
from typing import TYPE_CHECKING

import pytest

from newslint import checks
from newslint.document import parse
from newslint.source import Source
from tests.conftest import data_folder

if TYPE_CHECKING:
    from newslint.document import Document
    from newslint.finding import Hit

HARBOUR = (
    "The harbour authority closed the eastern pier on Tuesday after divers found cracks in four of its concrete "
    "piles, and ferries to the islands will leave from the fish market until spring."
)
CHERRIES = (
    "Growers in the upper valley expect the smallest cherry harvest in two decades, because frost struck the "
    "orchards on three nights in April when the trees were already in full bloom."
)
MUSEUM = (
    "A gallery in Lisbon will borrow eleven medieval maps from the city museum next year, the first time that any "
    "of them has left the country since the collection was founded."
)


def find(text: str, format: str = "markdown", **settings: int) -> tuple[Document, list[Hit]]:
    module = checks.load("in-article")
    document = parse(Source(text, "a.md", format))
    return document, list(module.check(document, module.prepare({**module.DEFAULTS, **settings})))


def found(text: str, **settings: int) -> list[str]:
    document, hits = find(text, **settings)
    return [document.prose[hit.start : hit.end] for hit in hits]


def test_a_copy_word_for_word() -> None:
    text = f"{HARBOUR}\n\n{CHERRIES}\n\n{HARBOUR}\n"
    document, [hit] = find(text)
    assert document.prose[hit.start : hit.end] == HARBOUR
    assert hit.start > len(HARBOUR)
    assert hit.arguments == ("1", "word for word")
    assert hit.similarity == 1.0
    [earlier] = hit.related
    assert (earlier.start, document.prose[earlier.start : earlier.end]) == (0, HARBOUR)


def test_a_reworded_copy_names_the_first_change() -> None:
    reworded = HARBOUR.replace("closed the eastern pier", "shut the east pier").replace(
        "concrete piles", "pillars"
    )
    _, [hit] = find(f"{HARBOUR}\n\n{CHERRIES}\n\n{reworded}\n")
    assert hit.arguments[0] == "1"
    assert "first change: “closed” is now “shut”" in hit.arguments[1]
    assert hit.similarity is not None
    assert 0.8 < hit.similarity < 0.95


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("concrete piles", "piles", "“concrete” is gone"),
        ("concrete piles", "old concrete piles", "“old” is new"),
    ],
)
def test_a_word_dropped_or_added(old: str, new: str, change: str) -> None:
    _, [hit] = find(f"{HARBOUR}\n\n{HARBOUR.replace(old, new)}\n")
    assert change in hit.arguments[1]


def test_neighbouring_copies_and_the_headings_between_are_one_finding() -> None:
    story = f"## Pier closed\n\n{HARBOUR}\n\n### Farming\n\n{CHERRIES}"
    document, [hit] = find(f"{story}\n\n{MUSEUM}\n\n{story}\n")
    text = document.prose[hit.start : hit.end]
    assert text.startswith("Pier closed")
    assert text.endswith(CHERRIES)


def test_copies_of_different_places_are_findings_apart() -> None:
    texts = found(f"{HARBOUR}\n\n{CHERRIES}\n\n{MUSEUM}\n\n{CHERRIES}\n\nThat was all.\n\n{HARBOUR}\n")
    assert texts == [CHERRIES, HARBOUR]


def test_each_later_copy_is_reported_once() -> None:
    _, hits = find(f"{HARBOUR}\n\n{CHERRIES}\n\n{HARBOUR}\n\n{MUSEUM}\n\n{HARBOUR}\n")
    assert [hit.arguments[0] for hit in hits] == ["1", "1"]


def test_a_copy_inside_a_longer_paragraph_is_trimmed_to_the_copy() -> None:
    long = f"{HARBOUR} {CHERRIES}"
    new = "Nobody had expected the news, which reached the town hall on the same evening by courier. "
    texts = found(f"{long}\n\n{MUSEUM}\n\n{new}{long}\n")
    assert texts == [long]


@pytest.mark.parametrize("space", ["\n", "\u00a0", "  "])
def test_spaces_case_and_marks_do_not_matter(space: str) -> None:
    other = HARBOUR.replace(",", "").replace("piles", "“piles”").replace(" the ", f"{space}The ")
    assert len(found(f"{HARBOUR}\n\n{CHERRIES}\n\n{other}\n")) == 1


GOOD = {
    "short passages": "The strike is over.\n\nDrivers voted to accept.\n\nThe strike is over.\n",
    "sentences of one form": (
        "Those with the slow gene who drank two to three cups of coffee a day raised their risk of a heart attack by "
        "36%, and four or more cups a day raised the risk by 64%, the study of coffee drinkers found.\n\n"
        "Half of all those who drink coffee have the fast gene. The risk of a heart attack falls for the young.\n\n"
        "Those with the fast gene who drank two to three cups of coffee a day cut their risk of a heart attack by "
        "22%, and four or more cups a day cut the risk by 1%, the study of coffee drinkers found.\n"
    ),
    "a pull quote": f"{HARBOUR}\n\n{CHERRIES}\n\n> {HARBOUR}\n",
    "table cells": f"| a | b |\n|---|---|\n| {HARBOUR} | {HARBOUR} |\n| {HARBOUR} | x |\n",
    "one block": HARBOUR,
    "nothing": "",
}


FORM = HARBOUR.replace("eastern pier on Tuesday", "coal wharf by the old gasworks on Friday")
GOOD |= {
    "entries of a form": f"{HARBOUR}\n\n{CHERRIES}\n\n{FORM}\n",
    "items of two lists": f"- {HARBOUR}\n- Nothing.\n\n{CHERRIES}\n\n- {HARBOUR}\n- All.\n",
    "a note": f"{HARBOUR}\n\n{CHERRIES}\n\n## About the harbour\n\n{HARBOUR}\n",
    "entries of a manual": f"## `moor(boat)`\n\n{HARBOUR}\n\n## `tow(boat)`\n\n{HARBOUR}\n",
    "folded away": f"{HARBOUR}\n\n<details><summary>More</summary>\n\n{CHERRIES}\n\n{HARBOUR}\n\n</details>\n",
}
SLIPS = {
    "under headings": f"## Mooring\n\n{HARBOUR}\n\n{CHERRIES}\n\n## Towing with `tow`\n\n{HARBOUR}\n",
    "beside it": f"{HARBOUR}\n\n{FORM}\n",
    "two sections": f"{HARBOUR}\n\n{CHERRIES}\n\n{MUSEUM}\n\n{FORM}\n\n{CHERRIES}\n",
    "an item twice in a row": f"- {HARBOUR}\n- {HARBOUR}\n- All.\n",
    "a word mistyped": f"{HARBOUR} {MUSEUM}\n\n{CHERRIES}\n\n{HARBOUR} {MUSEUM}\n".replace("founded.\n", "fuonded.\n", 1),
    "in one fold": f"<details><summary>More</summary>\n\n{HARBOUR}\n\n{CHERRIES}\n\n{HARBOUR}\n\n</details>\n",
    "later in a note": f"{HARBOUR}\n\n## About the harbour\n\n{CHERRIES}\n\n{HARBOUR}\n",
}


@pytest.mark.parametrize("name", ["entries of a form", "items of two lists", "a note", "folded away"])
def test_what_may_be_meant_is_reported_where_it_is_asked_for(name: str) -> None:
    assert len(found(GOOD[name], doubtful=True)) == 1


@pytest.mark.parametrize("text", SLIPS.values(), ids=SLIPS)
def test_what_is_no_entry_of_a_form(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_what_is_right(text: str) -> None:
    assert found(text) == []


def test_the_least_length_is_a_setting() -> None:
    text = " ".join(HARBOUR.split()[:22])
    assert found(f"{text}\n\n{CHERRIES}\n\n{text}\n") == []
    assert found(f"{text}\n\n{CHERRIES}\n\n{text}\n", words=20) == [text]
    with pytest.raises(ValueError, match="20 or more"):
        find(text, words=8)


def test_an_article_of_many_sections_is_linear() -> None:
    generator = random.Random(3)
    vocabulary = [f"w{number}" for number in range(4000)]
    texts = [" ".join(generator.choices(vocabulary, k=40)) for _ in range(1500)]
    copy = " ".join(
        word if generator.random() > 0.2 else generator.choice(vocabulary) for word in texts[700].split()
    )
    assert found("\n\n".join([*texts, copy])) == [copy] or len(found("\n\n".join([*texts, copy]))) == 1


def test_the_specimen() -> None:
    folder = data_folder() / "specimen"
    document, hits = find((folder / "article.md").read_text(encoding="utf-8"))
    lines = [document.source.position(document.offsets.to_source(hit.start, hit.end)[0]).line for hit in hits]
    assert lines == [69]
    assert hits[0].arguments[0] == "36"


def test_reworded_copies_in_edited_news() -> None:
    """At least 98 % of copies with 15-30 % of words replaced or dropped; nothing in the clean articles but true copies."""
    with gzip.open(data_folder() / "clean" / "abc-2006.jsonl.gz", "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file][::4]
    vocabulary = [word for text in texts[::5] for word in text.split()]
    generator = random.Random(1)
    tried = missed = false = 0
    for text in texts:
        paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
        false += sum(hit.similarity != 1.0 for hit in find(text, "plain")[1])
        long = [index for index, paragraph in enumerate(paragraphs) if len(paragraph.split()) >= 25]
        if not long:
            continue
        index = generator.choice(long)
        words = paragraphs[index].split()
        changed = set(generator.sample(range(len(words)), round(generator.uniform(0.15, 0.30) * len(words))))
        copy = [
            generator.choice(vocabulary) if at in changed else word
            for at, word in enumerate(words)
            if at not in changed or generator.random() < 0.5
        ]
        place = generator.randrange(index + 1, len(paragraphs) + 1)
        document, hits = find(
            "\n\n".join([*paragraphs[:place], " ".join(copy), *paragraphs[place:]]), "plain"
        )
        tried += 1
        missed += not any(copy[-3] in document.prose[hit.start : hit.end] for hit in hits)
    assert false == 0
    assert missed <= 0.02 * tried


def test_a_passage_that_stands_four_times_is_a_refrain() -> None:
    parts = [f"## Entry {number}\n\n{HARBOUR}" for number in range(4)]
    assert len(find("\n\n".join(parts[:2]))[1]) == 1
    assert len(find("\n\n".join(parts[:3]))[1]) == 2
    assert find("\n\n".join(parts))[1] == []
    assert found("\n\n".join([*parts, CHERRIES, "## More", CHERRIES])) == [CHERRIES]

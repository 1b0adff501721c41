"""Text that is like news, as much as is wanted, and articles of it."""

from __future__ import annotations

import gzip
import json
import os
from array import array
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from newslint.document import parse
from newslint.duplicates import words
from newslint.duplicates.records import Record, hash_all
from newslint.duplicates.stores.protocol import Entry, NewArticle
from newslint.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

SECTIONS_AN_ARTICLE = 6
WORDS = (25, 55)
GOES_ON = 0.55
"""How often a chain goes on as its text does: a section of 40 words has a run of six in common with seven others
of a million, as real news has."""


class Chain:
    """Text like that of a corpus, as much as is wanted."""

    def __init__(self, texts: list[str], seed: int) -> None:
        words = [word for text in texts for word in text.split()]
        names: dict[str, int] = {}
        self.tokens = np.array([names.setdefault(word, len(names)) for word in words])
        self.names = list(names)
        order = np.argsort(self.tokens, kind="stable")
        self.places = order
        self.first = np.searchsorted(self.tokens[order], np.arange(len(self.names) + 1))
        self.random = np.random.default_rng(seed)

    def sections(self, count: int) -> list[str]:
        """Sections as text."""
        table, sizes = self.tables(count)
        names = self.names
        return [
            " ".join([names[token] for token in row[:size]])
            for row, size in zip(table.tolist(), sizes.tolist(), strict=True)
        ]

    def tables(self, count: int) -> tuple[np.ndarray, np.ndarray]:
        """Sections as rows of words by number, and how many of each row count."""
        sizes = self.random.integers(*WORDS, size=count, endpoint=True)
        place = self.random.integers(0, len(self.tokens) - 1, size=count)
        columns = []
        for _ in range(WORDS[1]):
            columns.append(self.tokens[place])
            token = self.tokens[place]
            first, end = self.first[token], self.first[token + 1]
            other = self.places[first + (self.random.random(count) * (end - first)).astype(np.int64)]
            place = np.where(self.random.random(count) < GOES_ON, place, other) + 1
            place %= len(self.tokens)
        return np.stack(columns, axis=1), sizes

    def hashes(self) -> np.ndarray:
        """The hash of each word by its number; of what is no word, that of its number."""
        found = [words.HASHES[name] for name in (words.separated(name).partition(" ")[0] for name in self.names)]
        return np.array([value if value >= 0 else number for number, value in enumerate(found)], dtype=np.uint32)


def articles(chain: Chain, first: int, sections: int) -> list[tuple[Entry, str]]:
    """Made-up articles, as plain text with blank lines between the sections."""
    texts = chain.sections(sections)
    made = []
    for start in range(0, sections, SECTIONS_AN_ARTICLE):
        number = (first + start) // SECTIONS_AN_ARTICLE
        title = " ".join(texts[start].split()[:8])
        slug = "-".join(title.lower().split()[:6])
        entry = Entry(
            f"story-{number:08}", title, f"https://news.example/2024/{number % 12 + 1:02}/{slug}-{number}",
            f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}",
        )  # fmt: skip
        made.append((entry, "\n\n".join(texts[start : start + SECTIONS_AN_ARTICLE])))
    return made


def hashed(made: Sequence[tuple[Entry, str]]) -> list[NewArticle]:
    """Articles as `add` takes them, from raw text."""
    records = []
    for entry, text in made:
        document = parse(Source(text, entry.id, "plain"))
        records.append(Record(entry.id, document.prose, document.blocks))
    hash_all(records)
    return [
        NewArticle(entry, hash(text), record.sections.words, record.sections.bounds)
        for (entry, text), record in zip(made, records, strict=True)
    ]


def hashed_articles(chain: Chain, first: int, sections: int) -> list[NewArticle]:
    """As `hashed(articles(...))`, quicker: word hashes without a text."""
    table, sizes = chain.tables(sections)
    every = chain.hashes()[table]
    made = []
    for start in range(0, sections - SECTIONS_AN_ARTICLE + 1, SECTIONS_AN_ARTICLE):
        number = (first + start) // SECTIONS_AN_ARTICLE
        own = [every[row, : sizes[row]] for row in range(start, start + SECTIONS_AN_ARTICLE)]
        bounds = [0, *np.cumsum(sizes[start : start + SECTIONS_AN_ARTICLE]).tolist()]
        entry = Entry(
            f"story-{number:08}", f"A title of about eight words in all {number}",
            f"https://news.example/2024/01/a-title-of-about-eight-{number}", f"2024-{number % 12 + 1:02}-01",
        )  # fmt: skip
        made.append(NewArticle(entry, number, array("I", np.concatenate(own).tobytes()), bounds))
    return made


def texts_of(jsonl: str | None) -> list[str]:
    path = Path(jsonl) if jsonl else Path(os.environ["NEWSLINT_DATA"]) / "clean" / "abc-2006.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [json.loads(line)["text"] for line in file]

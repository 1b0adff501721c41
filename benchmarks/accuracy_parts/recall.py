"""Recall: one defect at a time is put into a clean article, and each tool is asked for it.

newslint has found a defect when a finding of a rule that may speak of it, which the clean article does not have,
touches its place. A peer has found it when anything it says touches the place, whatever it says: the rule that is
kinder to the peer. The first suggestion is right when it gives the clean text back.
"""

from __future__ import annotations

import random
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.accuracy_parts.defects import Kind, Usage, kinds, nowhere
from newslint.document import parse
from newslint.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.accuracy_parts.corpora import Corpus
    from benchmarks.accuracy_parts.peers import Peer, Spot
    from newslint.linter import Linter

PER_ARTICLE = 2
"""Copies of one article with defects of one kind, at most."""

LONGEST = 40_000
"""Code points of the longest article that is used."""


SHORT = 5_000
"""Code points of the longest copy that a slow tool is asked about."""


class Copy(NamedTuple):
    """An article with one defect: `start:end` of the clean text became `wrong`."""

    kind: str
    article: Source
    start: int
    end: int
    wrong: str
    text: str


@dataclass(slots=True)
class Tally:
    """Of the copies of a kind that a tool was asked about: found, first suggestion right, and misses to read."""

    asked: int = 0
    found: int = 0
    suggested: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count another tally of the same kind in."""
        self.asked += other.asked
        self.found += other.found
        self.suggested += other.suggested
        self.right += other.right
        self.misses += other.misses


def copies(corpus: Corpus, each: int, seed: int) -> tuple[list[Kind], list[Copy]]:
    """The kinds, and up to `each` copies of every kind, by a seeded choice."""
    chance = random.Random(seed)
    articles = [article for article in corpus.sources if 200 < len(article.text) < LONGEST]
    known = kinds(Usage(corpus.sources), chance)
    left = {kind.name: 0 if kind.inject is nowhere else each if kind.target or kind.what != "" else max(each // 5, 10) for kind in known}
    chance.shuffle(articles)
    made: list[Copy] = []
    for article in articles:
        if not any(left.values()):
            break
        document = parse(article)
        for kind in known:
            if left[kind.name]:
                sites = [site for site in kind.inject(document) if document.offsets.is_exact(site[0], site[1])]
                for start, end, wrong in chance.sample(sites, min(len(sites), left[kind.name], PER_ARTICLE)):
                    if article.format == "html" and "\n" in wrong:
                        continue
                    left[kind.name] -= 1
                    at, to = document.offsets.to_source(start, end)
                    text = article.text[:at] + wrong + article.text[to:]
                    made.append(Copy(kind.name, article, at, to, wrong, text))
    return known, made


def place(copy: Copy) -> tuple[int, int]:
    """Where the defect of a copy stands in it: at least two code points, so that a lost space has a place."""
    end = copy.start + len(copy.wrong)
    return copy.start, max(end, copy.start + 1) + (len(copy.wrong) < copy.end - copy.start)


def ask_newslint(linter: Linter, known: list[Kind], made: list[Copy]) -> dict[str, Tally]:
    """What newslint finds of the copies."""
    codes = {kind.name: kind.codes for kind in known}
    tallies: dict[str, Tally] = defaultdict(Tally)
    clean: dict[str, set[tuple[str, int]]] = {}
    for copy in made:
        article = copy.article
        if article.path not in clean:
            clean[article.path] = {(finding.code, finding.start.offset) for finding in linter.lint(article)}
        moved = len(copy.wrong) - (copy.end - copy.start)
        start, end = place(copy)
        hits = [
            finding
            for finding in linter.lint(Source(copy.text, article.path, article.format))
            if finding.code.startswith(codes[copy.kind]) and finding.start.offset < end and finding.end.offset > start
        ]
        new = []
        for finding in hits:
            offset = finding.start.offset
            if (finding.code, offset - moved if offset >= end else offset) not in clean[article.path]:
                new.append(finding)
        first = next((finding for finding in new if finding.suggestions), None)
        mended = first is not None and (
            copy.text[: first.start.offset] + first.suggestions[0] + copy.text[first.end.offset :] == article.text
        )
        count(tallies[copy.kind], copy, bool(new), first is not None, mended, first.suggestions[0] if first else "")
    return tallies


def ask_peer(peer: Peer, made: Iterable[Copy]) -> dict[str, Tally]:
    """What a peer finds of the copies."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        named = {}
        for number, copy in enumerate(copy for copy in made if _answers(peer.name, copy.kind)):
            name = f"{number:06}.{'html' if copy.article.format == 'html' else 'md'}"
            (folder / name).write_bytes(copy.text.encode())
            named[name] = copy
        spots: dict[str, list[Spot]] = defaultdict(list)
        for spot in peer.ask(folder):
            spots[spot.path].append(spot)
    for name, copy in named.items():
        start, end = place(copy)
        hits = [spot for spot in spots[name] if spot.start < end and spot.end > start]
        text = copy.text.replace("\r\n", "\n") if "\r" in copy.text else copy.text
        first = next((spot for spot in hits if spot.suggestion is not None), None)
        mended = first is not None and (
            text[: first.start] + (first.suggestion or "") + text[first.end :] == copy.article.text
        )
        count(tallies[copy.kind], copy, bool(hits), first is not None, mended, "")
    return tallies


def _answers(peer: str, kind: str) -> bool:
    """Whether a peer has any rule that could speak of a kind: rumdl has for tables, the others have for words."""
    return (peer == "rumdl") == kind.startswith("table-") and kind != "reworded-section"


def count(tally: Tally, copy: Copy, found: bool, suggested: bool, mended: bool, said: str) -> None:
    """Enter what became of one copy; `said` is the first suggestion."""
    tally.asked += 1
    tally.found += found
    tally.suggested += suggested
    tally.right += mended
    if not found or (suggested and not mended):
        before = copy.text[max(0, copy.start - 40) : copy.start]
        after = copy.text[copy.start + len(copy.wrong) :][:30]
        right = copy.article.text[copy.start : copy.end]
        shown = f"{before}[[{copy.wrong[:80]}]]{after}".replace("\n", "⏎")
        tally.misses.append(f"{'missed' if not found else f'says {said!r}'}, was {right[:40]!r}: {shown}")


def few(made: list[Copy], each: int) -> Iterator[Copy]:
    """The first `each` copies of every kind, of short articles, for tools that are slow."""
    left: dict[str, int] = defaultdict(lambda: each)
    for copy in made:
        if left[copy.kind] > 0 and len(copy.text) < SHORT:
            left[copy.kind] -= 1
            yield copy

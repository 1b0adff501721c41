"""What the tools say of clean text."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.accuracy_parts import labels
from benchmarks.accuracy_parts.peers import SLOW
from newslint.api import Linter
from newslint.document import parse

if TYPE_CHECKING:
    from benchmarks.accuracy_parts.corpora import Corpus
    from benchmarks.accuracy_parts.peers import Peer
    from newslint.source import Source


class Said(NamedTuple):
    """The findings of a tool, the words of the text it was given, and how many of them count as errors."""

    findings: list[labels.Finding]
    words: int
    levels: dict[str, str]


def of_newslint(corpus: Corpus) -> Said:
    """All default rules in one run over the corpus, those that compare articles included."""
    linter = Linter()
    report = linter.run(corpus.sources, jobs=1)
    if report.errors:
        raise RuntimeError(f"{corpus.name}: {report.errors[0]}")
    texts = {article.path: article.text for article in corpus.sources}
    halves = {article.path: number % 2 for number, article in enumerate(corpus.sources)}
    findings = [
        labels.finding(
            "newslint", corpus.name, entry.code, entry.path, texts[entry.path], entry.start.offset, entry.end.offset,
            f"| {entry.message} -> {list(entry.suggestions[:2])}", halves[entry.path],
        )
        for entry in report.findings
    ]  # fmt: skip
    return Said(findings, corpus.words, {entry.code: entry.level for entry in report.findings})


def of_peer(peer: Peer, corpus: Corpus, most_words: int) -> Said:
    """A peer's findings; a slow one gets every n-th article only, up to about `most_words` words."""
    articles = corpus.plain
    if peer.name in SLOW:
        total = sum(_words(article) for article in articles)
        articles = articles[:: max(1, round(total / most_words))]
    words = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        named = {}
        for number, article in enumerate(articles):
            name = f"{number:06}.md"
            (folder / name).write_bytes(article.text.replace("\r\n", "\n").encode())
            named[name] = article
            words += _words(article)
        spots = peer.ask(folder)
    findings = [
        labels.finding(
            peer.name, corpus.name, spot.rule, named[spot.path].path, named[spot.path].text.replace("\r\n", "\n"),
            spot.start, spot.end, f"-> {spot.suggestion!r}",
        )
        for spot in spots
    ]  # fmt: skip
    return Said(findings, words, {})


def _words(article: Source) -> int:
    return len(parse(article).words.texts)

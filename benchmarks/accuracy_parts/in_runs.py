"""Recall of rules that compare the articles of a run: a copy is linted with the rest of its corpus.

Copies that differ in article and in the changed word share a run, up to `TOGETHER`, so that one defect hardly weighs as
evidence on another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.accuracy_parts import recall
from newslint.document import parse
from newslint.duplicates.records import record_of
from newslint.source import Source

if TYPE_CHECKING:
    from benchmarks.accuracy_parts.corpora import Corpus
    from benchmarks.accuracy_parts.defects import Kind
    from benchmarks.accuracy_parts.recall import Copy, Tally
    from newslint.linter import Linter

SUFFIX = "-in-run"
"""Ends the name of a kind that takes another one's copies and lints each in its run."""

TOGETHER = 10


def ask(linter: Linter, corpus: Corpus, known: list[Kind], made: list[Copy]) -> dict[str, Tally]:
    """What newslint finds of the copies of such kinds, by the rules for one article or by those for a run."""
    tallies: dict[str, Tally] = {}
    for kind in known:
        if kind.name.endswith(SUFFIX):
            copies = [copy for copy in made if copy.kind == kind.name.removesuffix(SUFFIX)]
            if copies:
                tallies[kind.name] = _asked(linter, corpus, known, copies, kind.codes)
    return tallies


def _asked(linter: Linter, corpus: Corpus, known: list[Kind], copies: list[Copy], codes: tuple[str, ...]) -> Tally:
    rules = [active for active in linter.active_in_run if active.rule.code.startswith(codes)]
    records = {article.path: record_of(parse(article)) for article in corpus.sources}
    total = recall.Tally()
    left = []
    for copy in copies:
        alone = next(iter(recall.ask_newslint(linter, known, [copy]).values()))
        if alone.found:
            total.add(alone)
        else:
            left.append(copy)
    while left:
        batch = _apart(left)
        left = [copy for copy in left if copy not in batch]
        documents = {
            copy.article.path: parse(Source(copy.text, copy.article.path, copy.article.format)) for copy in batch
        }
        changed = records | {path: record_of(document) for path, document in documents.items()}
        suggestions: dict[str, list[str | None]] = {copy.article.path: [] for copy in batch}
        for rule in rules:
            for hit in rule.check(list(changed.values()), None, rule.settings):
                copy_of = next((copy for copy in batch if copy.article.path == hit.path), None)
                if copy_of is not None:
                    start, end = documents[hit.path].offsets.to_source(hit.start, hit.end)
                    first, last = recall.place(copy_of)
                    if start < last and end > first:
                        text = copy_of.text[:start] + hit.suggestions[0] + copy_of.text[end:]
                        suggestions[hit.path].append(text if hit.suggestions else None)
        for copy in batch:
            found = suggestions[copy.article.path]
            recall.count(total, copy, bool(found), bool(found), found[:1] == [copy.article.text], "")
    return total


def _apart(copies: list[Copy]) -> list[Copy]:
    """The first of the copies that differ in article and changed word, `TOGETHER` at most."""
    batch: list[Copy] = []
    for copy in copies:
        if all(copy.article.path != other.article.path and copy.wrong != other.wrong for other in batch):
            batch.append(copy)
            if len(batch) == TOGETHER:
                break
    return batch

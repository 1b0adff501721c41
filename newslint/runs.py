"""Many inputs -> one report: read, lint, compare with each other, suppress; in this process or in several.

A run has two passes. The first looks at each article alone and may be spread over processes; it keeps of an
article only its findings and its sections' word hashes. The second compares the articles of the run by those.
"""

from __future__ import annotations

import os
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newslint import source as sources
from newslint.document import Document, parse
from newslint.finding import InputError, Report
from newslint.linter import internal_error
from newslint.locating import finding_of, locate
from newslint.source import Source, SourceError
from newslint.suppressions import Suppressions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newslint.checks.in_run import Record
    from newslint.finding import Finding, Skipped
    from newslint.rule_choice import RuleChoice

    Progress = Callable[[int, int], None]
    Input = str | Source | InputError

CHUNK = 24
"""Inputs that a process takes at a time."""

FEW_INPUTS = 200
"""Up to this many inputs, one process is faster than starting several."""

KEPT_CHARACTERS = 32_000_000
"""Parsed articles up to this many code points in all stay in memory for the second pass."""


class Article(NamedTuple):
    """What the first pass keeps of an input."""

    path: str
    findings: list[Finding]
    errors: list[InputError]
    skipped: list[Skipped]
    suppressions: Suppressions | None
    record: Record | None
    document: Document | None


def run(
    inputs: Iterable[Input], choice: RuleChoice, jobs: int = 1, progress: Progress | None = None
) -> Report:
    """The report on inputs: paths, sources, or inputs that were already found to be faulty.

    `jobs` is the number of processes; 0 takes as many as there are cores where there are many inputs.
    `progress` is told, after each input, how many are done and how many there are.
    """
    todo = list(inputs)
    report = Report()
    articles = []
    for done, article in enumerate(_articles(todo, choice, jobs), 1):
        articles.append(article)
        if progress is not None:
            progress(done, len(todo))
    for hit_article, finding in _between_articles(articles, choice, report):
        hit_article.findings.append(finding)
    for article in articles:
        _finish(article, choice, report)
    return report


def _articles(inputs: list[Input], choice: RuleChoice, jobs: int) -> Iterator[Article]:
    if jobs == 0:
        jobs = (os.cpu_count() or 1) if len(inputs) > FEW_INPUTS else 1
    several = len(inputs) > 1
    if jobs == 1 or len(inputs) < 2:
        kept = 0
        for item in inputs:
            article = lint_one(item, choice, several)
            if article.document is not None:
                kept += len(article.document.prose)
                if kept > KEPT_CHARACTERS:
                    article = article._replace(document=None)
            yield article
        return
    from newslint.processes import spread

    yield from spread(inputs, choice, jobs, CHUNK)


def lint_one(item: Input, choice: RuleChoice, several: bool = False) -> Article:
    """The first pass over one input; `several` keeps what the second pass needs."""
    if isinstance(item, InputError):
        return Article(item.path, [], [item], [], None, None, None)
    config = choice.config
    try:
        source = (
            item
            if isinstance(item, Source)
            else sources.read(item, config.encoding or None, config.max_bytes)
        )
    except SourceError as error:
        return Article(
            error.path, [], [InputError(error.path, error.message, error.line)], [], None, None, None
        )
    linter = choice.linter_for(source.path)
    try:
        document = parse(source)
    except Exception as error:  # a reader's fault must not end the run
        fault = InputError(
            source.path, f"internal error while reading {source.format}: {type(error).__name__}: {error}"
        )
        return Article(source.path, [], [fault], [], None, None, None)
    outcome = linter.lint_document(document)
    record = None
    if several and linter.active_in_run:
        from newslint.checks.in_run import record_of

        record = record_of(document)
    suppressions = Suppressions.of(document)
    return Article(source.path, *outcome, suppressions, record, document)


def _between_articles(
    articles: list[Article], choice: RuleChoice, report: Report
) -> Iterator[tuple[Article, Finding]]:
    """The findings of the rules that compare articles, each with the article it belongs to."""
    by_path = {article.path: article for article in articles if article.record is not None}
    if len(by_path) < 2:
        return
    documents: dict[str, Document] = {}

    def document_at(path: str) -> Document:
        document = by_path[path].document or documents.get(path)
        if document is None:
            config = choice.config
            document = documents[path] = parse(sources.read(path, config.encoding or None, config.max_bytes))
        return document

    records = [article.record for article in by_path.values()]
    for rule, check_run, settings, _ in choice.linter_for("").active_in_run:
        try:
            for hit in check_run(records, None, settings):
                article = by_path[hit.path]
                if all(active.rule.code != rule.code for active in choice.linter_for(hit.path).active_in_run):
                    continue
                document = document_at(hit.path)
                yield article, finding_of(document, *locate(document, hit), rule, hit, document_at)
        except Exception as error:  # one broken rule must not hide what the others find
            report.errors.append(internal_error("(all inputs)", rule, error))


def _finish(article: Article, choice: RuleChoice, report: Report) -> None:
    """Suppress, order, and add an article's findings to the report."""
    findings = article.findings
    if article.suppressions is not None:
        findings, suppressed = article.suppressions.apply(findings)
        report.suppressed += suppressed
        active = choice.linter_for(article.path).rules
        findings += article.suppressions.findings(active, choice.known)
    findings.sort(key=lambda finding: (finding.start.offset, finding.end.offset, finding.code))
    report.findings += findings
    report.errors += article.errors
    report.skipped += article.skipped
    report.files += article.errors == [] or bool(article.findings)


def chunks(inputs: Iterable[Input], size: int) -> Iterator[list[Input]]:
    """The inputs in lists of `size`, the last one shorter."""
    waiting = iter(inputs)
    while chunk := list(islice(waiting, size)):
        yield chunk

"""Many inputs -> one report: read, lint, compare with each other, suppress; in this process or in several.

A run has two passes. The first looks at each article alone and may be spread over processes; it keeps of an
article only its findings and its sections' word hashes. The second compares the articles of the run by those.
"""

from __future__ import annotations

import os
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newslint import baseline
from newslint import source as sources
from newslint.document import Document, parse
from newslint.finding import InputError, Report
from newslint.linter import internal_error
from newslint.locating import finding_of, locate
from newslint.source import Source, SourceError
from newslint.suppressions import Suppressions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newslint.baseline import Baseline
    from newslint.duplicates.archive_asking import Archive
    from newslint.duplicates.records import Record
    from newslint.finding import Finding, Skipped
    from newslint.rule_choice import RuleChoice
    from newslint.rules import Rule

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
    text: str
    """The source text; empty where the first pass has nothing to say of it."""
    document: Document | None
    is_read: bool = True


def run(inputs: Iterable[Input], choice: RuleChoice, jobs: int = 1, progress: Progress | None = None) -> Report:
    """The report on inputs: paths, sources, or inputs that were already found to be faulty.

    `jobs` is the number of processes; 0 takes as many as there are cores where there are many inputs.
    `progress` is told, after each input, how many are done and how many there are. Raises
    `newslint.baseline.BaselineError` for a configured baseline that cannot be used, and
    `newslint.duplicates.stores.StoreError` for such an archive index.
    """
    todo = list(inputs)
    report = Report()
    archive = choice.archive
    articles = []
    for done, article in enumerate(_articles(todo, choice, jobs), 1):
        articles.append(article)
        if progress is not None:
            progress(done, len(todo))
    given = {item.path: item for item in todo if isinstance(item, Source)}
    texts = _between_articles(articles, given, choice, archive, report)
    known = baseline.read(choice.config.baseline) if choice.config.baseline else None
    for article in articles:
        _finish(article, texts.get(article.path, article.text), choice, report, known)
    report.stale = known.stale() if known is not None else 0
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
    try:
        document = _document(item, choice)
    except UnreadableError as unreadable:
        return Article(unreadable.error.path, [], [unreadable.error], [], None, None, "", None, False)
    linter = choice.linter_for(document.path)
    outcome = linter.lint_document(document)
    record = None
    if (several or choice.config.index) and linter.active_in_run:
        from newslint.duplicates.records import record_of

        record = record_of(document)
        if choice.config.index:
            from newslint.duplicates.archive_articles import describe

            describe(record, document)
    suppressions = Suppressions.of(document)
    document.forget()
    text = document.source.text if outcome.findings or suppressions else ""
    return Article(document.path, *outcome, suppressions, record, text, document)


class UnreadableError(Exception):
    """An input that cannot be linted, and what there is to report of it."""

    def __init__(self, error: InputError) -> None:
        super().__init__(error.message)
        self.error = error


def _document(item: Input, choice: RuleChoice) -> Document:
    """The document of an input. Raises `UnreadableError`."""
    if isinstance(item, InputError):
        raise UnreadableError(item)
    source = item
    if isinstance(source, str):
        try:
            source = sources.read(source, choice.config.encoding or None, choice.config.max_bytes)
        except SourceError as error:
            raise UnreadableError(InputError(error.path, error.message, error.line)) from None
    try:
        return parse(source)
    except Exception as error:  # a reader's fault must not end the run
        message = f"internal error while reading {source.format}: {type(error).__name__}: {error}"
        raise UnreadableError(InputError(source.path, message)) from error


def _between_articles(
    articles: list[Article], given: dict[str, Source], choice: RuleChoice, archive: Archive | None, report: Report
) -> dict[str, str]:
    """Add what the rules find that compare articles, with each other or an archive; their texts, by path.

    `given` are the inputs that came as sources and cannot be read again by their paths.
    """
    by_path = {article.path: article for article in articles if article.record is not None}
    if len(by_path) < 2 and archive is None:
        return {}
    documents: dict[str, Document] = {}

    def document_at(path: str) -> Document:
        document = by_path[path].document or documents.get(path)
        if document is None:
            document = documents[path] = _document(given.get(path, path), choice)
        return document

    texts = {}
    records = [article.record for article in by_path.values()]
    for active in choice.linter_for("").active_in_run:
        rule = active.rule
        try:
            for hit in active.check(records, archive, active.settings):
                article, document = by_path[hit.path], document_at(hit.path)
                start, end = locate(document, hit)
                if choice.linter_for(hit.path).reports(active, document, start, end, article.findings):
                    article.findings.append(finding_of(document, start, end, rule, hit, document_at))
                    texts[hit.path] = document.source.text
        except UnreadableError as unreadable:
            report.errors.append(unreadable.error)
        except Exception as error:  # one broken rule must not hide what the others find
            report.errors.append(_fault(rule, error))
    return texts


def _fault(rule: Rule, error: Exception) -> InputError:
    """What to report of a run rule that failed: the archive's fault, or the rule's."""
    from newslint.duplicates.stores.errors import StoreError

    if isinstance(error, StoreError):
        return InputError(error.place, error.message)
    return internal_error("(all inputs)", rule, error)


def _finish(article: Article, text: str, choice: RuleChoice, report: Report, known: Baseline | None) -> None:
    """Suppress, order and number an article's findings, and add those that the baseline does not know."""
    findings = article.findings
    if article.suppressions is not None:
        findings, suppressed = article.suppressions.apply(findings)
        report.suppressed += suppressed
        active = choice.linter_for(article.path).rules
        findings += article.suppressions.findings(active, choice.known)
    findings.sort(key=lambda finding: (finding.start.offset, finding.end.offset, finding.code))
    if findings:
        baseline.assign(findings, text)
    if known is not None and article.is_read:
        findings, count = known.apply(article.path, findings)
        report.baselined += count
    report.findings += findings
    report.errors += article.errors
    report.skipped += article.skipped
    report.files += article.is_read


def chunks(inputs: Iterable[Input], size: int) -> Iterator[list[Input]]:
    """The inputs in lists of `size`, the last one shorter."""
    waiting = iter(inputs)
    while chunk := list(islice(waiting, size)):
        yield chunk

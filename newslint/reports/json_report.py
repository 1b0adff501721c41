"""`json`: the whole report as one JSON document, `newslint-report/1`; its schema is docs/report.schema.json."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newslint.finding import LEVELS
from newslint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.finding import Finding, Position, RelatedPlace, Report
    from newslint.reports import Page

SCHEMA = "newslint-report/1"


def render(report: Report, page: Page) -> Iterator[str]:
    """One line a finding within the document, so that two reports can be compared line by line."""
    whole = as_data(report)
    findings = whole.pop("findings")
    summary = whole.pop("summary")
    yield _json(whole)[:-1] + ',\n "findings": ['
    for index, finding in enumerate(findings):
        yield (",\n  " if index else "\n  ") + _json(finding)
    yield f'],\n "summary": {_json(summary)}}}\n'


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain lists and dictionaries, keys in the documented order."""
    return {
        "schema": SCHEMA,
        "version": __version__,
        "files": report.files,
        "errors": [
            {"path": error.path, "line": error.line, "message": error.message} for error in report.errors
        ],
        "skipped": [
            {"path": skipped.path, "rules": skipped.rules, "reason": skipped.reason}
            for skipped in report.skipped
        ],
        "findings": [finding_data(finding) for finding in report.findings],
        "summary": {
            **{level: report.count(level) for level in LEVELS},
            "suppressed": report.suppressed,
            "baselined": report.baselined,
        },
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    """One finding as the report shows it."""
    fix = finding.fix and {
        "safety": finding.fix.safety,
        "edits": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in finding.fix.edits],
    }
    return {
        "path": finding.path,
        "field": finding.field,
        "code": finding.code,
        "rule": finding.rule,
        "category": finding.category,
        "level": finding.level,
        "message": finding.message,
        "text": finding.text,
        "url": finding.url,
        "start": _position(finding.start),
        "end": _position(finding.end),
        "suggestions": list(finding.suggestions),
        "fix": fix,
        "related": [_related(place) for place in finding.related],
        "similarity": None if finding.similarity is None else round(finding.similarity, 4),
        "fingerprint": finding.fingerprint,
    }


def _position(position: Position) -> dict[str, int]:
    return {"offset": position.offset, "line": position.line, "column": position.column}


def _related(place: RelatedPlace) -> dict[str, Any]:
    if place.archive is not None:
        archive = place.archive
        return {
            "archive": {
                "id": archive.id,
                "title": archive.title,
                "url": archive.url,
                "published": archive.published,
            },
            "words": list(place.words) if place.words is not None else None,
            "message": place.message,
        }
    return {
        "path": place.path,
        "start": place.start and _position(place.start),
        "end": place.end and _position(place.end),
        "message": place.message,
    }


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)

"""A snapshot of every format, all of the same run. `NEWSLINT_SNAPSHOTS=write` writes them anew."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from newslint import reports
from newslint.finding import Report
from newslint.reports import Page, statistics
from newslint.version import __version__
from tests.conftest import ROOT, require

SNAPSHOTS = Path(__file__).parent / "snapshots"


def compare(name: str, text: str) -> None:
    text = text.replace(f'"version": "{__version__}"', '"version": "VERSION"')
    path = SNAPSHOTS / name
    if os.environ.get("NEWSLINT_SNAPSHOTS") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    assert text == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", list(reports.FORMATS))
def test_snapshot(name: str, report: Report, page: Page) -> None:
    compare(name, "".join(reports.render(name, report, page)))


@pytest.mark.parametrize("name", ["full", "concise"])
def test_colours_only_add_to_the_text(name: str, report: Report, page: Page) -> None:
    import re

    plain = "".join(reports.render(name, report, page))
    coloured = "".join(reports.render(name, report, page._replace(colour=True)))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_statistics(report: Report, page: Page) -> None:
    report.findings += report.findings[:1]
    compare("statistics", "".join(statistics.render(report, page)))
    data = json.loads("".join(statistics.render_json(report)))
    assert data[0] == {
        "count": 2,
        "level": "error",
        "code": "SPC101",
        "rule": "spacing/after-comma",
        "fixable": 2,
    }


def test_json_keeps_to_its_schema(report: Report, page: Page) -> None:
    require("jsonschema")
    import jsonschema

    schema = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads("".join(reports.render("json", report, page))), schema)
    jsonschema.validate(json.loads("".join(reports.render("json", Report(), page))), schema)


def test_json_key_order(report: Report, page: Page) -> None:
    data = json.loads("".join(reports.render("json", report, page)))
    assert list(data) == ["schema", "version", "files", "errors", "skipped", "findings", "summary"]
    assert list(data["findings"][0]) == [
        "path", "field", "code", "rule", "category", "level", "message", "text", "url", "start", "end",
        "suggestions", "fix", "related", "similarity", "fingerprint",
    ]  # fmt: skip


def test_nothing_found(page: Page) -> None:
    assert "".join(reports.render("full", Report(files=1), page)) == "No findings in 1 file.\n"
    assert (
        "".join(reports.render("full", Report(files=2, suppressed=3), page))
        == "No findings in 2 files; 3 suppressed.\n"
    )

"""Every format tells the same groups; what texts say cannot get out of its place."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from newslint.reports.audit import FORMATS, View, render
from newslint.reports.audit.html_page import escaped
from tests.audit.archives import HARBOUR, LIBRARY, SIGN_OFF, archive
from tests.reports.audit.conftest import HOSTILE, VIEW

if TYPE_CHECKING:
    from pathlib import Path

    from newslint.audit.auditing import Audit


def lines(made: Audit) -> list[dict[str, Any]]:
    return [json.loads(line) for line in "".join(render("json-lines", made, VIEW)).splitlines()]


def of_type(made: Audit, name: str) -> list[dict[str, Any]]:
    return [line for line in lines(made) if line["type"] == name]


def test_json_lines_tell_figures_groups_pairs_standing_text_and_repeats(made: Audit) -> None:
    first, *_ = lines(made)
    assert (first["schema"], first["groups"], first["made"]) == ("newslint-audit/1", 27, VIEW.made)
    assert first["errors"] == [{"path": "lines.jsonl", "line": 7, "message": "not JSON"}]
    series = next(group for group in of_type(made, "group") if group["reposts"])
    assert series["reposts"] == {"days": ["2021-03-01", "2021-03-08", "2021-03-15", "2021-03-22"], "interval": 7, "regular": True}
    assert [member["published"] for member in series["members"]][:3] == ["2021-03-08", "2021-03-15", "2021-03-22"]
    (standing,) = of_type(made, "standing")
    assert (standing["text"], standing["articles"]) == (SIGN_OFF, 9)
    (within,) = of_type(made, "within")
    assert within["article"]["title"] == "Twice told"
    review = next(pair for pair in of_type(made, "pair") if pair["later"]["title"] == "A review of May")
    assert LIBRARY in [passage["later"]["text"] for passage in review["passages"]]
    size = len(HARBOUR.split())
    assert of_type(made, "group")[0]["members"][0]["parts"][0]["words"][1] >= size


def test_csv_has_a_row_a_member_and_no_formulas(made: Audit) -> None:
    text = "".join(render("csv", made, VIEW))
    assert text.count("\r\n") == text.count("\n")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == sum(len(group.pairs) for group in made.groups)
    assert {row["reposts"] for row in rows} >= {"", "4 times from 2021-03-01 to 2021-03-22, every 7 days"}
    spreadsheet = archive(("One two three four five six seven eight nine.", {"title": "=1+1"}))
    from newslint.reports.audit.csv_rows import _safe

    assert _safe(spreadsheet[0].title) == "'=1+1"


def test_the_table_fits_the_terminal_and_shows_what_is_hidden(made: Audit) -> None:
    text = "".join(render("table", made, VIEW._replace(width=80, most=3)))
    assert all(len(line) <= 80 for line in text.splitlines()[:-1])
    assert "… and 24 smaller groups" in text
    assert "4 times from 2021-03-01 to 2021-03-22, every 7 days" in text
    assert "Standing text" in text and "Articles that repeat themselves" in text
    assert "\x1b[" not in text
    assert "\x1b[1m" in "".join(render("table", made, View(colour=True)))


def test_no_text_ends_the_element_it_stands_in(made: Audit, page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert HOSTILE not in text
    assert "<title>Archive &lt;of&gt; tests</title>" in text
    held = re.findall(r'(?s)<script type="application/json" id="([\w-]+)">(.*?)</script>', text)
    assert [name for name, _ in held][:2] == ["index", "texts-0"]
    data = {name: json.loads(content) for name, content in held}
    assert HOSTILE in [article[0] for article in data["index"]["articles"]]
    assert escaped("</script>\u2028&") == '"\\u003c/script\\u003e\\u2028\\u0026"'


def test_the_page_needs_nothing_from_elsewhere(page: Path) -> None:
    text = re.sub(r'(?s)<script type="application/json".*?</script>', "", page.read_text(encoding="utf-8"))
    assert not re.search(r"""(?i)\b(?:src|href)\s*=\s*["']?(?:https?:|//)|@import|url\(|\bfetch\(|XMLHttpRequest""", text)
    assert "default-src 'none'" in text


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders_an_empty_audit(name: str) -> None:
    from newslint.audit.auditing import audit
    from newslint.audit.section_pairs import same_sections

    assert "".join(render(name, audit(archive(), same_sections), VIEW))

"""An audit that every format renders, its page, and a browser that has it open."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from newslint.audit.auditing import Audit, audit, repeated_within
from newslint.audit.section_pairs import same_sections
from newslint.finding import InputError
from newslint.reports.audit import View, render
from tests.audit.archives import (
    BEES,
    BRIDGE,
    CHESS,
    CHOIR,
    HARBOUR,
    LIBRARY,
    SIGN_OFF,
    archive,
    on,
    prose,
)
from tests.conftest import require

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from selenium.webdriver.chrome.webdriver import WebDriver

HOSTILE = '</script><script>document.title="owned"</script><!--<script>'
TWICE = (
    "The county will plant a hedge of hawthorn along the old post road this winter, so that snow no longer drifts over the "
    "lanes to the three farms that were cut off for nine days in January."
)
VIEW = View(title="Archive <of> tests", made="2024-05-06T07:08:09Z")

BROWSER = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1300,900"
).split()


def groups_of_many_kinds() -> list[object]:
    """Texts of 30 groups: a series, copies, a rewording with characters beyond the basic plane, passages, standing text."""
    series = [
        on(f"2021-03-{day:02}", HARBOUR, CHOIR, title="Quay closes", credit="Wire", url="https://example.org/q")
        for day in (1, 8, 15, 22)
    ]
    reworded = CHESS.replace("ninety", "eighty-nine 🎣")
    passages = [
        on("2021-05-01", BEES, LIBRARY, BRIDGE, title="Swarms"),
        on("2021-06-01", prose(1), LIBRARY, prose(2), BEES, title="A review of May", credit="Desk", url="javascript:alert(1)"),
    ]
    others = [
        on(f"2022-{1 + number // 28:02}-{1 + number % 28:02}", prose(number + 10), prose(number + 500), title=f"Item {number}")
        for number in range(24)
    ]
    copies = [on("2023-01-01", prose(number + 10), prose(number + 500), title=f"Copy {number}") for number in range(24)]
    standing = [on("2020-01-01", prose(seed + 2000), SIGN_OFF) for seed in range(9)]
    return [
        *series,
        on("2021-04-01", f"🎣 {CHESS}", HOSTILE, title=HOSTILE, credit=HOSTILE),
        on("2021-04-09", "A note before it, 🎣🎣.", reworded, title="Chess, again", credit="Desk"),
        *passages,
        *others,
        *copies,
        *standing,
        on("2020-02-02", TWICE, prose(3000), TWICE.replace("old", "new"), title="Twice told"),
    ]


@pytest.fixture(scope="session")
def made() -> Audit:
    articles = archive(*groups_of_many_kinds())  # type: ignore[arg-type]
    found = audit(articles, same_sections)
    found.within = [within for article in articles if (within := repeated_within(article, articles.prose(article)))]
    found.errors = [InputError("lines.jsonl", "not JSON", 7)]
    return found


@pytest.fixture(scope="session")
def page(made: Audit, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "audit.html"
    path.write_text("".join(render("html", made, VIEW)), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    require("selenium", "chromium", "chromedriver")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in (*BROWSER, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    driver.set_script_timeout(20)
    yield driver
    driver.quit()

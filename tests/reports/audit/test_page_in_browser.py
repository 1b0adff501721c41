"""The page of an audit, opened in Chromium and used as an editor would: by mouse, by keyboard, on a phone."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.reports.audit.conftest import HOSTILE, TWICE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from selenium.webdriver.chrome.webdriver import WebDriver

    from newslint.audit.auditing import Audit


class Reader:
    """Somebody who has the page open."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver

    def js(self, script: str, *given: Any) -> Any:
        return self.driver.execute_script(script, *given)

    def text(self, selector: str) -> str:
        return str(self.js("return document.querySelector(arguments[0])?.textContent ?? ''", selector))

    def texts(self, selector: str) -> list[str]:
        return list(self.js("return [...document.querySelectorAll(arguments[0])].map((found) => found.textContent)", selector))

    def press(self, *keys: str) -> None:
        from selenium.webdriver import ActionChains

        ActionChains(self.driver).send_keys(*keys).perform()

    def click(self, selector: str) -> None:
        from selenium.webdriver.common.by import By

        self.driver.find_element(By.CSS_SELECTOR, selector).click()

    def enter(self, selector: str, value: str) -> None:
        self.js(
            "const input = document.querySelector(arguments[0]); input.value = arguments[1];"
            "input.dispatchEvent(new Event('input', { bubbles: true }))",
            selector, value,
        )  # fmt: skip

    def until(self, script: str, *given: Any) -> None:
        for _ in range(100):
            if self.js(f"return {script}", *given):
                return
            time.sleep(0.03)
        raise AssertionError(f"never true: {script}")

    @property
    def count(self) -> str:
        return self.text("#count")

    @property
    def focused(self) -> str:
        return str(self.js("return document.activeElement.id || document.activeElement.className"))


@pytest.fixture
def reader(chromium: WebDriver, page: Path) -> Iterator[Reader]:
    chromium.get("about:blank")
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "light"}]})
    chromium.get_log("browser")
    chromium.get(page.as_uri())
    chromium.execute_script("localStorage.clear()")
    chromium.get("about:blank")
    chromium.get(page.as_uri())
    found = Reader(chromium)
    found.until("document.documentElement.dataset.ready === 'yes'")
    yield found
    assert chromium.get_log("browser") == [], "nothing is refused, nothing fails"


def test_the_overview_tells_what_was_found(reader: Reader) -> None:
    assert reader.text("#detail-title").endswith("share text with another")
    assert reader.count == "28 groups"
    assert "1 standing text" in reader.text("#detail")
    assert "1 input could not be read" in reader.text("#detail")
    assert reader.driver.title == "Archive <of> tests"
    reader.click("#to-standing")
    reader.until("document.querySelector('.standing-list .figure')?.textContent === '9 articles'")


def test_texts_of_articles_are_never_run(reader: Reader) -> None:
    reader.enter("#words", "document.title")
    reader.until("document.querySelector('#count').textContent === '1 of 28 groups'")
    reader.press("j")
    assert reader.text("#detail-title") == HOSTILE
    assert "owned" not in (reader.driver.title.split(" – ")[-1], reader.driver.title)
    reader.enter("#words", "review of may")
    reader.until("document.querySelector('#count').textContent === '1 of 28 groups'")
    reader.press("j")
    assert not [href for href in reader.js("return [...document.links].map((link) => link.href)") if "javascript:" in href]


def test_filters(reader: Reader, made: Audit) -> None:
    reader.enter("#words", "shipworm has HOLLOWED  out")
    reader.until("document.querySelector('#count').textContent === '1 of 28 groups'")
    reader.enter("#words", "hedge hollowed")
    reader.until("document.querySelector('#count').textContent === '0 of 28 groups'")
    reader.enter("#words", "decade hollowed")
    reader.until("document.querySelector('#count').textContent === '1 of 28 groups'")
    reader.enter("#words", "no such words anywhere")
    reader.until("document.querySelector('#count').textContent === '0 of 28 groups'")
    reader.enter("#words", "")
    reader.until("document.querySelector('#count').textContent === '28 groups'")

    def counted(selector: str, value: str, expected: str) -> None:
        before = reader.js("return document.querySelector(arguments[0]).value", selector)
        reader.enter(selector, value)
        reader.until("document.querySelector('#count').textContent === arguments[0]", expected)
        reader.enter(selector, before)
        reader.until("document.querySelector('#count').textContent === '28 groups'")

    counted("#size", "3", "1 of 28 groups")
    counted("#share", "80", f"{sum(group.share >= 0.8 for group in made.groups)} of 28 groups")
    counted("#from", "2023-01-01", "24 of 28 groups")
    counted("#until", "2021-03-10", "2 of 28 groups")
    counted("#credit", "Desk", "2 of 28 groups")
    reader.click('[data-kind="series"]')
    assert reader.count == "1 of 28 groups"
    reader.click('[data-kind="within"]')
    assert reader.count == "2 of 28 groups"
    reader.js("document.querySelector('#more').open = true")
    reader.click("#clear")
    assert reader.count == "28 groups"
    reader.enter("#sort", "latest")
    reader.until("document.querySelector('.row-title').textContent.startsWith('Item')")


def test_keyboard_alone(reader: Reader) -> None:
    from selenium.webdriver.common.keys import Keys

    reader.press("j")
    assert reader.focused == "row-g1"
    assert reader.text("#detail-title") == "Quay closes"
    reader.press("j", "k", Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    assert reader.focused == "row-g3"
    reader.press(Keys.END)
    assert reader.focused == "row-w1"
    assert reader.js("return document.querySelectorAll('[role=option][tabindex=\"0\"]').length") == 1
    assert reader.js("return document.activeElement.getAttribute('aria-posinset')") == "28"
    reader.press(Keys.HOME, Keys.ENTER)
    assert reader.focused == "detail-title"
    reader.press("]")
    assert "15 Mar 2021" in reader.text(".member.chosen")
    reader.press("[", "[")
    assert "22 Mar 2021" in reader.text(".member.chosen")
    reader.press(Keys.ESCAPE)
    assert reader.focused == "row-g1"
    reader.press("/")
    assert reader.focused == "words"
    reader.press("swarms", Keys.ENTER)
    reader.until("document.activeElement.className.includes('row')")
    assert reader.text("#detail-title") == "Swarms"
    reader.press("?")
    assert reader.js("return document.querySelector('#keys').open")
    reader.press(Keys.ESCAPE)
    assert not reader.js("return document.querySelector('#keys').open")


def test_focus_can_be_seen(reader: Reader) -> None:
    from selenium.webdriver.common.keys import Keys

    reader.press(Keys.TAB)
    assert reader.focused == "skip"
    assert reader.js("return document.activeElement.getBoundingClientRect().left >= 0")
    reader.press("j")
    assert reader.js("return getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_two_texts_with_their_differences_marked(reader: Reader) -> None:
    reader.enter("#words", "chess, again")
    reader.until("document.querySelector('#count').textContent === '1 of 28 groups'")
    reader.press("j")
    assert reader.texts(".side del") == ["ninety"]
    assert reader.texts(".side ins") == ["eighty-nine"]
    assert "The oldest chess club" in reader.text(".side .passage")
    assert reader.texts(".role") == ["Published first", "Published later"]
    assert reader.text(".text-head .meta").startswith("1 Apr 2021")
    reader.press("n")
    assert reader.text(".difference.now") == "ninety"
    reader.press("v")
    assert reader.texts(".one del, .one ins") == ["ninety", "eighty-nine"]
    assert "after ninety eighty-nine 🎣 years above" in reader.text(".one .passage")
    assert reader.js("return document.querySelector('[data-mode=one]').getAttribute('aria-pressed')") == "true"


def test_links_lead_to_the_articles(reader: Reader) -> None:
    reader.press("j")
    links = reader.js("return [...document.querySelectorAll('.text-head a')].map((link) => [link.href, link.rel])")
    assert links == [["https://example.org/q", "noopener noreferrer"]] * 2


def test_passage_map_and_time_line(reader: Reader) -> None:
    reader.enter("#words", "review of may")
    reader.until("document.querySelector('#count').textContent === '1 of 28 groups'")
    reader.press("j")
    assert reader.js("return document.querySelectorAll('.timeline circle').length") == 2
    assert reader.text(".timeline title").startswith("Swarms")
    widths = reader.js(
        "return [...document.querySelectorAll('.sheet > .map > span')].map((part) => [part.className.split(' ')[0], +part.style.flexGrow])"
    )
    assert [kind for kind, _ in widths] == ["own", "part", "own", "part"]
    assert widths[0][1] == 40
    assert reader.js("return document.querySelector('.sheet > .map').getAttribute('aria-label')").count("also in Swarms") == 2
    reader.click(".map-key button")
    assert reader.text(".texts h4") == "Swarms"


def test_an_article_that_repeats_itself(reader: Reader) -> None:
    reader.click('[data-kind="within"]')
    reader.press("j")
    assert reader.texts(".side del") == ["old"]
    assert reader.texts(".side ins") == ["new"]
    assert TWICE.replace("old", "new") in reader.texts(".side .passage")[1]


def test_dark_and_light(reader: Reader) -> None:
    def background() -> int:
        colour = reader.js("return getComputedStyle(document.querySelector('#detail')).backgroundColor")
        return int(colour[4:].split(",")[0])

    assert background() > 200
    reader.press("d")
    assert background() < 60
    reader.driver.refresh()
    assert background() < 60, "the choice is kept"
    reader.click("#theme")
    assert background() > 200
    reader.js("localStorage.clear()")
    for scheme, is_dark in (("dark", True), ("light", False)):
        features = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        reader.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", features)
        reader.driver.refresh()
        assert (background() < 60) is is_dark


def test_text_can_be_read_on_its_ground(reader: Reader) -> None:
    """Contrast of 4.5 to 1 or more (WCAG 2.2, 1.4.3), in both colours."""
    reader.enter("#words", "chess, again")
    reader.until("document.querySelector('#count').textContent === '1 of 28 groups'")
    reader.press("j")
    for _ in range(2):
        time.sleep(0.2)  # colours change slowly
        low = reader.js(CONTRASTS)
        assert low == []
        reader.press("d")


CONTRASTS = """
const channel = (value) => value <= 10.31 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
const low = [];
for (const found of document.querySelectorAll('body *')) {
  if (!found.offsetParent || ![...found.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
  let ground = found;
  while (ground && (numbers(getComputedStyle(ground).backgroundColor)[3] === 0)) ground = ground.parentElement;
  const [a, b] = [light(numbers(getComputedStyle(found).color)), light(numbers(getComputedStyle(ground || document.body).backgroundColor))];
  const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (contrast < 4.5) low.push([found.tagName, found.className, contrast]);
}
return low;
"""


def test_on_a_phone(reader: Reader) -> None:
    metrics = {"width": 360, "height": 700, "deviceScaleFactor": 2, "mobile": True}
    reader.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    reader.driver.refresh()
    shown = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return box.width > 0 && box.height > 0"
    assert reader.js(shown, "#list") and not reader.js(shown, "#detail")
    reader.click("#row-g1")
    assert reader.js(shown, "#detail") and not reader.js(shown, "#list")
    assert reader.js("return document.documentElement.scrollWidth <= 360 && document.querySelector('#detail').scrollWidth <= 360")
    reader.click(".back")
    assert reader.js(shown, "#list")
    assert reader.focused == "row-g1"


def test_the_address_names_what_is_shown(reader: Reader, page: Path) -> None:
    reader.press("j", "j")
    assert reader.driver.current_url.endswith("#g2")
    title = reader.text("#detail-title")
    reader.driver.get("about:blank")
    reader.driver.get(f"{page.as_uri()}#g2")
    assert reader.text("#detail-title") == title


def test_printing_shows_the_group_and_not_the_list(reader: Reader) -> None:
    reader.press("j")
    reader.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert reader.js("return getComputedStyle(document.querySelector('.browse')).display") == "none"
    assert reader.js("return document.querySelector('#detail').scrollHeight <= document.querySelector('#detail').clientHeight + 1")
    reader.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_five_thousand_groups_are_drawn_a_few_at_a_time(chromium: WebDriver, tmp_path: Path) -> None:
    from newslint.audit.auditing import audit
    from newslint.audit.section_pairs import same_sections
    from newslint.reports.audit import View, render
    from tests.audit.archives import archive, on, prose

    texts = [on(f"20{10 + copy}-01-01", prose(seed, 30), title=f"Item {seed}") for copy in (0, 1) for seed in range(5000)]
    path = tmp_path / "large.html"
    path.write_text("".join(render("html", audit(archive(*texts), same_sections), View())), encoding="utf-8")
    chromium.get(path.as_uri())
    reader = Reader(chromium)
    reader.until("document.documentElement.dataset.ready === 'yes'")
    assert reader.count == "5,000 groups"
    assert reader.js("return performance.now()") < 5_000
    assert reader.js("return document.querySelectorAll('.row').length") < 40
    reader.press("j", "\ue010")
    assert reader.text(".row.at .row-title").startswith("Item")
    assert reader.js("return document.activeElement.getAttribute('aria-posinset')") == "5000"
    assert reader.js("return document.querySelectorAll('.row').length") < 40
    start = time.monotonic()
    reader.enter("#words", "item 4321")
    reader.until("document.querySelector('#count').textContent === '1 of 5,000 groups'")
    assert time.monotonic() - start < 3

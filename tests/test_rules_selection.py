"""Selectors: the more specific one wins; what names nothing is an error with a suggestion."""

from __future__ import annotations

import pytest

from newslint.rules import Rule, SelectorError, override, require_known, select
from newslint.typed_values import SettingError

RULES = [
    Rule("SPC101", "spacing/after-comma", "after-comma", "x", "error"),
    Rule("SPC102", "spacing/between-sentences", "between-sentences", "x", "error"),
    Rule("SPL101", "spelling/misspelling", "misspelling", "x", "error", enabled=False),
    Rule("Acme.Words", "Acme/Words", "existence", "x", "warning", settings={"tokens": ["a"], "_index": {}}),
]


@pytest.mark.parametrize(
    ("selected", "ignored", "codes"),
    [
        (None, [], ["SPC101", "SPC102", "Acme.Words"]),
        (["ALL"], [], ["SPC101", "SPC102", "SPL101", "Acme.Words"]),
        (["SPC"], [], ["SPC101", "SPC102"]),
        (["SP"], [], ["SPC101", "SPC102", "SPL101"]),
        (["spacing"], ["SPC101"], ["SPC102"]),
        (["SPC101"], ["SPC"], ["SPC101"]),
        (["spacing/after-comma"], ["spacing"], ["SPC101"]),
        (["SPC101"], ["spacing/after-comma"], []),
        (["ALL"], ["ALL"], []),
        (["ALL"], ["Acme"], ["SPC101", "SPC102", "SPL101"]),
        (None, ["SPC10"], ["Acme.Words"]),
        ([], [], []),
    ],
)
def test_the_more_specific_selector_wins(selected: list[str] | None, ignored: list[str], codes: list[str]) -> None:
    assert [rule.code for rule in select(RULES, selected, ignored)] == codes


def test_what_is_off_by_default_can_be_added() -> None:
    assert [rule.code for rule in select(RULES, None, ["SPC"], ["SPL"])] == ["SPL101", "Acme.Words"]


@pytest.mark.parametrize(
    ("selector", "hint"),
    [("SPX", ""), ("spc101", "SPC101"), ("spaceing", "spacing"), ("after-comma", "spacing/after-comma"), ("SPC111", "SPC101")],
)
def test_a_selector_that_names_nothing_is_an_error(selector: str, hint: str) -> None:
    with pytest.raises(SelectorError) as caught:
        require_known(RULES, ["ALL", "SPC", "LT", selector], others={"LT"})
    assert caught.value.selector == selector
    assert hint in caught.value.message


def test_level_and_settings_can_be_overridden() -> None:
    changed = override(RULES, {"SPC101": {"level": "warning"}, "Acme/Words": {"tokens": ["b", "c"], "limit": "2"}})
    assert (changed[0].level, changed[0].settings) == ("warning", {})
    assert changed[3].limit == 2
    assert changed[3].settings == {"tokens": ["b", "c"]}
    assert RULES[0].level == "error"


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"Acme.Words": {"tokens": ["(a+)+"]}}, ("Acme.Words", "tokens", 0)),
        ({"Acme.Words": {"tokns": ["a"]}}, ("Acme.Words", "tokns")),
        ({"Acme.Words": {"ignorecase": "perhaps"}}, ("Acme.Words", "ignorecase")),
    ],
)
def test_an_override_that_cannot_work_names_its_place(
    changes: dict[str, dict[str, object]], place: tuple[str | int, ...]
) -> None:
    with pytest.raises(SettingError) as caught:
        override(RULES, changes)
    assert caught.value.place == place


def test_an_override_of_no_rule_is_an_error() -> None:
    with pytest.raises(SelectorError, match="no rule is called “SPC999”"):
        override(RULES, {"SPC999": {"level": "error"}})

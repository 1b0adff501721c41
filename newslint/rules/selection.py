"""Which rules run, and with which level and settings.

A selector is `ALL`, a pack (`spacing`), the beginning of a code (`SPC`, `SPC1`), a code (`SPC101`) or a name
(`spacing/after-comma`), from the least to the most specific. Where a rule is both selected and ignored, the
more specific selector wins, and on a tie it is ignored.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newslint.typed_values import SettingError, typed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from newslint.rules.model import Rule

ALL = "ALL"
_EXACT = 100
_OWN_KEYS = ("level", "message", "link", "limit")
"""What of a rule, beside its check's settings, a configuration may change."""


class SelectorError(ValueError):
    """A selector that names no rule."""

    def __init__(self, selector: str, message: str) -> None:
        super().__init__(message)
        self.selector = selector
        self.message = message


def specificity(selector: str, code: str, name: str) -> int:
    """How specifically a selector names the rule `code`, `name`: 0 for `ALL`, -1 where it does not."""
    if selector in (code, name):
        return _EXACT
    if selector == ALL:
        return 0
    if selector == name.partition("/")[0]:
        return 1
    if code.startswith(selector) and selector.isalnum() and selector.isupper():
        return 1 + len(selector)
    return -1


def selects(selector: str, code: str, name: str) -> bool:
    """Whether a selector names the rule `code`, `name`."""
    return specificity(selector, code, name) >= 0


def select(
    rules: Iterable[Rule],
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
) -> list[Rule]:
    """The rules that run, in the order given.

    Without `select`, these are the rules that are not off by default (`enabled: false`); `extend_select`
    adds to either. The selectors are taken as known; `require_known` checks them.
    """
    chosen = []
    wanted = [*(select or ()), *extend_select]
    for rule in rules:
        best = max((specificity(selector, rule.code, rule.name) for selector in wanted), default=-1)
        if select is None and rule.enabled:
            best = max(best, 0)
        if best < 0:
            continue
        against = max((specificity(selector, rule.code, rule.name) for selector in ignore), default=-1)
        if best > against:
            chosen.append(rule)
    return chosen


def require_known(rules: Iterable[Rule], selectors: Iterable[str], others: Collection[str] = ()) -> None:
    """Raise `SelectorError`, with a suggestion, for a selector that names no rule and no one of `others`."""
    known = list(rules)
    for selector in selectors:
        if selector in others or any(selects(selector, rule.code, rule.name) for rule in known):
            continue
        if selector == ALL:
            continue
        raise SelectorError(selector, f"no rule is called “{selector}”{_near(selector, known)}")


def _near(selector: str, rules: list[Rule]) -> str:
    from newslint.strict_yaml import nearest

    names = {rule.name for rule in rules} | {rule.category for rule in rules}
    names |= {rule.name.partition("/")[2] for rule in rules} | {rule.code for rule in rules}
    if selector.upper() in names:
        return f" (did you mean “{selector.upper()}”?)"
    for rule in rules:
        if selector == rule.name.partition("/")[2]:
            return f" (did you mean “{rule.name}”?)"
    return nearest(selector, names)


def override(rules: Iterable[Rule], changes: Mapping[str, Mapping[str, Any]]) -> list[Rule]:
    """The rules with what a configuration changes of them: code or name -> level and settings of the check.

    Raises `SelectorError` for a key that is no rule's code or name, and `SettingError`, whose `place` begins
    with that key, for a setting that cannot work.
    """
    found = list(rules)
    places = {key: index for index, rule in enumerate(found) for key in (rule.code, rule.name)}
    for key, given in changes.items():
        if key not in places:
            raise SelectorError(key, f"no rule is called “{key}”{_near(key, found)}")
        found[places[key]] = _changed(found[places[key]], key, given)
    return found


def _changed(rule: Rule, key: str, given: Mapping[str, Any]) -> Rule:
    from newslint.rules.settings import convert

    own = {name: value for name, value in given.items() if name in _OWN_KEYS}
    settings = {name: value for name, value in given.items() if name not in _OWN_KEYS}
    merged = rule.settings
    try:
        for name, value in own.items():
            own[name] = typed(name, value, 0 if name == "limit" else "")
        if settings:
            written = {name: value for name, value in rule.settings.items() if name != "_index"}
            merged = convert(rule.check, {**written, **settings})
    except SettingError as error:
        raise SettingError(error.message, (key, *error.place)) from None
    return replace(rule, settings=merged, **own)

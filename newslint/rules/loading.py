"""A rule's YAML file to a `Rule`, strictly: what is misspelt, unknown or of the wrong type is an error.

The file's name gives the rule's: `rules/spacing/after-comma.yml` is `spacing/after-comma`. Keys that are not
a rule's own are settings of its check, and take the types of the check's `DEFAULTS`. A rule written for Vale
has no `id`; its code is then its style and name, as Vale writes them: `Microsoft.Adverbs`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NoReturn

from newslint import checks, strict_yaml
from newslint.finding import LEVELS
from newslint.rules.model import Example, Rule, RuleError
from newslint.rules.settings import convert
from newslint.typed_values import SettingError, typed

if TYPE_CHECKING:
    from pathlib import Path

KEYS = (
    "extends", "id", "description", "message", "level", "fix", "link", "limit", "yields-to", "enabled",
    "examples", "code", "tests",
)  # fmt: skip

REFUSED = {
    "sequence": "it needs a part-of-speech tagger",
    "script": "it runs a program",
    "metric": "formulas over a text's statistics are not read",
    "readability": "formulas over a text's statistics are not read",
    "spelling": "newslint has its own lexicon: see the rule spelling/misspelling and the `vocabulary` setting",
}
"""Vale's checks that newslint does not have, and why."""

_CODE = re.compile(r"[A-Za-z][\w.:-]*")
_EXAMPLE_KEYS = ("text", "found", "fixed", "format", "others")
_FORMATS = ("markdown", "html", "plain")


class _File:
    """A rule file under conversion: its data, and errors that name their line."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise RuleError(str(path), 1, f"cannot be read: {error}") from None
        try:
            data, self.lines = strict_yaml.parse(text)
        except strict_yaml.YamlError as error:
            raise RuleError(str(path), error.line, error.message) from None
        if not isinstance(data, dict):
            self.fail("a rule is a mapping of keys and values")
        self.data: dict[str, Any] = data

    def fail(self, message: str, *place: str | int) -> NoReturn:
        """Raise a `RuleError` at the line of a key or entry, or of the nearest one above it."""
        while place and place not in self.lines:
            place = place[:-1]
        raise RuleError(str(self.path), self.lines[place] if place else 1, message)

    def typed(self, key: str, default: Any) -> Any:
        """The value of a rule's own key, converted to the type of `default`."""
        if key not in self.data:
            return default
        try:
            return typed(key, self.data[key], default)
        except SettingError as error:
            self.fail(error.message, *error.place)

    def choice(self, key: str, choices: tuple[str, ...]) -> Any:
        """The value of a key that has to be one of `choices`; None where the key is absent."""
        value = self.data.get(key)
        if value is not None and value not in choices:
            near = strict_yaml.nearest(str(value), choices)
            self.fail(f"`{key}` is {' or '.join(choices)}, not “{value}”{near}", key)
        return value


def load_file(path: Path) -> Rule:
    """The rule that a file holds, with its examples. Raises `RuleError`."""
    file = _File(path)
    data = file.data
    name = f"{path.parent.name}/{path.stem}"
    for key in ("extends", "message"):
        if not isinstance(data.get(key), str) or not data[key]:
            file.fail(f"`{key}` is missing", key)
    check = data["extends"]
    _require_check(file, check)
    code = file.typed("id", f"{path.parent.name}.{path.stem}")
    if not _CODE.fullmatch(code):
        file.fail(f"`id` is letters, digits, dots and hyphens, not “{code}”", "id")
    if file.typed("code", False):
        file.fail("`code: true` is not read; write `scope: raw`", "code")
    limit = file.typed("limit", 0)
    if limit < 0:
        file.fail("`limit` is 0 or more", "limit")
    bad, good = _examples(file)
    return Rule(
        code=code,
        name=name,
        check=check,
        message=data["message"].replace("%d", "%s"),
        level=file.choice("level", LEVELS) or "warning",
        description=file.typed("description", ""),
        settings=_settings(file, check),
        fix=file.choice("fix", ("safe", "unsafe")),
        link=file.typed("link", ""),
        limit=limit,
        yields_to=tuple(code for code in file.typed("yields-to", [""]) if code),
        enabled=file.typed("enabled", True),
        bad=bad,
        good=good,
        path=str(path),
    )


def _require_check(file: _File, check: str) -> None:
    """Fail, with the reason, for a check that newslint does not have."""
    try:
        checks.load(check)
    except KeyError:
        pass
    else:
        return
    if check in REFUSED:
        file.fail(f"newslint does not read `extends: {check}`: {REFUSED[check]}", "extends")
    if "." in check:
        file.fail("a rule extends a check, not another rule", "extends")
    file.fail(f"no check is called “{check}”{strict_yaml.nearest(check, checks.names())}", "extends")


def _settings(file: _File, check: str) -> dict[str, Any]:
    given = {key: value for key, value in file.data.items() if key not in KEYS}
    known = checks.defaults(check)
    for key in given:
        if key not in known:
            near = strict_yaml.nearest(key, (*KEYS, *known))
            file.fail(f"neither a rule nor the check “{check}” has a key “{key}”{near}", key)
    try:
        return convert(check, given)
    except SettingError as error:
        file.fail(error.message, *error.place)


def _examples(file: _File) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    examples = file.data.get("examples", {})
    if not isinstance(examples, dict):
        file.fail("`examples` has the keys `bad` and `good`", "examples")
    for key in examples:
        if key not in ("bad", "good"):
            file.fail(f"`examples` has the keys `bad` and `good`, not “{key}”", "examples", key)
    sides = []
    for side in ("bad", "good"):
        entries = examples.get(side, [])
        if not isinstance(entries, list):
            file.fail(f"`{side}` is a list of examples", "examples", side)
        sides.append(tuple(_example(file, side, index, entry) for index, entry in enumerate(entries)))
    if not examples and "tests" in file.data:
        return _tests(file)
    return sides[0], sides[1]


def _example(file: _File, side: str, index: int, entry: Any) -> Example:
    place = ("examples", side, index)
    line = file.lines[place]
    if isinstance(entry, str):
        entry = {"text": entry}
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        hint = " (a text with “: ” in it needs quotation marks)" if isinstance(entry, dict) else ""
        file.fail(f"an example is a text, or a mapping with the key `text`{hint}", *place)
    for key in entry:
        if key not in _EXAMPLE_KEYS:
            file.fail(f"an example has no key “{key}”{strict_yaml.nearest(key, _EXAMPLE_KEYS)}", *place, key)
    lists = {}
    for key in ("found", "others"):
        value = entry.get(key, [])
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            file.fail(f"`{key}` is a list of texts", *place, key)
        lists[key] = tuple(value)
    if side == "bad" and not lists["found"]:
        file.fail("a bad example says what is `found` in it", *place)
    if side == "good" and lists["found"]:
        file.fail("nothing is `found` in a good example", *place, "found")
    format = entry.get("format", "markdown")
    if format not in _FORMATS:
        file.fail(f"`format` is {' or '.join(_FORMATS)}, not “{format}”", *place, "format")
    fixed = entry.get("fixed")
    if fixed is not None and not isinstance(fixed, str):
        file.fail("`fixed` is a text", *place, "fixed")
    return Example(entry["text"], lists["found"], fixed, format, lists["others"], line)


def _tests(file: _File) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """Vale's own test cases that expect no alert, as good examples; its alert lines name no source text."""
    tests = file.data["tests"]
    if not isinstance(tests, list):
        file.fail("`tests` is a list of test cases", "tests")
    good = []
    for index, case in enumerate(tests):
        if not isinstance(case, dict) or not isinstance(case.get("input"), str):
            file.fail("a test case has the key `input`", "tests", index)
        if case.get("want") == "":
            good.append(Example(case["input"], line=file.lines[("tests", index)]))
    return (), tuple(good)

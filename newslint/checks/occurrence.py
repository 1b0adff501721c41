"""How often something may or must occur: Vale's `occurrence`.

- `token`: a word or pattern; `ignorecase`.
- `max`, `min`: how often it may and must occur in one unit of the scope; 0 is no bound.
- `action`, `matchcase` are read and do nothing here.
- `scope`: the unit that is counted in: `sentence`, `paragraph`, `heading` ..., or `summary` for the whole
  article; the default `text` counts in every block.

The hit is the first occurrence, or the unit's first word where there is none. The message's `%s` (or `%d`)
is the count.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newslint.checks import _patterns, _scopes
from newslint.checks._patterns import Pattern
from newslint.checks._phrases import searched
from newslint.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {
    "token": "",
    "max": 0,
    "min": 0,
    "ignorecase": False,
    "scope": ["text"],
    "action": {},
    "matchcase": False,
}

_WORD = re.compile(r"\w+")


def validate(settings: Mapping[str, Any]) -> None:
    """Raise `ValueError` for a pattern or scope that cannot be used, and where nothing is counted."""
    _scopes.validate(settings)
    if not settings["token"]:
        raise _patterns.PatternError("there is nothing to count: give `token`", ("token",))
    _patterns.validate(settings["token"], ("token",))
    if settings["max"] <= 0 and settings["min"] <= 0:
        raise _patterns.PatternError("give `max` or `min`", ("token",))


class Prepared:
    """The settings of one rule, made ready."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.pattern = Pattern(settings["token"], settings["ignorecase"], "(?:%s)")
        self.most: int = settings["max"]
        self.least: int = settings["min"]
        self.scope = _scopes.Scope(settings["scope"])


def prepare(settings: Mapping[str, Any]) -> Prepared:
    """The settings, made ready for `check`."""
    return Prepared(settings)


def check(document: Document, prepared: Prepared) -> Iterator[Hit]:
    """One hit for each unit in which the token occurs too often or too seldom."""
    raw = prepared.scope.raw
    if prepared.least <= 0 and not prepared.pattern.may_match(searched(document, raw).lowered):
        return
    text = document.source.text if raw else document.prose
    for start, end in [(0, len(text))] if raw else prepared.scope.units(document):
        unit = text[start:end]
        first, count = None, 0
        for match in prepared.pattern.compiled.finditer(unit):
            count += 1
            if first is None and match[0].strip():
                first = match
        if not 0 < prepared.most < count and count >= prepared.least:
            continue
        place = first or _WORD.search(unit)
        if place is not None:
            yield Hit(start + place.start(), start + place.end(), arguments=(str(count),), in_source=raw)

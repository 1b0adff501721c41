"""What calls for something else: Vale's `conditional`.

- `first`: the pattern that calls for `second`; `ignorecase`.
- `second` with a group: each text that `first` finds has to be captured by a `second` in the same block or
  before it, as `WHO` by `World Health Organization (WHO)`. Without a group: `second` has to stand in the
  same block.
- `exceptions`, `vocab`, `scope`, `quotations`: as in `existence`.

The message's `%s` is what `first` found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks import _patterns
from newslint.checks._patterns import Pattern
from newslint.checks._phrases import searched
from newslint.checks._places import PLACE_DEFAULTS, Places, validate_places
from newslint.finding import Hit

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"first": "", "second": "", "ignorecase": False, **PLACE_DEFAULTS}


def validate(settings: Mapping[str, Any]) -> None:
    """Raise `ValueError` for a pattern or scope that cannot be used, and where one of the two is missing."""
    validate_places(settings)
    for key in ("first", "second"):
        if not settings[key]:
            raise _patterns.PatternError(f"give `{key}`", (key,))
        _patterns.validate(settings[key], (key,))


class Prepared:
    """The settings of one rule, made ready."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.first = Pattern(settings["first"], settings["ignorecase"])
        self.second = Pattern(settings["second"], settings["ignorecase"])
        self.places = Places(settings)


def prepare(settings: Mapping[str, Any]) -> Prepared:
    """The settings, made ready for `check`."""
    return Prepared(settings)


def check(document: Document, prepared: Prepared) -> Iterator[Hit]:
    """Hits on what `first` found and no `second` answers."""
    places = prepared.places
    whole = searched(document, places.scope.raw)
    if not prepared.first.may_match(whole.lowered):
        return
    text = whole.text
    calls = [match for match in prepared.first.compiled.finditer(text) if match[0]]
    if not calls:
        return
    answers = list(prepared.second.compiled.finditer(text))
    captured: dict[str, int] = {}
    answered: set[int] = set()
    for match in answers:
        block = _block(document, places, match)
        answered.add(block)
        for group in match.groups():
            if group:
                captured.setdefault(group, block)
    grouped = prepared.second.compiled.groups > 0
    for match in calls:
        block = _block(document, places, match)
        if captured.get(match[0], block + 1) <= block if grouped else block in answered:
            continue
        if places.counts(document, text, match.start(), match.end()):
            yield Hit(match.start(), match.end(), in_source=places.scope.raw)


def _block(document: Document, places: Places, match: re.Match[str]) -> int:
    return 0 if places.scope.raw else document.block_index(match.start())

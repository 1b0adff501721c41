"""The same thing twice in a row: Vale's `repetition`.

- `tokens`: patterns for what may repeat, such as `[^\\s.!?]+`; `ignorecase`.
- `alpha: true`: only where it is all letters; `max`: how many repetitions are allowed.
- `exceptions`, `vocab`, `scope`, `quotations`, `action`: as in `existence`.

Two equal matches count where nothing but other text that the tokens do not match stands between them, and
no sentence or block ends there. The hit runs from the first to the second. The message's `%s` is what is
repeated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks import _actions, _patterns
from newslint.checks._patterns import Pattern
from newslint.checks._places import PLACE_DEFAULTS, Places, validate_places
from newslint.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"tokens": [], "max": 0, "ignorecase": False, "alpha": False, **PLACE_DEFAULTS}


def validate(settings: Mapping[str, Any]) -> None:
    """Raise `ValueError` for a pattern or scope that cannot be used, and where nothing is looked for."""
    validate_places(settings)
    _patterns.validate_all(settings, "tokens")
    if not any(token.strip() for token in settings["tokens"]):
        raise _patterns.PatternError("there is nothing to look for: give `tokens`", ("tokens",))


class Prepared:
    """The settings of one rule, made ready."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.ignorecase: bool = settings["ignorecase"]
        tokens = "|".join(f"(?:{token})" for token in settings["tokens"] if token.strip())
        self.pattern = Pattern(tokens, self.ignorecase, "(?:%s)")
        self.alpha: bool = settings["alpha"]
        self.most: int = settings["max"]
        self.places = Places(settings)
        self.action = settings["action"]


def prepare(settings: Mapping[str, Any]) -> Prepared:
    """The settings, made ready for `check`."""
    return Prepared(settings)


def check(document: Document, prepared: Prepared) -> Iterator[Hit]:
    """Hits from the first of two equal matches to the second."""
    places = prepared.places
    text = places.text(document)
    previous, end_before, start_before, count = "", 0, 0, 0
    for match in prepared.pattern.compiled.finditer(text):
        found = match[0].strip()
        if not found:
            continue
        even = found.casefold() if prepared.ignorecase else found
        if even == previous and (not prepared.alpha or found.isalpha()):
            count += 1
            if (
                count > prepared.most
                and not _is_parted(document, text, end_before, match.start())
                and places.counts(document, text, start_before, match.end())
            ):
                count = 0
                yield _hit(text, start_before, match.end(), found, prepared)
        elif even != previous:
            count = 0
        previous, start_before, end_before = even, match.start(), match.end()


def _hit(text: str, start: int, end: int, repeated: str, prepared: Prepared) -> Hit:
    proposals = _actions.proposals(prepared.action, text[start:end])
    return Hit(
        start,
        end,
        (repeated, *proposals[:1]),
        proposals,
        _actions.edits(text, start, end, proposals),
        in_source=prepared.places.scope.raw,
    )


def _is_parted(document: Document, text: str, start: int, end: int) -> bool:
    """Whether a sentence or block ends in the gap `start:end`."""
    gap = text[start:end]
    return "\n\n" in gap or any(sign in gap for sign in ".!?\ufffc")

"""Words, phrases and patterns that ought not to stand there: Vale's `existence`.

- `tokens`: words, phrases or patterns, matched as whole words; `nonword: true` matches them anywhere.
- `raw`: parts of one pattern, joined as they are; it stands before the tokens, or after them with `append`.
- `ignorecase`; `exceptions`: a hit that contains one is no hit.
- `scope`: where to look; `quotations`: `report` (default), `skip` or `only`.
- `action`: what to propose instead (`replace`, `remove`, `edit`, `convert`); `matchcase` gives a proposal
  the case of what it replaces.
- `vocab`: whether accepted words of the vocabulary are exceptions too.

The message's `%s` is the text found; a second one is what the action makes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks import _actions, _patterns
from newslint.checks._patterns import Pattern
from newslint.checks._phrases import Phrases
from newslint.checks._places import PLACE_DEFAULTS, Places, validate_places
from newslint.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {
    "tokens": [],
    "raw": [],
    "append": False,
    "ignorecase": False,
    "nonword": False,
    **PLACE_DEFAULTS,
}


def validate(settings: Mapping[str, Any]) -> None:
    """Raise `ValueError` for a pattern, scope or action that cannot be used, and where nothing is looked for."""
    validate_places(settings)
    _patterns.validate_all(settings, "tokens")
    if settings["raw"]:
        _patterns.validate(_joined(settings), ("raw",))
    elif not any(token.strip() for token in settings["tokens"]):
        raise _patterns.PatternError("there is nothing to look for: give `tokens` or `raw`", ("tokens",))


def _joined(settings: Mapping[str, Any]) -> str:
    raw = "".join(settings["raw"])
    if not settings["tokens"]:
        return raw
    words = "|".join(settings["tokens"])
    words = f"(?:{words})" if settings["nonword"] else rf"\b(?:{words})\b"
    return words + raw if settings["append"] else raw + words


class Prepared:
    """The settings of one rule, made ready."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        ignorecase = settings["ignorecase"]
        self.phrases = Phrases([] if settings["raw"] else settings["tokens"], ignorecase, settings["nonword"])
        if settings["raw"]:
            self.phrases.add_pattern(Pattern(_joined(settings), ignorecase), 0)
        self.places = Places(settings)
        self.action = settings["action"]
        self.matchcase = settings["matchcase"]


def prepare(settings: Mapping[str, Any]) -> Prepared:
    """The settings, made ready for `check`."""
    return Prepared(settings)


def check(document: Document, prepared: Prepared) -> Iterator[Hit]:
    """Hits on each match; the fix, if any, is what the rule's action proposes."""
    places = prepared.places
    for start, end, _ in places.find(document, prepared.phrases):
        text = places.text(document)
        observed = text[start:end]
        proposals = _actions.proposals(prepared.action, observed) if prepared.action else ()
        if prepared.matchcase:
            proposals = tuple(_actions.recased(proposal, observed) for proposal in proposals)
        yield Hit(
            start,
            end,
            arguments=(observed.strip(), " or ".join(proposals)) if proposals else (observed.strip(),),
            suggestions=proposals,
            edits=_actions.edits(text, start, end, proposals),
            in_source=places.scope.raw,
        )

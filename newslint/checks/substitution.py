"""Words, phrases and patterns for which the house prefers another: Vale's `substitution`.

- `swap`: what ought not to stand there, and what ought to: `thru: through`. Several proposals are parted by
  `|`; `$1` stands for the first group of a pattern. Where two keys match one place, the longer one counts.
- `nonword`, `ignorecase`, `exceptions`, `scope`, `quotations`, `vocab`: as in `existence`.
- `capitalize`, `matchcase`: give a proposal the case of what it replaces. With `ignorecase` newslint always
  does, where the key is in lower case.
- `action`: `replace` (without `params`) is what this check does anyway.

The message's first `%s` is the proposal, the second the text found.
"""

from __future__ import annotations

import re
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
    "swap": {},
    "ignorecase": False,
    "nonword": False,
    "capitalize": False,
    **PLACE_DEFAULTS,
}

_OPTION = re.compile(r"(?<!\\)\|")
_GROUP = re.compile(r"\$(\d+)|\$\{(\d+)\}")


def validate(settings: Mapping[str, Any]) -> None:
    """Raise `ValueError` for a pattern, scope or action that cannot be used, and where nothing is swapped."""
    validate_places(settings)
    _patterns.validate_all(settings, "swap")
    if not settings["swap"]:
        raise _patterns.PatternError("there is nothing to look for: give `swap`", ("swap",))
    for key, proposal in settings["swap"].items():
        if not isinstance(proposal, str):
            raise _patterns.PatternError(f"what “{key}” is swapped for is a text", ("swap", key))
        groups = re.compile(Pattern(key).source).groups if _GROUP.search(proposal) else 0
        for match in _GROUP.finditer(proposal):
            if int(match[1] or match[2]) > groups:
                raise _patterns.PatternError(f"“{key}” has no group {match[0]}", ("swap", key))


class Prepared:
    """The settings of one rule, made ready."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        swap = settings["swap"]
        self.ignorecase = settings["ignorecase"]
        self.recase = settings["capitalize"] or settings["matchcase"]
        self.keys = sorted(swap, key=len, reverse=True)
        self.swap = swap
        self.phrases = Phrases(self.keys, self.ignorecase, settings["nonword"])
        self.places = Places(settings)

    def proposals(self, number: int, observed: str) -> tuple[str, ...]:
        """What may stand in the place of the text found by key `number`, best first."""
        key = self.keys[number]
        proposal = self.swap[key]
        if "$" in proposal and _GROUP.search(proposal):
            match = Pattern(key, self.ignorecase).compiled.match(observed)
            if match is not None:
                found = match
                proposal = _GROUP.sub(lambda group: found[int(group[1] or group[2])] or "", proposal)
        options = [option.replace(r"\|", "|") for option in _OPTION.split(proposal)] if "|" in proposal else [proposal]
        if self.recase or (self.ignorecase and key.islower()):
            options = [_actions.recased(option, observed) for option in options]
        return tuple(options)


def prepare(settings: Mapping[str, Any]) -> Prepared:
    """The settings, made ready for `check`."""
    return Prepared(settings)


def check(document: Document, prepared: Prepared) -> Iterator[Hit]:
    """Hits on each match that is not what the rule asks for; the fix puts a single proposal in place."""
    places = prepared.places
    for start, end, number in places.find(document, prepared.phrases):
        text = places.text(document)
        observed = text[start:end]
        proposals = prepared.proposals(number, observed)
        if observed in proposals:
            continue
        yield Hit(
            start,
            end,
            arguments=(" or ".join(proposals), observed),
            suggestions=proposals,
            edits=_actions.edits(text, start, end, proposals),
            in_source=places.scope.raw,
        )

"""What Vale's checks share about places: scope, quotations, exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks import _actions, _patterns, _scopes
from newslint.checks._phrases import SearchedText, searched
from newslint.document import OPAQUE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newslint.checks._phrases import Phrases
    from newslint.document import Document

PLACE_DEFAULTS: dict[str, Any] = {
    "exceptions": [],
    "vocab": True,
    "scope": ["text"],
    "quotations": "report",
    "action": {},
    "matchcase": False,
}
_QUOTATIONS = ("report", "skip", "only")


def validate_places(settings: Mapping[str, Any]) -> None:
    """Raise `ValueError`, naming the setting, for a scope, action, exception or `quotations` that cannot be used."""
    _scopes.validate(settings)
    _actions.validate(settings)
    if settings["quotations"] not in _QUOTATIONS:
        raise _patterns.PatternError(f"`quotations` is one of {', '.join(_QUOTATIONS)}", ("quotations",))
    _patterns.validate_all(settings, "exceptions")


class Places:
    """Which matches of a rule count."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.scope = _scopes.Scope(settings["scope"])
        self.quotations = settings["quotations"]
        self._exceptions = _patterns.exceptions(settings["exceptions"])
        self._longer = _patterns.exceptions(
            [entry for entry in settings["exceptions"] if " " in entry or r"\s" in entry]
        )

    def text(self, document: Document) -> str:
        """What is searched: the prose, or with `scope: raw` the source."""
        return document.source.text if self.scope.raw else document.prose

    def find(self, document: Document, phrases: Phrases) -> Iterator[tuple[int, int, int]]:
        """Start, end and number of the matches that count, ascending."""
        if self.scope.sentence:
            yield from self._find_in_units(document, phrases)
            return
        whole = searched(document, self.scope.raw)
        matches = phrases.find(whole)
        if matches:
            yield from self._counting(document, whole.text, matches)

    def _find_in_units(self, document: Document, phrases: Phrases) -> Iterator[tuple[int, int, int]]:
        """One sentence at a time, so that `^` and `$` are a sentence's ends."""
        prose = document.prose
        if not phrases.may_match(searched(document)):
            return
        for start, end in self.scope.units(document):
            matches = [
                (start + first, start + last, number)
                for first, last, number in phrases.find(SearchedText(prose[start:end]))
            ]
            yield from self._counting(document, prose, matches)

    def _counting(
        self, document: Document, text: str, matches: Sequence[tuple[int, int, int]]
    ) -> Iterator[tuple[int, int, int]]:
        for start, end, number in matches:
            if self.counts(document, text, start, end):
                yield start, end, number

    def counts(self, document: Document, text: str, start: int, end: int) -> bool:
        """Whether a match at `start:end` of the text searched counts."""
        return (self.scope.raw or self._counts(document, start, end)) and not self.is_excepted(text, start, end)

    def _counts(self, document: Document, start: int, end: int) -> bool:
        if self.quotations != "report" and document.is_quoted(start, end) != (self.quotations == "only"):
            return False
        if not self.scope.allows_at(document, start):
            return False
        return bool(document.prose[start:end].strip(OPAQUE + " "))

    def is_excepted(self, text: str, start: int, end: int) -> bool:
        """Whether a match contains an exception, or lies within one of several words."""
        if self._exceptions is None:
            return False
        if self._exceptions.compiled.search(text[start:end]):
            return True
        if self._longer is None:
            return False
        near = max(0, start - 100)
        around = text[near : end + 100]
        return any(
            match.start() + near <= start and end <= match.end() + near
            for match in self._longer.compiled.finditer(around)
        )

"""Text that stands in for what is still to come: `lorem ipsum dolor`, `[insert name]`, `TKTK`, `$XX million`.

- `tokens`: words and phrases, in any case.
- `brackets`: how the text in square brackets begins, in any case: `insert` finds `[insert name]`, `[Insert quote here]`.

`TK` (to come) is found doubled, in brackets, or alone in its block; `XX` after a currency sign or as `XX,XXX`. Quotations are
not looked at, nor links.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.checks._linked import is_linked
from newslint.checks._phrases import Phrases, searched
from newslint.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"tokens": [], "brackets": []}

_TO_COME = LatePattern(r"\bTK(?:TK)+\b|\[TK\b[^\[\]\n]{0,60}\]|\(TK\)|(?:(?<=\n\n)|\A)TK[.:]?(?=\n\n|\Z)")
_CODE = LatePattern(r"\[(?!TK\])[A-Z]{2}\]")
_FILLER = LatePattern(r"(?:(?<=\n\n)|\A)Lorem ipsum(?! (?:dolor|is|was|has|text|in|and|as|for)\b)")
_UNKNOWN_FIGURE = LatePattern(r"[$£€]XX{1,5}\b|\bXX,XXX\b")


class Prepared:
    """The tokens, keyed for search, and one pattern for the brackets."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        import re

        self.phrases = Phrases(settings["tokens"], ignorecase=True)
        begins = "|".join(re.escape(begin) for begin in settings["brackets"])
        self.bracket = LatePattern(rf"\[(?:{begins})\b[^\[\]\n]{{0,80}}\](?![(\[:])", re.IGNORECASE) if begins else None


def prepare(settings: Mapping[str, Any]) -> Prepared:
    """The settings, made ready for `check`."""
    return Prepared(settings)


def check(document: Document, prepared: Prepared) -> Iterator[Hit]:
    """Hits on the placeholder, its brackets included."""
    for start, end in _places(document, prepared):
        if not document.is_quoted(start, end):
            yield Hit(start, end)


def _places(document: Document, prepared: Prepared) -> Iterator[tuple[int, int]]:
    prose = document.prose
    last = -1
    for start, end, _ in prepared.phrases.find(searched(document)):
        if last < 0 or "\n\n" in prose[last:start]:
            yield start, end  # once a paragraph: filler goes on and on
        last = end
    if "Lorem ipsum" in prose:
        yield from (match.span() for match in _FILLER.finditer(prose))
    if "TK" in prose:
        are_codes = "[TK]" in prose and _CODE.search(prose)  # a list of languages or states
        yield from (match.span() for match in _TO_COME.finditer(prose) if match[0] != "[TK]" or not are_codes)
    if "XX" in prose:
        yield from (match.span() for match in _UNKNOWN_FIGURE.finditer(prose))
    if "[" in prose and prepared.bracket is not None:
        for match in prepared.bracket.finditer(prose):
            if not is_linked(document, match.start() + 1, match.end() - 1):
                yield match.span()

"""What a chat assistant leaves in copied text: `As an AI language model`, `oaicite`, `utm_source=chatgpt.com`.

- `tokens`: words and phrases in the readable text, in any case; quotations are not looked at, for an
  article may quote an assistant.
- `marks`: parameters in the addresses of links, as written.

Its own citations are found without being listed: `turn0search3`, `【4:0†source】`.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from newslint.checks import _patterns
from newslint.checks._late_patterns import LatePattern
from newslint.checks._phrases import Phrases, searched
from newslint.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"tokens": [], "marks": []}

_TURN = LatePattern(
    r"turn\d{1,3}(?:search|view|news|image|fetch|file)\d{1,3}(?:turn\d{1,3}(?:search|view|news|image|fetch|file)\d{1,3}){0,9}"
)
_SOURCE = LatePattern(r"【[^【】\n]{1,60}†[^【】\n]{0,60}】")
_PARAMETER = "utm_source="


def validate(settings: Mapping[str, Any]) -> None:
    """Raise `ValueError` for a token that is no usable pattern, and for a mark that is no parameter of a link."""
    _patterns.validate_all(settings, "tokens")
    for place, mark in enumerate(settings["marks"]):
        if not mark.startswith(_PARAMETER):
            raise _patterns.PatternError(f"“{mark}” does not begin with {_PARAMETER}", ("marks", place))


class Prepared:
    """The tokens, keyed for search, and the marks."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.phrases = Phrases(settings["tokens"], ignorecase=True, nonword=False)
        self.marks = tuple(settings["marks"])


def prepare(settings: Mapping[str, Any]) -> Prepared:
    """The settings, made ready for `check`."""
    return Prepared(settings)


def check(document: Document, prepared: Prepared) -> Iterator[Hit]:
    """Hits on the phrase, or on the mark inside an address."""
    for start, end, _ in prepared.phrases.find(searched(document)):
        if not document.is_quoted(start, end):
            yield Hit(start, end)
    for match in _TURN.finditer(document.prose):
        yield Hit(match.start(), match.end())
    if "【" in document.prose:
        for match in _SOURCE.finditer(document.prose):
            yield Hit(match.start(), match.end())
    text = document.source.text
    place = text.find(_PARAMETER)
    while place >= 0:
        for mark in prepared.marks:
            if text.startswith(mark, place) and not _is_code(document, place):
                yield Hit(place, place + len(mark), in_source=True)
                break
        place = text.find(_PARAMETER, place + 1)


def _is_code(document: Document, place: int) -> bool:
    """Whether a place in the source stands in code, a comment or front matter, and in no address."""
    opaque = document.opaque
    index = bisect_right(opaque, (place, len(document.source.text) + 1)) - 1
    if index < 0 or opaque[index][1] <= place:
        return False
    opening = document.source.text[opaque[index][0] : opaque[index][0] + 4].lstrip()
    return not opening.startswith(("](", "[", "][", "<a", "<A", "</"))

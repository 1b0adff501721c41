"""A reference link whose label has no definition: `[the report][report]`, with no `[report]: https://…`.

Markdown shows such a link as it is written, brackets and all. Only links that name a label are found, not
`[words in brackets]`, which are ordinary writing; and footnote marks (`[^1]`) without their note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.document import OPAQUE
from newslint.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

_FULL = LatePattern(r"\]\[(?<=\S\]\[)([^\[\]\n]{0,200})\]")
_TEXT = LatePattern(r"\[([^\[\]]{1,300})\]$")
_LONGEST_TEXT = 302
_FOOTNOTE = LatePattern(r"\[\^(\d{1,3}|[A-Za-z][\w-]{0,40})\](?!:)")
_SUBSCRIPT = LatePattern(r"[\d+\-*, .]*$|\w$")


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the text and the label, brackets included."""
    prose = document.prose
    if document.source.format != "markdown" or "[" not in prose:
        return
    if "][" in prose:
        yield from _links(document, prose)
    if "[^" in prose:
        for match in _FOOTNOTE.finditer(prose):
            if not _is_code(prose, match.start()):
                yield Hit(match.start(), match.end(), arguments=(f"footnote “{match[1]}”",))


def _links(document: Document, prose: str) -> Iterator[Hit]:
    done = 0
    for match in _FULL.finditer(prose):
        text = _TEXT.search(prose, max(done, match.start() - _LONGEST_TEXT), match.start() + 1)
        if text is None or _is_code(prose, text.start()) or "\n\n" in text[0]:
            continue
        label = match[1] or text[1]
        if _SUBSCRIPT.match(label) or _SUBSCRIPT.match(text[1]):
            continue
        if OPAQUE in text[0] or OPAQUE in label:
            continue
        if prose[match.end() : match.end() + 1] in ("[", "("):
            continue
        start, end = document.offsets.to_source(text.start(), match.end())
        if "\\" in document.source.text[start - 1 : end]:
            continue  # escaped brackets are meant to show
        done = match.end()
        yield Hit(text.start(), match.end(), arguments=(f"link label “{label}”",))


def _is_code(prose: str, start: int) -> bool:
    """Whether a bracket follows a word without a space, as an index does (`rows[i][j]`)."""
    before = prose[start - 1 : start]
    return before.isalnum() or (before in ("_", "]", ")") and before != "")

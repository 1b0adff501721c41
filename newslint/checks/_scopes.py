"""Vale's scopes over newslint's blocks: which places of a document a rule looks at.

`text` (everything, the default), `heading` and `heading.h1` to `heading.h6`, `paragraph`, `list`,
`blockquote`, `table`, `table.header`, `table.cell`, `caption`, `sentence`, `summary`, `raw` (the source
itself). `~` negates, `&` joins two that must both hold, and the entries of a list are alternatives.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.document import Block, Document

_KINDS = {
    "heading": "heading",
    "paragraph": "paragraph",
    "list": "list-item",
    "blockquote": "quotation",
    "table": "table-cell",
    "caption": "caption",
    "figure": "caption",
}
_WHOLE = ("text", "summary", "sentence")
_PARTS = {"table": ("header", "cell", "caption"), "heading": ("h1", "h2", "h3", "h4", "h5", "h6"), "figure": ("caption",)}


class Scope:
    """Where a rule looks. `raw`: at the source; `sentence`: at one sentence at a time."""

    def __init__(self, scopes: Sequence[str]) -> None:
        """Raises `ValueError` for a scope that newslint does not know."""
        self.raw = "raw" in scopes
        self.summary = scopes == ["summary"]
        self.sentence = any("sentence" in _names(part) for entry in scopes for part in entry.split("&"))
        if self.raw and len(scopes) > 1:
            raise ValueError("`scope: raw` stands alone")
        self._alternatives = [] if self.raw else [[_selector(part) for part in entry.split("&")] for entry in scopes]
        self.everything = self.raw or any(all(part == (False, "", "") for part in parts) for parts in self._alternatives)

    def allows(self, block: Block | None) -> bool:
        """Whether a block is looked at."""
        if self.everything:
            return True
        if block is None:
            return False
        return any(
            all(_holds(block, kind, part) != negated for negated, kind, part in parts) for parts in self._alternatives
        )

    def allows_at(self, document: Document, start: int) -> bool:
        """Whether a hit that starts at a prose offset is looked at."""
        return self.everything or self.allows(document.block_at(start))

    def units(self, document: Document) -> Iterator[tuple[int, int]]:
        """The prose spans that are looked at one by one: blocks, or their sentences, or (`summary`) all."""
        if self.summary:
            yield 0, len(document.prose)
            return
        if self.sentence:
            from newslint.document.sentences import sentence_starts
        for index, block in enumerate(document.blocks):
            if not self.allows(block):
                continue
            if self.sentence:
                starts = [*sentence_starts(document, index), block.end]
                for start, end in pairwise(starts):
                    yield start, start + len(document.prose[start:end].rstrip())
            else:
                yield block.start, block.end


def _names(part: str) -> list[str]:
    return part.strip().lstrip("~").split(".")


def _selector(part: str) -> tuple[bool, str, str]:
    """Whether a selector is negated, the block kind it names (empty for any), and its part."""
    part = part.strip()
    negated = part.startswith("~")
    names = _names(part)
    if names[0] in _WHOLE and len(names) == 1 and not negated:
        return False, "", ""
    if names[0] == "text" and len(names) > 1 and names[1] in _KINDS:
        names = names[1:]
    if names[0] not in _KINDS or len(names) > 2 or (len(names) == 2 and names[1] not in _PARTS.get(names[0], ())):
        known = ", ".join([*_WHOLE, "raw", *_KINDS])
        raise ValueError(f"newslint has no scope “{part}”; it knows {known}")
    return negated, _KINDS[names[0]], names[1] if len(names) == 2 and names[0] != "figure" else ""


def _holds(block: Block, kind: str, part: str) -> bool:
    if part == "caption":
        return block.kind == "caption"
    if kind and block.kind != kind:
        return False
    if part == "header":
        return block.row == 0
    if part == "cell":
        return block.row != 0
    return not part or block.level == int(part[1:])


def validate(settings: Any) -> None:
    """Raise `ValueError`, naming the setting, for a `scope` that newslint does not know."""
    from newslint.checks._patterns import PatternError

    try:
        Scope(settings["scope"])
    except ValueError as error:
        raise PatternError(str(error), ("scope",)) from None

"""Front matter: the metadata that opens an article, between fences of `---` (YAML) or `+++` (TOML).

The reader needs only where it stands; nothing here reads what it says. A thematic break at the top of an
article is no front matter: the first line inside must look like metadata. Where the closing fence is
missing, the metadata ends at the first line that is blank or does not look like any.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE_END = r"(?:\r\n?|\n|\Z)"
_OPENING = re.compile(rf"(---|\+\+\+)[ \t]*+{_LINE_END}")
_CLOSING = {
    "---": re.compile(rf"^(?:---|\.\.\.)[ \t]*+{_LINE_END}", re.MULTILINE),
    "+++": re.compile(rf"^\+\+\+[ \t]*+{_LINE_END}", re.MULTILINE),
}
_KEY = re.compile(r"[\"']?[A-Za-z_][\w.-]*+(?: [\w.-]++){0,3}[\"']?[ \t]*+(?::(?=[\s]|\Z)|=)|\[[\w.\[\]-]++\]")
_BLANK_OR_COMMENT = re.compile(r"(?:[ \t]*+(?:#[^\r\n]*+)?(?:\r\n?|\n))++")
_METADATA_LINE = re.compile(rf"(?:{_KEY.pattern}|[ \t]|-[ \t]|#)[^\r\n]*+{_LINE_END}")
_SHORTEST_FENCED = 3


class FrontMatter(NamedTuple):
    """Where front matter stands, in code points of the source: with its fences, and between them."""

    end: int
    """Where the text of the article begins; the front matter itself begins at 0."""
    inner_start: int
    inner_end: int


def find(text: str) -> FrontMatter | None:
    """The front matter at the start of `text`, or None."""
    opening = _OPENING.match(text) if text.startswith(("---", "+++")) else None
    if opening is None:
        return None
    start = opening.end()
    closing = _next_fence(text, opening[1], start)
    gap = _BLANK_OR_COMMENT.match(text, start)
    first = gap.end() if gap else start
    if closing is not None and first >= closing.start():
        return FrontMatter(closing.end(), start, closing.start())  # empty, or comments alone
    if not _KEY.match(text, first):
        return None
    if closing is not None:
        return FrontMatter(closing.end(), start, closing.start())
    end = first
    while end < len(text) and (line := _METADATA_LINE.match(text, end)):
        if not line[0].strip():
            break
        end = line.end()
    return FrontMatter(end, start, end)


def _next_fence(text: str, fence: str, start: int) -> re.Match[str] | None:
    # MULTILINE's `^` knows `\n` only: a text with lone `\r` has its fences found line by line.
    pattern = _CLOSING[fence]
    if "\r" not in text:
        return pattern.search(text, start)
    for match in pattern.finditer(text.replace("\r\n", " \n").replace("\r", "\n"), start):
        return match
    return None

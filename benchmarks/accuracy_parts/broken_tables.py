"""Tables of an article's own words, put in whole and broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

    from newslint.document import Document

KINDS = {
    "em-dashes": "a delimiter row of em dashes",
    "en-dashes": "a delimiter row of en dashes",
    "delimiter-short": "a delimiter row with a cell too few",
    "delimiter-long": "a delimiter row with a cell too many",
    "row-long": "a body row with a cell too many",
    "no-delimiter": "no delimiter row",
    "collapsed": "the table on one line",
    "split": "a blank line between its rows",
    "glued": "text glued to the header",
}


def table(words: list[str], chance: random.Random) -> list[str]:
    """The rows of a sound table: header, delimiter, two to five rows of two to four cells."""
    width, height = chance.randint(2, 4), chance.randint(2, 5)
    letters = [word for word in words if word.isalpha() and word.isascii()] or ["Item"]

    def row() -> str:
        cells = [" ".join(chance.choices(letters, k=chance.randint(1, 3))).capitalize() for _ in range(width)]
        return "| " + " | ".join(cells) + " |"

    return [row(), "|" + " --- |" * width, *(row() for _ in range(height))]


def broken(kind: str, rows: list[str], chance: random.Random) -> str:
    """The table with one kind of fault; "" is a sound one."""
    header, delimiter, *body = rows
    if kind in ("em-dashes", "en-dashes"):
        delimiter = re.sub("-+", "———" if kind == "em-dashes" else "––", delimiter)
    elif kind == "delimiter-short":
        delimiter = delimiter.removesuffix(" --- |")
    elif kind == "delimiter-long":
        delimiter += " --- |"
    elif kind == "row-long":
        at = chance.randrange(len(body))
        body[at] += " Nothing else |"
    elif kind == "collapsed":
        return " ".join(rows)
    elif kind == "split":
        at = chance.randrange(1, len(body))
        body = [*body[:at], "", *body[at:]]
    elif kind == "glued":
        header = "The figures stand below." + header
    lines = [header, *([] if kind == "no-delimiter" else [delimiter]), *body]
    return "\n".join(lines)


def injector(kind: str, chance: random.Random) -> Callable[[Document], Iterator[tuple[int, int, str]]]:
    """Puts such a table after a paragraph of a Markdown article."""

    def inject(document: Document) -> Iterator[tuple[int, int, str]]:
        if document.source.format != "markdown":
            return
        text = document.source.text
        for block in document.blocks:
            start, end = block.end - 1, block.end
            if block.kind == "paragraph" and document.prose[start] in ".!?”\"" and document.offsets.is_exact(start, end):
                after = document.offsets.to_source(start, end)[1]
                if text[after : after + 2] in ("", "\n", "\n\n"):
                    made = broken(kind, table(document.words.texts, chance), chance)
                    yield start, end, f"{document.prose[start]}\n\n{made}"

    return inject

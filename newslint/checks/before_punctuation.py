"""A space before a comma, full stop, semicolon, colon, question or exclamation mark: `word ,`.

An ellipsis, a decimal (` .5`), a name that begins with a stop (` .NET`), an emoticon, a ratio and French
spacing with a no-break space are no defects. A text that sets a space before most of its marks is tokenised
or follows another convention, and is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.checks._linked import is_linked
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Mapping

    from newslint.document import Document

_SPACED = (
    (" ,", LatePattern(r",(?<= ,)(?=[^\S\n]|[\n”\"’)]|[^\W\d_]|\Z)")),
    (" .", LatePattern(r"\.(?<= \.)(?=[\s”\"’)]|\Z)(?! ?\.)")),
    (" ;", LatePattern(r";(?<= ;)(?=\s|\Z)")),
    (" :", LatePattern(r":(?<= :)(?=\s|\Z)")),
    (" ?", LatePattern(r"\?(?<= \?)(?=[\s”\"’)]|\Z)")),
    (" !", LatePattern(r"!(?<= !)(?=[\s”\"’)]|\Z)")),
)
_BEFORE = LatePattern(r"[\w'’.-]*[\w%”\"’')\]]$")
_ARTICLES = ("a", "an", "the", "A", "An", "The")
_LONGEST = 48
_TOLERATED = 8
"""How many of a text's marks may be spaced before it counts as following another convention, at least."""


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the word before, the space and the mark; the fix deletes the space."""
    prose = document.prose
    spaced = [match for sign, pattern in _SPACED if sign[1] in prose and sign in prose for match in pattern.finditer(prose)]
    hits = [hit for hit in map(_hit_at(document), spaced) if hit]
    if len(hits) > _TOLERATED and len(hits) * 3 > prose.count(", ") + prose.count(". "):
        return
    yield from hits


def _hit_at(document: Document) -> Callable[[re.Match[str]], Hit | None]:
    prose = document.prose

    def hit(match: re.Match[str]) -> Hit | None:
        mark = match.end() - 1
        gap = mark - 1
        while gap and prose[gap - 1] == " ":
            gap -= 1
        before = _BEFORE.search(prose, max(0, gap - _LONGEST), gap)
        if before is None:
            return None
        start = before.start()
        if not document.offsets.is_exact(gap - 1, mark + 1):
            if not is_linked(document, gap, gap) or not document.offsets.is_exact(gap, mark + 1):
                return None
            start = gap  # the word is a link's, whose end stands between
        sign = prose[mark]
        if sign in "?!:;" and before[0] in _ARTICLES:
            return None  # the sign is what is spoken of: `add a ? to the name`
        if sign in "?!." and prose[mark + 1 : mark + 2] == " " and prose[mark + 2 : mark + 3].islower():
            return None  # so is it here: `names with . and ..`
        if sign in ":;" and _is_apart(document, prose, mark, before):
            return None
        if sign == "." and (prose[gap - 1] == "." or prose[mark + 1 : mark + 3] == " ."):
            return None
        return Hit(
            start,
            mark + 1,
            arguments=(sign,),
            suggestions=(prose[start:gap] + sign,),
            edits=(Edit(gap, mark, ""),),
            safety="safe",
        )

    return hit


def _is_apart(document: Document, prose: str, mark: int, before: re.Match[str]) -> bool:
    """Whether a colon or semicolon stands apart for a reason: a ratio, or a list of labels and values."""
    if prose[mark] == ":" and (before.start() == 0 or prose[before.start() - 1] == "\n"):
        return True
    after = prose[mark + 1 : mark + 3].strip()
    return before[0][-1].isdigit() and (not after or after[0].isdigit())

"""An honorific in lower case before a name: `dr. Alam`, `mr Smith`.

`dr.` may be short for drive, `rep.` for repetitions and `ms` for milliseconds, so a name must follow: a
capitalised word that does not usually open sentences, or an initial.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.document.sentences import STARTERS
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {
    "with-stop": ["mr", "mrs", "ms", "dr", "prof", "sen", "gov", "rep", "gen", "lt", "sgt", "capt", "col", "maj", "rev"],
    "without-stop": ["mr", "mrs", "ms", "dr", "prof"],
}

_DETERMINERS = frozenset("the a an this that each every per one no my our your their his her its sales first".split(" "))
_NAME = LatePattern(r"\.?[ \xa0]?([^\W\d_]+(?:['’-][^\W\d_]+)*)(\.?)")


def prepare(settings: Mapping[str, Any]) -> tuple[frozenset[str], frozenset[str]]:
    """The honorifics that are found with a stop, and those found without one."""
    return frozenset(settings["with-stop"]), frozenset(settings["without-stop"])


def check(document: Document, settings: tuple[frozenset[str], frozenset[str]]) -> Iterator[Hit]:
    """Hits on the honorific and its stop; the fix capitalises it."""
    with_stop, without_stop = settings
    words = document.words
    suspects = with_stop & words.distinct
    if not suspects and without_stop.isdisjoint(words.distinct):
        return
    prose = document.prose
    for honorific in sorted(suspects | (without_stop & words.distinct)):
        for index in words.indices(honorific):
            start, end = words.span(index)
            stopped = prose[end : end + 1] == "."
            if honorific not in (with_stop if stopped else without_stop):
                continue
            name = _NAME.match(prose, end)
            if name is None or not _is_name(name, stopped) or not _stands_free(prose, start):
                continue
            if not stopped and prose[end : end + 1] not in " \xa0":
                continue
            capital = honorific.capitalize()
            yield Hit(
                start,
                end + stopped,
                arguments=(f"{capital}." if stopped else capital,),
                suggestions=(f"{capital}." if stopped else capital,),
                edits=(Edit(start, start + 1, capital[0]),),
            )


def _is_name(match: re.Match[str], stopped: bool) -> bool:
    """Whether the word after the honorific looks like a name."""
    name = match[1]
    if not name[0].isupper():
        return False
    if len(name) == 1:
        return match[2] == "."
    return (name[1].islower() or not name.isupper()) and name.lower() not in STARTERS


def _stands_free(prose: str, start: int) -> bool:
    """Whether the honorific follows white space or an opening mark, and no number, address or unit."""
    before = prose[max(0, start - 24) : start]
    if before and not (before[-1].isspace() or before[-1] in "(“\"‘'—–:"):
        return False
    words = before.split()
    if not words or not before[-1].isspace():
        return True
    last = words[-1]
    if last.lower() in _DETERMINERS:
        return False  # `the rep. Bill`, where a sentence ends
    return not (last[-1].isdigit() or (last[0].isupper() and last[-1].isalpha() and last.lower() not in STARTERS))

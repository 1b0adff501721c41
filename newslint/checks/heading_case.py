"""A heading that breaks the case style of the others, or of itself: `The axis of Resistance Under Strain`.

A heading is in title case when its principal words are capitalised. Articles, conjunctions, prepositions,
pronouns and forms of *be* are free, as house styles differ on them. A word counts as principal only where the
lexicon knows it in lower case, since a name is capitalised in either style; and capitals that all stand side
by side may be one long name (`How the National Farmers Federation won`), so they prove nothing.

One lower-case principal word is reported where the heading itself proves its style (capitals in three places, or two
with a capitalised preposition), or where the other headings do: with two others in title case and none in
sentence case two capitals suffice, with four one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint import lexicon
from newslint.checks._late_patterns import LatePattern
from newslint.document.words import WORD
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Block, Document

_FREE = frozenset(
    "a an the and but or nor for yet so as at by if in of off on once onto out over per than that till to up upon via vs v "
    "with aboard about above across after against along amid amidst among amongst around atop before behind below beneath "
    "beside besides between beyond down during except from inside into like minus near next opposite outside past plus since "
    "through throughout toward towards under underneath unlike until versus within without is are be was were been am it its "
    "not no do does did has have had can could may might must shall should will would de la le el al von van der den du da di "
    "this these those there here they them he she we you us me him i my your his her our their who what when where why how which whether because while although though am pm".split()
)
_BREAK = re.compile(r"[.:;!?—–|/\"“”‘’'(\[]\s*$")
_LONGEST = 200
_CALL = LatePattern(r"(?:Read|See|Watch|Listen|Learn|Related|Find|Explore)(?: [a-z]+){1,3}: ")
"""What stands before the headline of another article: `Read more: A New Bridge`."""


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on lower-case words of title-case headings; the fix capitalises them."""
    headings = [block for block in document.blocks if block.kind == "heading"]
    if not headings:
        return
    prose = document.prose
    judged = []
    lowered = 0
    for heading in headings:
        words = prose[heading.start : heading.end].split()
        # a heading with few capitals is in sentence case, whatever its words are: no lexicon is asked
        if 3 * sum(1 for word in words if word[0].isupper()) <= len(words) + 2:
            lowered += len(words) > 3
        else:
            judged.append(_case_of(document, heading))
    if not judged:
        return
    titled = sum(1 for case in judged if case.capitals > 1 and not case.lower)
    lowered += sum(1 for case in judged if len(case.lower) > case.capitals)
    for case in judged:
        if len(case.lower) == 1 and _is_title_case(case, titled, lowered):
            start, word = case.lower[0]
            capital = word[0].upper() + word[1:]
            yield Hit(start, start + len(word), (word,), (capital,), (Edit(start, start + 1, capital[0]),))


def _is_title_case(case: HeadingCase, titled: int, lowered: int) -> bool:
    if lowered > titled:
        return False
    if case.runs > 2 or (case.runs > 1 and case.capitals > 3) or (case.capitals > 1 and case.free_capital):
        return True
    if lowered or titled < 2:
        return False
    apart = case.runs > 1 or case.free_capital
    return (apart and case.capitals > 1) or (titled > 3 and case.capitals == 1)


class HeadingCase(NamedTuple):
    """How a heading is cased, its first word and the first after a colon, dash or quotation mark left out."""

    capitals: int
    """Capitalised principal words."""
    runs: int
    """In how many stretches of neighbouring capitalised words they stand."""
    free_capital: bool
    """Whether a free word of four letters or more is capitalised."""
    lower: list[tuple[int, str]]
    """Prose offset and text of each lower-case principal word."""


def _case_of(document: Document, heading: Block) -> HeadingCase:
    prose = document.prose
    capitals = runs = 0
    free_capital = False
    lower: list[tuple[int, str]] = []
    if heading.end - heading.start > _LONGEST:
        return HeadingCase(0, 0, False, [])
    first = True
    running = False
    call = _CALL.match(prose, heading.start, heading.end)
    for match in WORD.finditer(prose, call.end() if call else heading.start, heading.end):
        word = match[0]
        starts_part = first or _BREAK.search(prose, max(heading.start, match.start() - 4), match.start())
        first = False
        is_capital = word[0].isupper()
        if starts_part:
            running = False
            continue
        if word.lower() in _FREE:
            free_capital = free_capital or (is_capital and len(word) > 3 and word.istitle())
        elif word.islower() and word.isalpha():
            if (
                len(word) > 3
                and lexicon.is_known_lower(word)
                and not document.is_quoted(match.start(), match.end())
            ):
                lower.append((match.start(), word))
        elif word.istitle() and word.isalpha() and lexicon.is_known_lower(word.lower()):
            capitals += 1
            runs += not running
        running = is_capital
    return HeadingCase(capitals, runs, free_capital, lower)

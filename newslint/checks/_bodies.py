"""Bodies, meetings and laws of which one word is lower-cased, told by what stands around it.

- `Patent and trademark Office`: a thing before `and`, another in lower case, a body;
- `office of Citizen Services`: a body in lower case, `of`, a thing with a capital, no title;
- `International conference on Tides`: a capital that no word but a name's first has, and what it names;
- `Rehabilitation act of 1973`: a law with its year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.checks._words_in_place import are_in_a_row, are_side_by_side, is_in_body_text, is_inside_sentence
from newslint.lexicon.matter_words import is_matter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.document import Document

_AFTER_TWO_THINGS = frozenset(
    "Office Policy Council Commission Authority Agency Committee Department Board Bureau Association Federation Institute Centre Center "
    "Services Administration Union Society Organization Organisation Directorate Ministry Academy".split()
)
_OF_THINGS = frozenset("office school college board division center centre ministry institute academy committee".split())
_SUPREME = frozenset(("International", "National", "World"))
_ARE_SUPREME = frozenset(
    "conference congress symposium summit convention forum centre center institute council agency association academy union "
    "commission committee".split()
)
_ON = frozenset(("on", "for", "of"))
_DESCRIBE = frozenset("federal state local national regional international former current new own joint main central public private other".split())
"""What tells which of several bodies is meant, and is no part of a name: `Harbour and local Council`."""
_TITLES = frozenset(
    "President Premier Prime Minister Secretary Senator Governor Mayor Commissioner Chancellor Speaker Chair Chairman Director Representative "
    "Congressman Congresswoman Attorney Treasurer Judge Justice Sheriff Councillor Deputy Vice Bishop Archbishop Pope King Queen".split()
)
_ONE_OF = frozenset("a an any each every no one some another".split())
_YEAR_DIGITS = 4


def lowered_bodies(document: Document) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Index of the first word of a name of such a form, and the name as it should be."""
    distinct = document.words.distinct
    pairs = document.words.pairs
    texts = document.words.texts
    if "and" in distinct:
        for head in _AFTER_TWO_THINGS & distinct:
            for index in document.words.indices(head):
                if index > 2 and texts[index - 2] == "and" and _are_two_things(document, index):
                    yield index - 3, (texts[index - 3], "and", texts[index - 1].capitalize(), head)
    for head in _OF_THINGS & distinct:
        if (head, "of") in pairs:
            for index in document.words.indices(head):
                if _is_of_a_thing(document, index):
                    yield index, (head.capitalize(), "of", texts[index + 2])
    for supreme in _SUPREME & distinct:
        for head in _ARE_SUPREME & distinct:
            if (supreme, head) in pairs:
                for index in document.words.indices(head):
                    if index and texts[index - 1] == supreme and _is_supreme(document, index):
                        yield index - 1, (supreme, head.capitalize())
    if ("act", "of") in pairs:
        for index in document.words.indices("act"):
            if index and _is_law_of_a_year(document, index):
                yield index - 1, (texts[index - 1], "Act")


def _are_two_things(document: Document, index: int) -> bool:
    """Whether the words before the body at `index` are a thing with a capital, `and`, and a thing without."""
    texts = document.words.texts
    first, second = texts[index - 3], texts[index - 1]
    if not (first.istitle() and second.islower() and is_matter(first.lower()) and is_matter(second)) or second in _DESCRIBE:
        return False
    return are_in_a_row(document, index - 3, index) and is_inside_sentence(document, index - 3)


def _is_of_a_thing(document: Document, index: int) -> bool:
    """Whether `of` and a thing with a capital, but no title of a person, follow the body at `index`."""
    texts = document.words.texts
    if index + 2 >= len(texts) or texts[index + 1] != "of" or (index and texts[index - 1].lower() in _ONE_OF):
        return False
    thing = texts[index + 2]
    if not thing.istitle() or not is_matter(thing.lower()) or not are_in_a_row(document, index, index + 2) or not is_in_body_text(document, index):
        return False
    last = index + 2
    while last + 1 < len(texts) and texts[last + 1].istitle() and are_side_by_side(document, last):
        last += 1
    return _TITLES.isdisjoint(texts[index + 2 : last + 1])


def _is_supreme(document: Document, index: int) -> bool:
    texts = document.words.texts
    if index + 2 >= len(texts) or texts[index + 1] not in _ON or not texts[index + 2].istitle():
        return False
    return are_in_a_row(document, index - 1, index + 2) and is_inside_sentence(document, index - 1)


def _is_law_of_a_year(document: Document, index: int) -> bool:
    """Whether a capital stands before the `act` at `index`, and `of` and a year behind it."""
    texts = document.words.texts
    if index + 2 >= len(texts) or not texts[index - 1].istitle():
        return False
    year = texts[index + 2]
    return len(year) == _YEAR_DIGITS and year.isdecimal() and are_in_a_row(document, index - 1, index + 2)

"""Offices, bodies of state and what they are of: `Society of arts`, `the federal Government`, `said president Reed`.

- a capital that names a kind of body, `of`, and a thing: `Community of practice`, `Chamber of commerce`;
- a body of state with a capital, but none on the level that it is of, once in the article: `the federal Government`;
- a title after a word that nothing but a name can follow: `said to president Reed`, not `the club president Reed`;
- a body of state in lower case behind its level or country, where the article writes it with a capital, and never else without:
  `the Norwegian government` where it has `the Government`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.checks._institution_names import NO_PART
from newslint.checks._names_of_run import FUNCTION_WORDS
from newslint.checks._words_in_place import are_in_a_row, are_side_by_side, is_inside_sentence
from newslint.lexicon.matter_words import is_matter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.document import Document

_LEVELS = frozenset(("federal", "state", "provincial", "commonwealth"))
_OF_THE_STATE = frozenset(("Government", "Opposition", "Court"))
_TITLES = frozenset("president pope king queen prince princess".split())
_BEFORE_TITLES = frozenset("after as at because before but by for from given if of on since than that to under when where while with".split())
"""What no noun in apposition stands behind directly: `the club president`, but `by president`."""
_HEADS = frozenset(
    "Academy Association Board Bureau Center Centers Centre Centres Chamber Chief College Communities Community Faculty Institute Journal "
    "League Ministry Museum School Society".split()
)
_BODIES = ("government", "opposition", "parliament", "ministry", "senate", "council", "commission", "court", "department", "minister")
"""Bodies that a style writes with a capital throughout, or without."""


def lowered_offices(document: Document) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Index of the first word of a name of such a form, and the name as it should be."""
    distinct = document.words.distinct
    texts = document.words.texts
    pairs = document.words.pairs
    for head in _HEADS & distinct:
        if (head, "of") not in pairs:
            continue
        for index in document.words.indices(head):
            if texts[index + 1 : index + 2] == ["of"] and texts[index + 2 : index + 3]:
                thing = texts[index + 2]
                is_thing = thing.islower() and thing not in NO_PART and is_matter(thing) and not thing.endswith("ing")
                if is_thing and is_inside_sentence(document, index) and are_in_a_row(document, index, index + 2):
                    yield index, (head, "of", thing.capitalize())
    for body in _OF_THE_STATE & distinct if _LEVELS & distinct else ():
        lowered = [index for index in document.words.indices(body) if index > 1 and texts[index - 1] in _LEVELS]
        if len(lowered) > 1:
            continue  # the style of a house
        for index in lowered:
            if texts[index - 2].lower() == "the" and _is_alone(document, index):
                yield index - 1, (texts[index - 1].capitalize(), body)
    for title in _TITLES & distinct if not _BEFORE_TITLES.isdisjoint(distinct) else ():
        for index in document.words.indices(title):
            if index and texts[index - 1].lower() in _BEFORE_TITLES and _is_before_name(document, index):
                yield index, (title.capitalize(), texts[index + 1])
    for body in _BODIES:
        if body in distinct and body.capitalize() in distinct:
            yield from _of_the_style(document, body)


def _of_the_style(document: Document, body: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The one lower-case place of a body that the article writes with a capital."""
    words = document.words
    texts = words.texts
    if texts.count(body) > 1 or body + "s" in words.distinct:
        return
    index = texts.index(body)
    proper = body.capitalize()
    if index < 2 or not texts[index - 1].istitle() or not are_in_a_row(document, index - 2, index) or not is_inside_sentence(document, index - 1):
        return
    before = texts[index - 2]
    if before.lower() in FUNCTION_WORDS and before.lower() != "the":
        return
    if any(_is_named(document, place) for place in document.words.indices(proper)):
        yield index - 1, (texts[index - 1], proper)


def _is_named(document: Document, index: int) -> bool:
    """Whether a capitalised body stands behind `the`, or `the` and one capital, inside a sentence, and ends its name."""
    texts = document.words.texts
    if index < 2 or not is_inside_sentence(document, index) or not _is_alone(document, index):
        return False
    return "the" in (texts[index - 1].lower(), texts[index - 2].lower())


def _is_alone(document: Document, index: int) -> bool:
    """Whether the word at `index` goes on to no longer name."""
    texts = document.words.texts
    if index + 1 >= len(texts) or not are_side_by_side(document, index):
        return True
    return texts[index + 1] != "of" and texts[index + 1].islower()


def _is_before_name(document: Document, index: int) -> bool:
    texts = document.words.texts
    return index + 1 < len(texts) and texts[index + 1].istitle() and are_in_a_row(document, index - 1, index + 1)

"""Words that speech doubles for stress (`a very very long time`): where a second one is a slip all the same.

Some neighbours leave no room for stress: `how many many`, `last night night`, `so far far`. Elsewhere a speaker's words
are left as they were said, but the writer's own prose sets a comma between two such words, or has one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.document.quotations import quotation_at

if TYPE_CHECKING:
    from newslint.document import Document

_DEGREES = frozenset("as how so too".split())
_DETERMINERS = frozenset("a an the this that these those each every one any no some its their his our my same".split())
_CLAUSES = frozenset("and or but if when while because by from as".split())
_SLIP_AFTER = {
    "again": frozenset(("once", "yet", "never")),
    "far": _DEGREES | {"by", "thus", "this", "that"},
    "her": _CLAUSES,
    "long": _DEGREES | frozenset("had has have not very no before all".split()),
    "many": _DEGREES | {"these", "those"},
    "much": _DEGREES | frozenset("very pretty not that this".split()),
    "night": _DETERMINERS | frozenset("last at by all late opening first next previous per".split()),
    "really": frozenset(("not", "don't", "doesn't", "didn't", "can't")),
    "way": _DETERMINERS - {"no"} | frozenset("long best right wrong only other another better easy good new own".split()),
    "well": _DEGREES | frozenset("had has have not very to can can't cannot will would could should must might may".split()),
}
"""For each word, those that may stand before it but not before two of it."""
_STRESSED_BEFORE = frozenset(
    "too more less back out over up down ahead off beyond past under above below better worse before after behind in cool".split()
)
"""What `way way` stands before in speech."""
_ALWAYS_STRESSED = frozenset(("her", "night", "way"))
"""Words that the writer's own prose may double, too."""

WORDS = frozenset(_SLIP_AFTER) | frozenset("big little never old please poor very".split())
"""The words that this module judges."""
WITH_COMMA = frozenset("big far little long many much old poor really very".split())
"""Those that a comma may part, too: `a very, very long time`."""


def is_slip(document: Document, index: int) -> bool:
    """Whether the word at `index`, one of `WORDS`, and the same word after it are no stress."""
    texts = document.words.texts
    word = texts[index + 1]
    start, end = document.words.span(index)[0], document.words.span(index + 1)[1]
    prose = document.prose
    if not texts[index].islower() or not start or prose[start - 1] not in " \n" or word in texts[index + 2 : index + 3]:
        return False
    before = texts[index - 1].lower()
    follows_word = prose[start - 2].isalnum()
    if before == word:
        return False  # three of them are meant
    if follows_word and before in _SLIP_AFTER.get(word, ()):
        return True
    if word == "night":
        return follows_word and before.endswith("day")
    if word == "way":
        after = (texts[index + 2 : index + 3] or ["."])[0]
        return follows_word and after not in _STRESSED_BEFORE and not after.endswith("er")
    if word == "never" and before == "the":
        return False  # bought on credit
    if word in _ALWAYS_STRESSED or (word == "well" and not follows_word):
        return False
    is_joined = follows_word or prose[start - 2] == ","
    return is_joined and quotation_at(document, start) is None and prose[end : end + 1] in tuple(" \n,.") and _is_prose(document, start)


def _is_prose(document: Document, start: int) -> bool:
    """Whether the place is in a paragraph that is no speaker's turn."""
    block = document.block_at(start)
    return block is not None and block.kind == "paragraph" and block.role != "speaker-turn"

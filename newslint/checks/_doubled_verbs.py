"""Verbs that meet where one clause ends and another goes on: `what it is is unclear`, `those who can can come`.

Where no clause that is a subject may end with the first of the two, the second is a slip.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.checks._late_patterns import LatePattern
from newslint.document.quotations import quotation_at

if TYPE_CHECKING:
    from newslint.document import Document

WORDS = frozenset(("is", "was", "are", "can", "did"))
"""The words that `is_slip` judges."""

_CLAUSE_OPENERS = frozenset(("what", "whatever", "who", "whoever", "where", "wherever", "how", "however", "all"))
_OPENERS_BEFORE_DID = frozenset("what whatever who whoever all as than that those which everything anything nothing how where when why if".split())
"""Openers of clauses that may end with `did` before another: `what he did did harm`."""
_SUBJECTS_OF_CAN = frozenset(("what", "whatever", "who", "whoever", "all"))
"""Openers of clauses that are subjects themselves, as in `whoever can can come`; `how` and `where` are none."""
SUBJECTS = frozenset(("whatever", "what", "whoever", "who"))
"""Words that are the subject of a verb behind them, so that another clause may go on there: `whatever happens happens`."""

_PRONOUNS = frozenset("it this that these those i you he she we they".split())
_ANYBODY = frozenset("those ones anyone everyone anybody everybody all one people any some he she they those us many others few man men".split())
_ENDS_CLAUSE = LatePattern(r"[.!?;:]|\n\n")
_ENDS_PHRASE = LatePattern(r"[.!?;:,]|\n\n")
_ENDS_SENTENCE = LatePattern(r"[.!?;](?!\S)")
_OBJECTS = frozenset("to the a an their its his her our my this these not it them us".split())
_REACH, _REACH_OF_DID = 6, 8
"""So many words before the first verb may open the clause that it ends."""


def is_slip(document: Document, index: int) -> bool:
    """Whether the verb at `index`, one of `WORDS`, and the same verb after it do not belong to two clauses."""
    texts, prose = document.words.texts, document.prose
    verb = texts[index + 1]
    before = texts[index - 1].lower() if index else ""
    after = texts[index + 2 : index + 3]
    if not index:
        return False
    if verb == "did":
        return after == ["not"] or not _openers_in_clause(
            document, index, _OPENERS_BEFORE_DID, _REACH_OF_DID, _ENDS_PHRASE
        )
    if before in ("the", "a"):
        return False
    end = document.words.span(index + 1)[1]
    if before in ("do", "does", "did") or _ENDS_SENTENCE.match(prose, end):
        return True  # `all you have to do is is`, `all they can can.`
    if verb != "can":
        if before in ("who", "which") and not may_speak_of_anybody(document, index):
            return True
        if after and after[0].endswith("ing") and before not in _PRONOUNS | SUBJECTS:
            return True  # `where the project is is going`
        if after == ["like"] and quotation_at(document, end) is None:
            return True
        if verb == "are" and before == "what":
            return True
    openers = _SUBJECTS_OF_CAN if verb == "can" else _CLAUSE_OPENERS
    return not _openers_in_clause(document, index, openers, _REACH, _ENDS_CLAUSE)


def is_relative_slip(document: Document, index: int) -> bool:
    """Whether another verb at `index`, after `who`, has an object after the second one: `sailors who want want to`."""
    texts = document.words.texts
    return (
        texts[index - 1] == "who"
        and not may_speak_of_anybody(document, index)
        and not _OBJECTS.isdisjoint(texts[index + 2 : index + 3])
    )


def may_speak_of_anybody(document: Document, index: int) -> bool:
    """Whether what is before the relative pronoun at `index - 1` leaves open who is meant: `those who can`, but not `Ms Ho, who can`."""
    if index < 2:
        return True
    end, start = document.words.span(index - 2)[1], document.words.span(index - 1)[0]
    between = document.prose[end:start].strip()
    if between:
        return between != ","
    return document.words.texts[index - 2].lower() in _ANYBODY


def _openers_in_clause(document: Document, index: int, openers: frozenset[str], reach: int, border: LatePattern) -> bool:
    """Whether one of `openers` is among the `reach` words before the verb at `index`, without a border between.

    `all` of `we all` or `all of it` opens none, nor does the `however` that a comma follows, nor a last word that may be a subject's own.
    """
    words, prose = document.words, document.prose
    texts = words.texts
    for place in range(index - 1, max(-1, index - 1 - reach), -1):
        end, following = words.span(place)[1], words.span(place + 1)[0]
        if border.search(prose, end, following):
            return False
        word = texts[place].lower()
        if word not in openers or (place == index - 1 and word not in SUBJECTS and border is _ENDS_CLAUSE):
            continue
        if word == "all" and (texts[place + 1] == "of" or (place and texts[place - 1].lower() in _PRONOUNS)):
            continue
        if word != "however" or prose[end] != ",":
            return True
    return False

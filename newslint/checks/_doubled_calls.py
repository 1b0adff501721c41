"""Words that a call, a compound or two clauses may double: `hear, hear`, `a win win`, `what makes you you`.

Their neighbours tell where the second one is a slip: a call begins after a mark, a compound follows an article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.checks._late_patterns import LatePattern
from newslint.document.model import OPAQUE
from newslint.document.quotations import quotation_at

if TYPE_CHECKING:
    from newslint.document import Document

WORDS = frozenset("no now there hear up out over more ever you do go win so".split())
"""The words that this module judges."""

_NOT_BEFORE_A_SLIP = {
    "no": frozenset(("a", "big", "real", "said", "oh", "the")),
    "now": frozenset(("until", "by", "for", "here", "right")),
    "there": frozenset("over out in up down from been go get here went be being getting going gone".split()),
    "ever": frozenset(("never", "happily", "for")),
    "you": frozenset(("makes", "make", "made", "thank", "love", "being", "what")),
    "up": frozenset(("go", "come", "went", "going", "way", "and")),
    "out": frozenset(("way", "and")),
    "over": frozenset(("and", "way")),
    "more": frozenset(("and", "ever", "much", "many", "even")),
}
_SLIP_AT_AN_END = {
    "you": frozenset("to for with of on at from by about affect affects help helps let tell give gives show and or as than".split()),
    "more": frozenset("no any once some two three much even learn".split()),
    "now": frozenset("by for until right just".split()),
    "out": frozenset("blown carried carry find found turned turn rolled roll set pointed sold ruled".split()),
    "up": frozenset("set sign signed made make taken take took grow grew backed back opened open".split()),
}
"""For a word, those that may stand before it, and with it end a phrase: `back to you.`, `for now,`."""
_MODALS = frozenset("to can can't cannot will won't would could should must might may not don't doesn't didn't couldn't let's".split())
_BETWEEN_MODAL_AND_VERB = frozenset("now also actually still only always never".split())
_AFTER_DO = frozenset("not have know believe think agree want need like be go get".split())
_NAMES = frozenset(("no", "go", "win"))
_TO_INFINITIVE = frozenset(("do", "go", "win", "hear"))
_ENDS_PHRASE = LatePattern(r"[.,;:)](?!\w)")
_AFTER = LatePattern(r"[ \n](?:[a-z]+|I\b|[\d$£€])")
_AFTER_MORE = LatePattern(r"[ \n](?:[^\W\d_]+|[\d$£€])")
_AFTER_SO = frozenset("you this a an the we i they it he she that these those there if far many much long few little well even".split())
_AFTER_COMMA = frozenset(("so", "over", "there", "you", "now"))
_VERBS_OF_BEING = frozenset("be is are was were has have had will would may might must can could should".split())


def is_slip(document: Document, index: int) -> bool:
    """Whether the word at `index`, one of `WORDS`, and the same word after it stand inside a sentence that does not ask for two."""
    words = document.words
    word = words.texts[index + 1]
    before = words.texts[index - 1].lower() if index else ""
    after = words.texts[index + 2 : index + 3]
    start, end = words.span(index)[0], words.span(index + 1)[1]
    prose = document.prose
    if word == "more" and after == ["than"]:
        return True  # whatever stands before it
    if not start or prose[start - 1] not in " \n" or not (
        prose[start - 2].isalnum() or (prose[start - 2] == "," and word in _AFTER_COMMA)
    ):
        return False  # a call begins after a mark
    if not words.texts[index].islower() or not (words.texts[index - 1].islower() or word not in _NAMES):
        return False
    if word in _TO_INFINITIVE:
        return _is_after_modal(document, index) or (word == "do" and not _AFTER_DO.isdisjoint(after))
    if before == word:
        return False
    ends = _ENDS_PHRASE.match(prose, end)
    if ends and before in _SLIP_AT_AN_END.get(word, ()):
        return True
    if before in _NOT_BEFORE_A_SLIP.get(word, ()):
        return False
    if ends:
        return prose[start - 2].isalnum() and word not in ("no", "so", "ever") and quotation_at(document, start) is None
    if word == "so" and prose[end : end + 2] == " " + OPAQUE:
        return True
    following = (_AFTER_MORE if word == "more" else _AFTER).match(prose, end)
    if following is None or following[0].strip() == word or following[0] == " and" or (following[0] == " that" and word != "so"):
        return False
    following_word = following[0].strip().lower()
    if word == "there":
        return following_word in _VERBS_OF_BEING
    return word != "so" or prose[start - 2] == "," or following_word in _AFTER_SO


def _is_after_modal(document: Document, index: int) -> bool:
    """Whether `to`, a modal verb or a negation stands before the word at `index`, but for an adverb: `will now do`."""
    texts = document.words.texts
    if index and texts[index - 1].lower() in _BETWEEN_MODAL_AND_VERB:
        index -= 1
    return index > 0 and texts[index - 1].lower() in _MODALS

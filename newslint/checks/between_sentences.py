"""Two sentences without a space between them: `pact.Iran’s`, `him.“The`, `12%.The`, `why?What`.

The word before the stop and the word after it must both look like words of prose. Names with a stop inside
(`One.Tel`, `ASP.NET`), initials, titles, file and host names, and dotted identifiers are left alone: a
capitalised word on both sides is reported only where the article, or the list of words that like to open
sentences, knows the second one by itself, and nothing is reported that the article writes twice.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.checks._coinages import has_code
from newslint.checks._late_patterns import LatePattern
from newslint.document.quotations import ends_at, starts_at
from newslint.document.sentences import ABBREVIATIONS, STARTERS, TITLES
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

_GLUED = tuple((mark, LatePattern(rf"\{mark}(?=[“”\"‘’')\](]{{0,3}}[^\W\d_])")) for mark in ".?!")
_BEFORE = LatePattern(r"[^\s“\"‘(\[{—–/|*\ufffc<>=]+$")
_MARKS = LatePattern(r"[“”\"‘’')\](]*")
_AMOUNT = LatePattern(r"[$£€]?\d[\d.,]*(?:%|st|nd|rd|th)?")
_AFTER = LatePattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INITIALISM = LatePattern(r"(?i)(?:[A-Z]\.)+[A-Z]|[ap]\.m|Ph\.D")
_LONGEST = 40
_ENDINGS = frozenset("net com org js io ai tv fm ly edu gov uk au nz ca eu py rs exe dll".split(" "))
_LOWER_OPENERS = frozenset("the he she they this that these but however and we his her our their there".split(" "))
_RAREST = "g"
"""The last class of the lexicon that counts as common."""
_NOT_AFTER_I = frozenset(("or", "and", "is", "in", "of", "on", "the", "to", "for", "by"))
_NOT_AFTER_A = frozenset(("was", "are", "has", "had", "with", "will", "would", "can"))
_INFLECTED = ("s", "ed", "ing", "ly", "tion", "ment")
_CODE = frozenset("(_=/@\\#<\ufffc")


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the word before, the stop, any quotation marks, and the word after; the fix inserts a space."""
    prose = document.prose
    stops = [match.start() for mark, glued in _GLUED if mark in prose for match in glued.finditer(prose)]
    if not stops:
        return
    suspects = [suspect for stop in stops if (suspect := _suspect(document, prose, stop))]
    times = Counter(prose[suspect.start : suspect.end] for suspect in suspects)
    for suspect in suspects:
        start, gap, end = suspect.start, suspect.gap, suspect.end
        count = times[prose[start:end]]
        if (count > 1 and not _is_opener(suspect.after)) or not _joins_sentences(document, suspect, count):
            continue
        yield Hit(
            start,
            end,
            suggestions=(f"{prose[start:gap]} {prose[gap:end]}",),
            edits=(Edit(gap, gap, " "),),
            safety="safe",
        )


class _Suspect(NamedTuple):
    """A word, a stop, marks and a word, without white space: offsets of the whole and of where a space belongs."""

    start: int
    gap: int
    end: int
    before: str
    stop: str
    marks: str
    after: str
    tail: str


def _suspect(document: Document, prose: str, stop: int) -> _Suspect | None:
    """What stands around a stop that no white space follows; None for code and for marks that do not quote."""
    before = _BEFORE.search(prose, max(0, stop - _LONGEST), stop)
    marks = _MARKS.match(prose, stop + 1)
    after = _AFTER.match(prose, marks.end()) if marks else None
    if before is None or marks is None or after is None:
        return None
    end = after.end()
    tail = prose[end : end + 2]
    if tail[:1] in _CODE or (tail[:1] in (".", ":") and (tail[1:].isalnum() or tail[1:] == ":")):
        return None
    if prose[before.start() - 1 : before.start()] == "{" and tail[:1] == "}":
        return None
    gap = _gap(document, prose, stop + 1, marks.end())
    if gap is None:
        return None
    return _Suspect(before.start(), gap, end, before[0], prose[stop], marks[0], after[0], tail)


def _gap(document: Document, prose: str, start: int, end: int) -> int | None:
    """Where the space belongs among the marks `start:end` between stop and word: after those that close."""
    gap = start
    for place in range(start, end):
        mark = prose[place]
        if mark in ")]”" or ends_at(document, place + 1):
            gap = place + 1
        elif mark not in "“‘(" and not starts_at(document, place):
            return None
    return gap


def _joins_sentences(document: Document, suspect: _Suspect, count: int) -> bool:
    """Whether one sentence ends and another starts there; `count`: how often the article writes it so."""
    before, mark, marks, after = suspect.before, suspect.stop, suspect.marks, suspect.after
    bare = before.rstrip("”’'\")]?!")
    capital = after[0].isupper()
    if not bare or bare.endswith("."):
        return False
    if len(after) == 1 and not _is_pronoun_or_article(document.prose, suspect):
        return False
    if not capital:
        if marks and marks[-1] in "”\"":
            return len(after) > 1 and bare[-1].isalpha()
        return mark == "." and not marks and after in _LOWER_OPENERS and len(bare) > 2 and bare.isalpha() and bare.islower()
    plain = after[1:].islower() or after.isupper() or not after.isalpha()
    if not plain and not after.startswith(("Mc", "Mac", "De", "Le", "La", "Di", "Van", "Fitz")):
        return False
    opener = _is_opener(after)
    if (not marks and after.lower() in _ENDINGS) or (len(after) == 1 and bare[-1:].isupper()):
        return False
    if "(" in marks:
        return len(bare) > 2 and bare.isalpha() and bare.islower() and suspect.tail[:1] in (" ", ",")
    if marks or len(bare) < len(before):
        return len(bare) > 1 or bare.isdigit()
    if mark != ".":
        return len(bare) > 1 and (mark == "?" or opener or bare[0].islower() or _is_known(document, after, count))
    if not opener and bare.isalpha() and has_code(document) and not _is_prose(document.prose, bare, after):
        return False  # `net.Stream`
    return _stop_ends(document, bare, after, suspect.start, count)


def _is_prose(prose: str, bare: str, after: str) -> bool:
    """Whether two words of an article with code are no identifier: the first is inflected, or the second begins a sentence elsewhere."""
    return (len(bare) > 3 and bare.endswith(_INFLECTED)) or f". {after} " in prose or f"\n{after} " in prose


def _stop_ends(document: Document, bare: str, after: str, start: int, count: int) -> bool:
    """Whether the full stop after `bare` ends a sentence, with the capitalised `after` right behind it."""
    lowered, opener = bare.lower(), _is_opener(after)
    if lowered in TITLES:
        return False
    if _AMOUNT.fullmatch(bare):
        block = document.block_at(start)
        if block is None or start == block.start or document.prose[start - 1] == "\n":
            return False  # an item's number
        return opener or after.lower() in TITLES or (len(after) > 2 and not after.isupper())
    if lowered in ABBREVIATIONS or _INITIALISM.fullmatch(bare):
        return opener
    letters = bare.replace("-", "").replace("’", "").replace("'", "")
    if not letters.isalnum() or "." in bare:
        return False
    if len(letters) == 1:
        return opener and len(after) > 1 and document.prose[start - 1 : start] == " "
    if bare.islower():
        return letters.isalpha() and len(letters) > 1 and not (after.isupper() and len(after) > 1 and len(bare) < 3)
    if bare[0].islower() and "-" not in bare:
        return opener  # eBay, iPhone, or camelCase
    if bare.isupper() and after.isupper() and len(after) > 1:
        return False  # a ticker: `FGL.AX`
    return opener or _is_known(document, after, count)


def _is_pronoun_or_article(prose: str, suspect: _Suspect) -> bool:
    """Whether a single letter is the word `I` or `A`, with a word after it that may follow it."""
    after, tail = suspect.after, suspect.tail
    if after not in "IA" or tail[:1] not in " ’'":
        return False
    follower = _AFTER.match(prose, suspect.end + 1)
    if follower is None or follower[0] in _NOT_AFTER_I:
        return False
    return after == "I" or (follower[0] not in _NOT_AFTER_A and (follower[0].islower() or suspect.before.islower()))


def _is_opener(after: str) -> bool:
    return after.lower().partition("’")[0].partition("'")[0] in STARTERS


def _is_known(document: Document, after: str, count: int) -> bool:
    """Whether `after` is a word of its own: the article has it elsewhere, or it is a common word or name."""
    words = document.words
    if len(words.indices(after)) + len(words.indices(f"{after}’s")) + len(words.indices(f"{after}'s")) > count:
        return True
    from newslint import lexicon

    key = after.lower().partition("-")[0].partition("’")[0].partition("'")[0]
    return any("" < tier <= _RAREST for tier in (lexicon.frequency(key), lexicon.capitalised_frequency(key)))

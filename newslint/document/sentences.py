"""Where sentences start: a small rule set with a list of abbreviations, asked about single places.

Nothing is computed for a document until a check asks, and then only around the place in question. The rules
never take an abbreviation's full stop for the end of a sentence unless the next word is one that likes to
open sentences (`The`, `But`, `He` ...), after Kiss & Strunk, "Unsupervised multilingual sentence boundary
detection" (2006). Offsets are code points of `Document.prose`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.document.model import Document

NO, MAYBE, SURE = 0, 1, 2
"""How certain it is that a sentence starts: it does not; a capital there proves nothing; it does."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    "mr mrs ms messrs mmes dr drs prof profs rev revd hon sen sens rep reps gov govs gen lt col maj capt cmdr cpl sgt "
    "pte pvt adm brig cdr supt insp det const pres fr sr st mt ft atty amb sec treas asst assoc msgr mgr"
)
"""Abbreviated titles and name parts, lower case, without stop: a name follows them."""

MONTHS = _words("jan feb mar apr jun jul aug sep sept oct nov dec")
"""Abbreviated months, lower case, without stop."""

ABBREVIATIONS = (
    TITLES
    | MONTHS
    | _words(
        "mon tue tues wed thu thur thurs fri sat sun inc co corp cos ltd plc pty bros llc gmbh jr esq no nos nr vs etc al ie eg "
        "approx esp grad grads dept est fig figs vol vols pp ed eds ca cf min max hr hrs ave blvd rd bldg univ dist intl govt natl "
        "assn mfg ext tel incl excl ref viz resp cit op ibid trans repr ala ariz ark calif colo conn del fla ga ill "
        "ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo oz lb lbs "
        "kg km cm mm mg ml hp mph kph sq ch chap sect para paras lit misc ex dep calc orig"
    )
)
"""Words that carry a stop of their own, lower case, without it."""

_WORDS_TOO = _words(
    "rev hon sen gen col maj pres fr mar jun sat sun wed fig ed miss mass ill ore wash ind la mo pa no del art "
    "mon ma"
)
"""Abbreviations that are words when they stand in lower case."""

_NUMBERED = MONTHS | _words("no nos nr p pp fig figs vol vols ch chap art sect sec para paras")

STARTERS = _words(
    "a after all also although an and another any as at because before both but by despite each even every few for "
    "from had has have he her here his how however i if in instead is it its just last later many meanwhile more "
    "most much my no nobody none not nothing now of on once one only or other our over people perhaps several she "
    "since so some sometimes soon still such that the their then there these they this those though through to today "
    "under until we what when where whether which while who why with without yes yet you your"
)
"""Words that open sentences far more often than they follow an abbreviation, lower case."""

SUBJECTS = _words(
    "a an another each every he here her his i it its many my no nobody nothing our she some that the their there these "
    "they this those we what who why how you your if although because unless whenever whether"
)
"""Words that begin a clause, lower case: after a finished sentence hardly anything but a new one starts with them."""

_OPENERS = "\"“”„‘’'«»([{¿¡*_"
_PURE_OPENERS = "“„‘«([{¿¡"
_CLOSERS = "\"“”’'»)]}"
_BULLETS = "•·‣◦▪■●–—-*+>#|→"
_LABEL_LIMIT = 48
_TOKEN_LIMIT = 40
_TOKEN = r"[^\s\"“”„‘«»()\[\]{}¿¡*—–/]+$"
_ENUMERATOR = r"\(?(?:\d{1,3}|[ivxIVX]{1,5}|[A-Za-z])[.)]"
_LABEL = r"([^\W_](?:[^\n:;!?,]{0,46}[^\s:;!?,])?:)\s{1,3}[\"“‘'(]?([^\W\d_])"
_NAME_PARTS = ("of", "the", "de", "von", "van", "al", "bin", "and")
_DATELINE = r"[^\W\d_a-z]{2}[^\n—–a-z]{0,40}(?:\([^)\n]{1,30}\)|[^\n—–]{0,30})[^\S\n]{0,2}(?:—|–|--|-)"
_DOTTED = r"(?<![^\W\d_])(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}$"
_ORDINAL = r"\d{1,3}(?:ro|ra|do|da|to|ta|vo|va|er|o|a)"
_STOP_LOWER = r"\. (?=[^\W\d_A-Z])"
_INNER_STOP = r"(?:[.!?]{1,6}|…)[\"“”’'»)\]}]{0,4}(?:\[\d+\])?\s+"


def is_sentence_start(document: Document, offset: int) -> bool:
    """Whether a capital at `offset` may be owed to what starts there, so that it says nothing of the word.

    `offset` is the prose offset of a word's first code point. True at the start of a sentence, block, table
    cell, speaker's turn, list item, quotation that a comma or colon introduces, and after a colon.
    """
    return certainty(document, offset) != NO


def is_surely_sentence_start(document: Document, offset: int) -> bool:
    """Whether a sentence certainly starts with the word at prose offset `offset`, so that it needs a capital."""
    return certainty(document, offset) == SURE


def certainty(document: Document, offset: int) -> int:
    """How certain it is that a sentence starts at prose offset `offset`: `NO`, `MAYBE` or `SURE`."""
    prose = document.prose
    block = document.blocks[document.block_index(offset)] if document.blocks else None
    floor = block.start if block is not None and block.start <= offset <= block.end else 0
    place = offset
    while place > floor and prose[place - 1] in _OPENERS:
        place -= 1
    opened = place < offset
    before = place
    while before > floor and prose[before - 1].isspace():
        before -= 1
    if before == floor:
        return SURE if block is not None and block.kind in ("paragraph", "quotation") else MAYBE
    last = prose[before - 1]
    if last in _CLOSERS and before == place:
        return NO  # glued to a closing mark: `(re)build`
    if last in _PURE_OPENERS and before < place:
        return MAYBE  # a quotation mark apart from its word
    if last in ":":
        return _after_colon(document, floor, before - 1, opened)
    if last in ",;" or last.isalnum():
        return MAYBE if opened else NO
    if before - floor <= 4 and all(sign in _BULLETS or sign.isspace() for sign in prose[floor:before]):
        return SURE if last != "|" else MAYBE
    if last == "|":
        return MAYBE
    if last in "—–-":
        dateline = re.compile(_DATELINE).match(prose, floor, floor + 90)
        return SURE if dateline is not None and dateline.end() == before and before < place else NO
    if last == "\ufffc":
        return MAYBE if before - floor <= 1 or opened else NO
    return _after_stop(document, floor, before, place, offset)


def _after_colon(document: Document, floor: int, colon: int, opened: bool) -> int:
    """A colon: what follows a speaker's label at the start of a block is a turn, and so a sentence."""
    prose = document.prose
    if colon - floor <= _LABEL_LIMIT and is_speaker_label(document, prose[floor : colon + 1]):
        return SURE
    return MAYBE


def is_speaker_label(document: Document, label: str) -> bool:
    """Whether `label` (with its colon) looks like a speaker's name and opens two blocks of the article or more."""
    return len(speaker_turns(document).get(label, "")) > 1


def speaker_turns(document: Document) -> dict[str, str]:
    """For each label (with its colon) that opens a block, the first letters of the turns behind it, in order."""
    turns: dict[str, str] | None = document.memo.get("sentences.turns")
    if turns is None:
        turns = document.memo["sentences.turns"] = {}
        for block in document.blocks:
            match = re.compile(_LABEL).match(document.prose, block.start, block.end)
            if match and all(word[0].isupper() or word in _NAME_PARTS for word in match[1].split()):
                turns[match[1]] = turns.get(match[1], "") + match[2]
    return turns


def _after_stop(document: Document, floor: int, before: int, place: int, offset: int) -> int:
    """What `prose[before - 1]`, a full stop or a mark that closes after one, makes of the word at `offset`."""
    prose = document.prose
    spaced = before < place
    stop = before
    if prose[stop - 1] == "]":  # a footnote's number after the stop
        bracket = prose.rfind("[", max(floor, stop - 6), stop)
        if bracket > floor and prose[bracket + 1 : stop - 1].isdigit():
            stop = bracket
    while stop > floor and prose[stop - 1] in _CLOSERS:
        stop -= 1
    closers = prose[stop:before]
    if stop == floor:
        return MAYBE
    mark = prose[stop - 1]
    if mark not in ".!?…":
        return MAYBE if place < offset and spaced else NO
    capital = not prose[offset].islower()
    if mark == "…" or prose[max(floor, stop - 2) : stop] == "..":
        return MAYBE
    if mark in "!?":
        if closers and not capital:
            return MAYBE  # `"Why?" he asked`
        if mark == "!" and not capital and _token(prose, floor, stop - 1)[:1].isupper():
            return MAYBE  # a name with an exclamation mark
        return SURE if spaced or capital else MAYBE
    return _after_full_stop(document, floor, stop - 1, place < offset or bool(closers), spaced, offset)


def _after_full_stop(document: Document, floor: int, stop: int, marked: bool, spaced: bool, offset: int) -> int:
    """What the full stop at `stop` makes of the word at `offset`; `marked`: quotation marks or brackets between."""
    prose = document.prose
    token = _token(prose, floor, stop)
    start = stop - len(token)
    capital = not prose[offset].islower()
    if start == floor and re.compile(_ENUMERATOR).fullmatch(prose, start, stop + 1):
        return MAYBE  # `1. First`
    if not token or token[-1] == "\ufffc":
        return _after_no_word(prose, stop, not marked and spaced, offset)
    if token[-1] == "…" or (not capital and re.compile(_ORDINAL).fullmatch(token)):
        return MAYBE
    if not capital and marked and token.isupper() and len(token) < 3:
        return MAYBE  # `(EE. UU.) and`
    if prose[start - 1 : start] == "(" and marked and re.compile(_ENUMERATOR).fullmatch(prose, start, stop + 1):
        return MAYBE  # `(ii.) the reports`
    if not spaced and not marked:
        # glued: a missing space between two sentences, or a name with a stop inside
        return MAYBE if len(token) > 1 and prose[offset].isupper() else NO
    lowered = token.lower()
    bare = lowered.rstrip(".")
    following = following_word(prose, offset)
    if bare in TITLES and not marked and not (token.islower() and bare in _WORDS_TOO):
        return MAYBE if bare in ("st", "sr", "sec") and following.lower() in STARTERS and capital else NO
    if token.islower() and bare in _WORDS_TOO and not (bare == "no" and following[:1].isdigit()):
        return SURE
    if (len(token) == 1 and token.isalpha()) or re.compile(_DOTTED).search(token) or bare in ABBREVIATIONS:
        if bare in _NUMBERED and following[:1].isdigit():
            return NO
        if not capital:
            return NO
        if bare == "no" and prose[max(floor, start - 2) : start].strip(" \n") in ("", ".", "“", '"'):
            return SURE
        return SURE if following.lower() in STARTERS or marked else NO
    if not capital and token.isupper() and len(token) < 4 and following not in STARTERS and not following.endswith("ly"):
        return MAYBE  # a product's name, as in `ID. models`
    if not capital and following not in SUBJECTS and (is_own_abbreviation(document, token) or (len(token) == 2 and token.istitle())):
        return NO  # `Ae. aegypti`
    return SURE


def _after_no_word(prose: str, stop: int, plain: bool, offset: int) -> int:
    """The same where no word stands before the stop, but a closing bracket or mark, or what is not prose."""
    if not plain or prose[stop - 1] not in _CLOSERS + "\ufffc":
        return MAYBE
    # in technical prose a name with a stop in it may have been cut: `.lib`, `Node.`
    is_start = prose[stop - 1] != "\ufffc" or not prose[offset].islower() or following_word(prose, offset) in STARTERS
    return SURE if is_start else MAYBE


def is_own_abbreviation(document: Document, token: str) -> bool:
    """Whether `token` with a full stop looks abbreviated: no vowel, or lower case follows it twice in the article."""
    if len(token) <= 5 and token.isalpha() and not token.isupper() and not set(token.lower()) & set("aeiouy"):
        return True
    before_lower: Counter[str] | None = document.memo.get("sentences.before_lower")
    if before_lower is None:
        prose = document.prose
        before_lower = Counter(_token(prose, 0, match.start()) for match in re.compile(_STOP_LOWER).finditer(prose))
        document.memo["sentences.before_lower"] = before_lower
    return before_lower[token] > 1


def _token(prose: str, floor: int, end: int) -> str:
    """The run of code points without white space, quotation marks and brackets that ends at `end`."""
    token = re.compile(_TOKEN).search(prose, max(floor, end - _TOKEN_LIMIT), end)
    return token[0].lstrip("'’") if token else ""


def following_word(prose: str, offset: int) -> str:
    """The run of letters and digits that starts at `offset`."""
    end = offset
    limit = min(len(prose), offset + _TOKEN_LIMIT)
    while end < limit and prose[end].isalnum():
        end += 1
    return prose[offset:end]


def sentence_span(document: Document, offset: int) -> tuple[int, int]:
    """Start and end of the sentence that holds a prose offset; a sentence never crosses a block."""
    if not document.blocks:
        return 0, len(document.prose)
    index = document.block_index(offset)
    spans: dict[int, list[int]] = document.memo.setdefault("sentences.starts", {})
    starts = spans.get(index)
    if starts is None:
        starts = spans[index] = sentence_starts(document, index)
    block = document.blocks[index]
    position = bisect_right(starts, offset) - 1
    end = starts[position + 1] if position + 1 < len(starts) else block.end
    start = starts[max(position, 0)]
    while end > start and document.prose[end - 1].isspace():
        end -= 1
    return start, end


def sentence_starts(document: Document, index: int) -> list[int]:
    """The prose offsets at which the sentences of block `index` start, ascending; the first is the block's own."""
    prose, block = document.prose, document.blocks[index]
    starts = [block.start]
    for match in re.compile(_INNER_STOP).finditer(prose, block.start, block.end):
        place = word = match.end()
        while word < block.end and prose[word] in _OPENERS:
            word += 1
        if word < block.end and certainty(document, word) == SURE:
            starts.append(place)
    return starts

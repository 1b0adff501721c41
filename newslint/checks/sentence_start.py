"""A sentence, paragraph or speaker's turn that starts in lower case: `. his administration`, `Editor: what`.

After a full stop the word before must be no abbreviation; after `?` and `!` it may be part of a name, or a
speech tag may follow. A paragraph must end like a sentence, and so must the one before it, unless that is a
heading. Names that are written in lower case (`iPhone`, `al-Assad`, `von der Leyen`) and texts that avoid
capitals on purpose are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.document.model import OPAQUE
from newslint.document.quotations import quotation_at
from newslint.document.sentences import (
    ABBREVIATIONS,
    STARTERS,
    SURE,
    certainty,
    is_speaker_label,
    sentence_span,
    speaker_turns,
)
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from newslint.document import Document
    from newslint.document.model import Block

DEFAULTS: dict[str, Any] = {
    "exceptions": "adidas amfar danah deadmau5 thyssenkrupp lululemon doi com org net gov http https www".split(" "),
}

_TAIL = r"(?<=\S.)(?=[\"”’')\]]{0,3}[^\S\n]{0,3}\n?[ ]{0,3}[\"“‘']{0,2}[^\W\d_A-Z])(?!\w)"
_STOPS = tuple((mark, LatePattern(rf"\{mark}{_TAIL}")) for mark in ".?!")
_OPENING = LatePattern(r"[\"”’')\]]{0,3}\s{0,6}[\"“‘']{0,2}")
_PARAGRAPH = LatePattern(r"\n\n(?=[\"“‘']?[^\W\d_A-Z])")
_TURN = LatePattern(r":(?=[^\S\n]{1,3}[\"“]?[^\W\d_A-Z])")
_CAPITAL_START = LatePattern(r"[.!?] [\"“]?[A-Z]")
_WORD = LatePattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PARTICLES = frozenset("al el von van de del della di da dos du den der bin bint ibn ben le la ter ten zu".split(" "))
_SPEECH = frozenset("said says asked asks wondered thought wrote replied added cried ran goes".split(" "))
_JOINING = frozenset("and or but nor which with when are is was were has have as to in for from of on at".split(" "))
_SERIES = frozenset(("and", "or", "but", "nor"))
_QUOTES = "\"”’'"
_ITEM_NUMBER = LatePattern(r"(?:^|\s)\d{1,2}$")
_ENDS = ".!?…”\"’)"
_DISPLAY = LatePattern(r"(?i)!\[|```|~~~|\{\{|<(?:img|pre|code|fig|iframe|table|video|svg)")
_CODE = frozenset("_/\\=<>(){}[]@#\ufffc")


def prepare(settings: Mapping[str, Any]) -> frozenset[str]:
    """The words that may start a sentence in lower case."""
    return frozenset(word.lower() for word in settings["exceptions"])


def check(document: Document, settings: frozenset[str]) -> Iterator[Hit]:
    """Hits on the word; the fix capitalises it."""
    prose = document.prose
    found: dict[int, re.Match[str]] = {}
    for mark, stop in _STOPS:
        if mark not in prose:
            continue
        for match in stop.finditer(prose):
            opening = _OPENING.match(prose, match.end())
            place = opening.end() if opening else match.end()
            word = _word_at(prose, place, settings)
            if word and _follows_sentence(document, match.start(), word) and _is_word(document, word):
                found[place] = word
    turns = [
        word
        for match in _TURN.finditer(prose)
        if (word := _turn_start(document, match.start(), settings)) and _is_word(document, word)
    ]
    starts = _paragraph_starts(document, settings)
    if len(found) > 2 and len(found) * 2 > _capital_starts(prose):
        return
    for word in sorted([*found.values(), *turns, *starts], key=lambda match: match.start()):
        text = word[0]
        capital = text[0].upper() + text[1:]
        yield Hit(
            word.start(),
            word.end(),
            arguments=(capital,),
            suggestions=(capital,),
            edits=(Edit(word.start(), word.start() + 1, capital[0]),),
        )


def _word_at(prose: str, place: int, exceptions: frozenset[str]) -> re.Match[str] | None:
    """The lower-case word at `place`, unless it is a name, an abbreviation or code."""
    word = _WORD.match(prose, place)
    if word is None:
        return None
    text, after = word[0], prose[word.end() : word.end() + 2]
    if not text[0].islower() or text.lower() in exceptions or text[0].upper() == text[0]:
        return None
    if any(map(str.isupper, text)) and not text[-1:].islower():
        return None
    head = text.partition("-")[0]
    if any(map(str.isupper, head)) or (head in _PARTICLES and (head != text or after[1:].isupper())):
        return None
    if after[:1] in _CODE or after[:1] == ":" or after[:1].isalnum() or after == "::" or (after[:1] in ".-&" and after[1:].isalnum()):
        return None
    if after[:1] in (".", "…") and (len(text) == 1 or text in ABBREVIATIONS):
        return None
    if len(text) == 1 and text not in "ai":
        return None
    return word


def _follows_sentence(document: Document, stop: int, word: re.Match[str]) -> bool:
    """Whether the mark at `stop` certainly ends a sentence before the lower-case `word`."""
    prose = document.prose
    if prose[stop - 1] == OPAQUE or certainty(document, word.start()) != SURE:
        return False
    block = document.block_at(word.start())
    if block is None or block.kind == "table-cell" or stop < block.start:
        return False
    if _crosses_markup(document, stop, word.start()):
        return False  # the mark may belong to a linked or emphasised title
    spoken = word[0] in _SPEECH or _next_word(prose, word.end()) in _SPEECH
    if prose[stop] == ".":
        if prose[stop + 1] in _QUOTES:
            return not spoken and word[0] not in _JOINING and (word[0] in STARTERS or _quotes_sentence(document, stop))
        return not _is_listed(prose, stop)
    if spoken or word[0] in _SERIES:
        return False
    start = stop
    while start > block.start and not prose[start - 1].isspace():
        start -= 1
    if prose[start].isupper() and start > block.start:
        return False  # a name or title that ends with the mark
    end = sentence_span(document, word.start())[1]
    return not (prose[end - 1 : end] == prose[stop] and end - word.start() < 40)


def _crosses_markup(document: Document, stop: int, start: int) -> bool:
    """Whether markup stands between the end mark at `stop` and the word at `start`."""
    offsets = document.offsets
    between = document.source.text[offsets.to_source(stop, stop + 1)[1] : offsets.to_source(start, start + 1)[0]]
    return bool(between.strip("\"“”‘’') \t\r\n>\xa0"))


def _quotes_sentence(document: Document, stop: int) -> bool:
    """Whether the quotation that closes after the stop is a sentence of its own, and not a title inside one."""
    prose = document.prose
    quotation = quotation_at(document, stop)
    before = prose[max(0, quotation[0] - 2) : quotation[0]].rstrip() if quotation else ""
    return not before or not before[-1].isalnum()


def _is_word(document: Document, word: re.Match[str]) -> bool:
    """Whether the word is one that takes a capital there: no handle, no product's name in lower case, no quoted phrase."""
    prose, start = document.prose, word.start()
    if start and prose[start - 1] in "\"“‘'":
        begin, end = quotation_at(document, start) or (0, 0)
        if end and not _is_speech(prose, begin, end):
            return False
    text = word[0]
    words = document.words
    again = len(words.indices(text)) > 1
    if "-" in text and again:
        return False
    if OPAQUE not in prose and not again:
        return True
    from newslint import lexicon

    if "-" in text:
        return all(map(lexicon.is_known_lower, text.lower().split("-")))
    lowered = text.lower().replace("’", "'")
    if lexicon.is_known_lower(lowered) or lexicon.forms_of(lexicon.base_of(lowered)):
        return True
    return text[0].upper() + text[1:] in words.distinct or lexicon.base_of(text).capitalize() in words.distinct


def _is_speech(prose: str, begin: int, end: int) -> bool:
    """Whether the quotation `begin:end` is a sentence or speech, and not a quoted phrase."""
    last = prose[end - 2]
    if last == ",":
        return prose.count(" ", begin, end) > 3 or not _SPEECH.isdisjoint(_WORD.findall(prose[end : end + 40]))
    return last in ".!?…-—–" or end == len(prose) or prose.startswith("\n\n", end)


def _is_listed(prose: str, stop: int) -> bool:
    """Whether the full stop belongs to an item's number (`2. lower case`)."""
    return _ITEM_NUMBER.search(prose, max(0, stop - 3), stop) is not None


def _next_word(prose: str, place: int) -> str:
    match = _WORD.match(prose, place + 1)
    return match[0] if match else ""


def _capital_starts(prose: str) -> int:
    """How many sentences inside blocks start with a capital, roughly."""
    return len(_CAPITAL_START.findall(prose))


def _turn_start(document: Document, colon: int, exceptions: frozenset[str]) -> re.Match[str] | None:
    """The lower-case word that starts a speaker's turn after the label that ends at `colon`."""
    block = document.block_at(colon)
    prose = document.prose
    if block is None or block.kind not in ("paragraph", "quotation") or colon - block.start > 48:
        return None
    label = prose[block.start : colon + 1]
    if not is_speaker_label(document, label) or prose[block.end - 1] not in _ENDS:
        return None
    opening = _OPENING.match(prose, colon + 1)
    word = _word_at(prose, opening.end() if opening else colon + 1, exceptions)
    if word is None or len(prose[word.start() : block.end].split(None, 4)) < 4:
        return None
    turns = speaker_turns(document)[label]
    capitals = sum(map(str.isupper, turns))
    return word if capitals * 3 >= len(turns) * 2 else None


def _paragraph_starts(document: Document, exceptions: frozenset[str]) -> list[re.Match[str]]:
    """The words that start paragraphs in lower case, where the others start with capitals."""
    prose, blocks = document.prose, document.blocks
    if not blocks:
        return []
    places = [0] if prose[:2].lstrip("\"“‘'")[:1].islower() else []
    places += [match.end() for match in _PARAGRAPH.finditer(prose)]
    if not places:
        return []
    starts = []
    lower = 0
    for place in places:
        index = document.block_index(place)
        block = blocks[index]
        if block.start != place or block.kind != "paragraph" or not _is_sentence(prose, block):
            continue
        lower += 1
        word = _word_at(prose, place + (not prose[place].isalpha()), exceptions)
        if word is None or not _is_word(document, word):
            continue
        if block.role in (None, "body", "speaker-turn") and (index == 0 or _ends_before(document, index)):
            starts.append(word)
    if not starts:
        return []
    capitals = sum(1 for block in blocks if block.kind == "paragraph" and _starts_capital(prose, block))
    elsewhere = _capital_starts(prose)
    is_lone = lower == 1 and elsewhere > 2  # a text of one paragraph is judged by its sentences
    return starts if capitals + elsewhere >= 3 * lower and (capitals >= lower or is_lone) else []


def _is_sentence(prose: str, block: Block) -> bool:
    """Whether a paragraph reads as one sentence or more: it has an end mark and five words."""
    return prose[block.end - 1] in _ENDS and len(prose[block.start : block.end].split(None, 5)) > 4


def _starts_capital(prose: str, block: Block) -> bool:
    return prose[block.start : block.start + 2].lstrip("\"“‘'(")[:1].isupper() and _is_sentence(prose, block)


def _ends_before(document: Document, index: int) -> bool:
    """Whether the block before block `index` is a heading or has ended, and nothing stands between the two."""
    before, block, prose = document.blocks[index - 1], document.blocks[index], document.prose
    text = prose[before.start : before.end]
    finished = text[-1] in _ENDS and not text.endswith(("...", "…"))
    if before.kind == "paragraph":
        title = len(text) < 60 and not text[0].islower() and text[-1] not in ",:;.—–-…\ufffc" and "\n" not in text
        finished = finished or title
    elif before.kind == "heading":
        finished = True
    elif before.kind != "list-item":
        return False
    if not finished:
        return False
    start = document.offsets.to_source(before.end - 1, before.end)[1]
    end = document.offsets.to_source(block.start, block.start + 1)[0]
    between = document.source.text[start:end]
    return len(between) < 2000 and not document.is_opaque(start, end) and not _DISPLAY.search(between)

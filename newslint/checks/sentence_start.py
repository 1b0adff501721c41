"""A sentence, paragraph or speaker's turn that starts in lower case: `. his administration`, `Editor: what`.

After a full stop the word before must be no abbreviation; after `?` and `!` it may be part of a name, or a
speech tag may follow. Where markup, code or a bracket stands before the word, more depends on the word itself (see
`_opening_words`), and what a paragraph takes is said in `_paragraph_starts`. Names that are written in lower case
(`iPhone`, `al-Assad`, `von der Leyen`) and texts that avoid capitals on purpose are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.checks._opening_words import (
    SPEECH,
    begins_clause,
    begins_question,
    is_ordinary,
    next_end,
    next_word,
    opens_long_phrase,
    reports_clause,
    stands_alone,
    starts_note,
    word_at,
)
from newslint.checks._paragraph_starts import capital_starts, paragraph_starts
from newslint.document.model import OPAQUE
from newslint.document.sentences import (
    MAYBE,
    NO,
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
_TURN = LatePattern(r":(?=[^\S\n]{1,3}[\"“]?[^\W\d_A-Z])")
_NO_MARKUP = LatePattern(r"[\"“”‘’')>]|&[#\w]{1,12};")
_JOINING = frozenset("and or but nor which with when are is was were has have as to in for from of on at".split(" "))
_GOING_ON = frozenset("and or but nor which with are is was were has have".split(" "))
_REFERENCE_WORDS = 4
_PRONOUNS = frozenset("i we you he she it they there this".split(" "))
_EXCLAIMED = frozenset("Yahoo Jeopardy Wham Oklahoma Joomla Mia Oliver Dolly Airplane Jackpot Panic Shazam".split(" "))
_SERIES = frozenset(("and", "or", "but", "nor"))
_QUOTES = {'"': '"', "”": "“", "’": "‘", "'": "'"}
_LONGEST_ITEM = 500
_CLOSERS = "\"”’')]"
_ITEM_NUMBER = LatePattern(r"(?:^|\s)(\d{1,2})$")
_NO_SPEAKERS = frozenset("note: notes: warning: tip: important: caution: example: update: explanation: hint: goals: details:".split(" "))
_LONGEST_LABEL = 48
_ENDS = ".!?…”\"’)"


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
            word = word_at(prose, place, settings)
            if word and _follows_sentence(document, match.start(), word) and is_ordinary(document, word):
                found[place] = word
    turns = [
        word
        for match in _TURN.finditer(prose)
        if (word := _turn_start(document, match.start(), settings)) and is_ordinary(document, word)
    ]
    starts = paragraph_starts(document, settings)
    if len(found) > 2:
        _drop_avoiders(document, found)
    if len(found) > 2 and len(found) * 2 > capital_starts(prose):
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


def _drop_avoiders(document: Document, found: dict[int, re.Match[str]]) -> None:
    """Take away what stands in blocks that write their sentences in lower case."""
    by_block: dict[int, list[int]] = {}
    for place in found:
        by_block.setdefault(document.block_index(place), []).append(place)
    for index, places in by_block.items():
        block = document.blocks[index]
        if len(places) > 2 and len(places) > capital_starts(document.prose[block.start : block.end]):
            for place in places:
                del found[place]


def _follows_sentence(document: Document, stop: int, word: re.Match[str]) -> bool:
    """Whether the mark at `stop` certainly ends a sentence before the lower-case `word`."""
    prose, start = document.prose, word.start()
    block = document.block_at(start)
    if block is None or block.kind == "table-cell" or stop < block.start:
        return False
    known = certainty(document, start)
    if known == NO or (prose[block.start].islower() and starts_note(prose, block.start)):
        return False  # inside a sentence, or in a note that is written without capitals
    is_clause = begins_clause(prose, word)
    if known != SURE and not (known == MAYBE and _is_sure_at_last(document, block, stop, is_clause)):
        return False
    if prose[stop - 1] == OPAQUE and not is_clause and word[0] in _GOING_ON:
        return False
    if prose[word.end() : word.end() + 1] in tuple(".!?") and prose.count(" ", sentence_span(document, stop)[0], stop) < 2:
        return False  # a phrase that is spelt out. word. by. word.
    if not _markup_allows(document, stop, word, is_clause):
        return False
    if prose[stop] == ".":
        if prose[stop + 1] in _QUOTES:
            if _is_tag(prose, word):
                return False
            if word[0] in _JOINING and word[0] != "but":
                return opens_long_phrase(prose, word)
            return (word[0] in STARTERS and word[0] != "but") or _quotes_sentence(prose, block, stop)
        return not _is_listed(prose, block, stop)
    return not _is_tag(prose, word) and _follows_mark(document, block, stop, word, is_clause)


def _is_sure_at_last(document: Document, block: Block, stop: int, is_clause: bool) -> bool:
    """Whether what stands before the mark dispels the doubt that `certainty` has: code, or no name that ends with `!`."""
    prose = document.prose
    if prose[stop - 1] == OPAQUE:
        return True
    return is_clause and prose[stop + 1].isspace() and (_is_exclamation(prose, block, stop) or _is_outside(document, stop))


def _is_outside(document: Document, stop: int) -> bool:
    """Whether markup ends between the mark at `stop` and what stands before it."""
    return document.prose[stop] in tuple("!?") and not document.offsets.is_exact(stop - 1, stop + 1)


def _follows_mark(document: Document, block: Block, stop: int, word: re.Match[str], is_clause: bool) -> bool:
    """The same for `?` and `!`, which may belong to a name or to one of several short questions in a row."""
    prose = document.prose
    if prose[stop - 1] in tuple("?! \n") and prose[stop - 2 : stop].strip("?!").isspace():
        return False  # a sign by itself: `the ?? operator`
    asks = begins_question(prose, word)
    if (word[0] in _SERIES and not asks and not _adds(prose, block, stop, word)) or _in_series(document, stop, word):
        return False
    start = stop
    while start > block.start and not prose[start - 1].isspace():
        start -= 1
    is_name = prose[start].isupper() and start > block.start and not _is_outside(document, stop)
    if is_name and not (is_clause and (prose[stop] == "?" or _is_exclamation(prose, block, stop))):
        return False  # a name or title that ends with the mark
    end = sentence_span(document, word.start())[1]
    closing = prose[word.start() : end].rstrip(_CLOSERS)
    return asks or not (closing[-1:] == prose[stop] and len(closing) < 40)


def _adds(prose: str, block: Block, stop: int, word: re.Match[str]) -> bool:
    """Whether `and` or `but` begins what is added: a clause after a `!` (`but we`), or anything after a word that ends no name."""
    last_word = prose[block.start : stop].rpartition(" ")[2]
    if block.kind == "paragraph" and word[0] in ("and", "but") and last_word.islower() and last_word.isalpha():
        return True
    return prose[stop] == "!" and next_word(prose, word.end()) in ("i", "I", "we", "you", "he", "she", "it", "they")


def _in_series(document: Document, stop: int, word: re.Match[str]) -> bool:
    """Whether the questions before and after stand in a series in lower case: `what is it? what does it do?`."""
    prose = document.prose
    end = sentence_span(document, word.start())[1]
    if next_end(prose, word.end()) != prose[stop] and word[0] not in _SERIES:
        return False
    start = sentence_span(document, stop)[0]
    signs = [": ", ' "', " “", " ‘"] + [" ("] * (prose.rfind("(", start, stop) > prose.rfind(")", start, stop))
    start = max(start, *(place + 2 for sign in signs if (place := prose.rfind(sign, start, stop)) >= 0), 0)
    return prose[start : start + 2].lstrip("\"“‘'(")[:1].islower() or prose[end : end + 2].strip()[:1].islower()


def _is_exclamation(prose: str, block: Block, stop: int) -> bool:
    """Whether the mark at `stop` is a `!` that ends a sentence of one word: `Hello!`."""
    if prose[stop] != "!" or not prose[stop + 1].isspace():
        return False
    start = stop
    while start > block.start and prose[start - 1].isalpha():
        start -= 1
    if prose[stop + 2 :].partition(" ")[0] in _PRONOUNS and prose[start:stop] not in _EXCLAIMED and prose.count(prose[start : stop + 1]) == 1:
        return True  # `Thanks to the Council! we`
    return start == block.start or prose[start - 2 : start].rstrip()[-1:] in tuple(".!?")


def _is_tag(prose: str, word: re.Match[str]) -> bool:
    """Whether the word starts a speech tag: `she said`, `says the minister`."""
    return word[0] in SPEECH or (next_word(prose, word.end()) in SPEECH and not reports_clause(prose, word))


def _markup_allows(document: Document, stop: int, word: re.Match[str], is_clause: bool) -> bool:
    """Whether the markup between the mark and the word, if any, leaves no doubt.

    Markup that closes behind the mark may hold a title that ends with it; a link of one word may be a name.
    """
    offsets, text = document.offsets, document.source.text
    start = offsets.to_source(word.start(), word.end())[0]
    between = text[offsets.to_source(stop, stop + 1)[1] : start]
    if not between.strip("\"“”‘’') \t\r\n>\xa0"):
        return True
    if document.prose[stop + 1] in tuple(")]"):
        return False
    between = _NO_MARKUP.sub("", between)
    if between[:1].isspace() or not between:
        if not between.strip() or is_clause or word[0] in STARTERS:
            return True
        return not stands_alone(document, word) and not _is_reference(document, word.start())
    sentence = sentence_span(document, stop)[0]
    opened = offsets.to_source(sentence, sentence + 1)[0]
    is_whole = text[max(0, opened - 1) : opened] in tuple("*_[>")
    if not is_clause:
        return is_whole and document.prose[stop] == "." and word[0] not in _JOINING
    return is_whole or document.prose[stop] == "." or not ("](" in between or "][" in between or "</a" in between)


def _is_reference(document: Document, start: int) -> bool:
    """Whether a link that starts at prose offset `start` is all that stands after the sentence."""
    ends: dict[int, int] | None = document.memo.get("sentence-start.links")
    if ends is None:
        ends = document.memo["sentence-start.links"] = {link.start: link.end for link in document.links}
    end = ends.get(start, 0)
    return end > 0 and document.prose[end : end + 1] in ("", "\n") and document.prose.count(" ", start, end) < _REFERENCE_WORDS


def _quotes_sentence(prose: str, block: Block, stop: int) -> bool:
    """Whether the quotation that closes after the stop is a sentence of its own, and not a title inside one."""
    opening = prose.rfind(_QUOTES[prose[stop + 1]], block.start, stop)
    before = prose[max(block.start, opening - 2) : opening].rstrip() if opening > block.start else ""
    return not before or not before[-1].isalnum()


def _is_listed(prose: str, block: Block, stop: int) -> bool:
    """Whether the full stop belongs to an item's number in a list (`2. lower case`), be it inside a sentence."""
    match = _ITEM_NUMBER.search(prose, max(block.start, stop - 3), stop)
    if match is None:
        return False
    number = int(match[1])
    if match.start(1) == block.start or prose[match.start(1) - 1] == "\n":
        return True
    if number < 2:
        return prose.find(" 2. ", stop, min(block.end, stop + _LONGEST_ITEM)) > 0
    return prose.find(f"{number - 1}. ", max(block.start, stop - _LONGEST_ITEM), match.start(1)) >= 0


def _is_conversation(document: Document, index: int) -> bool:
    """Whether the block before or after block `index` is a speaker's turn, too."""
    for block in (*document.blocks[max(0, index - 1) : index], *document.blocks[index + 1 : index + 2]):
        label, colon, _ = document.prose[block.start : min(block.end, block.start + _LONGEST_LABEL)].partition(":")
        if colon and is_speaker_label(document, label + ":"):
            return True
    return False


def _turn_start(document: Document, colon: int, exceptions: frozenset[str]) -> re.Match[str] | None:
    """The lower-case word that starts a speaker's turn after the label that ends at `colon`."""
    block = document.block_at(colon)
    prose = document.prose
    if block is None or block.kind not in ("paragraph", "quotation") or colon - block.start > _LONGEST_LABEL:
        return None
    label = prose[block.start : colon + 1]
    if not is_speaker_label(document, label) or prose[block.end - 1] not in _ENDS:
        return None
    opening = _OPENING.match(prose, colon + 1)
    word = word_at(prose, opening.end() if opening else colon + 1, exceptions)
    if word is None or len(prose[word.start() : block.end].split(None, 4)) < 4:
        return None
    turns = speaker_turns(document)[label]
    if label.lower() in _NO_SPEAKERS or not _is_conversation(document, document.block_index(colon)):
        return None
    lower = sum(map(str.islower, turns))  # more of them are a habit
    return word if lower * 5 <= len(turns) or (lower == 1 and len(turns) > 2) else None

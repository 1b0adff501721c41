"""Names of three words or more that the article itself writes with capitals elsewhere: `Tidal Barrage pilot`.

So long a name is hardly met twice by chance: one place that has it whole, inside a paragraph or list item, is enough
where the form with one word lower-cased stands once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.checks._late_patterns import LatePattern
from newslint.checks._names_of_run import FUNCTION_WORDS
from newslint.checks._words_in_place import are_side_by_side
from newslint.document.sentences import is_sentence_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.document import Document

_TITLE = LatePattern(r"[A-Z][a-z]+")
_JOINS = frozenset(("of", "for", "and"))
_BEFORE_ANY = frozenset("a an any another each every first her his its my new no our some their your".split())
"""What stands before one of many: `his Social Security number`."""
_DESCRIBES = frozenset(
    "account album app apps area blog campus card community crew event film game group leader meeting member members number "
    "page player report series show site software spokesman staff story team users version website".split()
)
"""What copy says of a named thing without a capital, whatever it is called elsewhere."""
_FEWEST_CAPITALS = 2
"""So many of a slip's words, besides the lower-cased one, have a capital that begins no sentence."""


def named_elsewhere(document: Document, index: int, proper: str) -> tuple[int, tuple[str, ...]] | None:
    """First word and right form of the name that the lower-case word at `index` is part of; None where none is known."""
    texts = document.words.texts
    if not texts[index].isalpha() or texts[index] in _DESCRIBES:
        return None
    pairs = document.words.pairs
    if not any((texts[index - 1], proper + ending) in pairs for ending in ("", "'s", "’s")):
        return None
    for first, last in _spans(document, index):
        capitals = sum(1 for place in range(first, last + 1) if _TITLE.fullmatch(texts[place]))
        if is_sentence_start(document, document.words.starts[first]):
            capitals -= 1
        if capitals < _FEWEST_CAPITALS or texts[first - 1].lower() in _BEFORE_ANY:
            continue
        wrong = " ".join(texts[first : last + 1])
        name = (*texts[first:index], proper, *texts[index + 1 : last + 1])
        if document.prose.count(wrong) == 1 and _has(document, " ".join(name)):
            return first, name
    return None


def _spans(document: Document, index: int) -> Iterator[tuple[int, int]]:
    """First and last words of the names that the word at `index` may be part of, the longest first."""
    texts = document.words.texts
    first = near = index
    while first > 0:
        if _is_title(texts[first - 1]) and are_side_by_side(document, first - 1):
            first -= 1
            near = first if near == first + 1 else near
        elif first > 1 and texts[first - 1] in _JOINS and _joins(document, first - 2):
            first -= 2
        else:
            break
    last = close = index
    while last + 1 < len(texts):
        if _TITLE.fullmatch(texts[last + 1]) and are_side_by_side(document, last):
            last += 1
            close = last if close == last - 1 else close
        elif last + 2 < len(texts) and texts[last + 1] in _JOINS and _joins(document, last):
            last += 2
        else:
            break
    spans = dict.fromkeys(((first, last), (near, last), (first, close), (near, close)))
    yield from (span for span in spans if span[0] < index)


def _is_title(word: str) -> bool:
    return bool(_TITLE.fullmatch(word)) and word.lower() not in FUNCTION_WORDS


def _joins(document: Document, index: int) -> bool:
    """Whether the word at `index`, a join and a capitalised word stand in a row."""
    texts = document.words.texts
    is_row = are_side_by_side(document, index) and are_side_by_side(document, index + 1)
    return is_row and bool(_TITLE.fullmatch(texts[index + 2]))


def _has(document: Document, name: str) -> bool:
    """Whether the article has the name whole in a paragraph or list item."""
    prose = document.prose
    place = prose.find(name)
    while place >= 0:
        block = document.block_at(place)
        if block is not None and block.kind in ("paragraph", "list-item") and _is_whole(prose, place, len(name)):
            return True
        place = prose.find(name, place + 1)
    return False


def _is_whole(prose: str, start: int, length: int) -> bool:
    after = prose[start + length : start + length + 2]
    before = prose[max(0, start - 1) : start]
    return not (before.isalnum() or after[:1].isalnum() or after[:1] == "-" or (after[:1] == " " and after[1:].isupper()))

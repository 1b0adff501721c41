"""Names before their acronym: `Kelp harvesters Union (KHU)` shows that the `h` should be a capital.

The words before the bracket are read backwards, one for each letter. Words like `of` and `the` may be one or be passed over. At
least two of the words must have a capital, inside a sentence where the slip does not stand between them, and exactly one none. A last word
of a common phrase, as in `Harbour Pilot number (HPN)`, needs three; a first word needs `the` before it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newslint.checks._late_patterns import LatePattern
from newslint.document.sentences import is_sentence_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.document import Document

_ACRONYM = LatePattern(r"\((?<=[ \n]\()(?:the |or |[“\"'‘])?([A-Z][A-Za-z&]{0,9}[A-Z])(?:['’]?s)?[”\"'’]?[),;]")
_LINKS = frozenset("a and at by de for from in of on or the to with".split())
_COMMON_LAST = frozenset(
    "account analysis area bill bulletin card code company date deficiency disease disorder event fever file form format "
    "identifier index infection interface key language line list message model number order page paper point price rate ratio "
    "record room score statement syndrome table tax test time type unit virus zone".split()
)
_LONGEST = 12
"""So many words are looked back at."""
_WINDOW = 160
"""In so many code points."""
_MOST_LINKS = 4

Spelt = tuple[int, list[int], list[int]]
"""Index of a name's first word, and the indices of its words with a capital and without, each from the last to the first."""


def lowered(document: Document) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Index of the first word of a name before its acronym, and the name as it should be."""
    prose = document.prose
    if "(" not in prose:
        return
    words = document.words
    for match in _ACRONYM.finditer(prose):
        if not _may_spell(prose[max(0, match.start() - _WINDOW) : match.start()], match[1]):
            continue
        last = bisect_left(words.starts, match.start()) - 1
        if last < 1 or words.starts[last] + len(words.texts[last]) != match.start() - 1:
            continue
        letters = "".join(filter(str.isupper, match[1])).lower()
        spelt = _spelt(words.texts, last, letters, max(0, last - _LONGEST))
        if spelt is None or len(spelt[2]) != 1 or not _is_sure(document, spelt, last):
            continue
        first, _, [wrong] = spelt
        if prose[words.starts[first] : match.start()].split() == words.texts[first : last + 1]:
            right = [*words.texts[first : last + 1]]
            right[wrong - first] = right[wrong - first].capitalize()
            yield first, tuple(right)


def _may_spell(before: str, acronym: str) -> bool:
    """Whether of the words that end a text so few as the acronym has letters (and some links) one is in lower case and begins with one.

    Spares most texts the places of their words.
    """
    letters = acronym.lower()
    near = [word.lstrip("“\"'‘(") or word for word in before.split()[-_LONGEST - 1 :]]
    spelt = near and _spelt(near, len(near) - 1, "".join(filter(str.isupper, acronym)).lower(), 0)
    return bool(spelt) and any(
        word[0] in letters and word not in _LINKS and word[0].islower() for word in before.split()[-len(letters) - _MOST_LINKS :]
    )


def _spelt(texts: Sequence[str], index: int, letters: str, least: int) -> Spelt | None:
    """How the words that end with the one at `index` spell the letters; None where they do not."""
    word = texts[index]
    rest: Spelt | None
    if word in _LINKS:
        if index > least and (rest := _spelt(texts, index - 1, letters, least)) is not None:
            return rest
        if word[0] == letters[-1] and len(letters) > 1 and index > least:
            return _spelt(texts, index - 1, letters[:-1], least)
        return None
    if word[0].lower() != letters[-1] or not word.replace("'", "").replace("’", "").isalpha():
        return None
    if len(letters) == 1:
        rest = index, [], []
    elif index > least:
        rest = _spelt(texts, index - 1, letters[:-1], least)
    else:
        rest = None
    if rest is not None:
        (rest[1] if word[0].isupper() else rest[2]).insert(0, index)
    return rest


def _is_sure(document: Document, spelt: Spelt, last: int) -> bool:
    """Whether enough capitals, none of them a sentence's, tell that the one word is a slip."""
    first, capitals, [wrong] = spelt
    texts = document.words.texts
    start = document.words.starts[first]
    block = document.block_at(start)
    if block is None or block.kind not in ("paragraph", "list-item") or not texts[wrong].islower():
        return False
    if first < wrong < last:  # a capital on both sides
        return len(capitals) > 1
    proper = len(capitals) - (first == capitals[-1] and is_sentence_start(document, start))
    if wrong == first:
        return proper > 1 and first > 0 and texts[first - 1] in ("the", "The")
    return proper > (2 if texts[wrong] in _COMMON_LAST else 1)

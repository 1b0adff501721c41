"""What tells that an unknown word, which a known one would explain, was yet written on purpose.

Names of programs and accounts, terms of an art, words of another language, and coinages look like misspellings.
The place gives them away (a list of names, `— centril`, a word in brackets after a name), the neighbours do
(`hanky panky`, `log de la`), or the shape: no finger adds a letter in front (`mtime`), or two at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint import lexicon
from newslint.checks._late_patterns import LatePattern
from newslint.checks._words_in_place import word_after, word_before
from newslint.lexicon.channel import NEIGHBOURS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.document import Document

_FOREIGN = frozenset("la el los las del des les une und der das et il della degli di y en al para por con que lo de du von van zu".split())
"""Words of grammar of other languages: what stands beside one in lower case is of that language, too."""
_FIRST_LETTER_LIMIT = 5.5
"""The cost up to which a word is believed to be meant that begins otherwise, where no neighbouring key explains it."""
_OPENING_LIMIT, _OPENING_LENGTH = 2.7, 8
"""For a lower-case word of so many letters at most where a capital belongs, as accounts and tools are written."""
_SHORT = 4
"""So short a word is taken for a name there, and with a possessive ending, however near a known word is."""
_DRAWN_OUT = "aeiouyhmr"
_NAMES_BEFORE = LatePattern(r"[A-Z]\w*, (?:[^\W\d_]+, )?(?:and |or )?$")
_LIST_GOES_ON = LatePattern(r",(?: and)? [A-Z@\ufffc]|, [^\W\d_]+,")
_AFTER_DASH = LatePattern(r"(?:[—–]|(?<=\s)-) ?$")
_AT = LatePattern(r" ?[(\[]at[)\]]")
_REACH = 40
_CODE_MARKS = 20
"""Back-ticks, and `<code>` for two, of a text about programs."""


def is_built_otherwise(word: str, meant: str, cost: float) -> bool:
    """Whether the letters of the word are no slip for `meant`, however near it is; `cost` is what the slip would cost."""
    if word[0] != meant[0].lower() and cost > _FIRST_LETTER_LIMIT:
        swapped = word[1:2] + word[:1] == meant[:2]
        dropped = meant[1:].startswith(word[:2])
        if not (swapped or dropped or (word[1:] == meant[1:] and word[0] + meant[0] in NEIGHBOURS)):
            return True
    stem, ending = word[:-2], meant[len(word) - 2 :]
    if len(stem) > 3 and meant.startswith(stem) and not set(word[-2:]) & set(ending) and lexicon.is_known_lower(stem):
        return True  # `borrowck`
    if word[-3:] == word[-1] * 3 and word[-1] in _DRAWN_OUT:
        return True  # `errr`
    if word == meant + "s" and meant.endswith(("al", "ic", "ive")):
        return True  # `financials`
    return word[-1] == "z" and lexicon.is_known_lower(word[:-1] + "s")


def has_code(document: Document) -> bool:
    """Whether the source has so much code that its prose has terms and identifiers of its own."""
    text = document.source.text
    return text.count("`") + 2 * text.count("<code") >= _CODE_MARKS


def is_a_term(document: Document, word: str) -> bool:
    """Whether the source has the word outside its prose, too: in code, in a link's target.

    A part of a longer word is none: `proces` is no term for `process` in a link.
    """
    text = document.source.text
    if text.count(word) <= document.prose.count(word):
        return False
    front = document.front_matter or (0, 0)
    return any(
        document.is_opaque(start, start + len(word)) and not front[0] <= start < front[1]
        for start in _places_in(text, word)
    ) or any(True for link in document.links for _ in _places_in(link.target.lower(), word))


def _places_in(text: str, word: str) -> Iterator[int]:
    """Where the word stands in a text with no lower-case letter beside it."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (text[end : end + 1].islower() or text[start - 1 : start].islower()):
            yield start
        start = text.find(word, end)


def stands_as_a_name(document: Document, start: int, end: int, cost: float) -> bool:
    """Whether the word stands where accounts and tools do: at a start in lower case, after a dash, among names."""
    prose = document.prose
    block = document.block_at(start)
    following = prose[end : end + 2]
    if block is not None and block.start == start:
        size = end - start
        is_sentence = block.kind == "paragraph"
        if following == " (" or size <= _SHORT or (is_sentence and size <= _OPENING_LENGTH and cost > _OPENING_LIMIT):
            return True
    before = prose[max(0, start - _REACH) : start]
    at_end = not following.strip() or following[0] == "\n"
    if at_end and _AFTER_DASH.search(before):
        return True
    if _AT.match(prose, end):
        return True
    if prose[end : end + 1] in ("'", "’") and prose[end - 2 : end] == "in" and not following[1:].isalnum():
        return True
    if lexicon.base_of(prose[start:end]) != prose[start:end] and end - start <= _SHORT + 2:
        return True
    return bool(_NAMES_BEFORE.search(before) and _LIST_GOES_ON.match(prose, end))


def belongs_to_neighbour(document: Document, start: int, end: int) -> bool:
    """Whether the word makes one word with a neighbour (`list serv`), or a neighbour is of another language."""
    word = document.prose[start:end]
    before, after = word_before(document, start).lower(), word_after(document, end).lower()
    if before in _FOREIGN or after in _FOREIGN:
        return True
    return (len(before) > 2 and _is_one_word(before, word)) or (len(after) > 2 and _is_one_word(word, after))


def _is_one_word(first: str, second: str) -> bool:
    joined = first + second
    if len(first) > 3 and first[1:] == second[1:]:
        return True  # `hanky panky`
    return (
        lexicon.is_known_lower(joined)
        or lexicon.kind_of(joined) in (lexicon.BORROWED, lexicon.RARE)
        or lexicon.is_technical(joined)
    )

"""Misspellings with a capital: `Goverment` at a sentence's start, `the Commision`.

Of the capitalised words that no list has, 99 in 100 are names, and many names are one letter away from a word (`Ponting`,
`Brierly`, `Allwood`). Only a word of nine letters or more that keeps the first letter and the last two of a word
one edit away, that no two words make, and that stands alone among lower-case words, once in its article, is taken
for a misspelling.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newslint import lexicon
from newslint.checks._coinages import is_a_term
from newslint.checks._late_patterns import LatePattern
from newslint.checks._words_in_place import is_emphasised, is_whole_item, is_whole_link, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.document import Document

_SHORTEST = 9
_LIMIT = 5.5
"""The highest cost of the word that is taken to be meant."""
_BEFORE = LatePattern(r"(?:[.!?]['\"”’)]* |(?:^|[ \n(“\"‘])[a-z]+,? )$")
_AFTER = LatePattern(r" [a-z]|[,.;:?!](?:$|[\s”\"])")
_REACH = 24


def capitalised_slips(document: Document) -> Iterator[tuple[int, int, str]]:
    """Prose span and right spelling of the misspelt capitalised words; the lexicon has to know the document's words."""
    words = document.words
    names = [word for word in lexicon.unknown_names(words.distinct) if len(word) >= _SHORTEST]
    for word in sorted(names):
        if not word.istitle() or not word.isascii() or not word.isalpha():
            continue
        if words.texts.count(word) > 1 or f"{word}'s" in words.distinct or f"{word}’s" in words.distinct:
            continue
        for start, end in places(document, word):
            meant = _stands_alone(document, start, end) and _meant(word.lower())
            if meant and not document.is_quoted(start, end) and not is_a_term(document, word.lower()):
                yield start, end, meant.capitalize()


def _stands_alone(document: Document, start: int, end: int) -> bool:
    """Whether the word has lower-case neighbours, or begins a sentence, in running text."""
    block = document.block_at(start)
    if block is None or block.kind not in ("paragraph", "list-item"):
        return False
    if block.start < start and not _BEFORE.search(document.prose, max(block.start, start - _REACH), start):
        return False
    return (
        _AFTER.match(document.prose, end, block.end + 1) is not None
        and not is_whole_link(document, start, end)
        and not is_whole_item(document, start, end)
        and not is_emphasised(document, start, end)
    )


@lru_cache(maxsize=20_000)
def _meant(word: str) -> str:
    """The word that a lower-case word of nine letters or more is a slip for, or an empty text."""
    from newslint.lexicon.derivation import derivation
    from newslint.lexicon.suggestions import ranked

    near = ranked(word, bound=1)
    if not near or near[0][0] > _LIMIT or not near[0][1].islower():
        return ""
    meant = near[0][1]
    if meant[0] != word[0] or meant[-2:] != word[-2:] or lexicon.is_technical(word) or derivation(word):
        return ""
    return meant

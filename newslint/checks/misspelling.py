"""A lower-case word that no lexicon knows and that a known word explains: `sence`, `wiht`.

What is not almost certain stays unsaid: a word with a capital, with a digit or an accent, a part of a
hyphenated word, a word among other unknown words (a foreign phrase), a short quotation, a regular derivation
of a known word (`reprioritised`), and a word that the article uses again and again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint import lexicon
from newslint.checks._words_in_place import places, strangers
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"exceptions": []}


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the word, with up to five suggestions."""
    unknown = strangers(document).get(lexicon.UNKNOWN)
    if not unknown:
        return
    for word in unknown:
        if word in settings["exceptions"]:
            continue
        spots = list(places(document, word))
        if not spots:
            continue
        base = lexicon.base_of(word)
        from newslint.lexicon.suggestions import ranked

        found = [(cost, meant) for cost, meant in ranked(base, document.words.lowered)[:5]]
        if not found or found[0][0] > 9:
            continue
        suggestions = tuple(meant + word[len(base) :] for _, meant in found)
        for start, end in spots:
            yield Hit(start, end, (word, suggestions[0]), suggestions, (Edit(start, end, suggestions[0]),))

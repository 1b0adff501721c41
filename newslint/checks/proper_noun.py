"""A lower-case word that exists only capitalised: `tehran`, `december`, `israelis`, `post-soviet`.

The lexicon decides: the word lists have it with a capital and in no list, not even that of rare words,
without. Words of fewer letters than `shortest` are left alone (`th`, `au`, `geo`), and so is a form that the article itself uses
throughout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint import lexicon
from newslint.checks._words_in_place import places, strangers
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"shortest": 4, "throughout": 3, "exceptions": []}


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the word; the suggestion capitalises it as the lexicon does."""
    kinds = strangers(document)
    for kind in (lexicon.PROPER, lexicon.PROPER_PART):
        for word in kinds.get(kind, ()):
            if word in settings["exceptions"] or lexicon.base_of(word) in settings["exceptions"]:
                continue
            spelt = capitalised(word, settings["shortest"])
            if spelt is None or used_throughout(document, word, spelt, settings["throughout"]):
                continue
            for start, end in places(document, word):
                yield Hit(start, end, (word, spelt), (spelt,), (Edit(start, end, spelt),))


def capitalised(word: str, shortest: int) -> str | None:
    """A lower-case word as the lexicon capitalises it, part by part where hyphens join it; None if it does not."""
    parts = []
    for part in word.replace("‑", "-").split("-"):
        base = lexicon.base_of(part)
        known = lexicon.forms_of(base) if lexicon.kind_of(part) == lexicon.PROPER and len(base) >= shortest else ()
        parts.append(known[0] + part[len(base) :] if known else part)
    spelt = "-".join(parts)
    return None if spelt == word.replace("‑", "-") else spelt


def used_throughout(document: Document, word: str, spelt: str, often: int) -> bool:
    """Whether the article writes the word so `often` times or more, and never with the capital."""
    words = document.words
    return len(words.indices(word)) >= often and spelt not in words.distinct

"""Lower case where the article itself capitalises: `pezeshkian`, `karimi`.

The lower-case word is in no list of common words, and the article writes it with a capital inside sentences,
more often than without. Capitals at a sentence's start and in headings are no evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint import lexicon
from newslint.checks._words_in_place import in_heading, places, starts_sentence, strangers
from newslint.finding import Edit, Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"exceptions": []}


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the word, with the first capitalised use as related place."""
    kinds = strangers(document)
    for kind in (lexicon.UNKNOWN, lexicon.RARE, lexicon.PROPER):
        for word in kinds.get(kind, ()):
            base = lexicon.base_of(word)
            name = base[0].upper() + base[1:]
            evidence = capitalised_places(document, name)
            if not evidence:
                continue
            lower = list(places(document, word))
            if not lower or len(lower) >= len(evidence) + (len(evidence) == 1):
                continue
            spelt = name + word[len(base) :]
            related = (Related(f"here it is “{name}”", *evidence[0]),)
            for start, end in lower:
                yield Hit(start, end, (word, spelt), (spelt,), (Edit(start, end, spelt),), related=related)


def capitalised_places(document: Document, name: str) -> list[tuple[int, int]]:
    """Where the article writes a name, or its possessive, inside a sentence."""
    words = document.words
    spans = []
    for written in (name, name + "'s", name + "’s"):
        if written in words.distinct:
            spans += [words.span(index) for index in words.indices(written)]
    return sorted(
        span for span in spans if not in_heading(document, span[0]) and not starts_sentence(document, span[0])
    )

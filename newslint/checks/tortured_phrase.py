"""Set phrases that a synonym machine broke: `counterfeit consciousness` for `artificial intelligence`.

The term and the first list are Cabanac, Labbé and Magazinov's (Tortured phrases, arXiv:2107.06751). `swap` maps each
broken phrase to what it stood for. A phrase listed in lower case is found in any case; one with a capital is a name
and is found only as listed, for `Pink Sea` is a broken name and `a pink sea` is not. What is proposed takes the capitals of what it replaces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks._phrases import Phrases, searched
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"swap": {}}


class Prepared:
    """The phrases, keyed for search, and what each stands for."""

    def __init__(self, swap: Mapping[str, str]) -> None:
        self.broken = sorted(swap, key=len, reverse=True)  # of two that begin alike, the longer one counts
        self.meant = [swap[broken] for broken in self.broken]
        self.phrases = Phrases(self.broken, ignorecase=True)


def prepare(settings: Mapping[str, Any]) -> Prepared:
    """The settings, made ready for `check`."""
    return Prepared(settings["swap"])


def check(document: Document, prepared: Prepared) -> Iterator[Hit]:
    """Hits on the broken phrase, with the phrase that was meant."""
    prose = document.prose
    for start, end, number in prepared.phrases.find(searched(document)):
        broken, meant = prepared.broken[number], prepared.meant[number]
        text = prose[start:end]
        if not broken.islower() and " ".join(text.split()).replace("’", "'") != broken:
            continue
        if broken.islower() and text[0].isupper():
            words = meant.split(" ") if text.istitle() else [meant]
            meant = " ".join(word[:1].upper() + word[1:] for word in words)
        yield Hit(start, end, arguments=(text, meant), suggestions=(meant,), edits=(Edit(start, end, meant),))

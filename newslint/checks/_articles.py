"""`a` before a vowel and `an` before a consonant: `a apple`, `an dog`.

Only before frequent words in lower case, whose sound is known by their letters or by the exceptions here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.finding import Edit, Hit
from newslint.lexicon.store import common

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.checks._phrases import SearchedText

_A = re.compile(r" a (?=[aeiou])(?!eu|ew|on[ce]|ou[iy]|ub|ue|uk|un(?:animous|i[cfloqpstv])|ur[aieo]|us|ut|uv)")
_AN = re.compile(
    r" an (?=[bcdfghjklmnpqrstvwyz])"
    r"(?!h(?:abit|allu|ard|ector|eir|erb|ereditar|eroic|ilar|istor|ones|ono|orizon|otel|our|ydr|yp|yst))"
)
_NOT_NOUNS = frozenset(
    "about above after against all along also although among and any are around as at also am if in instead into is "
    "isn it its off on only or other our out over under until up upon us".split()
)
_LABELLED = frozenset(
    "annex appendix category class division exhibit figure grade group hepatitis influenza item layer league level option "
    "panel part phase plan point schedule section serie series step system table tier type variant vitamin".split()
)
_WORD = re.compile(r"[a-z]+")


def hits(text: SearchedText) -> Iterator[Hit]:
    """Hits on the article and the word after it."""
    for pattern, right in ((_A, "an"), (_AN, "a")):
        for match in pattern.finditer(text.lowered):
            word = _WORD.match(text.text, match.end())
            if word is None or len(word[0]) < 3 or word[0] in _NOT_NOUNS or word[0] not in common():
                continue
            if text.lowered[: match.start()].rpartition(" ")[2] in _LABELLED:
                continue
            following = text.text[word.end() : word.end() + 1]
            if following not in ("", " ", ".", ",", ";", ":", "!", "?", "\n"):
                continue
            start, end = match.start() + 1, match.end() - 1
            written = text.text[start:end]
            if written not in ("a", "an"):
                continue
            yield Hit(
                start,
                word.end(),
                (text.text[start : word.end()], right),
                (right + text.text[end : word.end()],),
                (Edit(start, end, right),),
            )

"""The case of headings and other short texts: Vale's `capitalization`.

- `match`: `$title`, `$sentence`, `$lower`, `$upper`, or a pattern that the text has to match.
- `style` (for `$title`): `AP` (default) or `Chicago`.
- `exceptions`: words written as they are; `vocab`: so are the accepted words of the vocabulary.
- `threshold` (0.8): the share of words that has to be right, more than which the text is.
- `indicators`: endings such as `:` after which the next word may have any case.
- `prefix`: a pattern at the start that does not count.
- `scope`: which blocks; `quotations`: as in `existence`.

The hit is the whole block. The message's `%s` is its text, a second one what it ought to be. The fix
re-cases the words that are wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newslint.checks import _patterns
from newslint.checks._patterns import Pattern
from newslint.checks._places import PLACE_DEFAULTS, Places, validate_places
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {
    "match": "",
    "style": "AP",
    "threshold": 0.8,
    "indicators": [],
    "prefix": "",
    **PLACE_DEFAULTS,
}

_CASES = ("$title", "$sentence", "$lower", "$upper")
_WORD = re.compile(r"[^\W_][^\s/\-‑—–]*")
_SHORT = frozenset(
    "a an and as at but by down en for from if in into like nor of off on onto or out over per so than the to up "
    "upon v v. via vs vs. with yet".split()
)
_CHICAGO = _SHORT - {"if", "so", "yet", "than"} | frozenset(
    "about above across after against along among around before behind below beneath beside between beyond during "
    "except inside near outside past since through throughout toward towards under underneath until within "
    "without".split()
)
_AP = frozenset(word for word in _SHORT if len(word) < 4)


def validate(settings: Mapping[str, Any]) -> None:
    """Raise `ValueError` for a case, style, pattern or scope that cannot be used."""
    validate_places(settings)
    match = settings["match"]
    if not match or (match.startswith("$") and match not in _CASES):
        raise _patterns.PatternError(f"`match` is one of {', '.join(_CASES)}, or a pattern", ("match",))
    if match not in _CASES:
        _patterns.validate(match, ("match",))
    if settings["style"] not in ("AP", "Chicago"):
        raise _patterns.PatternError("`style` is AP or Chicago", ("style",))
    if settings["prefix"]:
        _patterns.validate(settings["prefix"], ("prefix",))
    if not 0 <= settings["threshold"] < 1:
        raise _patterns.PatternError("`threshold` is a share, 0 or more and below 1", ("threshold",))


class Prepared:
    """The settings of one rule, made ready."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self.match: str = settings["match"]
        self.pattern = None if self.match in _CASES else Pattern(self.match)
        self.small = _CHICAGO if settings["style"] == "Chicago" else _AP
        self.threshold: float = settings["threshold"] or 0.8
        self.indicators = tuple(settings["indicators"])
        self.prefix = Pattern(settings["prefix"]) if settings["prefix"] else None
        self.exceptions = _patterns.exceptions(settings["exceptions"])
        self.places = Places(settings)

    def is_right(self, word: str, wanted: str) -> bool:
        """Whether a word is in the case that is wanted, or may have any."""
        if word == wanted or (len(word) > 1 and word.isupper()) or any(sign.isupper() for sign in word[1:]):
            return True
        return self.exceptions is not None and self.exceptions.compiled.search(word) is not None


def prepare(settings: Mapping[str, Any]) -> Prepared:
    """The settings, made ready for `check`."""
    return Prepared(settings)


def check(document: Document, prepared: Prepared) -> Iterator[Hit]:
    """Hits on blocks in the wrong case."""
    prose = document.prose
    places = prepared.places
    for start, end in places.scope.units(document):
        if places.quotations != "report" and document.is_quoted(start, end) != (places.quotations == "only"):
            continue
        text = prose[start:end]
        if prepared.prefix is not None:
            match = prepared.prefix.compiled.match(text)
            if match is not None:
                start += match.end()
                text = text[match.end() :]
        if prepared.pattern is not None:
            if text and not prepared.pattern.compiled.search(text) and not places.is_excepted(prose, start, end):
                yield Hit(start, end)
            continue
        if prepared.match in ("$lower", "$upper"):
            wanted = text.lower() if prepared.match == "$lower" else text.upper()
            if text != wanted and not places.is_excepted(prose, start, end):
                yield Hit(start, end, (text, wanted), (wanted,), (Edit(start, end, wanted),))
            continue
        edits = _edits(text, start, prepared)
        if edits:
            fixed = _applied(text, start, edits)
            yield Hit(start, end, (text, fixed), (fixed,), edits)


def _edits(text: str, start: int, prepared: Prepared) -> tuple[Edit, ...]:
    """The words to re-case in a text of which too few words are right; none where enough are."""
    words = list(_WORD.finditer(text))
    wanted = _title(text, words, prepared) if prepared.match == "$title" else _sentence(text, words, prepared)
    wrong = [
        (match, word) for match, word in zip(words, wanted, strict=True) if not prepared.is_right(match[0], word)
    ]
    first_wrong = bool(wrong) and wrong[0][0] is words[0]
    right = len(words) - len(wrong)
    if not wrong or (right / len(words) > prepared.threshold and not (first_wrong and prepared.match == "$sentence")):
        return ()
    return tuple(Edit(start + match.start(), start + match.end(), word) for match, word in wrong)


def _title(text: str, words: list[re.Match[str]], prepared: Prepared) -> list[str]:
    """Each word as a title has it: small words low, but for the first, the last, and after a colon."""
    wanted = []
    for index, match in enumerate(words):
        word = match[0]
        bare = word.rstrip(".,;:!?'’\"”)").lower()
        before = text[: match.start()].rstrip()
        outer = index in (0, len(words) - 1) or before.endswith((":", "—", "–", ".", "?", "!")) or not before
        if bare == "to" or (text[match.start() - 1 : match.start()] == "-" and index):
            wanted.append(word)  # a preposition or an infinitive; the second half of a compound
        elif bare in prepared.small and not outer:
            wanted.append(word.lower())
        else:
            wanted.append(word[0].upper() + word[1:])
    return wanted


def _sentence(text: str, words: list[re.Match[str]], prepared: Prepared) -> list[str]:
    """Each word as a sentence has it: the first with a capital, the rest low."""
    wanted = []
    for index, match in enumerate(words):
        word = match[0]
        before = text[: match.start()].rstrip()
        if index and prepared.indicators and before.endswith(prepared.indicators):
            wanted.append(word)
        elif index == 0 or before.endswith((".", "?", "!")):
            wanted.append(word[0].upper() + word[1:])
        elif word == "I" or word.startswith(("I'", "I’")):
            wanted.append(word)
        else:
            wanted.append(word.lower())
    return wanted


def _applied(text: str, start: int, edits: tuple[Edit, ...]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start - start] + edit.text + text[edit.end - start :]
    return text

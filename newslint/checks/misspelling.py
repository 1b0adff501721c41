"""A lower-case word that no lexicon knows and that a known word explains: `sence`, `wiht`.

What is not almost certain stays unsaid: a word with a capital (but for the surest, see _capitalised_slips.py), with a digit or an accent, a part of a
hyphenated word, a word among other unknown words (a foreign phrase), in a short quotation or in italics, a
species' name, a regular derivation of a known word (`reprioritised`), a term that the article uses again and
again. How near the known word must be depends on how long the word is: many words are near a short one by chance.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from newslint import lexicon
from newslint.checks._capitalised_slips import capitalised_slips
from newslint.checks._coinages import belongs_to_neighbour, has_code, is_a_term, is_built_otherwise, stands_as_a_name
from newslint.checks._late_patterns import LatePattern
from newslint.checks._words_in_place import (
    is_emphasised,
    is_whole_item,
    is_whole_link,
    places,
    strangers,
    word_after,
    word_before,
)
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"exceptions": []}

_LIMITS = (0.0, 0.0, 0.0, 2.7, 4.6, 5.5, 6.2, 6.6, 7.4, 7.8, 8.5)
"""The highest cost of the likeliest meant word at which a word of this many letters (or more) is reported."""
_MOST_UNKNOWN = 500
"""A text with more unknown lower-case words is no copy, and looking for what they mean would take seconds."""
_TECHNICAL_LIMIT, _TECHNICAL_LENGTH = 4.5, 7
"""The limit for words of so many letters at most in an article with code, which has terms of its own."""
_STRANGE_WORDS, _STRANGE_SHARE = 15, 12
"""A text of so many unknown words has a jargon; one of so many distinct words or more, and it has passages in another language."""
_JARGON_LIMIT, _JARGON_LENGTH = 2.0, 4
"""The limit for short words in an article with pieces of code and a jargon."""
_SLIP_LIMIT, _SLIP_LENGTH = 3.9, 3
"""The limit for three letters that may be a word of grammar: `tge`, `yhe`."""
_NO_CEILING = 99.0
_CHEAPEST_TWO_EDITS = 3.2
"""Two transpositions of the noisy channel: no word two edits away costs less."""
_DERIVED_LIMIT = 5.0
_SAME_STEM_LIMIT = 3.3
_LONGEST_AGENT = 3
_RARE_LIMITS = (2.2, 3.5)
"""For a rare word of up to four letters, and of more."""
_AMONG_STRANGERS_LIMIT = 2.7
_STRANGE = (lexicon.UNKNOWN, lexicon.RARE, lexicon.BORROWED, lexicon.PROPER)
_REPEATED = (0.0, 0.0, 0.8, 2.5, 4.0)
"""How much lower the limit is for a word that the article uses, in whatever form, so many times, or more often."""
_STEM = 5
"""Unknown words that begin with this many equal letters are forms of one word."""
_SHORT_QUOTATION = 32
_AROUND = 40
_WORDS = LatePattern(r"(?<![\w'’-])[^\W\d_]{2,}(?:['’][^\W\d_]+)?(?![\w-])")
_OWN_WORD = 0.7
"""How much cheaper a word is that the article uses itself."""
_MOST_SUGGESTIONS = 3
_AFTER_THERE = frozenset(
    "is are was were be been will would has have had must may might can could should seems seemed to and or for in on at by with".split()
)
_SPREAD = 2.5
_GENUS = LatePattern(r"\b(?:[A-Z][a-z]?\.|([A-Z][a-z]{3,}))[ \n]$")
_LATIN = LatePattern(r"(?:us|a|um|is|i|ae|ens|ans)$")


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the word, with up to three suggestions."""
    kinds = strangers(document)
    unknown = kinds.get(lexicon.UNKNOWN, [])
    if len(unknown) > _MOST_UNKNOWN:
        return
    is_mixed = len(unknown) >= _STRANGE_WORDS and len(unknown) * _STRANGE_SHARE >= len(document.words.distinct)
    for word in (*unknown, *kinds.get(lexicon.RARE, [])[:_MOST_UNKNOWN]):
        base = lexicon.base_of(word)
        if word in settings["exceptions"] or word.capitalize() in document.words.distinct or lexicon.is_technical(base):
            continue
        spots = [span for span in places(document, word) if not _is_excused(document, *span)]
        if not spots or is_a_term(document, base):
            continue
        used = sum(document.words.texts.count(other) for other in {word, *unknown} if other[:_STEM] == word[:_STEM])
        lowered, ceiling = _REPEATED[min(used, len(_REPEATED) - 1)], _NO_CEILING
        if len(base) <= _TECHNICAL_LENGTH and has_code(document):
            is_short = len(base) <= _JARGON_LENGTH and len(unknown) >= _STRANGE_WORDS
            ceiling = _JARGON_LIMIT if is_short else _TECHNICAL_LIMIT
        if is_mixed:
            ceiling = min(ceiling, _AMONG_STRANGERS_LIMIT)
        highest = max(_LIMITS[min(len(base), len(_LIMITS) - 1)], _SLIP_LIMIT if len(base) == _SLIP_LENGTH else 0.0)
        limit, found = _meant(base, min(highest - lowered, ceiling) > _CHEAPEST_TWO_EDITS)
        limit = min(limit - lowered, ceiling)
        if not found or found[0][0] > limit or is_built_otherwise(base, found[0][1], found[0][0]):
            continue
        own = [entry for entry in found if entry[1] in document.words.distinct]
        if own:
            found = tuple(sorted((cost - _OWN_WORD if meant in document.words.distinct else cost, meant) for cost, meant in found))
        likely = [meant for cost, meant in found if cost <= found[0][0] + _SPREAD]
        for start, end in spots:
            if not _is_doubtful(document, start, end, found[0][0]):
                suggestions = tuple(
                    meant + word[len(base) :] for meant in _in_context(document, end, likely)[:_MOST_SUGGESTIONS]
                )
                yield Hit(start, end, (word, suggestions[0]), suggestions, (Edit(start, end, suggestions[0]),))
    for start, end, meant in capitalised_slips(document):
        word = document.prose[start:end]
        if word not in settings["exceptions"]:
            yield Hit(start, end, (word, meant), (meant,), (Edit(start, end, meant),))


@lru_cache(maxsize=20_000)
def _meant(base: str, two_edits: bool) -> tuple[float, tuple[tuple[float, str], ...]]:
    """The limit for a word, and what it may have been meant to be with the costs, the likeliest first.

    Words two edits away are looked for only where `two_edits` says that they could be near enough.
    """
    from newslint.lexicon.derivation import SUFFIXED, derivation
    from newslint.lexicon.suggestions import frequent_neighbours, ranked

    limit = _LIMITS[min(len(base), len(_LIMITS) - 1)]
    if lexicon.kind_of(base) == lexicon.RARE:
        return _RARE_LIMITS[len(base) > 4], tuple(frequent_neighbours(base))
    derived = derivation(base)
    if not derived:
        found = tuple(ranked(base, bound=1 + two_edits)[:6])
        if len(base) == _SLIP_LENGTH and found and lexicon.frequency(found[0][1]) == "a":
            limit = _SLIP_LIMIT
        return limit, found
    found = tuple(ranked(base, bound=1)[:6])
    limit = min(limit, _DERIVED_LIMIT)
    if (derived == SUFFIXED or base.endswith("sy")) and found and found[0][1].startswith(base[:-_LONGEST_AGENT]):
        limit = _SAME_STEM_LIMIT
    return limit, found


def _in_context(document: Document, end: int, likely: list[str]) -> list[str]:
    """The likely words with `their` and `there` in the order that the next word asks for."""
    if "their" not in likely or "there" not in likely:
        return likely
    following = word_after(document, end)
    first = "there" if not following or following in _AFTER_THERE else "their"
    return [first, *(meant for meant in likely if meant != first)]


def _is_doubtful(document: Document, start: int, end: int, cost: float) -> bool:
    """Whether the place says that the word is a name, a part of one word or a foreign one; `cost` is how near the meant word is."""
    if cost > _AMONG_STRANGERS_LIMIT and _has_strange_neighbour(document, start, end):
        return True
    return stands_as_a_name(document, start, end, cost) or belongs_to_neighbour(document, start, end)


def _is_excused(document: Document, start: int, end: int) -> bool:
    """Whether the place says that the word is no English word: a foreign phrase, a word quoted as such, a species."""
    prose = document.prose
    genus = _GENUS.search(prose, max(0, start - 24), start)
    if genus and _LATIN.search(prose, start, end):
        is_word = genus[1] and (
            lexicon.is_known_lower(genus[1].lower()) or lexicon.capitalised_frequency(genus[1].lower())
        )
        if not is_word or _LATIN.search(genus[1]):
            return True
    if (
        is_emphasised(document, start, end)
        or is_whole_link(document, start, end)
        or is_whole_item(document, start, end)
    ):
        return True
    if prose[start - 1 : start] in ("'", '"', "“", "‘") and prose[end : end + 1] in ("'", '"', "”", "’"):
        return True
    left, right = _quotation_around(document, start)
    if left >= 0 and right - left <= _SHORT_QUOTATION and prose.count(" ", left, right) < 2:
        return True
    block = document.block_at(start)
    floor, ceiling = (block.start, block.end) if block else (0, len(prose))
    if left >= 0:
        floor, ceiling = max(floor, left), min(ceiling, right)
    floor = max(floor, prose.rfind(" ", floor, max(floor, start - _AROUND)))
    near = prose.find(" ", end + _AROUND, ceiling)
    return _is_foreign(prose[floor : near if near >= 0 else ceiling])


def _quotation_around(document: Document, start: int) -> tuple[int, int]:
    index = bisect_right(document.quotations, (start, len(document.prose))) - 1
    if index >= 0 and start < document.quotations[index][1]:
        return document.quotations[index]
    return -1, -1


def _is_foreign(text: str) -> bool:
    """Whether a third or more of the lower-case words of a text, and three at least, are no English words."""
    words = [word for word in _WORDS.findall(text) if word.islower()]
    strange = sum(1 for word in words if not word.isascii() or lexicon.kind_of(word) in _STRANGE)
    return strange > 2 and 3 * strange >= len(words)


def _has_strange_neighbour(document: Document, start: int, end: int) -> bool:
    neighbours = (lexicon.base_of(word) for word in (word_before(document, start), word_after(document, end)))
    return any(word.islower() and (lexicon.kind_of(word) in _STRANGE or not word.isascii()) for word in neighbours)

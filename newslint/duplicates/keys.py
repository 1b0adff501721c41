"""The keys of a section in plain Python: what an index stores of it, and what a query asks for.

A long section (15 words or more) is found by its winnowing fingerprints: any run of 13 equal words has a stored
one in common. What the thresholds of a match demand leaves such a run but for a few sections of 20 to 25 words: two
halves of 20 to 25 words that have changed places are the worst and leave a run of 10, a word added in the middle of 22
leaves one of 11, a word changed in the middle of 24 or 25 one of 12. Shorter runs have a stored fingerprint in common
more often than not: where a query asks for all of them (an archive), 92-98 % of such pairs are found, where only
stored ones meet (a run, an audit) 85-91 %. In 643,000 matches made at random, of 15 to 60 words and with each place
of a change alike likely, three in a thousand were of the kind, and 0.4 in a thousand were missed in a run, 0.2 in an
archive.

A short section (8 to 14 words) matches where it is equal but for one word; then one of its halves is equal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.duplicates import SECTION, specification
from newslint.duplicates.constants import FINGERPRINT_BASE

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORT = 14
"""Words of the longest section that has to be equal but for one word."""

FIRST_HALF, SECOND_HALF = 21, 22
"""Kinds of the keys of the halves of short sections (and of 15 words, which may match 14)."""


def stored(words: Sequence[int]) -> list[int]:
    """The keys that an index stores of a section of 8 words or more, distinct, ascending."""
    return sorted({*stored_halves(words), *winnowed(words)})


def asked(words: Sequence[int]) -> list[int]:
    """The keys that a query asks for: of a long section all fingerprints, of a short one the halves of any match."""
    keys = asked_halves(words)
    if len(words) > SHORT:
        keys.update(specification.fingerprints(list(words)))
    return sorted(keys)


def winnowed(words: Sequence[int]) -> set[int]:
    """The fingerprints stored of a long section; none of a short one."""
    if len(words) <= SHORT:
        return set()
    fingerprints = specification.fingerprints(list(words))
    return {fingerprints[place] for place in specification.winnow(fingerprints)}


def stored_halves(words: Sequence[int]) -> set[int]:
    """The keys of both halves of a short section (or of 15 words)."""
    return set(halves(words, len(words) // 2)) if len(words) <= SHORT + 1 else set()


def asked_halves(words: Sequence[int]) -> set[int]:
    """The keys of the halves that a section of as many words, of one fewer or of one more may have in common."""
    if len(words) > SHORT + 1:
        return set()
    return {key for length in asked_lengths(len(words)) for key in halves(words, length)}


def asked_lengths(size: int) -> set[int]:
    """The lengths of the halves of sections of `size` words, of one fewer (but not under 8) and of one more."""
    return {max(size - 1, SECTION) // 2, size // 2, (size + 1) // 2}


def halves(words: Sequence[int], length: int) -> tuple[int, int]:
    """The keys of the first and the last `length` words."""
    return _half(FIRST_HALF, words[:length]), _half(SECOND_HALF, words[len(words) - length :])


def _half(kind: int, words: Sequence[int]) -> int:
    value = len(words)
    for word in words:
        value = (value * FINGERPRINT_BASE + word) & specification.M64
    return specification.key(kind, value)

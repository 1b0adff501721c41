"""Whether two articles are parts of one series, told by their headlines.

`Minutes of the March meeting` and `Minutes of the April meeting`, `Version 1.3 is out` and `Version 1.4 is out`,
`Harbour talks: the pilot` and `Harbour talks: the diver`: the parts of a series, a new edition, an event that comes
again share what stands in all of them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from itertools import takewhile

_WORD = re.compile(r"[^\W_]+")
_DATES = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday spring summer autumn fall "
    "winter first second third final".split()
)
_SMALL = frozenset(
    "a about an and are as at by for from how in into is it its more new of on or our out the their this to up we "
    "what when where who why will with you your".split()
)
_LEAST = 2
"""Words in common that make a series; one where they are all there is."""
_SAME_START = 3
"""Words at the start, numbers and dates left out, that make a series."""


def is_same(one: str | None, other: str | None) -> bool:
    """Whether two headlines have the same words in the same order."""
    return bool(one and other) and _words(one or "") == _words(other or "")


def is_series(one: str | None, other: str | None) -> bool:
    """Whether two headlines are those of one series: alike but for numbers, dates and half of the other words."""
    if not one or not other:
        return False
    a, b = _undated(one), _undated(other)
    telling_a, telling_b = {*a} - _SMALL, {*b} - _SMALL
    shared = len(telling_a & telling_b)
    if shared and telling_a == telling_b:
        return True
    if shared >= _LEAST and 2 * shared >= min(len(telling_a), len(telling_b)):
        return True
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False))) >= _SAME_START


def is_edition(one: str, other: str) -> bool:
    """Whether the headlines of a series differ in their numbers or dates."""
    dated = [[word for word in _words(headline) if any(map(str.isdigit, word)) or word in _DATES] for headline in (one, other)]
    return dated[0] != dated[1]


@lru_cache(4096)
def _words(headline: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(unescape(headline).casefold().replace("’", "").replace("'", "")))


@lru_cache(4096)
def _undated(headline: str) -> tuple[str, ...]:
    """The words but numbers, letters that number, and dates."""
    return tuple(word for word in _words(headline) if len(word) > 1 and not word.isdigit() and word not in _DATES)

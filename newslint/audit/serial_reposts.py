"""The same article published again and again: how often, from when to when, at what intervals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST_TIMES = 3
"""Days on which an article is published before it is a serial repost."""

DRIFT = 0.25
"""How far an interval may be from the usual one, as a share of it (but a day always), in a regular series."""


@dataclass(frozen=True, slots=True)
class Reposts:
    """An article that was published on several days.

    - `days`: the days, ascending, ISO 8601;
    - `interval`: the median number of days from one to the next;
    - `is_regular`: whether all intervals are about that.
    """

    days: tuple[str, ...]
    interval: float
    is_regular: bool


def reposts(published: Iterable[str | None]) -> Reposts | None:
    """The series that copies of one article make, by their dates (ISO 8601, any precision); None for none."""
    days = sorted({day for text in published if (day := _day(text)) is not None})
    if len(days) < LEAST_TIMES:
        return None
    intervals = [(later - earlier).days for earlier, later in pairwise(days)]
    usual = median(intervals)
    is_regular = all(abs(interval - usual) <= max(DRIFT * usual, 1) for interval in intervals)
    return Reposts(tuple(map(str, days)), usual, is_regular)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None

"""Confidence intervals of 95 % for shares and counts."""

from __future__ import annotations

from math import sqrt

Z = 1.959964


def wilson(hits: float, tried: float) -> tuple[float, float]:
    """Wilson's score interval of a share (E. B. Wilson, JASA 22, 1927); (0, 1) where nothing was tried."""
    if not tried:
        return 0.0, 1.0
    share = hits / tried
    middle = share + Z * Z / (2 * tried)
    reach = Z * sqrt(share * (1 - share) / tried + Z * Z / (4 * tried * tried))
    scale = 1 + Z * Z / tried
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def poisson(count: float) -> tuple[float, float]:
    """Byar's approximation to the exact interval of a Poisson count (Breslow and Day, 1987, p. 69)."""
    above = count + 1
    high = above * (1 - 1 / (9 * above) + Z / (3 * sqrt(above))) ** 3
    low = count * (1 - 1 / (9 * count) - Z / (3 * sqrt(count))) ** 3 if count else 0.0
    return max(low, 0.0), high

"""Membership in ascending arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def is_in(values: NDArray[Any], ascending: NDArray[Any]) -> NDArray[np.bool_]:
    """Which values are among those of an ascending array."""
    if not len(ascending):
        return np.zeros(len(values), dtype=np.bool_)
    places = np.minimum(np.searchsorted(ascending, values), len(ascending) - 1)
    same: NDArray[np.bool_] = ascending[places] == values
    return same

"""The keys of many sections at once, in numpy, as an archive keeps them: 48 bits.

Equal, by test, to `keys.stored` and `keys.asked`, each key made shorter by `shortened`. 48 bits leave one false
candidate in a million keys asked of an archive of 300 million rows, and candidates are verified anyway.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newslint.duplicates import SECTION, batch
from newslint.duplicates.constants import FINGERPRINT, FINGERPRINT_BASE
from newslint.duplicates.keys import FIRST_HALF, SECOND_HALF, SHORT, asked_lengths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

    from newslint.duplicates.batch import Bounds, Keys, Words

    Places = NDArray[np.int64]

BITS = 48
_MASK = np.uint64((1 << BITS) - 1)
_U64 = np.uint64


def shortened(key: int) -> int:
    """A key of the kernel (63 bits: what it is made of in the top byte) in 48 bits."""
    return (key ^ key >> 20) & (1 << BITS) - 1


def stored(hashes: Words, bounds: Bounds) -> tuple[Keys, Places]:
    """The distinct keys that an archive stores of each block of 8 words or more, and the block each belongs to.

    Blocks lie end to end in `hashes`; the pairs come in no particular order.
    """
    sizes = np.diff(bounds)
    long = np.flatnonzero(sizes > SHORT)
    own, own_bounds = _gathered(hashes, bounds, long)
    fingerprints = batch.fingerprints(own)
    kept = batch.winnow(fingerprints, own_bounds)
    blocks = long[np.searchsorted(own_bounds, kept, side="right") - 1]
    halves = _halves(hashes, bounds, sizes, lambda size: (size // 2,))
    return _distinct([fingerprints[kept], *halves[0]], [blocks, *halves[1]])


def asked(hashes: Words, bounds: Bounds) -> tuple[Keys, Places]:
    """The distinct keys that a query asks for, and the block each is asked for, in no particular order."""
    sizes = np.diff(bounds)
    long = np.flatnonzero(sizes > SHORT)
    own, own_bounds = _gathered(hashes, bounds, long)
    places = np.flatnonzero(batch.fingerprint_places(own_bounds))
    blocks = long[np.searchsorted(own_bounds, places, side="right") - 1]
    halves = _halves(hashes, bounds, sizes, asked_lengths)
    return _distinct([batch.fingerprints(own)[places], *halves[0]], [blocks, *halves[1]])


def _distinct(keys: list[Keys], blocks: list[Places]) -> tuple[Keys, Places]:
    key, block = np.concatenate(keys), np.concatenate(blocks)
    key = (key ^ (key >> _U64(20))) & _MASK
    order = np.lexsort((key, block))
    key, block = key[order], block[order]
    if len(key) > 1:
        new = np.concatenate(([True], (key[1:] != key[:-1]) | (block[1:] != block[:-1])))
        key, block = key[new], block[new]
    return key, block


def _gathered(hashes: Words, bounds: Bounds, blocks: Places) -> tuple[Words, Bounds]:
    """The words of some blocks end to end, and their bounds."""
    sizes = bounds[blocks + 1] - bounds[blocks]
    own = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))
    if own[-1] == len(hashes):
        return hashes, own
    return hashes[np.repeat(bounds[blocks] - own[:-1], sizes) + np.arange(own[-1])], own


def _halves(
    hashes: Words, bounds: Bounds, sizes: Places, lengths: Callable[[int], Iterable[int]]
) -> tuple[list[Keys], list[Places]]:
    """The keys of the first and the last words of short blocks, `lengths` of a block's size of them each."""
    keys: list[Keys] = []
    blocks: list[Places] = []
    for size in range(SECTION, SHORT + 2):
        own = np.flatnonzero(sizes == size)
        if len(own):
            for length in lengths(size):
                keys.append(_half(FIRST_HALF, hashes, bounds[own], length))
                keys.append(_half(SECOND_HALF, hashes, bounds[own + 1] - length, length))
                blocks += [own, own]
    return keys, blocks


def _half(kind: int, hashes: Words, starts: Places, length: int) -> Keys:
    value = np.full(len(starts), length, dtype=np.uint64)
    for step in range(length):
        value *= _U64(FINGERPRINT_BASE)
        value += hashes[starts + step]
    return (batch._mix64(value) >> _U64(8)) | _U64(kind << 56)


assert FINGERPRINT <= SHORT, "a long section has a fingerprint"

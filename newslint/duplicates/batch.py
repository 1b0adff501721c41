"""Many sections at once, in numpy: text to word hashes, word hashes to shingles, signatures and keys.

Equal to `specification` by test. Sections lie end to end in one array; `bounds` says where each starts, and
where the last one ends. The bytes of words are read eight at a time, so the work is by words, not by bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newslint.duplicates import SHINGLE
from newslint.duplicates.constants import (
    BAND_ROWS,
    FINGERPRINT,
    FINGERPRINT_BASE,
    INCREMENTS,
    MULTIPLIERS,
    SHINGLE_BASE,
    SLOTS,
    WINDOW,
    WORD_MIX,
)
from newslint.duplicates.words import HASHES, separated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Words = NDArray[np.uint32]
    Bounds = NDArray[np.int64]
    Keys = NDArray[np.uint64]

_U64 = np.uint64
_MASKS = np.array([(1 << 8 * size) - 1 for size in range(9)], dtype=np.uint64)
_TEXTS_A_BLOCK = 256
"""Texts hashed together: their words stay in the second-level cache."""
_SHINGLES_A_TABLE = 49_152
"""Shingles signed together: 200 KB. Fewer are slower: each step of numpy costs a microsecond to call."""


def signatures_of(texts: Sequence[str]) -> Words:
    """The signature of each text, one row of 80 minima each."""
    signed = np.empty((len(texts), SLOTS), dtype=np.uint32)
    for start in range(0, len(texts), _TEXTS_A_BLOCK):
        signed[start : start + _TEXTS_A_BLOCK] = signatures(*words(texts[start : start + _TEXTS_A_BLOCK]))
    return signed


def words(texts: Sequence[str]) -> tuple[Words, Bounds]:
    """The word hashes of texts, end to end, and the bounds of each text's."""
    joined = "\0".join(texts)
    if joined.count("\0") != len(texts) - 1:
        joined = "\0".join(text.replace("\0", " ") for text in texts)
    data = separated(joined, keep="\0").encode("utf-8", "surrogatepass")
    padded = np.frombuffer(b" " + data + b" " * 16, dtype=np.uint8)
    is_word = padded > 32
    edges = np.flatnonzero(is_word[1:] != is_word[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    hashes = _hashes(padded, starts, ends)
    bounds = np.empty(len(texts) + 1, dtype=np.int64)
    bounds[0], bounds[-1] = 0, len(starts)
    bounds[1:-1] = np.searchsorted(starts, np.flatnonzero(padded == 0))
    if not data.isascii():
        return _folded(padded, starts, ends, hashes, bounds)
    return hashes, bounds


def _hashes(data: NDArray[np.uint8], starts: NDArray[np.int64], ends: NDArray[np.int64]) -> Words:
    """The word hashes of `data[start:end]`."""
    eights = np.ndarray(shape=(len(data) - 7,), dtype="<u8", buffer=data, strides=(1,))
    left = ends - starts
    value = eights.take(starts)
    value &= _MASKS.take(np.minimum(left, 8))
    value *= _U64(WORD_MIX[0])
    value ^= value >> _U64(32)
    longer = np.flatnonzero(left > 8)
    starts, left = starts.take(longer), left.take(longer)
    while len(longer):
        starts, left = starts + 8, left - 8
        part = eights.take(starts)
        part &= _MASKS.take(np.minimum(left, 8))
        part ^= value.take(longer)
        part *= _U64(WORD_MIX[0])
        part ^= part >> _U64(32)
        value[longer] = part
        more = left > 8
        longer, starts, left = longer[more], starts[more], left[more]
    value *= _U64(WORD_MIX[1])
    value >>= _U64(32)
    return value.astype(np.uint32)


def _folded(
    data: NDArray[np.uint8], starts: NDArray[np.int64], ends: NDArray[np.int64], hashes: Words, bounds: Bounds
) -> tuple[Words, Bounds]:
    """The hashes, put right for the words with characters above ASCII, without those that are none after folding."""
    places = np.unique(np.searchsorted(starts, np.flatnonzero(data >= 128), side="right") - 1)
    raw = data.tobytes()
    empty = []
    for place in places.tolist():
        value = HASHES[raw[starts[place] : ends[place]].decode("utf-8", "surrogatepass")]
        if value < 0:
            empty.append(place)
        else:
            hashes[place] = value
    if empty:
        return np.delete(hashes, empty), bounds - np.searchsorted(np.array(empty), bounds)
    return hashes, bounds


def shingles(hashes: Words) -> Words:
    """The shingle that starts at each word; the last four of a section run on into what follows and are no shingles."""
    value = np.zeros(len(hashes), dtype=np.uint32)
    padded = np.concatenate((hashes, np.zeros(SHINGLE, dtype=np.uint32)))
    for step in range(SHINGLE):
        value *= np.uint32(SHINGLE_BASE)
        value += padded[step : step + len(hashes)]
    return value


def signatures(hashes: Words, bounds: Bounds) -> Words:
    """The signature of each section, one row of 80 minima each; of a section without words, all ones.

    Sections are signed in order of length, side by side: the work is by shingles, not by sections.
    """
    sizes = np.diff(bounds)
    counts = np.maximum(sizes - (SHINGLE - 1), 1)
    mixed = _mix32(shingles(hashes))
    short = np.flatnonzero(sizes < SHINGLE)
    signed = np.full((len(sizes), SLOTS), 0xFFFF_FFFF, dtype=np.uint32)
    order = np.argsort(counts, kind="stable")
    order = order[sizes[order] >= SHINGLE]
    start = 0
    while start < len(order):
        block = order[start : start + max(_SHINGLES_A_TABLE // int(counts[order[start]]), 1)]
        steps = np.arange(counts[block[-1]])[:, None]
        signed[block] = _minima(mixed[bounds[block] + np.minimum(steps, counts[block] - 1)])
        start += len(block)
    for section in short.tolist():
        own = hashes[bounds[section] : bounds[section + 1]]
        if len(own):
            value = 0
            for word in own.tolist():
                value = (value * SHINGLE_BASE + word) & 0xFFFF_FFFF
            signed[section] = _minima(_mix32(np.array([[value]], dtype=np.uint32)))
    return signed


def _minima(table: Words) -> Words:
    """Of mixed shingles, one column a section, the minima under the 80 permutations: one row a section."""
    minima = np.empty((SLOTS, table.shape[1]), dtype=np.uint32)
    moved = np.empty_like(table)
    for slot, (multiplier, increment) in enumerate(zip(MULTIPLIERS, INCREMENTS, strict=True)):
        np.multiply(table, np.uint32(multiplier), out=moved)
        np.add(moved, np.uint32(increment), out=moved)
        np.minimum.reduce(moved, axis=0, out=minima[slot])
    return minima.T


def band_keys(signed: Words) -> Keys:
    """The 20 keys of each signature, one row each."""
    rows = signed.reshape(len(signed), SLOTS // BAND_ROWS, BAND_ROWS).astype(np.uint64)
    value = np.zeros(rows.shape[:2], dtype=np.uint64)
    for row in range(BAND_ROWS):
        value *= _U64(FINGERPRINT_BASE)
        value += rows[:, :, row]
    kinds = np.arange(1, rows.shape[1] + 1, dtype=np.uint64)
    return (kinds << _U64(56)) | (_mix64(value) >> _U64(8))


def fingerprints(hashes: Words) -> Keys:
    """The key of the six words that start at each word; the last five of a section run on into what follows."""
    value = np.zeros(len(hashes), dtype=np.uint64)
    padded = np.concatenate((hashes, np.zeros(FINGERPRINT, dtype=np.uint32))).astype(np.uint64)
    for step in range(FINGERPRINT):
        value *= _U64(FINGERPRINT_BASE)
        value += padded[step : step + len(hashes)]
    return _mix64(value) >> _U64(8)


def fingerprint_places(bounds: Bounds) -> NDArray[np.bool_]:
    """Where a fingerprint starts: six words of one section. Sections under six words have none."""
    places = np.ones(int(bounds[-1]), dtype=np.bool_)
    for step in range(1, FINGERPRINT):
        behind = bounds[1:] - step
        places[behind[behind >= bounds[:-1]]] = False
    return places


def winnow(keys: Keys, bounds: Bounds) -> NDArray[np.int64]:
    """Places, ascending, of the keys (by `fingerprints`) that are stored, of sections of six words or more.

    The rightmost least of every eight in a row, or of all where a section has fewer.
    """
    starts, counts = bounds[:-1], np.diff(bounds) - (FINGERPRINT - 1)
    starts, counts = starts[counts > 0], counts[counts > 0]
    windows = np.maximum(counts - (WINDOW - 1), 1)
    first = np.repeat(starts - np.concatenate(([0], np.cumsum(windows)[:-1])), windows) + np.arange(
        windows.sum()
    )
    ends = np.repeat(starts + counts, windows)
    best = first.copy()
    least = keys[first]
    for step in range(1, WINDOW):
        place = first + step
        inside = place < ends
        np.minimum(place, ends - 1, out=place)
        key = keys[place]
        better = (key <= least) & inside
        np.copyto(least, key, where=better)
        np.copyto(best, place, where=better)
    return best[np.concatenate(([True], best[1:] != best[:-1]))] if len(best) else best


def _mix32(value: Words) -> Words:
    """MurmurHash3's 32-bit finaliser."""
    value = value ^ (value >> np.uint32(16))
    value *= np.uint32(0x85EBCA6B)
    value ^= value >> np.uint32(13)
    value *= np.uint32(0xC2B2AE35)
    value ^= value >> np.uint32(16)
    return value


def _mix64(value: Keys) -> Keys:
    """MurmurHash3's 64-bit finaliser."""
    value = value ^ (value >> _U64(33))
    value *= _U64(0xFF51AFD7ED558CCD)
    value ^= value >> _U64(33)
    value *= _U64(0xC4CEB9FE1A85EC53)
    value ^= value >> _U64(33)
    return value

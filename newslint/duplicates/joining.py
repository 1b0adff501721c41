"""Which sections of many store a fingerprint in common, in numpy: the keys are made at once and sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newslint.duplicates import batch

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Sequence

    from newslint.duplicates.candidates import Place


def holding(words: Sequence[array[int]], places: Sequence[Place], long: Sequence[int]) -> Iterator[list[int]]:
    """By stored fingerprint that two documents have, the sections that store it, as indices into `places`, ascending.

    `long` are the indices of the sections of 15 words or more, ascending; only they are looked at.
    """
    if not long:
        return
    table = np.array(places, dtype=np.int64)[long]
    offsets = np.cumsum([0, *map(len, words)])
    sizes = table[:, 3] - table[:, 2]
    bounds = np.concatenate(([0], np.cumsum(sizes)))
    everything = np.frombuffer(b"".join([own.tobytes() for own in words]), dtype=np.uint32)
    starts = offsets[table[:, 0]] + table[:, 2]
    hashes = everything[np.repeat(starts - bounds[:-1], sizes) + np.arange(bounds[-1])]

    keys = batch.fingerprints(hashes)
    stored = batch.winnow(keys, bounds)
    keys = keys[stored]
    sections = np.searchsorted(bounds, stored, side="right") - 1
    order = np.argsort(keys, kind="stable")
    keys, sections = keys[order], sections[order]
    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    documents = table[sections, 0]
    shared = np.minimum.reduceat(documents, first) != np.maximum.reduceat(documents, first)
    ends = np.append(first[1:], len(keys))
    listed = np.asarray(long)[sections].tolist()
    for start, end in zip(first[shared].tolist(), ends[shared].tolist(), strict=True):
        yield list(dict.fromkeys(listed[start:end]))

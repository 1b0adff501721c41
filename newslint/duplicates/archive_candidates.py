"""Which candidates may match, in numpy, many at once: a bound on what two sections share, and then the judgement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newslint.duplicates import SHINGLE, batch
from newslint.duplicates.keys import SHORT
from newslint.duplicates.stores.membership import is_in
from newslint.duplicates.verification import RUN, is_same

if TYPE_CHECKING:
    from newslint.duplicates.sections import Sections
    from newslint.duplicates.stores.protocol import Integers, View, Words

LEAST_SHARED = 0.6
"""Shingles that two sections of 15 words or more share at least, as a share of those of the one that has fewer: what
a Jaccard of .6 needs, and less than a containment of .8."""

LEAST_SHARED_RUN = RUN - SHINGLE + 1
"""Shingles of a run that is enough by itself."""

_32 = np.int64(32)


def same_sections(sections: Sections, blocks: Integers, candidates: Integers, view: View) -> list[int]:
    """The indices of the pairs (own block, candidate section) that match."""
    hashes, bounds = view.words(candidates)
    listed: dict[int, list[int]] = {}
    found = []
    for index in _likely(sections, blocks, hashes, bounds).tolist():
        block = int(blocks[index])
        own = listed.get(block)
        if own is None:
            own = listed[block] = sections.block(block).tolist()
        if is_same(own, hashes[bounds[index] : bounds[index + 1]].tolist()):
            found.append(index)
    return found


def _likely(sections: Sections, blocks: Integers, hashes: Words, bounds: Integers) -> Integers:
    """The pairs that may match by the number of distinct shingles that they share.

    Two shingles of one 32-bit hash count as equal, so that the number is never less than the true one.
    """
    own_bounds = np.array(sections.bounds, dtype=np.int64)
    own = _shingles(np.array(sections.words, dtype=np.uint32), own_bounds)
    of_own = np.bincount(own >> _32, minlength=len(own_bounds) - 1)[blocks]
    theirs = _shingles(hashes, bounds)
    candidate = theirs >> _32
    of_theirs = np.bincount(candidate, minlength=len(blocks))
    is_shared = is_in((blocks[candidate] << _32) | (theirs & np.int64(0xFFFF_FFFF)), own)
    shared = np.bincount(candidate[is_shared], minlength=len(blocks))
    sizes, own_sizes = np.diff(bounds), np.diff(own_bounds)[blocks]
    # where a section repeats itself, a run of 25 words may have any number of distinct shingles
    least = np.where(of_theirs < sizes - (SHINGLE - 1), 1, LEAST_SHARED_RUN)
    least = np.minimum(least, LEAST_SHARED * np.minimum(of_own, of_theirs))
    is_short = np.minimum(own_sizes, sizes) <= SHORT
    return np.flatnonzero(np.where(is_short, np.abs(own_sizes - sizes) <= 1, shared >= least))


def _shingles(hashes: Words, bounds: Integers) -> Integers:
    """The distinct shingles of each section, ascending: the section's index times 2**32, plus the shingle."""
    sizes = np.diff(bounds)
    counts = np.maximum(sizes - (SHINGLE - 1), 0)
    ends = np.cumsum(counts)
    places = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(bounds[:-1] - (ends - counts), counts)
    section = np.repeat(np.arange(len(sizes)), counts)
    found = (section << _32) | batch.shingles(hashes)[places].astype(np.int64)
    found.sort()  # a third of what `numpy.unique` takes
    distinct: Integers = found[np.concatenate(([True], found[1:] != found[:-1]))] if len(found) else found
    return distinct

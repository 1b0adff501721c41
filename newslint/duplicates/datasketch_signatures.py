"""Signatures to datasketch's `MinHash` and back, with nothing lost: both are the same 80 minima.

So an index of datasketch (`MinHashLSH`, `MinHashLSHForest`, `LeanMinHash`) takes newslint's signatures, which are
made much faster, and newslint's takes those that datasketch made from the same shingles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from datasketch import MinHash

from newslint.duplicates import specification
from newslint.duplicates.constants import SLOTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

SEED = 1
SCHEME = "affine32"


def as_it_is(shingle: int) -> int:
    """The `hashfunc` of these MinHashes: a shingle is a 32-bit hash already."""
    return shingle


def shingles(text: str) -> list[int]:
    """What a MinHash is to be updated with to get a text's signature: the 32-bit hashes of its runs of five words."""
    return specification.shingles([specification.word_hash(word) for word in specification.words(text)])


def to_minhash(signature: Sequence[int] | NDArray[np.uint32]) -> MinHash:
    """The MinHash that has a signature; it may be updated with more shingles. Raises `ValueError` for one of another length.

    Of a text without words the signature is all ones, as that of a new MinHash.
    """
    values = np.array(signature, dtype=np.uint32)
    if values.shape != (SLOTS,):
        raise ValueError(f"a signature has {SLOTS} minima, this one is of shape {values.shape}")
    return MinHash(num_perm=SLOTS, seed=SEED, scheme=SCHEME, hashfunc=as_it_is, hashvalues=values)


def from_minhash(minhash: Any) -> NDArray[np.uint32]:
    """The signature that a `MinHash` or `LeanMinHash` has: 80 minima.

    Raises `ValueError` for one of another seed, length or scheme: its minima say something else.
    """
    found = (minhash.seed, len(minhash.hashvalues), minhash.scheme)
    if found != (SEED, SLOTS, SCHEME):
        raise ValueError(
            "a signature is MinHash(seed={}, num_perm={}, scheme={!r}); this one has {}, {}, {!r}".format(
                SEED, SLOTS, SCHEME, *found
            )
        )
    return np.array(minhash.hashvalues, dtype=np.uint32)

"""Signatures and datasketch's MinHash are the same 80 minima."""

from __future__ import annotations

import pickle
import random

import numpy as np
import pytest
from datasketch import LeanMinHash, MinHash, MinHashLSH

from newslint.duplicates import batch, datasketch_signatures, specification

WORDS = "harbour ferry council timetable mayor budget rain Ångström l'été crossing 2026 €5 night-time it’s".split()


def text(generator: random.Random, most: int = 60) -> str:
    return " ".join(generator.choice(WORDS) + generator.choice(("", "", "s", ",", ".")) for _ in range(generator.randrange(most)))


def test_ten_thousand_texts_have_the_minima_that_datasketch_has() -> None:
    generator = random.Random(7)
    texts = [text(generator) for _ in range(10_000)]
    hashes, bounds = batch.words(texts)
    signed = batch.signatures(hashes, bounds)
    shingles = batch.shingles(hashes)
    compared = 0
    for row, start, end in zip(signed, bounds.tolist(), bounds[1:].tolist(), strict=False):
        if end - start < 5:  # one shingle of fewer words
            own = specification.shingles(hashes[start:end].tolist())
        else:
            own = shingles[start : end - 4].tolist()
        theirs = MinHash(num_perm=80, seed=1, scheme="affine32", hashfunc=int)
        theirs.update_batch(own)
        assert np.array_equal(theirs.hashvalues, row)
        compared += 1
    assert compared == 10_000


def test_there_and_back() -> None:
    generator = random.Random(8)
    for _ in range(200):
        one, other = text(generator), text(generator)
        signed = batch.signatures_of([one, other, f"{one} {other}", ""])
        minhashes = [datasketch_signatures.to_minhash(row) for row in signed]
        for row, minhash in zip(signed, minhashes, strict=True):
            assert datasketch_signatures.from_minhash(minhash).tolist() == row.tolist()
            assert datasketch_signatures.from_minhash(LeanMinHash(minhash)).tolist() == row.tolist()
            for other_row, other_minhash in zip(signed, minhashes, strict=True):
                assert minhash.jaccard(other_minhash) == np.mean(row == other_row)


def test_datasketch_goes_on_from_a_signature() -> None:
    first, rest = "The night ferry leaves from the old harbour", "at ten and arrives before the morning market opens"
    minhash = datasketch_signatures.to_minhash(batch.signatures_of([first])[0])
    minhash.update_batch(datasketch_signatures.shingles(rest))
    both = datasketch_signatures.to_minhash(batch.signatures_of([first])[0])
    both.merge(datasketch_signatures.to_minhash(batch.signatures_of([rest])[0]))
    assert minhash == both
    assert pickle.loads(pickle.dumps(minhash)) == minhash
    own = MinHash(num_perm=80, seed=1, scheme="affine32", hashfunc=datasketch_signatures.as_it_is)
    own.update_batch(datasketch_signatures.shingles(first))
    assert datasketch_signatures.from_minhash(own).tolist() == batch.signatures_of([first])[0].tolist()


def test_datasketchs_index_takes_signatures() -> None:
    generator = random.Random(9)
    texts = [text(generator, 200) for _ in range(50)]
    index = MinHashLSH(threshold=0.8, num_perm=80)
    for number, row in enumerate(batch.signatures_of(texts)):
        index.insert(str(number), datasketch_signatures.to_minhash(row))
    asked = max(range(50), key=lambda number: len(texts[number]))
    assert str(asked) in index.query(datasketch_signatures.to_minhash(batch.signatures_of([texts[asked]])[0]))


@pytest.mark.parametrize("kind", [{"seed": 2}, {"num_perm": 128}, {"scheme": "affine64"}, {"scheme": "legacy"}])
def test_other_minhashes_are_refused(kind: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a signature is MinHash"):
        datasketch_signatures.from_minhash(MinHash(**{"num_perm": 80, "seed": 1, "scheme": "affine32", **kind}))
    with pytest.raises(ValueError, match="80 minima"):
        datasketch_signatures.to_minhash([1, 2, 3])

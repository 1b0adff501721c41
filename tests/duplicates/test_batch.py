"""The numpy forms equal the specification, and signatures equal datasketch's."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newslint.duplicates import batch, keys, specification
from tests.conftest import require

TEXTS = st.lists(
    st.text(alphabet=st.sampled_from("abcdé½’'- \n\0\u0301“ABß" + "   "), max_size=120)
    | st.lists(st.sampled_from("one two three four internationalisation".split()), max_size=40).map(" ".join),
    max_size=12,
)


@given(TEXTS)
def test_words_signatures_and_keys(texts: list[str]) -> None:
    hashes, bounds = batch.words(texts)
    signed = batch.signatures(hashes, bounds)
    bands = batch.band_keys(signed)
    fingerprints = batch.fingerprints(hashes)
    places = batch.winnow(fingerprints, bounds).tolist()
    starts = batch.fingerprint_places(bounds)
    assert batch.signatures_of(texts).tolist() == signed.tolist()
    for index, text in enumerate(texts):
        start, end = int(bounds[index]), int(bounds[index + 1])
        words = [specification.word_hash(word) for word in specification.words(text)]
        assert hashes[start:end].tolist() == words
        if not words:
            assert set(signed[index].tolist()) == {0xFFFF_FFFF}
            continue
        shingles = specification.shingles(words)
        signature = specification.signature(shingles)
        if len(words) >= 5:
            assert batch.shingles(hashes)[start : end - 4].tolist() == shingles
        assert signed[index].tolist() == signature
        assert bands[index].tolist() == specification.band_keys(signature)
        own = [place - start for place in places if start <= place < end]
        assert np.flatnonzero(starts[start:end]).tolist() == list(range(max(len(words) - 5, 0)))
        if len(words) >= 6:
            expected = specification.fingerprints(words)
            assert fingerprints[start : start + len(expected)].tolist() == expected
            assert own == specification.winnow(expected)
        else:
            assert own == []


def test_signatures_equal_those_of_datasketch() -> None:
    require("datasketch")
    from datasketch import MinHash

    shingles = [specification.word_hash(f"shingle {number}") for number in range(200)]
    expected = MinHash(num_perm=80, seed=1, scheme="affine32", hashfunc=lambda value: value)
    expected.update_batch(shingles)
    assert specification.signature(shingles) == expected.hashvalues.tolist()


def test_signatures_of_texts_equal_those_of_datasketch() -> None:
    require("datasketch")
    from datasketch import MinHash

    text = "It rained on the second day of the fair, and again on the third, and nobody minded in the least."
    hashes = [specification.word_hash(word) for word in specification.words(text)]
    expected = MinHash(num_perm=80, seed=1, scheme="affine32", hashfunc=lambda value: value)
    expected.update_batch(specification.shingles(hashes))
    assert batch.signatures_of([text])[0].tolist() == expected.hashvalues.tolist()


@given(st.lists(st.integers(0, 2**32 - 1), min_size=8, max_size=30))
def test_a_query_asks_for_everything_that_an_equal_section_stores(words: list[int]) -> None:
    assert set(keys.stored(words)) <= set(keys.asked(words))
    assert keys.stored(words)


@given(st.lists(st.integers(0, 99), min_size=8, max_size=14), st.data())
def test_a_short_section_with_one_word_changed_is_asked_for(words: list[int], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    changed = (
        words[:place] + data.draw(st.sampled_from([[], [1000], [words[place], 1000]])) + words[place + 1 :]
    )
    if len(changed) >= 8:
        assert set(keys.stored(words)) & set(keys.asked(changed))
        assert set(keys.stored(changed)) & set(keys.asked(words))


@given(st.lists(st.integers(0, 99), min_size=13, max_size=13), st.integers(0, 20), st.integers(0, 20))
def test_thirteen_equal_words_share_a_stored_fingerprint(run: list[int], before: int, after: int) -> None:
    one = [1000 + number for number in range(before + 2)] + run
    other = run + [2000 + number for number in range(after + 2)]
    assert keys.winnowed(one) & keys.winnowed(other)

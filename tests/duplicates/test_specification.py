"""Golden values: whoever changes these changes every stored key, and has to raise SCHEME_VERSION."""

from __future__ import annotations

from newslint.duplicates import SCHEME_VERSION, specification

TEXT = "The harbour’s old crane—built in 1911—was sold, for £2 to a well-known café owner in Århus."
WORDS = "the harbours old crane built in 1911 was sold for 2 to a well known café owner in århus".split()


def test_the_word_rule() -> None:
    assert specification.words(TEXT) == WORDS
    assert specification.words("“ﬁne” STRASSE straße Cafe\u0301 re\u200bad ½ _x_ rock ’n’ roll") == [
        "fine", "strasse", "strasse", "café", "read", "12", "x", "rock", "n", "roll",
    ]  # fmt: skip
    assert specification.words(" ’’ — \u0301 … ") == []


def test_golden_values() -> None:
    assert SCHEME_VERSION == 1
    hashes = [specification.word_hash(word) for word in WORDS]
    assert hashes[:4] == GOLDEN_WORDS
    assert specification.word_hash("internationalisation") == GOLDEN_LONG_WORD
    shingles = specification.shingles(hashes)
    assert len(shingles) == len(hashes) - 4
    assert shingles[:3] == GOLDEN_SHINGLES
    signature = specification.signature(shingles)
    assert (len(signature), signature[:3]) == (80, GOLDEN_SIGNATURE)
    assert specification.band_keys(signature)[:2] == GOLDEN_BANDS
    fingerprints = specification.fingerprints(hashes)
    assert fingerprints[:2] == GOLDEN_FINGERPRINTS
    assert specification.winnow(fingerprints) == GOLDEN_PLACES


def test_keys_fit_a_signed_64_bit_column_and_tell_their_kind() -> None:
    hashes = [specification.word_hash(word) for word in WORDS]
    for kind, key in enumerate(
        specification.band_keys(specification.signature(specification.shingles(hashes))), 1
    ):
        assert key >> 56 == kind
    assert all(0 <= key < 1 << 56 for key in specification.fingerprints(hashes))


def test_no_words_make_no_key() -> None:
    assert specification.shingles([]) == []
    assert specification.fingerprints([]) == []
    assert specification.winnow([]) == []
    assert specification.jaccard([], []) == 0.0


GOLDEN_WORDS = [3120784314, 1042731727, 4130113260, 891003312]
GOLDEN_LONG_WORD = 4086482060
GOLDEN_SHINGLES = [2743503999, 3208438919, 2194831837]
GOLDEN_SIGNATURE = [705587150, 290405851, 222156377]
GOLDEN_BANDS = [118395675692133793, 188547918939704504]
GOLDEN_FINGERPRINTS = [33285603716940334, 55982212670749754]
GOLDEN_PLACES = [5, 9]

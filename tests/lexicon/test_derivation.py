"""Which unknown words are made of known ones by the rules of English."""

import pytest

from newslint.lexicon.derivation import COMPOUND, INFLECTED, PREFIXED, SUFFIXED, derivation


@pytest.mark.parametrize(
    ("word", "made"),
    [
        ("reprioritised", PREFIXED),
        ("antimonarchist", PREFIXED),
        ("vicarless", SUFFIXED),
        ("gardenwards", SUFFIXED),
        ("objectifiers", SUFFIXED),
        ("auditings", INFLECTED),
        ("tarped", INFLECTED),
        ("enablement", SUFFIXED),
        ("chemoluminescence", PREFIXED),
        ("hexacopter", PREFIXED),
        ("packhouse", COMPOUND),
        ("vinegarshelf", COMPOUND),
    ],
)
def test_derivations(word: str, made: str) -> None:
    assert derivation(word) == made


@pytest.mark.parametrize("word", ["occured", "begining", "goverment", "happyness", "tomatos", "churchs", "xyzzy"])
def test_wrong_spellings_of_derivations_are_none(word: str) -> None:
    assert derivation(word) == ""

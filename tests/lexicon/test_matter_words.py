"""Words that names are made of: things and their kinds, no persons and no verbs."""

from __future__ import annotations

import pytest

from newslint.lexicon.matter_words import is_matter


@pytest.mark.parametrize("word", ["health", "services", "national", "policy", "policies", "agencies", "international", "branches"])
def test_things_and_their_kinds(word: str) -> None:
    assert is_matter(word)


@pytest.mark.parametrize("word", ["says", "thanks", "told", "used", "president", "astronomer", "near", "via", "the", "japan", "xyzzy", "s", ""])
def test_what_stands_between_names_as_well(word: str) -> None:
    assert not is_matter(word)

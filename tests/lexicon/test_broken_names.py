"""The list of names in forms that are sure to be slips: what it holds, and how it is asked."""

from __future__ import annotations

from itertools import pairwise

from newslint import lexicon
from newslint.lexicon import broken_names


def test_every_form_has_one_word_in_lower_case_and_the_pair_that_it_is_found_by() -> None:
    forms = broken_names._forms()
    assert len(forms) > 1_000
    for pair, listed in forms.items():
        for form in listed.split("|"):
            words = form.split(" ")
            name = broken_names.name_of(form).split(" ")
            (lowered,) = [now for now, right in zip(words, name, strict=True) if now != right]
            assert pair in pairwise(words), form
            assert lowered in pair, form
            assert lexicon.is_known_lower(lowered), form


def test_forms_are_told_by_the_pairs_of_a_text() -> None:
    pairs = {("Housing", "administration"), ("the", "Air"), ("joint", "Chiefs"), ("Air", "Force")}
    assert broken_names.forms_in(pairs) == [
        (("Housing", "administration"), "Federal Housing administration"),
        (("joint", "Chiefs"), "joint Chiefs"),
        (("joint", "Chiefs"), "joint Chiefs of Staff"),
    ]
    assert broken_names.name_of("Wars of the roses") == "Wars of the Roses"

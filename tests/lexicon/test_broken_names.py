"""The list of names in forms that are sure to be slips: what it holds, and how it is asked."""

from __future__ import annotations

from itertools import pairwise

from newslint import lexicon
from newslint.lexicon import broken_names


def test_every_form_has_one_word_in_lower_case_and_the_pair_that_it_is_found_by() -> None:
    forms = broken_names.forms()
    assert len(forms) > 500
    for left, rights in forms.items():
        for right, listed in rights.items():
            for form in listed:
                words = form.split(" ")
                name = broken_names.name_of(form).split(" ")
                (lowered,) = [now for now, right in zip(words, name, strict=True) if now != right]
                assert (left, right) in pairwise(words), form
                assert lowered in (left, right), form
                assert lexicon.is_known_lower(lowered), form


def test_names_are_told_from_their_forms() -> None:
    assert broken_names.forms()["joint"]["Chiefs"] == ["joint Chiefs", "joint Chiefs of Staff"]
    assert broken_names.name_of("joint Chiefs of Staff") == "Joint Chiefs of Staff"
    assert broken_names.name_of("Wars of the roses") == "Wars of the Roses"

"""Names of several words with one of them lower-cased, in forms that are sure to be slips: `Air force`.

The list is made from WordNet's names by tools/build_names.py, which says which forms are sure; see data/NOTICE-wordnet. It is
read when first asked for.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set

Pair = tuple[str, str]

LINKS = frozenset(("and", "for", "of", "the"))
"""Words of names that have no capital."""


def forms_in(pairs: Set[Pair]) -> list[tuple[Pair, str]]:
    """The forms that may stand in a text of these pairs of neighbouring words, each with the pair that tells, in order."""
    known = _forms()
    return [(pair, form) for pair in sorted(known.keys() & pairs) for form in known[pair].split("|")]


def name_of(form: str) -> str:
    """The name that a form is a slip of."""
    return " ".join(word if word in LINKS or word[0].isupper() else word.capitalize() for word in form.split(" "))


@cache
def _forms() -> dict[Pair, str]:
    lefts, rights, forms = (Path(__file__).parent / "data" / "names.txt").read_text(encoding="utf-8").splitlines()
    return dict(zip(zip(lefts.split("\t"), rights.split("\t"), strict=True), forms.split("\t"), strict=True))

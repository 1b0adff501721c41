"""Names of several words with one of them lower-cased, in forms that are sure to be slips: `Air force`.

The list is made from WordNet's names by tools/build_names.py, which says which forms are sure; see data/NOTICE-wordnet. It is
read when first asked for.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

LINKS = frozenset(("and", "for", "of", "the"))
"""Words of names that have no capital."""


@cache
def forms() -> dict[str, dict[str, list[str]]]:
    """The forms, by the first and then the second word of a pair of neighbours that each of them has."""
    path = Path(__file__).parent / "data" / "names.txt"
    lefts, rights, listed = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    by_pair: dict[str, dict[str, list[str]]] = {}
    for left, right, found in zip(lefts, rights, listed, strict=True):
        by_pair.setdefault(left, {})[right] = found.split("|")
    return by_pair


def name_of(form: str) -> str:
    """The name that a form is a slip of."""
    return " ".join(word if word in LINKS or word[0].isupper() else word.capitalize() for word in form.split(" "))

"""Nouns and adjectives that names of institutions, laws and programmes are made of: `health`, `services`, `national`.

They are made from WordNet by tools/build_matter_words.py, which says what is left out; see data/NOTICE-wordnet. The list is read when
first asked for.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


def is_matter(word: str) -> bool:
    """Whether a lower-case word is one of these, or the plural of one that has a plural."""
    counted, others = _words()
    return word in counted or word in others or (word[-1:] == "s" and not counted.isdisjoint(_singulars(word)))


def _singulars(word: str) -> tuple[str, ...]:
    if word.endswith("ies"):
        return (word[:-1], word[:-3] + "y")
    return (word[:-1], word[:-2]) if word.endswith(("ses", "xes", "ches", "shes")) else (word[:-1],)


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    path = Path(__file__).parent / "data" / "matter.txt"
    counted, others = path.read_text(encoding="ascii").splitlines()
    return frozenset(counted.split()), frozenset(others.split())

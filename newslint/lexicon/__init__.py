"""What words exist, in which case, how frequent, and what a misspelt one was meant to be.

The knowledge is that of SCOWL (all regions and variants) up to size 70, with its size-80 words as a tier that
only keeps silent; see data/NOTICE. Words are compared without possessive `'s` and with `’` as `'`.

A word that is fine is looked up once a process: `strangers` answers for a text by one set difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.lexicon.store import common, sections
from newslint.lexicon.store import is_technical as is_technical

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

UNKNOWN = "unknown"
"""A lower-case word of plain letters that no list has."""
BORROWED = "borrowed"
"""A lower-case word that English copy borrows: foreign, an abbreviation, made from a name."""
PROPER = "proper"
"""A lower-case word that the lists have only with capitals."""
PROPER_PART = "proper part"
"""A lower-case hyphenated word of which a part is `PROPER`."""
RARE = "rare"
"""A lower-case word that only the list of rare words has."""
NAME = "name"
"""A capitalised word that the lists have in no form."""
MIXED = "mixed"
"""A word with a lower-case first letter and capitals after it, not in the lists as written."""

_FINE = ""
_LONGEST = 40
"""What is longer, in letters, is no word, and is not looked at."""
_NEVER_A_NAME = "a"
_REMEMBERED = 1_000_000
_CONTRACTED = ("'s", "'ll", "'ve", "'re", "'d", "'m")

_fine: set[str] = set()
_strange: dict[str, str] = {}
_forms: dict[str, str | None] = {}
_names_and_words: set[str] = set()
_unknown_names: set[str] = set()
_known_names: set[str] = set()


def strangers(words: set[str]) -> dict[str, list[str]]:
    """The words, as written, that the lexicon does not simply know, by kind, each kind's in alphabetical order.

    The unknown names are not among them: see `unknown_names`.
    """
    kinds: dict[str, list[str]] = {}
    for word in words - _fine - _unknown_names:
        kind = _strange.get(word) or _learn(word)
        if kind and kind != NAME:
            kinds.setdefault(kind, []).append(word)
    for found in kinds.values():
        found.sort()
    return kinds


def unknown_names(words: set[str]) -> set[str]:
    """Those of the words, all given to `strangers` before, that have a capital and that no list has in any form."""
    return words & _unknown_names


def known_names(words: set[str]) -> set[str]:
    """Those of the words, all given to `strangers` before, that the lists have with a capital only: `Tehran`."""
    return words & _known_names


def names_and_words(words: set[str]) -> set[str]:
    """Those of the words, all given to `strangers` before, that have a capital and are common words without it: `Bush`."""
    return words & _names_and_words


def kind_of(word: str) -> str:
    """The kind of one word as written; empty for one that is fine."""
    if word in _fine:
        return _FINE
    return _strange.get(word) or _learn(word)


def base_of(word: str) -> str:
    """A word without its possessive ending, `’` as `'`."""
    if "’" in word:
        word = word.replace("’", "'")
    return word[:-2] if word[-2:] in ("'s", "'S") else word


def forms_of(key: str) -> tuple[str, ...]:
    """The capitalised forms of a lower-case word, the most frequent first."""
    known = _known(key)
    if known is None:
        return ()
    forms = [form for form in known[2:].split(",") if form]
    if known[1] != "-":
        forms.append(known[1] + key[0].upper() + key[1:])
    return tuple(form[1:] for form in sorted(forms))


def frequency(key: str) -> str:
    """The class of a lower-case word, `a` (most frequent) to `j`; `z` for a rare one, empty for no word."""
    known = _known(key)
    if known is not None and known[0] != "-":
        return known[0]
    return "z" if sections()[1].find(key) is not None else ""


def capitalised_frequency(key: str) -> str:
    """The class of the form of a lower-case word that has a capital first; empty where there is none."""
    known = _known(key)
    return known[1] if known is not None and known[1] != "-" else ""


def is_known_lower(word: str) -> bool:
    """Whether a lower-case word is in the lists up to size 70, its possessive and contracted forms included."""
    known = _known(word)
    if known is not None and known[0] != "-":
        return True
    for ending in _CONTRACTED:
        if word.endswith(ending):
            return is_known_lower(word[: -len(ending)])
    return False


def is_english(words: Sequence[str]) -> bool:
    """Whether at least half of the words (of the first 300 that are letters) are English; true for no words."""
    sample = [word.lower() for word in words[:600] if word[0].isalpha()][:300]
    if not sample:
        return True
    frequent = common()
    known = sum(1 for word in sample if word in frequent)
    if 2 * known >= len(sample):
        return True
    known = sum(1 for word in sample if _is_word(word))
    return 2 * known >= len(sample) and 5 * sum(1 for word in sample if word in frequent) >= len(sample)


def known_share(words: Iterable[str]) -> float:
    """The share of words that the lists up to size 70 have in any form; 1.0 for no words."""
    asked = [word.lower() for word in words]
    return sum(1 for word in asked if _is_word(word)) / len(asked) if asked else 1.0


def suggest(word: str, article_words: Set[str] = frozenset()) -> list[str]:
    """Known words that a misspelt lower-case word may stand for, the likeliest first; at most 5.

    The words of the article are likelier. Words are at most two edits away.
    """
    from newslint.lexicon.suggestions import ranked

    return [candidate for _, candidate in ranked(word, article_words)[:5]]


def _is_word(word: str) -> bool:
    base = base_of(word)
    return base in common() or _known(base) is not None or all(
        part in common() or _known(part) is not None for part in base.split("-") if part
    )


def _known(key: str) -> str | None:
    try:
        return _forms[key]
    except KeyError:
        if len(_forms) > _REMEMBERED:
            _forms.clear()
        known = _forms[key] = sections()[0].find(key)
        return known


def _learn(word: str) -> str:
    if len(word) > _LONGEST:
        return _FINE
    kind = _classify(word)
    if len(_fine) > _REMEMBERED:
        _fine.clear()
    if len(_strange) > _REMEMBERED:
        _strange.clear()
        _unknown_names.clear()
    if kind == NAME:
        _unknown_names.add(word)
    if kind:
        _strange[word] = kind
    else:
        _fine.add(word)
    return kind


def _classify(word: str) -> str:
    if word in common():
        return _FINE
    base = base_of(word)
    lower = base.lower()
    if base == lower:
        return _classify_lower(base)
    known = _known(lower)
    if base[0].isupper():
        if known is not None and known[0] > _NEVER_A_NAME and known[1] != "-" and base[1:].islower():
            _names_and_words.add(word)
        elif known is not None and known[0] == "-":
            _known_names.add(word)
        if known is not None or base.isupper() or not base.replace("'", "").isalpha():
            return _FINE
        return NAME if sections()[1].find(lower) is None and not is_known_lower(lower) else _FINE
    if known is not None and base in forms_of(lower):
        return _FINE
    return MIXED if base.isalpha() and base.isascii() else _FINE


def _classify_lower(base: str) -> str:
    if base in common():
        return _FINE
    if not base.isalpha():
        if "-" in base or "‑" in base:
            parts = base.replace("‑", "-").split("-")
            kinds = [kind_of(part) for part in parts if part]
            return PROPER_PART if PROPER in kinds and all(kind in (_FINE, PROPER) for kind in kinds) else _FINE
        if not base.endswith(("n't", "'nt")) or not base.replace("'", "").isalpha():
            return _FINE
    if is_known_lower(base):
        return _FINE
    quiet = sections()[1]
    found = quiet.find(base)
    if found is not None:
        return BORROWED if found else RARE
    if _known(base) is not None:
        return PROPER
    if base[-1] == "s" and quiet.find(base[:-1]) is not None:
        return BORROWED
    return UNKNOWN if base.isascii() and len(base) > 2 else _FINE

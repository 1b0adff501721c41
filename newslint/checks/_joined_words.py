"""Where two words were joined by a lost space, told from a compound: `keepindustries`, `controlover`, `forpowdery`.

English joins nouns (`sharemarket`), adjectives with nouns (`broadacre`) and verbs with particles (`walkthrough`) every
day, so two frequent words prove nothing. What no compound has: a word of grammar at its border; a plural, a past
form, an adverb or an abstract noun as its first part; an adverb as its last; a first part of seven letters or more. One
of these must be seen, the split must be the only one, and no known word may be near.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newslint import lexicon

_FIRST = frozenset(
    """
    for several many each every both such other another enough still quite rather almost often never always already perhaps
    maybe however although though unless whether within during despite among across toward towards against upon million
    billion former recent large major these those first second third two three four five six seven eight nine ten twenty
    hundred thousand more most less few same own how unlike being used alike sudden huge
    """.split()
)
_LAST = frozenset(
    """
    over after under for from during without within across against among per both each every many much such other more
    most less few still already also even often never always although though unless whether despite upon including until
    because two three four five six them themselves himself itself herself together enough again whom whose toward towards
    about via your few
    """.split()
)
_BEFORE_LONG = frozenset(("new", "all"))
_VERBS = frozenset(
    """
    make makes made take takes took taken get gets got give gives gave given come came goes went know known think want
    wants need needs used using keep keeps become remain provide said found told left seen help helps include includes
    continue continues say says meant heard felt kept held built brought sent lost paid began became
    """.split()
)
_PLURALS = frozenset(("people", "men", "women", "children", "police"))
_MAKE_COMPOUNDS = frozenset(
    """
    base bases based member members space spaces work works ware like wide room rooms house houses man men person people side
    sides time times able ability oral ally
    """.split()
)
_LASTING = re.compile("(?:second|minute|hour|day|night|week|month|season|year|decade|centurie|mile)slong$")
"""What copy writes as one word for how long a thing lasts or is: `a weekslong exercise`."""
_PARTICLES = frozenset(("over", "under", "after"))
_PREPOSITIONS = frozenset(("through", "without", "outside", "between", "against", "beyond"))
"""Long words of grammar that names and compounds begin with: `throughline`."""
_ABSTRACT = re.compile(
    "(?:tion|sion|ment|ity|ness|ance|ence|ous|ive|ally|ency|ancy|ism|ist|ible|ical|ary)s?$|ies$"
)
_RAREST, _RAREST_IF_LONG, _RAREST_BESIDE_GRAMMAR, _LISTED = "e", "g", "h", "g"
"""Lexicon classes: of a part, the same in a long word, of a part beside a word of grammar, and of the parts of any split."""
_LONG = 12
_UNIQUE = 2
"""How many classes the next best split must be rarer by."""
_SPELLING_EXPLAINS = 6.0


@lru_cache(maxsize=5000)
def split_by_form(word: str, first: frozenset[str], last: frozenset[str]) -> int:
    """How many letters the first of two joined words has, 0 where the word may be a compound, a term or misspelt.

    `first` and `last` are words of grammar that no compound begins or ends with.
    """
    found = [] if _LASTING.match(word) else _splits(word)
    if not found or (len(found) > 1 and found[1][0] - found[0][0] < _UNIQUE):
        return 0
    at = found[0][1]
    left, right = word[:at], word[at:]
    rarest = max(lexicon.frequency(left), lexicon.frequency(right))
    beside_grammar = len(word) > 7 and (left in first or right in last)
    if rarest > (_RAREST_BESIDE_GRAMMAR if beside_grammar else _RAREST_IF_LONG if len(word) >= _LONG else _RAREST):
        return 0
    if not beside_grammar and (right in _MAKE_COMPOUNDS or not _is_no_compound(left, right)):
        return 0
    from newslint.lexicon.derivation import COMPOUND, derivation
    from newslint.lexicon.suggestions import ranked

    if derivation(word) not in ("", COMPOUND):
        return 0
    near = ranked(word)
    return 0 if near and (near[0][0] <= _SPELLING_EXPLAINS or ranked(word, bound=1)) else at


def _splits(word: str) -> list[tuple[int, int]]:
    """Rareness and place of the splits in two listed words of three letters or more, the best first."""
    found = []
    for at in range(3, len(word) - 2):
        left = lexicon.frequency(word[:at])
        right = left and left <= _LISTED and lexicon.frequency(word[at:])
        if right and right <= _RAREST_BESIDE_GRAMMAR:
            found.append((ord(left) + ord(right), at))
    return sorted(found)


def _is_no_compound(left: str, right: str) -> bool:
    """Whether the form of one of two words, both frequent, says that they make no compound."""
    if min(lexicon.frequency(left), lexicon.frequency(right)) > "d":
        return False
    if left in _FIRST and len(right) > 3:
        return True
    if left in _BEFORE_LONG and len(right) > 6:
        return True
    if right in _LAST and len(left) > (6 if right in _PARTICLES else 4 if len(right) < 6 and right != "for" else 3):
        return True
    if len(left) + len(right) > 8 and (left in _VERBS or right in _VERBS):
        return True
    if _is_plural(left) or (len(left) > 4 and left.endswith(("ed", "ly")) and _is_formed(left)):
        return True
    if right.endswith(("ably", "ibly")) or (right.endswith("ly") and len(right) > 4 and _is_word(right[:-2])):
        return True
    if right.endswith("ing") and _is_formed(right):
        return False  # `decisionmaking`
    if len(right) > 3 and ((len(left) > 6 and left not in _PREPOSITIONS) or (len(left) > 4 and _is_formed(left))):
        return True
    if len(left) > 5 and len(right) > 3 and (_is_word(left + "ly") or _is_word(left + "ally")):
        return True
    if len(left) > 5 and len(right) > 5 and right.endswith("ed") and _is_formed(right):
        return True
    return len(left) > 3 and len(right) > 6 and _ABSTRACT.search(right) is not None


def _is_word(word: str) -> bool:
    return "" < lexicon.frequency(word) < "z"


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (
        len(word) > 3 and word[-1] == "s" and not word.endswith(("ss", "us", "is")) and _is_word(word[:-1])
    )


def _is_formed(word: str) -> bool:
    """Whether the word is a past form, a participle, an adverb, an adjective in `able`, or an abstract noun."""
    for ending, restored in (("ed", "e"), ("ing", "e"), ("ly", "le"), ("able", "e")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            if _is_word(stem) or _is_word(stem + restored) or (stem[-1] == stem[-2] and _is_word(stem[:-1])):
                return True
            if stem[-1] == "i" and _is_word(stem[:-1] + "y"):
                return True
    return len(word) > 6 and _ABSTRACT.search(word) is not None

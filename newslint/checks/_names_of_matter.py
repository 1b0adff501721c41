"""Names told by the kind of their words: `Harbour safety Strategy`, `Office for harbour Safety`.

Between two capitalised words that are common ones, a lone noun or adjective in lower case is part of their name. Of
2.8 million words of edited text, three places have that form, and two of these are slips. Verbs, and nouns for persons, stand
there as well (`the Harbour Board president Grace Bell`), so they are none of the lexicon's matter words.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newslint import lexicon
from newslint.checks._late_patterns import LatePattern
from newslint.checks._names_of_run import FUNCTION_WORDS
from newslint.document.sentences import is_sentence_start
from newslint.lexicon.matter_words import is_matter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.document import Document

_BETWEEN = LatePattern(r"[A-Z](?<=[a-z,] [A-Z])[a-z]+ (?:of |for )?(?!and |of |for |the )[a-z]{3,} [A-Z][a-z]+(?![\w’'])")
_ONE_OF = frozenset("a an any another each every no some".split())
_PERIODS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday spring summer autumn winter fall christmas easter".split()
)
"""What tells when: `the Senate vote Thursday`."""
_DIRECTIONS = frozenset("new north south east west northern southern eastern western great saint doctor major general professor president sir".split())
"""What begins the name of a place or person."""
_CALLED = frozenset(
    "album app band bank book brand chain city club company documentary final firm film game group horse journal label magazine match "
    "mine model movie newspaper novel operator party product program programme province quarter region series service session ship show site song star "
    "state store studio suburb system team theme title town village website word world".split()
)
"""What stands before the name of one: `the French newspaper Liberation`."""


def lowered_between(document: Document) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Index of the first word of a name with a lower-case word inside, and the name as it should be."""
    for match in _BETWEEN.finditer(document.prose):
        parts = match[0].split(" ")
        *_, wrong, last = parts
        first = parts[0].lower()
        if not is_matter(wrong) or wrong in _CALLED or not (_is_common(first) and _is_common(last.lower())):
            continue
        if not _PERIODS.isdisjoint((first, wrong, last.lower())) or first in _DIRECTIONS or last.lower() in _DIRECTIONS:
            continue
        block = document.block_at(match.start())
        index = bisect_left(document.words.starts, match.start())
        if block is None or block.kind not in ("paragraph", "list-item") or is_sentence_start(document, match.start()):
            continue
        if any(match.start() < border < match.end() for link in document.links for border in (link.start, link.end)):
            continue  # “the Harbour site [Code of Conduct](…)”
        texts = document.words.texts
        if texts[index : index + len(parts)] != parts or texts[index - 1] in _ONE_OF:
            continue
        yield index, (*parts[:-2], wrong[0].upper() + wrong[1:], last)


def _is_common(word: str) -> bool:
    """Whether a word is no name by itself: `harbour`, not `nick` or `japan`."""
    return is_matter(word) or (word not in FUNCTION_WORDS and lexicon.is_known_lower(word) and not lexicon.capitalised_frequency(word))

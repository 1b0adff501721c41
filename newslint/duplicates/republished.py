"""Which of the passages that articles share are almost certainly a slip, and which may be meant.

Most of what two articles of one house share is right: what a series says of itself, calls and instructions, the
summary of an article in a digest of it. Told from it are

- an article republished: `MOST` of either article stands in the other, or nearly all of both is the same, a word
  changed here and there;
- a passage republished: two sections of prose or more that only these two articles have, or three of which one
  has a fair part of it; neither article links to the other, and it is no note (`About the author`);
- a paragraph that strayed: a long one, whole, that is all that two articles on different subjects share.

Articles of one series (`series`) share what they like but for the whole: the text under another headline.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from newslint.duplicates import SECTION
from newslint.duplicates.alignment import align, matched
from newslint.duplicates.notes import is_note
from newslint.duplicates.passages import covered
from newslint.duplicates.series import is_edition, is_same, is_series

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.duplicates.passages import Passage
    from newslint.duplicates.records import Record

    Found = tuple[Record, Record, Passage]
    Shared = tuple[int, int, Record]
    """A record's words, from and to, that another record has, too, and that record."""

MOST = 0.6
"""The share of one article's words that makes it republished in another; of the longer one's, too, in a short one."""
MOST_OF_THREE = 0.75
"""The same where a third article has them, too."""
LEAST_OF_ONE = 20
"""Words of an article whole inside a longer one."""

REWORDED = 0.8
"""The share of both articles' words, in one order, that makes the one a reworded copy of the other. Of 13,700 pairs of
clean articles that share a passage and are no series none had more than .78."""
REWORDED_SHARED, REWORDED_LENGTH = 0.02, 1.25
"""Below this share in matched sections, or above this ratio of their lengths, articles are not compared word by word."""

ALL_OF_ONE = 0.95
SAME_HEADLINE = (0.8, 0.5)
"""Under the same headline: the share of the one article, or those of the one and the other. An event comes again with
a new programme."""
SAME_SERIES = (0.95, 0.99)
"""In a series whose headlines differ in numbers or dates: the least share of both, and the least similarity."""
REWORDED_IN_SERIES, LONG_IN_SERIES = 0.9, 150
"""In one whose headlines do not: the share of both articles' words in one order, and the words of the shorter one."""

FAIR_PART = 0.2
"""The share of either article that is no standing matter though three have it."""
LISTED = frozenset(("list-item", "table-cell", "quotation", "caption"))
LONG_LIST = 200
"""Words of a republished passage that is mostly lists, tables and quotations, which articles share more freely."""


STRAY, STRAY_SIMILARITY = 40, 0.95
"""Words of a single paragraph that may have strayed into another article, and how alike the two are."""
STRANGERS, FEW_PAIRS = 0.06, 6
"""The share of pairs of words, and how many besides, that two articles on different subjects have in common at most;
the median of two articles of one blog is a share of .04 to .07."""


@dataclass(frozen=True, slots=True)
class Republished:
    """What the `later` article has of the `earlier` one.

    - `passages`: the longest first, without standing matter;
    - `others`: how many other articles have the longest, too, the earlier one among them.
    """

    earlier: Record
    later: Record
    passages: list[Passage]
    others: int


class Sharing:
    """How many articles of a run have a passage, from all the passages that two of them share."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._shared: dict[int, list[Shared]] = defaultdict(list)
        for earlier, later, passage in found:
            self._shared[id(earlier)].append((*passage.earlier, later))
            self._shared[id(later)].append((*passage.later, earlier))
        self._others: dict[tuple[int, tuple[int, int], float], int] = {}

    def others(self, record: Record, words: tuple[int, int], share: float = 0.5) -> int:
        """How many other articles have this share of these words of a record or more in one passage."""
        asked = (id(record), words, share)
        others = self._others.get(asked)  # a passage of many articles is asked for once for each pair of them
        if others is None:
            least = share * (words[1] - words[0])
            others = self._others[asked] = len(
                {
                    id(other)
                    for start, end, other in self._shared[id(record)]
                    if min(end, words[1]) - max(start, words[0]) >= least
                }
            )
        return others


def republished(found: Iterable[Found], sharing: Sharing, articles: int, words: int) -> Iterator[Republished]:
    """The pairs of articles of which the later one almost certainly repeats the earlier by mistake, in the order of `found`.

    `articles` is how many have standing matter, `words` the length of the shortest passage that is reported where
    the rest of the article is its own.
    """
    pairs: dict[tuple[int, int], tuple[Record, Record, list[Passage]]] = {}
    for earlier, later, passage in found:
        pairs.setdefault((id(earlier), id(later)), (earlier, later, []))[2].append(passage)
    for earlier, later, passages in pairs.values():
        shorter = min(len(earlier.sections.words), len(later.sections.words))
        if _words(passages) < min(REWORDED_SHARED * shorter, words):
            continue
        own = [
            passage
            for passage in passages
            if sharing.others(later, passage.later, ALL_OF_ONE if _is_whole_text(earlier, later, passage) else 0.5) + 1 < articles
            and not _is_note(earlier, later, passage)
        ]
        own.sort(key=lambda passage: passage.later[0] - passage.later[1])
        if own:
            pair = Republished(earlier, later, own, sharing.others(later, own[0].later))
            if _is_slip(pair, words):
                yield pair


def _is_note(earlier: Record, later: Record, passage: Passage) -> bool:
    """Whether a passage is a note on the author, the speaker, the house in either article."""
    return is_note(earlier.sections, earlier.prose, passage.earlier[0]) or is_note(
        later.sections, later.prose, passage.later[0]
    )


def _is_whole_text(earlier: Record, later: Record, passage: Passage) -> bool:
    """Whether a passage is all of both articles, word for word: what others have of it does not make it standing matter."""
    sizes = passage.earlier[1] - passage.earlier[0], passage.later[1] - passage.later[0]
    wholes = len(earlier.sections.words), len(later.sections.words)
    return passage.similarity == 1 and all(size >= ALL_OF_ONE * whole for size, whole in zip(sizes, wholes, strict=True))


def _words(passages: Iterable[Passage]) -> int:
    return sum(passage.later[1] - passage.later[0] for passage in passages)


def _is_slip(pair: Republished, words: int) -> bool:
    earlier, later, passages = pair.earlier, pair.later, pair.passages
    total = covered(passage.later for passage in passages)
    shares = (
        total / len(later.sections.words),
        covered(passage.earlier for passage in passages) / len(earlier.sections.words),
    )
    most, least = max(shares), min(shares)
    if is_same(earlier.headline, later.headline):
        if most >= ALL_OF_ONE or (most >= SAME_HEADLINE[0] and least >= SAME_HEADLINE[1]):
            return True
        return _is_reworded(pair, total)
    if is_series(earlier.headline, later.headline):
        if is_edition(earlier.headline or "", later.headline or ""):
            return least >= SAME_SERIES[0] and passages[0].similarity >= SAME_SERIES[1]
        return _is_reworded(pair, total, REWORDED_IN_SERIES, LONG_IN_SERIES)
    if most >= (MOST if pair.others < 2 else MOST_OF_THREE) and (total >= LEAST_OF_ONE or least >= MOST):
        return True
    if _is_reworded(pair, total):
        return True
    if pair.others > 2 or (pair.others == 2 and most < FAIR_PART):
        return False
    if not _is_long(later, passages[0], words) and not _is_stray_paragraph(pair):
        return False
    return not (earlier.links_to(later) or later.links_to(earlier))


def _is_reworded(pair: Republished, shared: int, share: float = REWORDED, words: int = 0) -> bool:
    """Whether nearly all of two articles, of so many words, is the same, word by word in one order, though few sections match."""
    a, b = pair.earlier.sections.words, pair.later.sections.words
    shorter, longer = sorted((len(a), len(b)))
    if pair.others > 2 or shorter < words or longer > REWORDED_LENGTH * shorter or shared < REWORDED_SHARED * shorter:
        return False
    return matched(align(a.tolist(), b.tolist())) >= share * longer


def _is_stray_paragraph(pair: Republished) -> bool:
    """Whether the longest passage is a long paragraph, whole in two articles that have little else in common."""
    passage = pair.passages[0]
    if pair.others > 1 or passage.later[1] - passage.later[0] < STRAY or passage.similarity < STRAY_SIMILARITY:
        return False
    if not (_is_whole(pair.earlier, passage.earlier) and _is_whole(pair.later, passage.later)):
        return False
    earlier = _pairs_of_words(pair.earlier, [passage.earlier for passage in pair.passages])
    later = _pairs_of_words(pair.later, [passage.later for passage in pair.passages])
    return len(earlier & later) < STRANGERS * min(len(earlier), len(later)) + FEW_PAIRS


def _is_whole(record: Record, words: tuple[int, int]) -> bool:
    """Whether a passage is a block of prose, from its first word to its last."""
    sections = record.sections
    block = bisect_right(sections.bounds, words[0]) - 1
    return words == (sections.bounds[block], sections.bounds[block + 1]) and sections.kinds[block] not in LISTED


def _pairs_of_words(record: Record, without: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """The pairs of neighbouring words of a record but for some places."""
    words, last = record.sections.words, 0
    pairs: set[tuple[int, int]] = set()
    for start, end in (*sorted(without), (len(words), len(words))):
        pairs.update(pairwise(words[last:start]))
        last = max(last, end)
    return pairs


def _is_long(record: Record, passage: Passage, words: int) -> bool:
    """Whether a passage has as many words and two sections of prose, and is no list."""
    start, end = passage.later
    if end - start < words:
        return False
    bounds, kinds = record.sections.bounds, record.sections.kinds
    sections = listed = 0
    for block, kind in enumerate(kinds):
        size = bounds[block + 1] - bounds[block]
        inside = min(bounds[block + 1], end) - max(bounds[block], start)
        if inside <= 0:
            continue
        if kind in LISTED:
            listed += inside
        elif kind != "heading" and size >= SECTION and 2 * inside >= size:
            sections += 1
    return (sections >= 2 and 2 * listed <= end - start) or end - start >= LONG_LIST


def single_passages(found: Iterable[Found], sharing: Sharing, articles: int) -> Iterator[Republished]:
    """Every passage that two articles share, each by itself, but for standing matter."""
    for earlier, later, passage in found:
        others = sharing.others(later, passage.later)
        if others + 1 < articles:
            yield Republished(earlier, later, [passage], others)

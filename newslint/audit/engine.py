"""What an engine is: it is given texts, and says which of their sections are the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newslint.audit.articles import Article

    Progress = Callable[[int, int], None]


class SamePair(NamedTuple):
    """Block `block` of the text `text` and block `other_block` of `other_text` are the same; `text < other_text`."""

    text: int
    block: int
    other_text: int
    other_block: int


class Frequent(NamedTuple):
    """A section (text, block) of whose stored keys at least half are held by too many texts to make pairs; those keys."""

    text: int
    block: int
    keys: tuple[int, ...]


@dataclass(slots=True)
class Same:
    """What an engine found. `pairs` are verified by `newslint.duplicates.verification.is_same`, each once."""

    pairs: list[SamePair] = field(default_factory=list)
    frequent: list[Frequent] = field(default_factory=list)


class Engine(Protocol):
    """Finds the sections (blocks of 8 words or more) of different texts that are the same."""

    def __call__(self, texts: Sequence[Article], progress: Progress | None = None) -> Same:
        """The pairs, texts named by their index in `texts`. No two of `texts` have equal words in equal blocks.

        A key that more than `candidates.MOST_ARTICLES` texts store makes no pair.
        """

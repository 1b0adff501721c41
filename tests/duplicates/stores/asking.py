"""Asking a store, and what it tells, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.duplicates import archive
from newslint.duplicates.sections import Sections
from tests.duplicates.stores.articles import article

if TYPE_CHECKING:
    from newslint.duplicates.stores.protocol import NewArticle, Store


def sections(blocks: list[list[int]]) -> Sections:
    made = article("", blocks)
    spans = [(0, 0)] * len(blocks)
    return Sections(made.words, list(made.bounds), spans, ["paragraph"] * len(blocks))


def blocks_of(new: NewArticle) -> list[list[int]]:
    return [new.words[a:b].tolist() for a, b in zip(new.bounds, new.bounds[1:], strict=False)]


def told(store: Store, asked: Sections) -> Any:
    """What a store finds, as plain values."""
    matches, boilerplate = archive.find(asked, store)
    return boilerplate, [
        (
            match.archived.entry, match.archived.content, match.archived.words, match.archived.bounds, match.passages,
            match.jaccard, match.containment,
        )
        for match in matches
    ]  # fmt: skip

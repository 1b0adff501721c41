"""Notes that articles of a house have besides their text: `About the author`, `About the museum`."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.duplicates.sections import Sections


def is_note(sections: Sections, prose: str, word: int) -> bool:
    """Whether a word, by its index in the article, stands under a heading `About ...` that is not the headline."""
    block = bisect_right(sections.bounds, word) - 1
    while block > 0 and sections.kinds[block] != "heading":
        block -= 1
    return _is_about(sections, prose, block)


def opens_note(sections: Sections, prose: str, block: int) -> bool:
    """Whether a block is the first under such a heading."""
    return sections.kinds[block] != "heading" and _is_about(sections, prose, block - 1)


def _is_about(sections: Sections, prose: str, block: int) -> bool:
    if block < 1 or sections.kinds[block] != "heading":
        return False
    start = sections.spans[block][0]
    return prose[start : start + 6].lower() == "about "

"""The keys of an archive are the kernel's, made shorter."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newslint.duplicates import archive_keys, keys

BLOCKS = st.lists(st.lists(st.integers(0, 20) | st.integers(0, 2**32 - 1), max_size=45), max_size=6)


@given(BLOCKS)
def test_stored_and_asked_keys_are_those_of_the_kernel(blocks: list[list[int]]) -> None:
    words = np.array([word for block in blocks for word in block], dtype=np.uint32)
    bounds = np.cumsum([0, *map(len, blocks)])
    for made, expected in ((archive_keys.stored, keys.stored), (archive_keys.asked, keys.asked)):
        found = list(zip(*(column.tolist() for column in made(words, bounds)), strict=True))
        assert len(found) == len(set(found))
        assert set(found) == {
            (archive_keys.shortened(key), index)
            for index, block in enumerate(blocks)
            if len(block) >= 8
            for key in expected(block)
        }
        assert all(0 <= key < 1 << 48 for key, _ in found)

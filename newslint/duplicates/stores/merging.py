"""Several segments to one, in pieces: memory is bounded, whatever the segments hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newslint.duplicates import SECTION
from newslint.duplicates.archive_keys import BITS
from newslint.duplicates.stores.membership import is_in
from newslint.duplicates.stores.segments import (
    LEAST_DIRECTORY_BITS,
    LOW,
    MOST_WORDS,
    Counts,
    Writer,
    directory_bits,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from newslint.duplicates.stores.protocol import Integers, Words
    from newslint.duplicates.stores.segments import Segment

ROWS_AT_A_TIME = 4_000_000
WORDS_AT_A_TIME = 16_000_000
MOST_SEGMENTS = 8
"""Segments that a query may have to look into."""

_32 = np.uint64(32)


def fits(segments: Sequence[Segment]) -> bool:
    """Whether one segment can hold them all."""
    return all(
        sum(getattr(segment.counts, name) for segment in segments) <= MOST_WORDS for name in ("words", "rows", "blocks")
    )


def due(rows: Sequence[int]) -> int:
    """From which segment on (in the order written) all are to be merged; their number where none is.

    `rows` says how large each is. Merged are the newest, and older ones as long as they are not much larger than
    all newer ones: each row is rewritten a few times, not once a batch.
    """
    if len(rows) <= MOST_SEGMENTS:
        return len(rows)
    start = len(rows) - 2
    for index in range(len(rows) - 3, -1, -1):
        if rows[index] < 2 * sum(rows[index + 1 :]):
            start = index
    return start


def merge(segments: Sequence[Segment], dead: Integers, path: Path) -> tuple[Counts, int]:
    """Write one segment of several, without the articles whose numbers are `dead` (ascending).

    What it holds, and its size in bytes.
    """
    for segment in segments:
        segment.sequential()
    living = [~is_in(segment.article_number, dead) for segment in segments]
    kept_blocks = [own[segment.block_article] for segment, own in zip(segments, living, strict=True)]
    numbers = np.concatenate([s.article_number[own] for s, own in zip(segments, living, strict=True)])
    article_sizes = np.concatenate(
        [np.diff(s.article_block.astype(np.int64))[own] for s, own in zip(segments, living, strict=True)]
    )
    block_sizes = np.concatenate(
        [np.diff(s.block_start.astype(np.int64))[own] for s, own in zip(segments, kept_blocks, strict=True)]
    )
    new_blocks = _new_blocks(kept_blocks)
    most_rows = sum(segment.counts.rows for segment in segments)
    bits = directory_bits(most_rows)
    directory = np.zeros((1 << bits) + 1, dtype=np.int64)
    writer = Writer(path)
    try:
        writer.array("rows", _rows(segments, new_blocks, bits, directory))
        np.cumsum(directory, out=directory)
        writer.array("directory", [directory])
        writer.array("words", _words(segments, kept_blocks))
        writer.array("block_start", [_bounds(block_sizes)])
        writer.array("block_article", [np.repeat(np.arange(len(numbers)), article_sizes)])
        writer.array("article_block", [_bounds(article_sizes)])
        writer.array("article_number", [numbers])
        counts = Counts(
            len(numbers),
            len(block_sizes),
            int(block_sizes.sum()),
            int(directory[-1]),
            int((block_sizes >= SECTION).sum()),
        )
        return counts, writer.finish(counts, bits)
    except BaseException:
        writer.abandon()
        raise


def _bounds(sizes: Integers) -> Integers:
    return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))


def _new_blocks(kept: Sequence[NDArray[np.bool_]]) -> list[Integers]:
    """By segment, the new number of each block; -1 for one that is dropped."""
    numbers = []
    first = 0
    for own in kept:
        new = np.cumsum(own, dtype=np.int64)
        new += first - 1
        first = int(new[-1]) + 1 if len(new) else first
        new[~own] = -1
        numbers.append(new)
    return numbers


def _rows(
    segments: Sequence[Segment], new_blocks: Sequence[Integers], bits: int, directory: Integers
) -> Iterator[NDArray[np.uint64]]:
    """The rows of all, ascending; counts the keys of bucket i into `directory[i + 1]`."""
    prefixes = 1 << LEAST_DIRECTORY_BITS
    ends = [s.directory[:: 1 << s.bits - LEAST_DIRECTORY_BITS].astype(np.int64) for s in segments]
    total = np.sum(ends, axis=0)
    prefix = 0
    while prefix < prefixes:
        stop = int(np.searchsorted(total, total[prefix] + ROWS_AT_A_TIME, side="right")) - 1
        stop = min(max(stop, prefix + 1), prefixes)
        keys, blocks = [], []
        for segment, end, new in zip(segments, ends, new_blocks, strict=True):
            rows = segment.rows[end[prefix] : end[stop]]
            block = new[(rows & LOW).astype(np.int64)]
            high = np.repeat(np.arange(prefix, stop, dtype=np.uint64), np.diff(end[prefix : stop + 1]))
            kept = block >= 0
            keys.append(((high << _32) | (rows >> _32))[kept])
            blocks.append(block[kept])
        key = np.concatenate(keys)
        order = np.argsort(key, kind="stable")
        key = key[order]
        if len(key):
            first = int(key[0]) >> BITS - bits
            counts = np.bincount((key >> np.uint64(BITS - bits)).astype(np.int64) - first)
            directory[first + 1 : first + 1 + len(counts)] += counts
        yield (key << _32) | np.concatenate(blocks)[order].astype(np.uint64)
        prefix = stop


def _words(segments: Sequence[Segment], kept_blocks: Sequence[NDArray[np.bool_]]) -> Iterator[Words]:
    """The words of the blocks that are kept, a few million at a time."""
    for segment, kept in zip(segments, kept_blocks, strict=True):
        if kept.all():
            for start in range(0, segment.counts.words, WORDS_AT_A_TIME):
                yield segment.words[start : start + WORDS_AT_A_TIME]
            continue
        starts = segment.block_start
        first = 0
        while first < len(kept):
            end = int(np.searchsorted(starts, int(starts[first]) + WORDS_AT_A_TIME, side="right")) - 1
            end = min(max(end, first + 1), len(kept))
            bounds = starts[first : end + 1].astype(np.int64)
            sizes = bounds[1:] - bounds[:-1]
            words = segment.words[bounds[0] : bounds[-1]]
            yield words[np.repeat(kept[first:end], sizes)]
            first = end

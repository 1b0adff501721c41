"""Equal sections of different texts, found by Spark: for archives that one machine does not hold.

The kernels are those of the archive, in numpy, on batches of rows (`mapInPandas`): texts -> keys, by key -> pairs of
sections that share one, by pair -> the judgement. Between them Spark shuffles. A key is held in one place at a time, and
boilerplate makes rows, not pairs, so that no step needs more than a batch and the rows of one key that finds something.

A frame of texts has the columns `text` (long, names it), `words` (binary: 32-bit word hashes, little-endian) and
`bounds` (binary: of its blocks in words, 32 bits). No two texts have equal words in equal blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from newslint.duplicates import SECTION, archive_keys
from newslint.duplicates.candidates import MOST_ARTICLES, MOST_SECTIONS
from newslint.duplicates.keys import SHORT
from newslint.duplicates.verification import is_same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas as pd
    from numpy.typing import NDArray
    from pyspark.sql import DataFrame

    Integers = NDArray[np.int64]
    Rows = dict[str, NDArray[Any]]

TEXTS = "text long, words binary, bounds binary"
_KEYS = "key long, text long, block int, is_stored boolean, stored int"
_SHARED = "text long, block int, other_text long, other_block int, key long, stored int"
_SECTIONS = "text long, block int, words binary"
_SAME = "text long, block int, other_text long, other_block int"

NONE = -1
"""Stands for the other text in a row that is about boilerplate."""
_CROWD = 100_000
"""Rows of one key after which it is looked at before its last row has come."""


class Same(NamedTuple):
    """What is found, as frames that Spark has yet to make.

    - `pairs`: `text`, `block`, `other_text`, `other_block`: sections that are the same, the lower text first;
    - `boilerplate`: `text`, `block`, and those of the section's keys that more than 64 texts store, which is at least
      half of them;
    - `kept`: what both are made of, kept by Spark until it is told to `unpersist` it.
    """

    pairs: DataFrame
    boilerplate: DataFrame
    kept: DataFrame


def same_sections(texts: DataFrame) -> Same:
    """The sections of different texts that are the same."""
    from pyspark.sql import functions as f

    keys = texts.mapInPandas(_keys, _KEYS)
    shared = keys.repartition("key").sortWithinPartitions("key", "text", "block", f.desc("is_stored"))
    shared = shared.mapInPandas(_shared, _SHARED).persist()
    boilerplate = (
        shared.where(f.col("other_text") == NONE)
        .groupBy("text", "block")
        .agg(f.sort_array(f.collect_set("key")).alias("keys"), f.max("stored").alias("stored"))
        .where(2 * f.size("keys") >= f.col("stored"))
        .select("text", "block", "keys")
    )
    pairs = shared.where(f.col("other_text") != NONE).select("text", "block", "other_text", "other_block").distinct()
    words = texts.mapInPandas(_sections, _SECTIONS)
    others = words.toDF("other_text", "other_block", "other_words")
    verified = pairs.join(words, ["text", "block"]).join(others, ["other_text", "other_block"])
    return Same(verified.mapInPandas(_same, _SAME), boilerplate, shared)


def row_of(words: Any, bounds: Any) -> tuple[bytes, bytes]:
    """`words` and `bounds` of a row of a frame of texts."""
    return np.asarray(words, dtype="<u4").tobytes(), np.asarray(bounds, dtype="<u4").tobytes()


def _laid_out(frame: pd.DataFrame) -> tuple[NDArray[np.uint32], Integers, Integers, Integers]:
    """The words of all texts end to end, the bounds of their blocks, and of each block its text and place there."""
    words = np.frombuffer(b"".join(frame["words"]), dtype="<u4").astype(np.uint32)
    bounds = [np.frombuffer(data, dtype="<u4").astype(np.int64) for data in frame["bounds"]]
    sizes = np.concatenate([np.zeros(0, dtype=np.int64), *(np.diff(own) for own in bounds)])
    counts = np.array([len(own) - 1 for own in bounds], dtype=np.int64)
    block = np.arange(len(sizes)) - np.repeat(np.cumsum(counts) - counts, counts)
    return words, _ends(sizes), np.repeat(frame["text"].to_numpy(dtype=np.int64), counts), block


def _ends(sizes: Integers) -> Integers:
    return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))


def _keys(frames: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """The keys of texts' sections: those stored, and those that short sections only ask for.

    Long sections need not ask: two that match have a stored fingerprint in common.
    """
    import pandas as pd

    for frame in frames:
        hashes, bounds, text, block = _laid_out(frame)
        sizes = np.diff(bounds)
        key, place = archive_keys.stored(hashes, bounds)
        short = np.flatnonzero((sizes >= SECTION) & (sizes <= SHORT + 1))
        own = _ends(sizes[short])
        words = hashes[np.repeat(bounds[short] - own[:-1], sizes[short]) + np.arange(own[-1])]
        asked, asked_place = archive_keys.asked(words, own)
        stored = np.bincount(place, minlength=len(sizes))
        is_stored = np.repeat([True, False], [len(key), len(asked)])
        key, place = np.concatenate((key, asked)).astype(np.int64), np.concatenate((place, short[asked_place]))
        order = np.lexsort((~is_stored, place, key))
        key, place, is_stored = key[order], place[order], is_stored[order]
        new = _is_new(key) | _is_new(place)  # what a section stores it need not ask for
        key, place, is_stored = key[new], place[new], is_stored[new]
        columns = {"key": key, "text": text[place], "block": block[place], "is_stored": is_stored, "stored": stored[place]}
        yield pd.DataFrame(columns).astype({"block": np.int32, "stored": np.int32})


def _sections(frames: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """The words of each section by itself."""
    import pandas as pd

    for frame in frames:
        rows: list[tuple[int, int, bytes]] = []
        for text, words, bounds in zip(frame["text"], frame["words"], frame["bounds"], strict=True):
            edges = np.frombuffer(bounds, dtype="<u4").astype(np.int64)
            for block in np.flatnonzero(np.diff(edges) >= SECTION).tolist():
                rows.append((text, block, words[4 * edges[block] : 4 * edges[block + 1]]))
        yield pd.DataFrame(rows, columns=["text", "block", "words"])


def _shared(frames: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """Rows by key, text and block -> pairs of sections that share a key, and the sections that hold boilerplate."""
    import pandas as pd

    rows: Rows = {}
    common = NONE
    for frame in frames:
        new: Rows = {name: frame[name].to_numpy() for name in frame.columns}
        if rows:
            new = {name: np.concatenate((rows[name], new[name])) for name in new}
        if not len(new["key"]):
            continue
        end = int(np.searchsorted(new["key"], new["key"][-1]))
        if end == 0 and len(new["key"]) < _CROWD and new["key"][-1] != common:
            rows = new
            continue
        found = _of_keys(_part(new, 0, end), common)
        rows = _part(new, end, len(new["key"]))
        if rows["key"][-1] == common or len(rows["key"]) >= _CROWD:
            if rows["key"][-1] == common or _is_common(rows):
                common = int(rows["key"][-1])
                found.append(_boilerplate(rows))
                rows = _part(rows, 0, 0)
            else:
                rows = _first_of_each(rows)
        yield from map(pd.DataFrame, found)
    if rows and len(rows["key"]):
        yield from map(pd.DataFrame, _of_keys(rows, common))


def _of_keys(rows: Rows, common: int) -> list[Rows]:
    """The pairs and the boilerplate of whole keys; `common` is known to be boilerplate."""
    key, text = rows["key"], rows["text"]
    if not len(key):
        return []
    start = np.flatnonzero(_is_new(key))
    end = np.append(start[1:], len(key))
    shared = (np.minimum.reduceat(text, start) != np.maximum.reduceat(text, start)) | (key[start] == common)
    found = []
    pairs: list[Integers] = []
    for first, last in zip(start[shared].tolist(), end[shared].tolist(), strict=True):
        own = _part(rows, first, last)
        if int(own["key"][0]) == common or (last - first > MOST_ARTICLES and _is_common(own)):
            found.append(_boilerplate(own))
        else:
            pairs.append(_pairs(own))
    if pairs:
        found.append(_table(np.concatenate(pairs, axis=1)))
    return found


def _pairs(rows: Rows) -> Integers:
    """Every two sections of different texts of one key that one of them stores: text, block, other text, other block."""
    if len(rows["key"]) > 2 * MOST_SECTIONS:
        rows = _first_of_each(rows)
    text, block, is_stored = rows["text"], rows["block"].astype(np.int64), rows["is_stored"]
    left, right = np.triu_indices(len(text), 1)
    kept = (text[left] != text[right]) & (is_stored[left] | is_stored[right])
    left, right = left[kept], right[kept]
    return np.stack((text[left], block[left], text[right], block[right]))


def _first_of_each(rows: Rows) -> Rows:
    """Of the rows of one key the first few of each text."""
    new = _is_new(rows["text"])
    place = np.arange(len(new)) - np.flatnonzero(new)[np.cumsum(new) - 1]
    return {name: values[place < MOST_SECTIONS] for name, values in rows.items()}


def _is_common(rows: Rows) -> bool:
    """Whether more than 64 texts store the one key of some rows."""
    return len(np.unique(rows["text"][rows["is_stored"]])) > MOST_ARTICLES


def _boilerplate(rows: Rows) -> Rows:
    held = {name: values[rows["is_stored"]] for name, values in rows.items()}
    count = len(held["key"])
    return {
        "text": held["text"], "block": held["block"], "other_text": np.full(count, NONE, dtype=np.int64),
        "other_block": np.zeros(count, dtype=np.int32), "key": held["key"], "stored": held["stored"],
    }  # fmt: skip


def _table(pairs: Integers) -> Rows:
    pairs = np.unique(pairs, axis=1)
    none = np.zeros(pairs.shape[1], dtype=np.int64)
    return {
        "text": pairs[0], "block": pairs[1].astype(np.int32), "other_text": pairs[2],
        "other_block": pairs[3].astype(np.int32), "key": none, "stored": none.astype(np.int32),
    }  # fmt: skip


def _is_new(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Which values differ from the one before them."""
    new = np.ones(len(values), dtype=np.bool_)
    new[1:] = values[1:] != values[:-1]
    return new


def _part(rows: Rows, start: int, end: int) -> Rows:
    return {name: values[start:end] for name, values in rows.items()}


def _same(frames: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """Of pairs of sections with their words, those that are the same."""
    for frame in frames:
        kept = [
            one == other or is_same(_listed(one), _listed(other))
            for one, other in zip(frame["words"], frame["other_words"], strict=True)
        ]
        yield frame.loc[kept, ["text", "block", "other_text", "other_block"]]


def _listed(words: bytes) -> list[int]:
    listed: list[int] = np.frombuffer(words, dtype="<u4").tolist()
    return listed

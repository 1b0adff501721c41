"""Spark finds what one process finds, and fills an index as `newslint index add` does."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.audit.section_pairs import same_sections
from newslint.duplicates import spark_sections, spark_session
from newslint.duplicates.stores import StoreError
from newslint.duplicates.stores.embedded import EmbeddedStore
from tests.conftest import require
from tests.duplicates.stores.asking import sections, told
from tests.duplicates.stores.pairs import texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pandas as pd


class Text:
    """As much of an article as an engine looks at."""

    def __init__(self, blocks: list[list[int]]) -> None:
        from array import array

        self.words = array("I", [word for block in blocks for word in block])
        self.bounds = array("I", np.cumsum([0, *map(len, blocks)]).tolist())


def without_spark(given: list[Text], rows: int) -> tuple[list[Any], list[Any]]:
    """The kernels one after the other, on batches of so many rows, with pandas where Spark shuffles."""
    import pandas as pd

    def batches(frame: pd.DataFrame) -> Iterator[pd.DataFrame]:
        for start in range(0, len(frame), rows):
            yield frame.iloc[start : start + rows].reset_index(drop=True)

    frame = pd.DataFrame(
        [(number, *spark_sections.row_of(text.words, text.bounds)) for number, text in enumerate(given)],
        columns=["text", "words", "bounds"],
    )
    keys = pd.concat([*spark_sections._keys(batches(frame)), pd.DataFrame()])
    if not len(keys):
        return [], []
    keys = keys.sort_values(["key", "text", "block"])
    found = [*spark_sections._shared(batches(keys))]
    if not found:
        return [], []
    shared = pd.concat(found)
    common = shared[shared.other_text == spark_sections.NONE]
    held = common.groupby(["text", "block"]).agg(keys=("key", lambda keys: tuple(sorted(set(keys)))), stored=("stored", "max"))
    words = pd.concat(spark_sections._sections(batches(frame)))
    columns = ["text", "block", "other_text", "other_block"]
    pairs = shared[shared.other_text != spark_sections.NONE][columns].drop_duplicates()
    pairs = pairs.merge(words, on=["text", "block"]).merge(
        words.set_axis(["other_text", "other_block", "other_words"], axis=1), on=["other_text", "other_block"]
    )
    same = [tuple(row) for part in spark_sections._same(batches(pairs)) for row in part.itertuples(index=False)]
    frequent = [(*place, keys) for place, keys, stored in held.itertuples() if 2 * len(keys) >= stored]
    return sorted(same), frequent


PIECES = [list(range(start, start + 30)) for start in range(0, 300, 50)] + [[1, 1, 1, 1, 2] * 8, [7] * 40]
TEXTS = st.lists(
    st.lists(
        st.lists(
            st.sampled_from(PIECES).flatmap(
                lambda piece: st.builds(lambda a, n: piece[a : a + n], st.integers(0, 25), st.integers(0, 30))
            ),
            max_size=3,
        ).map(lambda parts: [word for part in parts for word in part]),
        max_size=12,
    ).map(Text),
    min_size=1, max_size=8, unique_by=lambda text: (tuple(text.words), tuple(text.bounds)),
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.sampled_from([1, 7, 1000]), st.sampled_from([1, 4]), st.sampled_from([5, 100_000]))
def test_kernels_find_what_memory_finds(given: list[Any], rows: int, most: int, crowd: int) -> None:
    require("pandas")
    from newslint.audit import section_pairs

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spark_sections, "MOST_ARTICLES", most)
        patch.setattr(section_pairs, "MOST_ARTICLES", most)
        patch.setattr(spark_sections, "_CROWD", crowd)
        expected = same_sections(given)
        pairs, frequent = without_spark(given, rows)
    assert pairs == sorted(expected.pairs)
    assert frequent == sorted(expected.frequent)


def test_nothing_needs_no_spark() -> None:
    from newslint.audit.spark_pairs import SparkEngine

    assert SparkEngine()([]).pairs == []


def lines(given: list[str]) -> list[dict[str, Any]]:
    return [
        {"id": f"story-{number}", "headline": f"Story {number}", "body": text, "published": "2024-01-02 10:00", "versions": ["x"]}
        for number, text in enumerate(given)
    ]


def test_backfill_adds_what_add_adds(spark: Any, tmp_path: Path) -> None:
    from newslint.cli.index_add import command as add
    from newslint.cli.index_backfill import command as backfill

    written = [json.dumps(line) for line in lines(texts(seed=12, count=60))]
    again = json.dumps({**lines(["A later wording of the story about the ferry and the harbour at night."])[0]})
    faulty = ["{", '{"id": "no text"}', ""]
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join([*written, *faulty, again]) + "\n")
    runner = CliRunner()
    outcomes = {}
    for name, command in (("added", add), ("backfilled", backfill)):
        arguments = [str(tmp_path / "a.jsonl.gz"), "--keep-text", "--isolated", "--index", str(tmp_path / name)]
        outcomes[name] = runner.invoke(command, arguments, standalone_mode=False)
        assert outcomes[name].exception is None, outcomes[name].exception
        assert outcomes[name].return_value == 2
    assert "60 articles added, 0 unchanged, 2 not read" in outcomes["backfilled"].stdout
    assert outcomes["backfilled"].stderr.count("a.jsonl.gz: ") == 2
    stores = [EmbeddedStore(str(tmp_path / name)) for name in outcomes]
    kept = [{each.entry.id: each[1:] for each in store.everything()} for store in stores]
    assert kept[0] == kept[1]
    assert kept[0]["story-0"][4].startswith("A later wording")
    for each in list(stores[0].everything())[:10]:
        asked = sections([each.words[a:b].tolist() for a, b in zip(each.bounds, each.bounds[1:], strict=False)])
        assert told(stores[0], asked) == told(stores[1], asked)
    outcome = runner.invoke(backfill, arguments, standalone_mode=False)
    assert "0 articles added, 60 unchanged, 2 not read" in outcome.stdout


def test_backfill_of_files_that_are_not_there(spark: Any, tmp_path: Path) -> None:
    from newslint.cli.index_backfill import backfill

    with pytest.raises(StoreError, match="does not exist"):
        backfill(spark, [str(tmp_path / "none.jsonl")], EmbeddedStore(str(tmp_path / "index"), write=True, create=True))


def test_no_pyspark(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pyspark", "pyspark.errors", "pyspark.sql"):
        monkeypatch.setitem(__import__("sys").modules, name, None)
    with pytest.raises(StoreError, match=r"Spark: needs pyspark, pip install 'newslint\[spark\]'"):
        spark_session.session()

"""Every store finds what the memory store finds, whatever was added, replaced and removed."""

from __future__ import annotations

import gzip
import json
import random
from array import array
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.duplicates import archive
from newslint.duplicates.stores import embedded, merging
from newslint.duplicates.stores.embedded import EmbeddedStore
from newslint.duplicates.stores.memory import MemoryStore
from newslint.duplicates.stores.postgresql import PostgreSQLStore
from tests.conftest import data_folder
from tests.duplicates.stores.articles import article, made_up
from tests.duplicates.stores.asking import blocks_of, sections, told
from tests.duplicates.stores.pairs import archived, audited, of_store, pairs_of, texts

if TYPE_CHECKING:
    from newslint.duplicates.stores.protocol import Store


PIECES = [list(range(start, start + 30)) for start in range(0, 400, 50)] + [[1, 1, 1, 1, 2] * 8, [7] * 40]
"""Runs of words that articles are made of, so that many have something in common."""


@st.composite
def blocks_of_pieces(draw: st.DrawFn) -> list[list[int]]:
    return draw(
        st.lists(
            st.lists(
                st.sampled_from(PIECES).flatmap(
                    lambda piece: st.builds(lambda a, n: piece[a : a + n], st.integers(0, 25), st.integers(0, 30))
                ),
                max_size=3,
            ).map(lambda parts: [word for part in parts for word in part]),
            max_size=4,
        )
    )


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "add", "add", "remove", "compact"]),
        st.lists(st.tuples(st.sampled_from("abcdefgh"), blocks_of_pieces()), min_size=1, max_size=4),
    ),
    max_size=8,
)


def take(steps: Any, *stores: Store) -> None:
    """Add, remove and compact as the steps say."""
    for step, listed in steps:
        new = [article(id, blocks) for id, blocks in listed]
        for each in stores:
            if step == "add":
                each.add(new)
            elif step == "remove":
                each.remove([entry.entry.id for entry in new])
            else:
                each.compact()


def compare(store: Store, memory: MemoryStore, steps: Any, asked: Any) -> None:
    """Both find and hold the same, asked for some texts and for those that were added."""
    own = [blocks for _, listed in steps for _, blocks in listed[:1]][:3]
    for blocks in [*asked, *own]:
        assert told(store, sections(blocks)) == told(memory, sections(blocks))
    assert store.known("abcdefgh") == memory.known("abcdefgh")
    kept, expected = ({stored.entry.id: stored[1:] for stored in each.everything()} for each in (store, memory))
    assert kept == expected
    info, wanted = store.info(), memory.info()
    assert (info.articles, info.sections) == (wanted.articles, wanted.sections)


@settings(deadline=None, max_examples=60)
@given(STEPS, st.lists(blocks_of_pieces(), min_size=1, max_size=3), st.sampled_from([1, 8, 10_000]))
def test_embedded_finds_what_memory_finds(steps: Any, asked: list[list[list[int]]], bulk: int) -> None:
    memory = MemoryStore()
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(embedded, "BULK", bulk)
        patch.setattr(embedded, "MOST_WAITING", 12)
        patch.setattr(merging, "MOST_SEGMENTS", 2)
        store = EmbeddedStore(folder + "/index", write=True, create=True)
        take(steps, memory, store)
        compare(store, memory, steps, asked)
        store.close()


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS, st.lists(blocks_of_pieces(), min_size=1, max_size=3))
def test_postgresql_finds_what_memory_finds(postgresql_url: str, steps: Any, asked: list[list[list[int]]]) -> None:
    memory = MemoryStore()
    store = PostgreSQLStore(postgresql_url, write=True, create=True)
    store.remove([stored.entry.id for stored in store.everything()])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "compact", lambda: None)  # rebuilds indexes: seconds, and changes nothing that is found
        take(steps, memory, store)
    compare(store, memory, steps, asked)
    store.close()


@pytest.mark.parametrize("count", [64, 65])
@pytest.mark.parametrize("way", ["waiting", "segments", "one segment", "replaced"])
def test_what_more_than_64_articles_have_is_boilerplate(tmp_path: Any, count: int, way: str) -> None:
    line = [*range(1000, 1030)]
    new = [
        article(f"{number}", [line, [number] * 3, [*range(number * 100, number * 100 + 20)]]) for number in range(count)
    ]
    memory = MemoryStore()
    store = EmbeddedStore(str(tmp_path / "index"), write=True, create=True)
    with pytest.MonkeyPatch.context() as patch:
        if way != "waiting":
            patch.setattr(embedded, "BULK", 1)
        for start in range(0, count, 10):
            memory.add(new[start : start + 10])
            store.add(new[start : start + 10])
        if way == "one segment":
            store.compact()
        if way == "replaced":
            store.add(new[:5])
            memory.add(new[:5])
    for asked in (sections([line]), sections([line, [*range(200, 220)]])):
        found = archive.find(asked, store)
        assert told(store, asked) == told(memory, asked)
        assert found.boilerplate == ([] if count == 64 else [(0, 30)])
    assert len(archive.find(sections([line]), store).matches) == (64 if count == 64 else 0)
    store.close()


def test_a_line_held_by_very_many_is_not_read_to_its_end(tmp_path: Any) -> None:
    line = [*range(1000, 1030)]
    new = [article(str(number), [line, [*range(number * 30, number * 30 + 20)]]) for number in range(1500)]
    crowd = article("crowd", [line] * 700)
    memory = MemoryStore()
    store = EmbeddedStore(str(tmp_path / "index"), write=True, create=True)
    for each in (memory, store):
        each.add([*new, crowd])
    asked = sections([line, [*range(90, 110)]])
    assert told(store, asked) == told(memory, asked)
    for each in (memory, store):  # what is left of a large bucket: one article with many sections
        each.remove([entry.entry.id for entry in new[40:]])
    assert told(store, asked) == told(memory, asked)
    assert len(archive.find(asked, store).matches) == 41
    store.close()


def test_thousands_of_articles(tmp_path: Any) -> None:
    generator = random.Random(4)
    new = made_up(1500, seed=1)
    memory = MemoryStore()
    store = EmbeddedStore(str(tmp_path / "index"), write=True, create=True)
    for start, size in ((0, 700), (700, 20), (720, 780)):
        for each in (memory, store):
            each.add(new[start : start + size])
    assert store.info().segments == 2
    for _ in range(40):
        words = generator.choice(new)
        block = blocks_of(words)[generator.randrange(6)]
        other = [*block[: len(block) // 2], 5, *block[len(block) // 2 :]]
        asked = sections([other, blocks_of(generator.choice(new))[0]])
        assert told(store, asked) == told(memory, asked)
    whole = archive.find(sections(blocks_of(new[3])), store)
    [match] = whole.matches
    assert match.archived.entry.id == "article-3"
    assert match.archived.words == array("I", new[3].words)
    assert (match.jaccard, match.containment) == (1, 1)
    store.close()


def check_pairs(given: list[str], folder: Any, postgresql_url: str, spark: Any, monkeypatch: pytest.MonkeyPatch) -> int:
    """Everyone has the same pairs of sections of some texts; how many."""
    from newslint.audit.section_pairs import same_sections
    from newslint.audit.spark_pairs import SparkEngine

    new, articles = archived(given), audited(given)
    in_memory, in_spark = same_sections(articles), SparkEngine(spark)(articles)
    expected = pairs_of(in_memory)
    assert in_spark.pairs == sorted(in_memory.pairs)
    assert in_spark.frequent == sorted(in_memory.frequent)
    for store in (
        MemoryStore(),
        EmbeddedStore(str(folder / "index"), write=True, create=True),
        PostgreSQLStore(postgresql_url, write=True, create=True),
    ):
        store.add(new)
        assert of_store(store, new, monkeypatch) == expected, store
        store.close()
    return len(expected)


def test_pairs_are_the_same_everywhere(
    tmp_path: Any, postgresql_url: str, spark: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert check_pairs(texts(seed=1), tmp_path, postgresql_url, spark, monkeypatch) > 100


def test_pairs_of_real_news_are_the_same_everywhere(
    tmp_path: Any, postgresql_url: str, spark: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with gzip.open(data_folder() / "clean" / "abc-2006.jsonl.gz", "rt", encoding="utf-8") as file:
        given = list(dict.fromkeys(json.loads(line)["text"] for line in file))
    generator = random.Random(2)
    blocks = [block for text in given for block in text.split("\n\n") if len(block.split()) > 7]
    planted = 0
    for place in range(0, len(given), 4):
        words = generator.choice(blocks).split()
        words[len(words) // 2] = "harbour" if place % 8 else words[len(words) // 2]
        given[place] += f"\n\n{' '.join(words)}\n\nPrinted in the {place}th edition of this service"
        planted += 1
    assert check_pairs(given, tmp_path, postgresql_url, spark, monkeypatch) > 0.9 * planted

"""The embedded store under a writer, readers, a full disk and kill -9."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import textwrap
import time
from typing import TYPE_CHECKING

import pytest

from newslint.duplicates import archive
from newslint.duplicates.sections import Sections
from newslint.duplicates.stores import StoreError, embedded, merging, open_store, segments
from newslint.duplicates.stores.embedded import EmbeddedStore
from tests.conftest import ROOT
from tests.duplicates.stores.articles import article, made_up

if TYPE_CHECKING:
    from pathlib import Path

    from newslint.duplicates.stores.protocol import NewArticle, Store


def matches(store: Store, new: NewArticle) -> list[str]:
    asked = Sections(new.words, list(new.bounds), [(0, 0)] * (len(new.bounds) - 1), [])
    return sorted(match.archived.entry.id for match in archive.find(asked, store).matches)


def test_two_writers(tmp_path: Path) -> None:
    place = str(tmp_path / "index")
    first = open_store(place, write=True, create=True)
    with pytest.raises(StoreError, match=r"another process \(process \d+\) is writing to this index"):
        open_store(place, write=True)
    first.add(made_up(3, seed=1))
    first.close()
    second = open_store(place, write=True)
    assert second.info().articles == 3
    second.close()


def test_a_reader_does_not_write(tmp_path: Path) -> None:
    place = str(tmp_path / "index")
    open_store(place, write=True, create=True).close()
    with pytest.raises(StoreError, match="open for reading only"):
        open_store(place).add(made_up(1, seed=1))


def test_a_reader_sees_each_change_and_a_view_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "MOST_WAITING", 20)
    monkeypatch.setattr(merging, "MOST_SEGMENTS", 2)
    place = str(tmp_path / "index")
    writer = open_store(place, write=True, create=True)
    reader = open_store(place)
    new = made_up(60, seed=2)
    for number, one in enumerate(new):
        assert matches(reader, one) == []
        with reader.reading():
            writer.add([one])
            assert matches(reader, one) == []
        assert matches(reader, one) == [one.entry.id]
        assert reader.info().articles == number + 1
    assert 1 <= reader.info().segments <= 2
    assert matches(reader, new[0]) == ["article-0"]
    writer.remove(["article-0"])
    assert matches(reader, new[0]) == []
    writer.compact()
    assert [matches(reader, one) for one in new[1:]] == [[one.entry.id] for one in new[1:]]
    assert reader.info().removed == 0
    reader.close()
    writer.close()
    assert sorted(file.name for file in (tmp_path / "index").iterdir() if file.suffix == ".seg") == [
        sorted(file.name for file in (tmp_path / "index").glob("*.seg"))[-1]
    ]


def test_a_segment_that_was_merged_away_between_catalogue_and_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "BULK", 1)
    place = str(tmp_path / "index")
    writer = EmbeddedStore(place, write=True, create=True)
    new = made_up(4, seed=3)
    writer.add(new[:2])
    writer.add(new[2:])
    opened = segments.Segment.__init__
    calls = []

    def late(self: segments.Segment, path: Path) -> None:
        if not calls:
            calls.append(path)
            writer.compact()
        opened(self, path)

    reader = EmbeddedStore(place)
    monkeypatch.setattr(embedded.Segment, "__init__", late)
    assert matches(reader, new[0]) == ["article-0"]
    assert calls


def test_files_that_nobody_names_are_deleted(tmp_path: Path) -> None:
    place = tmp_path / "index"
    writer = open_store(str(place), write=True, create=True)
    writer.add(made_up(500, seed=4))
    writer.close()
    for name in ("segment-000009.seg", "segment-000010.tmp"):
        (place / name).write_bytes(b"half")
    open_store(str(place), write=True).close()
    assert [file.name for file in place.glob("segment*")] == ["segment-000001.seg"]


def test_a_large_batch_replaces_and_is_replaced(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "index"), write=True, create=True)
    old, new = made_up(500, seed=5), made_up(500, seed=6)
    store.add(old)
    store.add([*new[:10], *old[:5], *new[:10]])
    assert (matches(store, new[7]), matches(store, old[7]), matches(store, old[2])) == (["article-7"], [], [])
    store.add(new)
    assert matches(store, old[20]) == []
    info = store.info()
    assert (info.articles, info.removed) == (500, 500)
    assert info.sections == sum(b - a >= 8 for one in new for a, b in zip(one.bounds, one.bounds[1:], strict=False))
    store.compact()
    after = store.info()
    assert (after.articles, after.sections, after.removed, after.segments) == (500, info.sections, 0, 1)
    assert after.bytes < info.bytes
    assert matches(store, new[400]) == ["article-400"]
    store.close()


def test_what_was_replaced_over_and_over_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "MOST_DEAD", 100)
    store = open_store(str(tmp_path / "index"), write=True, create=True)
    for round_number in range(4):
        store.add(made_up(400, seed=round_number))
    info = store.info()
    assert info.articles == 400
    assert info.removed <= 400
    assert matches(store, made_up(400, seed=3)[9]) == ["article-9"]
    store.close()


def test_an_index_that_was_emptied(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "index"), write=True, create=True)
    new = made_up(500, seed=1)
    store.add(new)
    store.remove([one.entry.id for one in new])
    store.compact()
    assert (matches(store, new[0]), list(store.everything()), store.info().removed) == ([], [], 0)
    store.add(new[:3])
    store.compact()
    assert matches(store, new[0]) == ["article-0"]
    store.close()


def test_a_disk_that_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "index"
    store = open_store(str(place), write=True, create=True)
    store.add(made_up(500, seed=7))
    before = sorted(file.name for file in place.glob("segment*"))
    monkeypatch.setattr(segments.os, "fsync", _no_space)
    with pytest.raises(StoreError, match=r"No space left on device; 600 articles were not added"):
        store.add(made_up(600, seed=8, first=500))
    assert sorted(file.name for file in place.glob("segment*")) == before
    monkeypatch.undo()
    assert store.info().articles == 500
    store.add(made_up(600, seed=8, first=500))
    assert store.info().articles == 1100
    store.close()


def _no_space(descriptor: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_file_size_limit(tmp_path: Path) -> None:
    """The system's own limit stands in for a full disk: SQLite and the segment's writer both meet it."""
    program = """
        import resource, signal, sys
        from newslint.duplicates.stores import StoreError, open_store
        from tests.duplicates.stores.articles import made_up
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        store = open_store(sys.argv[1], write=True, create=True)
        store.add(made_up(100, seed=1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
        for size in (200, 2000):
            try:
                while True:
                    store.add(made_up(size, seed=2, first=1000 + store.info().articles))
            except StoreError as error:
                print(str(error).partition(": ")[2])
        print(store.info().articles)
    """
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), str(tmp_path / "index")],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    small, large, articles = ran.stdout.splitlines()
    assert "articles were not added" in small
    assert "articles were not added" in large
    reader = open_store(str(tmp_path / "index"))
    assert reader.info().articles == int(articles)
    assert len(list(reader.everything())) == int(articles)


ADDER = """
    import sys
    from newslint.duplicates.stores import embedded, merging, open_store
    from tests.duplicates.stores.articles import made_up
    embedded.BULK, embedded.MOST_WAITING, merging.MOST_SEGMENTS = 150, 60, 3
    store = open_store(sys.argv[1], write=True, create=True)
    done = store.info().articles
    while True:
        for size in (1, 3, 40, 2):
            new = made_up(size, seed=done, first=done)
            store.add(new)
            done += size
            print(done, flush=True)
"""


def test_kill_9_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    place = str(tmp_path / "index")
    generator = random.Random(9)
    acknowledged = 0
    for _ in range(6):
        adder = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(ADDER), place], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert adder.stdout is not None
        adder.stdout.readline()
        time.sleep(generator.uniform(0.05, 0.5))
        adder.send_signal(signal.SIGKILL)
        rest = [line for line in adder.stdout.read().splitlines(keepends=False) if line.isdigit()]
        adder.wait()
        acknowledged = max(acknowledged, int(rest[-1]) if rest else 0)
        reader = open_store(place)
        ids = {stored.entry.id for stored in reader.everything()}
        assert len(ids) == reader.info().articles
        assert {f"article-{number}" for number in range(acknowledged)} <= ids
        reader.close()
    writer = open_store(place, write=True)
    assert len(list((tmp_path / "index").glob("segment*"))) == writer.info().segments
    writer.compact()
    last = next(stored for stored in writer.everything() if stored.entry.id == f"article-{acknowledged - 1}")
    assert matches(writer, article("x", [last.words.tolist()])) in ([last.entry.id], [])
    writer.close()


def test_readers_go_on_while_a_writer_writes(tmp_path: Path) -> None:
    place = str(tmp_path / "index")
    first = made_up(30, seed=11, first=10**6)
    store = open_store(place, write=True, create=True)
    store.add(first)
    store.close()
    adder = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(ADDER), place], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert adder.stdout is not None
        adder.stdout.readline()
        reader = open_store(place)
        until = time.monotonic() + 1.5
        generations = set()
        while time.monotonic() < until:
            for new in first:
                assert matches(reader, new) == [new.entry.id]
            generations.add(reader.info().articles)
        assert len(generations) > 2
    finally:
        adder.kill()
        adder.wait()


def test_merging_is_seldom_and_keeps_segments_few() -> None:
    rows: list[int] = []
    rewritten = 0
    for _ in range(500):
        rows.append(100)
        start = merging.due(rows)
        if start < len(rows):
            rewritten += sum(rows[start:])
            rows[start:] = [sum(rows[start:])]
        assert len(rows) <= merging.MOST_SEGMENTS
    assert rewritten < 6 * 500 * 100

"""The PostgreSQL store, on a real server: what its users can count on, and what goes wrong."""

from __future__ import annotations

import multiprocessing
import threading
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from newslint.duplicates import archive
from newslint.duplicates.stores import StoreError, open_store, postgresql, postgresql_connection
from newslint.duplicates.stores.memory import MemoryStore
from newslint.duplicates.stores.postgresql import PostgreSQLStore
from newslint.duplicates.stores.protocol import Entry
from tests.conftest import require
from tests.duplicates.stores.articles import article, made_up
from tests.duplicates.stores.asking import blocks_of, sections
from tests.duplicates.stores.postgresql_server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE = [*range(1000, 1030)]


@pytest.fixture
def store(postgresql_url: str) -> Iterator[PostgreSQLStore]:
    store = PostgreSQLStore(postgresql_url, write=True, create=True)
    yield store
    store.close()


def ids(store: Any, block: list[int]) -> list[str]:
    return [match.archived.entry.id for match in archive.find(sections([block]), store).matches]


def test_what_is_added_is_found_and_comes_back_whole(store: PostgreSQLStore, postgresql_url: str) -> None:
    entry = Entry("a\N{LATIN SMALL LETTER E WITH ACUTE}" * 5000, "Ferry", "https://a.test/1", "2024-01-02T10:00", "Wire", ("x", "y"))
    new = article("", [LINE, [1, 2], [*range(9)]])._replace(entry=entry, content=-(2**63), prose="Ferry \ud800\n\nnight \0")
    store.add([new])
    with_reader = open_store(postgresql_url)
    for each in (store, with_reader):
        [match] = archive.find(sections([LINE]), each).matches
        kept = match.archived
        assert (kept.entry, kept.content, kept.words, kept.bounds, kept.prose) == (entry, -(2**63), new.words, [0, 30, 32, 41], new.prose)
        assert [*each.everything()] == [kept]
        assert each.known([entry.id, "other"]) == {entry.id: -(2**63)}
        info = each.info()
        assert (info.articles, info.sections, info.texts, info.kind) == (1, 2, 1, "PostgreSQL")
        assert info.bytes > 0
    with pytest.raises(StoreError, match="reading only"):
        with_reader.add([new])
    with pytest.raises(StoreError, match="reading only"):
        with_reader.compact()
    with_reader.close()


def test_an_id_added_again_is_replaced_and_removed_ones_are_gone(store: PostgreSQLStore) -> None:
    other = [*range(2000, 2030)]
    store.add([article("a", [LINE]), article("b", [LINE]), article("a", [other])])
    assert (ids(store, LINE), ids(store, other)) == (["b"], ["a"])
    store.add([article("b", [other, [5]])])
    assert (ids(store, LINE), ids(store, other)) == ([], ["a", "b"])
    assert store.remove(["a", "a", "never"]) == 1
    assert store.remove([]) == 0
    store.compact()
    assert ids(store, other) == ["b"]
    info = store.info()
    assert (info.articles, info.sections) == (1, 1)
    assert store._connection.execute("SELECT count(DISTINCT section) FROM newslint_posting").fetchone() == (1,)


def test_keys_go_to_all_partitions(store: PostgreSQLStore) -> None:
    store.add(made_up(300, seed=3))
    rows = store._connection.execute("SELECT tableoid, count(*) FROM newslint_posting GROUP BY 1").fetchall()
    assert len(rows) == 16
    assert min(count for _, count in rows) > 0.7 * max(count for _, count in rows)


def test_an_article_is_one_statement(store: PostgreSQLStore, monkeypatch: pytest.MonkeyPatch) -> None:
    new = made_up(20, seed=4)
    store.add(new)
    asked: list[str] = []
    execute = store._connection.execute
    monkeypatch.setattr(store._connection, "execute", lambda query, *rest, **options: asked.append(str(query)) or execute(query, *rest, **options))
    archive.find(sections(blocks_of(made_up(1, seed=99)[0])), store)
    assert [query.split()[0] for query in asked] == ["b'BEGIN", "b'\\nWITH", "COMMIT"]
    asked.clear()
    assert len(archive.find(sections(blocks_of(new[7])), store).matches) == 1
    assert len(asked) == 4  # and one for what the catalogue says of the articles found


def test_a_batch_is_added_whole_or_not_at_all(store: PostgreSQLStore) -> None:
    store.add([article("a", [LINE])])
    bad = article("bad", [[*range(50)]])._replace(entry=Entry("bad", title="nul \0 in it"))
    with pytest.raises(StoreError, match="2 articles were not added"):
        store.add([article("a", [[*range(3000, 3030)]]), bad])
    with pytest.raises(StoreError, match="1 articles were not added"):
        store.add([bad._replace(entry=Entry("\ud800"))])
    assert ids(store, LINE) == ["a"]
    assert store.info().articles == 1
    store.add([article("b", [LINE])])
    assert ids(store, LINE) == ["a", "b"]


def test_a_reader_sees_one_state(store: PostgreSQLStore, postgresql_url: str) -> None:
    store.add([article(str(number), [LINE]) for number in range(5)])
    reader = PostgreSQLStore(postgresql_url)
    with reader.reading() as view:
        key = np.array([int(reader._connection.execute("SELECT min(key) FROM newslint_posting").fetchone()[0])], dtype=np.uint64)  # type: ignore[index]
        store.remove(["1", "2"])
        store.add([article("3", [[*range(50)]])])
        found = view.postings(key)
        assert len(found.section) == 5
        assert [each.entry.id for each in view.articles(found.section)] == ["0", "1", "2", "3", "4"]
    assert ids(reader, LINE) == ["0", "4"]
    reader.close()


def _write(url: str, name: int) -> None:
    store = PostgreSQLStore(url, write=True, create=True)
    for turn in range(6):
        store.add([article(f"shared-{number}", [[*range(number * 100, number * 100 + 30)], [name] * 20]) for number in range(20)])
        store.add([article(f"own-{name}-{turn}", [LINE])])
        if turn % 2:
            store.remove([f"own-{name}-{turn - 1}"])
    store.close()


def test_writers_at_the_same_time(postgresql_url: str) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write, args=(postgresql_url, name)) for name in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
        assert writer.exitcode == 0
    store = PostgreSQLStore(postgresql_url)
    stored = {each.entry.id for each in store.everything()}
    assert stored == {f"shared-{n}" for n in range(20)} | {f"own-{name}-{turn}" for name in range(3) for turn in (1, 3, 5)}
    assert store.info().articles == len(stored) == 29
    memory = MemoryStore()
    memory.add([each[1:] and _again(each) for each in store.everything()])
    keys = {row[0] for row in store._connection.execute("SELECT DISTINCT key FROM newslint_posting").fetchall()}
    assert keys == {key for key, held in memory._postings.items() if held}
    store.close()


def _again(stored: Any) -> Any:
    return article(stored.entry.id, [stored.words[a:b].tolist() for a, b in zip(stored.bounds, stored.bounds[1:], strict=False)])


def test_a_writer_that_waits_too_long_is_told(store: PostgreSQLStore, postgresql_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(postgresql_connection._SETTINGS, "lock_timeout", "100ms")
    other = PostgreSQLStore(postgresql_url, write=True)
    with store._writing("nothing"):
        with pytest.raises(StoreError, match="another process has been writing to this index"):
            other.add([article("a", [LINE])])
        assert ids(other, LINE) == []
    other.add([article("a", [LINE])])
    other.close()


def test_threads_take_turns(store: PostgreSQLStore) -> None:
    store.add([article("a", [LINE])])
    found: list[list[str]] = []
    threads = [threading.Thread(target=lambda: [found.append(ids(store, LINE)) for _ in range(20)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [["a"]] * 80


def test_an_index_of_another_version_is_refused(store: PostgreSQLStore, postgresql_url: str) -> None:
    store._connection.execute("UPDATE newslint_header SET scheme = 99")
    with pytest.raises(StoreError, match="built with scheme 99, layout 1; this newslint speaks scheme"):
        PostgreSQLStore(postgresql_url)


def test_a_database_without_an_index(postgresql_url: str) -> None:
    with pytest.raises(StoreError, match="holds no index") as told:
        open_store(postgresql_url)
    assert "pass" not in str(told.value)
    assert "editor:***@" in str(told.value)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("postgresql://editor:secret@127.0.0.1:1/archive?connect_timeout=3", "Connection refused.*cannot be reached"),
        ("postgresql://editor:secret@archive.invalid/archive", "cannot be reached"),
        ("postgresql://editor:secret@host:port/archive", "cannot be reached|no URL of a database"),
        ("postgresql://editor@host/archive?password=secret&nonsense=1", "no URL of a database"),
    ],
)
def test_a_server_that_is_not_there(url: str, message: str) -> None:
    require("psycopg")
    with pytest.raises(StoreError, match=message) as told:
        open_store(url)
    assert "secret" not in str(told.value)
    assert "\n" not in str(told.value)


def test_a_server_that_does_not_answer() -> None:
    require("psycopg")
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(StoreError, match="timeout"):
            open_store(f"postgresql://editor@127.0.0.1:{port}/archive?connect_timeout=2")


def test_no_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"pip install 'newslint\[postgresql\]'"):
        open_store("postgresql://host/archive")


def test_an_old_server(postgresql_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql_connection, "OLDEST_SERVER", 99)
    with pytest.raises(StoreError, match=r"is PostgreSQL \d+; newslint needs 99 or later"):
        open_store(postgresql_url)


def test_a_server_that_comes_back() -> None:
    require("psycopg")
    server = Server()
    server.start()
    try:
        store = PostgreSQLStore(server.url(), write=True, create=True)
        store.add([article("a", [LINE])])
        with pytest.raises(StoreError, match="were not added"), store._writing("5 articles were not added"):
            server.stop()
            store._count(1, 1, 1, 1)
        with pytest.raises(StoreError, match="cannot be reached"):
            ids(store, LINE)
        server.start()
        assert ids(store, LINE) == ["a"]
        store.add([article("b", [LINE])])
        server.stop()
        server.start()
        assert ids(store, LINE) == ["a", "b"]
        store.close()
    finally:
        server.remove()


@pytest.mark.parametrize("articles", [64, 65])
def test_boilerplate_behind_a_crowd(store: PostgreSQLStore, articles: int) -> None:
    memory = MemoryStore()
    new = [article("crowd", [LINE] * 700), *(article(str(number), [LINE]) for number in range(articles - 1))]
    for each in (store, memory):
        each.add(new)
        found = archive.find(sections([LINE]), each)
        assert len(found.matches) == (64 if articles == 64 else 0)
        assert found.boilerplate == ([] if articles == 64 else [(0, 30)])


def test_passwords_are_not_shown() -> None:
    shown = postgresql_connection.shown
    assert shown("postgresql://host/db") == "postgresql://host/db"
    assert shown("postgresql://me@host:5432/db") == "postgresql://me@host:5432/db"
    assert shown("postgresql://me:se/c@ret@host:5432/db") == "postgresql://me:***@host:5432/db"
    assert shown("postgres:///db?user=me&password=se@cret&x=1") == "postgres:///db?user=me&password=***&x=1"
    assert postgresql.shown is shown

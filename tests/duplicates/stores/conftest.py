"""A PostgreSQL server for the tests that want one, and a fresh schema in it for each."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests.conftest import require
from tests.duplicates.stores.postgresql_server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    require("psycopg")
    server = Server()
    server.start()
    yield server
    server.remove()


@pytest.fixture
def postgresql_url(postgresql_server: Server) -> str:
    """The URL of an empty schema."""
    import psycopg

    schema = f"archive_{next(_NUMBERS)}"
    with psycopg.connect(postgresql_server.url(), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}".encode())
    return postgresql_server.url(schema)

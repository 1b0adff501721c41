"""A PostgreSQL server for the tests that want one, with a fresh schema in it for each, and a local Spark."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

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


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """A Spark session on two cores of this machine, with the least heap that Spark takes."""
    require("pyspark", "java")
    from newslint.duplicates import spark_session

    session = spark_session.session("local[2]", spark_driver_memory="512m", spark_sql_shuffle_partitions=3)
    yield session
    session.stop()

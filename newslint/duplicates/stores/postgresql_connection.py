"""Connecting to PostgreSQL: what is asked of driver and server, and what their faults are called."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from newslint.duplicates.stores.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg

    Connection = psycopg.Connection[tuple[Any, ...]]

OLDEST_SERVER = 14
SECONDS_TO_CONNECT = 5
SECONDS_TO_READ = 30
"""A statement that only reads is given up after so long."""
SECONDS_TO_WAIT = 120
"""A writer waits so long for its turn."""

_LIVE = {
    "connect_timeout": SECONDS_TO_CONNECT, "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3,
    "tcp_user_timeout": 20_000, "application_name": "newslint",
}  # fmt: skip
"""What libpq is told where the URL says nothing: a server that has gone is noticed in seconds."""

_SETTINGS = {
    "plan_cache_mode": "force_generic_plan", "jit": "off", "enable_seqscan": "off", "enable_bitmapscan": "off",
    "enable_hashjoin": "off", "enable_mergejoin": "off", "lock_timeout": f"{SECONDS_TO_WAIT}s",
    "client_min_messages": "error",
}  # fmt: skip
"""Every statement of the store goes through an index, whatever the server's statistics say of a new table."""


def shown(url: str) -> str:
    """A URL as it may be shown: without its password."""
    url = re.sub(r"^([\w+]+://[^:@/?#]*):.*@", r"\1:***@", url, flags=re.S)
    return re.sub(r"([?&]password=)[^&]*", r"\1***", url)


def connect(url: str, write: bool) -> Connection:
    """A connection, in autocommit mode. Raises `StoreError` for a driver, server or database that is not there."""
    place = shown(url)
    try:
        import psycopg
        from psycopg.conninfo import conninfo_to_dict
    except ImportError as error:
        raise StoreError(
            place, f"needs PostgreSQL's driver, pip install 'newslint[postgresql]': {' '.join(str(error).split())}"
        ) from None
    try:
        given = conninfo_to_dict(url)
    except psycopg.Error as error:
        raise StoreError(place, f"is no URL of a database: {reason(error, url)}") from None
    with faults(url, "the index cannot be reached"):
        live = {name: value for name, value in _LIVE.items() if name not in given}
        connection = psycopg.connect(url, autocommit=True, client_encoding="utf8", **live)  # type: ignore[arg-type]
        try:
            version = connection.info.server_version // 10_000
            if version < OLDEST_SERVER:
                raise StoreError(place, f"is PostgreSQL {version}; newslint needs {OLDEST_SERVER} or later")
            settings = {**_SETTINGS, "statement_timeout": "0" if write else f"{SECONDS_TO_READ}s"}
            chosen = ", ".join(f"set_config('{name}', '{value}', false)" for name, value in settings.items())
            connection.execute(f"SELECT {chosen}".encode())
        except BaseException:
            connection.close()
            raise
    return connection


def reason(error: Exception, url: str = "") -> str:
    """What a fault of the driver says, on one line; nothing of the URL is repeated."""
    text = " ".join(str(error).split())
    return text.replace(url, shown(url)) if url else text


@contextmanager
def faults(url: str, otherwise: str) -> Iterator[None]:
    """Turn faults of driver and server into errors for the user; `otherwise` says what they mean."""
    import psycopg

    try:
        yield
    except psycopg.errors.LockNotAvailable:
        raise StoreError(
            shown(url), f"another process has been writing to this index for {SECONDS_TO_WAIT} seconds; {otherwise}"
        ) from None
    except psycopg.errors.UndefinedTable:
        raise StoreError(shown(url), f"tables of the index are missing; {otherwise}") from None
    except (psycopg.Error, UnicodeError) as error:
        raise StoreError(shown(url), f"{reason(error, url)}; {otherwise}") from error

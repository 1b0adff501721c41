"""Stores of an archive: where the keys and word hashes of published articles are kept, one module a store.

`protocol` says what a store is. Every store finds the same matches: `memory` is the plain specification, and
the tests hold the others to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.duplicates.stores.errors import StoreError

if TYPE_CHECKING:
    from newslint.duplicates.stores.protocol import Store

__all__ = ["StoreError", "open_store"]


def open_store(place: str, write: bool = False, create: bool = False) -> Store:
    """The store at a place: a folder, for the embedded one, or the URL of a PostgreSQL database.

    `write` takes the place's one writer's seat; `create` makes the store where there is none. Raises
    `StoreError` for a place that holds no store, one of another scheme version, or one that has a writer.
    """
    scheme, separator, _ = place.partition("://")
    if separator and scheme in ("postgresql", "postgres"):
        from newslint.duplicates.stores.postgresql import PostgreSQLStore

        return PostgreSQLStore(place, write=write, create=create)
    if separator and scheme not in ("file",):
        raise StoreError(
            scheme + separator, "no store speaks this; an index is a folder, or postgresql://user@host/database"
        )
    from newslint.duplicates.stores.embedded import EmbeddedStore

    return EmbeddedStore(place.removeprefix("file://"), write=write, create=create)

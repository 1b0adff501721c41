"""An open archive, asked about articles at hand: what is their own, or later, does not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.duplicates.archive_articles import ids_of, is_later, is_own

if TYPE_CHECKING:
    from newslint.duplicates.archive import Found
    from newslint.duplicates.records import Record
    from newslint.duplicates.stores.protocol import Entry, Store


class Archive:
    """A store, and what of it counts.

    - `as_of`: articles published after this date (ISO 8601, any precision) do not count; without it, those
      published after the article at hand;
    - `root`: the folder to which the ids of articles without one, their paths, are relative.
    """

    def __init__(self, store: Store, as_of: str | None = None, root: str = "") -> None:
        self.store = store
        self.as_of = as_of
        self.root = root

    def find(self, record: Record) -> Found:
        """What earlier articles share with this one. Raises `StoreError`."""
        from newslint.duplicates.archive import find

        ids = ids_of(record, self.root)
        limit = self.as_of or record.published

        def is_wanted(entry: Entry) -> bool:
            return not is_later(entry.published, limit) and not is_own(entry, record, ids)

        return find(record.sections, self.store, is_wanted)

"""What can be wrong with a store, as its users are told."""

from __future__ import annotations


class StoreError(Exception):
    """A store that cannot be used as asked, and why; the message is one line for the user."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(f"{place}: {message}")
        self.place = place
        self.message = message

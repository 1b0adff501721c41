"""One writer at a time: a lock on a file that the system takes back when the process ends, however it ends."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newslint.duplicates.stores.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


class WriteLock:
    """The writer's seat of a folder. Raises `StoreError` when made while another has it."""

    def __init__(self, folder: Path) -> None:
        path = folder / "lock"
        try:
            self._file = path.open("a+", encoding="ascii")
        except OSError as error:
            raise StoreError(str(folder), f"cannot be written: {error.strerror}") from None
        try:
            _lock(self._file.fileno())
        except OSError:
            self._file.seek(0)
            holder = self._file.read(20).strip()
            self._file.close()
            named = f" (process {holder})" if holder.isdigit() else ""
            raise StoreError(
                str(folder), f"another process{named} is writing to this index; one can at a time"
            ) from None
        self._file.seek(0)
        self._file.truncate()
        self._file.write(f"{os.getpid()}\n")
        self._file.flush()

    def release(self) -> None:
        """Leave the seat."""
        self._file.close()


def _lock(descriptor: int) -> None:
    try:
        import fcntl
    except ImportError:
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

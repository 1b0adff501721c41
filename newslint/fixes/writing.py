"""Files written whole or not at all: into a temporary file beside the target, which then takes its place."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.source import Source


class WriteError(Exception):
    """A file that could not be written; what stood there before still does."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(message)
        self.path = path
        self.message = message


def write_source(before: Source, after: Source) -> None:
    """Write `after` to its path, with its encoding and byte-order mark.

    Raises `WriteError`, and leaves the file alone, where the new text has no form in that encoding, where the
    file no longer holds `before` (somebody else has saved it since), or where it cannot be written.
    """
    try:
        data = after.encode(after.text)
    except UnicodeEncodeError as error:
        raise WriteError(
            after.path,
            f"not fixed: {error.object[error.start : error.end]!r} cannot be written as {after.encoding}",
        ) from None
    try:
        unchanged = Path(before.path).read_bytes() == before.encode(before.text)
    except OSError as error:
        raise WriteError(before.path, f"not fixed: {error.strerror or error}") from None
    if not unchanged:
        raise WriteError(before.path, "not fixed: the file has changed since it was read")
    write_bytes(after.path, data)


def write_bytes(path: str, data: bytes) -> None:
    """Put `data` at `path` in one step; a symbolic link is followed, mode bits and owner are kept.

    Raises `WriteError` where that is not possible (a full disk, no permission); nothing is left half-written.
    """
    target = Path(os.path.realpath(path))
    temporary = None
    try:
        mode = target.stat() if target.exists() else None
        if mode is not None and not os.access(target, os.W_OK):
            raise WriteError(path, "cannot be written: read-only")
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
        with open(handle, "wb") as file:  # noqa: PTH123 - an open file descriptor
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is None:
            umask = os.umask(0)
            os.umask(umask)
            Path(temporary).chmod(0o666 & ~umask)
        else:
            if hasattr(os, "chown"):
                with contextlib.suppress(OSError):  # only root may give files away
                    os.chown(temporary, mode.st_uid, mode.st_gid)
            Path(temporary).chmod(stat.S_IMODE(mode.st_mode))
        Path(temporary).replace(target)
        temporary = None
    except OSError as error:
        raise WriteError(path, f"cannot be written: {error.strerror or error}") from None
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()

"""What the command line writes, and to whom: pipes, terminals, colours, files."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newslint.finding import InputError


def write(pieces: Iterable[str], output_file: str | None = None, stream: TextIO | None = None) -> None:
    """Write text to stdout (or `stream`), or whole or not at all to a file. A reader who has hung up is no error.

    Raises `WriteError` where the file cannot be written.
    """
    if output_file is not None:
        from newslint.fixes import write_bytes

        write_bytes(output_file, "".join(pieces).encode("utf-8", "backslashreplace"))
        return
    stream = stream or sys.stdout
    try:
        for piece in pieces:
            stream.write(piece)
        stream.flush()
    except BrokenPipeError:
        _hang_up()


def write_raw(data: bytes) -> None:
    """Write bytes to stdout as they are."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _hang_up()


def tell(message: str) -> None:
    """Write a line to stderr."""
    print(message, file=sys.stderr)


def tell_error(error: InputError) -> None:
    """`error: path:line: message` on stderr."""
    from newslint.reports.terminal_text import shown

    line = f":{error.line}" if error.line else ""
    tell(f"error: {shown(error.path)}{line}: {shown(error.message)}")


def wants_colour(choice: str, stream: TextIO) -> bool:
    """Whether to colour what goes to `stream`; `choice` is `always`, `never` or `auto`.

    `auto` obeys FORCE_COLOR (https://force-color.org), then NO_COLOR (https://no-color.org), then colours for
    a terminal that is not a dumb one.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def width() -> int:
    """Columns of the terminal; 100 where there is none."""
    return max(shutil.get_terminal_size((100, 24)).columns, 40)


def _hang_up() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""What `-` names: bytes from stdin, and the fixed text that goes back out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from newslint.finding import InputError
from newslint.source import SourceError, decode, format_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.cli.fixing import Change
    from newslint.config import Config
    from newslint.source import Source


class Stdin:
    """The one input of a run that reads stdin. Without a name, its format is Markdown."""

    def __init__(self, name: str | None) -> None:
        self.name = name or "<stdin>"
        self.format = format_of(name) if name else "markdown"
        self.data = b""
        self.source: Source | None = None

    def read(self, config: Config) -> Source | InputError:
        """The source, or what is wrong with the bytes."""
        # all of it, since with --fix what cannot be read goes out again as it came
        self.data = sys.stdin.buffer.read()
        try:
            if len(self.data) > config.max_bytes:
                raise SourceError(self.name, f"larger than {config.max_bytes:,} bytes (`max-bytes`)")
            self.source = decode(self.data, self.name, self.format, config.encoding or None)
        except SourceError as error:
            return InputError(error.path, error.message, error.line)
        return self.source

    def fixed(self, changes: Sequence[Change]) -> bytes:
        """The bytes to pass on: the fixed text, or what came in where nothing was fixed."""
        if not changes:
            return self.data
        self.source = changes[0].fixed.source
        return self.source.encode(self.source.text)

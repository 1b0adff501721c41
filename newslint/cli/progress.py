"""A progress bar on stderr, for runs that take longer than a second on a terminal."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds before a bar shows."""


class ProgressBar:
    """Called with what is done and what there is in all; imports rich only when it shows."""

    def __init__(self, enabled: bool, doing: str = "Checking") -> None:
        self._enabled = enabled and sys.stderr.isatty()
        self._started = monotonic()
        self._doing = doing
        self._bar: Progress | None = None

    def __call__(self, done: int, total: int) -> None:
        """Show how far the run is."""
        if self._bar is None:
            if not self._enabled or monotonic() - self._started < PATIENCE:
                return
            from rich.console import Console
            from rich.progress import Progress

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.add_task(self._doing, total=total)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], completed=done, total=total)

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

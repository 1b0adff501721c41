"""The public interface: `check` for one text, `Linter` for many, `run` for files.

All offsets in a report are code points of the decoded source, 0-based; lines and columns are 1-based and in
code points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.config import Config
from newslint.document import READERS
from newslint.rule_choice import RuleChoice
from newslint.runs import run as _run
from newslint.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newslint.finding import InputError, Report


def check(text: str, format: str = "markdown", path: str = "<text>") -> Report:
    """The report on one text in `format` (markdown, html or plain) by the default rules.

    `path` is what the findings call the text. Raises `ValueError` for an unknown format.
    """
    return _default().check(text, format, path)


class Linter:
    """Lints many texts and files by one configuration; makes its rules ready once.

    Raises `newslint.config.ConfigError` for a configuration that names no such rule or setting, and
    `newslint.rules.RuleError` for a rule of its own folders that cannot be used.
    """

    def __init__(self, config: Config | None = None) -> None:
        self._choice = RuleChoice(config or Config())

    def check(self, text: str, format: str = "markdown", path: str = "<text>") -> Report:
        """The report on one text. Raises `ValueError` for an unknown format."""
        if format not in READERS:
            raise ValueError(f"no reader for {format!r}; there are {', '.join(READERS)}")
        return _run([Source(text, path, format)], self._choice)

    def run(
        self,
        inputs: Iterable[str | Source | InputError],
        jobs: int = 1,
        progress: Callable[[int, int], None] | None = None,
    ) -> Report:
        """The report on files (paths), sources, and inputs already known to be faulty, in their order.

        `jobs` is the number of processes; 0 chooses. `progress` is told how many inputs are done, and of how many.
        """
        return _run(inputs, self._choice, jobs, progress)


def run(
    inputs: Iterable[str | Source | InputError],
    config: Config | None = None,
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """The report on inputs by a configuration; as `Linter(config).run`."""
    return Linter(config).run(inputs, jobs, progress)


_made: list[Linter] = []


def _default() -> Linter:
    if not _made:
        _made.append(Linter())
    return _made[0]

"""The configuration: `.newslint.yml`, or `[tool.newslint]` in `pyproject.toml`, of the nearest folder above.

Where a folder has both, `.newslint.yml` counts; a `pyproject.toml` without that table is passed over. Paths
and globs in it are relative to its folder. Selectors are codes and their beginnings (`SPC`, `SPC101`), packs
(`spacing`), names (`spacing/after-comma`) and `ALL`; who knows the rules checks them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.finding import LEVELS
from newslint.source import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.typed_values import Place

FILE = ".newslint.yml"
PYPROJECT = "pyproject.toml"

EXCLUDED = (
    ".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", ".cache", ".mypy_cache", ".ruff_cache",
    ".pytest_cache", ".tox", "site-packages", "dist", "build", "_site",
)  # fmt: skip
"""What folders are passed over where the configuration does not say `exclude` itself."""

FAIL_ON = (*LEVELS, "never")



class ConfigError(Exception):
    """A configuration that cannot be used, and where the fault is: `line` is 1-based."""

    def __init__(self, path: str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = path
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True)
class PerFile:
    """What holds for the files that a glob names, on top of what holds for all."""

    glob: str
    ignore: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    """Selected for these files beside what is selected for all."""
    rules: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass(slots=True)
class Config:
    """The configuration as plain data; without a file, its defaults."""

    path: str = ""
    """The file it was read from; empty for none."""
    root: str = ""
    """The folder that globs are relative to."""
    select: list[str] | None = None
    """None selects every rule that is not off by default."""
    ignore: list[str] = field(default_factory=list)
    extend_select: list[str] = field(default_factory=list)
    extend_ignore: list[str] = field(default_factory=list)
    fail_on: str = "error"
    exclude: list[str] = field(default_factory=lambda: list(EXCLUDED))
    extend_exclude: list[str] = field(default_factory=list)
    force_exclude: bool = False
    """Whether files that are named one by one are excluded, too."""
    rules: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Rule code or name -> `level` and settings, as written."""
    rule_folders: list[str] = field(default_factory=list)
    per_file: list[PerFile] = field(default_factory=list)
    encoding: str = ""
    """The encoding of files that are not UTF-8; empty refuses them."""
    max_bytes: int = MAX_BYTES
    accept: frozenset[str] = frozenset()
    """Words and names, in their exact case, that spelling and capitalization rules never report."""
    index: str = ""
    """Where the archive index is; empty for none."""
    as_of: str = ""
    """The date after which archived articles do not count; empty for each article's own."""
    output_format: str = ""
    baseline: str = ""
    lines: dict[Place, int] = field(default_factory=dict)
    """The 1-based line of each key of the file."""

    def line_of(self, *place: str | int) -> int:
        """The 1-based line at which a key or entry of the file stands, or the nearest one above it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines[place] if place else 1

    def line_naming(self, selector: str) -> int:
        """The 1-based line of the first key that names a selector, for an error about it."""
        try:
            text = Path(self.path).read_text(encoding="utf-8")
        except (OSError, ValueError):
            return 1
        return next((number for number, line in enumerate(text.splitlines(), 1) if selector in line), 1)

    def for_file(self, path: str) -> tuple[PerFile, ...]:
        """The entries of `per-file` that hold for a path, in the order of the file."""
        if not self.per_file:
            return ()
        relative = self._relative(path)
        return tuple(entry for entry in self.per_file if _matcher((entry.glob,))(relative))

    def is_excluded(self, path: str) -> bool:
        """Whether `exclude` or `extend-exclude` (patterns as in `.gitignore`) name a path or a folder above it."""
        return _matcher((*self.exclude, *self.extend_exclude))(self._relative(path))

    def _relative(self, path: str) -> str:
        relative = os.path.relpath(path, self.root or ".")
        if relative.startswith(".."):
            return path.replace(os.sep, "/").rpartition("/")[2]
        return relative.replace(os.sep, "/")


_MATCHERS: dict[tuple[str, ...], Callable[[str], bool]] = {}


def _matcher(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a relative path matches patterns written as in `.gitignore`; plain names need no pattern engine."""
    made = _MATCHERS.get(patterns)
    if made is None:
        if not any(sign in pattern for pattern in patterns for sign in "*?[!/\\#"):
            names = frozenset(patterns)

            def made(path: str) -> bool:
                return not names.isdisjoint(path.split("/"))
        else:
            from pathspec import GitIgnoreSpec

            made = GitIgnoreSpec.from_lines(patterns).match_file
        _MATCHERS[patterns] = made
    return made


def find(folder: Path) -> Path | None:
    """The configuration file that counts in a folder: its own, or that of the nearest folder above; None for none."""
    absolute = folder.absolute()
    for place in (absolute, *absolute.parents):
        if (place / FILE).is_file():
            return place / FILE
        try:
            if b"[tool.newslint" in (place / PYPROJECT).read_bytes():
                return place / PYPROJECT
        except OSError:
            continue
    return None


def load(path: Path) -> Config:
    """The configuration that a file holds. Raises `ConfigError`."""
    from newslint.config.reading import read

    return read(path)


def for_folder(folder: Path) -> Config:
    """The configuration that counts in a folder; the defaults where there is none. Raises `ConfigError`."""
    path = find(folder)
    return load(path) if path is not None else Config()

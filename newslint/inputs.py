"""Paths to inputs: which files of the named files, folders and globs are to be linted.

A file that is named is always an input (but for `force-exclude`). In folders only files with an ending that
names a format count, and passed over are what `exclude` and `extend-exclude` name, what git ignores
(`.gitignore` files at every level, and `.git/info/exclude`), hidden files and folders, and folders that are
symbolic links, so that no loop can be entered. The engine for patterns is imported where there are patterns.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newslint.config import Config
from newslint.finding import InputError
from newslint.source import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_GLOB_SIGNS = frozenset("*?[")
_PATTERN_SIGNS = frozenset("*?[!/\\#")


def find_inputs(paths: Sequence[str], config: Config | None = None) -> Iterator[str | InputError]:
    """The inputs that paths, folders and globs stand for, each once, in the order named and then by name.

    What cannot be an input (a path that does not exist, a folder that may not be read) comes in its place as
    an `InputError`. A path is spelt as it was named, or begins with the folder that was.
    """
    config = config or Config()
    seen: set[str] = set()
    for path in paths:
        for found in _inputs_of(path, config):
            if isinstance(found, InputError):
                yield found
                continue
            if found.identity not in seen:
                seen.add(found.identity)
                yield found.path


class _Found(NamedTuple):
    path: str
    identity: str
    """The real path: equal for two names of one file."""


def _inputs_of(path: str, config: Config) -> Iterator[_Found | InputError]:
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as error:
        if _GLOB_SIGNS.isdisjoint(path):
            reason = getattr(error, "strerror", None) or "not a path"
            yield InputError(path, "no such file or folder" if isinstance(error, FileNotFoundError) else reason)
        else:
            yield from _of_glob(path, config)
        return
    if config.force_exclude and config.is_excluded(path):
        return
    if stat.S_ISDIR(mode):
        yield from _Walk(path, config).files()
    elif stat.S_ISREG(mode):
        yield _Found(path, os.path.realpath(path))
    else:
        yield InputError(path, "neither a file nor a folder")


def _of_glob(pattern: str, config: Config) -> Iterator[_Found | InputError]:
    """What a glob names that no shell has expanded: files with a known ending, and folders."""
    from glob import glob

    matches = sorted(glob(pattern, recursive=True))  # noqa: PTH207 (`Path.glob` takes no absolute pattern)
    if not matches:
        yield InputError(pattern, "no file or folder matches")
    for path in matches:
        if Path(path).is_dir():
            if "**" not in pattern and not config.is_excluded(path):
                yield from _Walk(path, config).files()
        elif _has_known_ending(path) and not config.is_excluded(path):
            yield _Found(path, os.path.realpath(path))


def _has_known_ending(name: str) -> bool:
    return name[name.rfind(".") :].lower() in FORMATS


class _Patterns:
    """Patterns as in `.gitignore`, and where they stand: `cut` code points are taken off a path, `prefix` is put before it."""

    def __init__(self, lines: Iterable[str], cut: int = 0, prefix: str = "") -> None:
        from pathspec import GitIgnoreSpec

        kept = []
        for line in lines:
            try:
                GitIgnoreSpec.from_lines([line])
            except ValueError:  # git passes over a pattern that it cannot read, too
                continue
            kept.append(line)
        self._check = GitIgnoreSpec.from_lines(kept).check_file
        self._cut = cut
        self._prefix = prefix

    def decide(self, path: str) -> bool | None:
        """Whether a path (a folder's ends with `/`) is ignored; None where no pattern speaks of it."""
        return self._check(self._prefix + path[self._cut :]).include


class _Walk:
    """The files below one folder. A *path* in here is relative to that folder, with `/` between its names."""

    def __init__(self, folder: str, config: Config) -> None:
        self._folder = folder
        self._before = "" if folder in (".", "./") else folder if folder.endswith("/") else folder + os.sep
        self._real = os.path.realpath(folder)
        self._names: frozenset[str] = frozenset()
        self._excluded: _Patterns | None = None
        self._read_excludes(config)

    def _read_excludes(self, config: Config) -> None:
        lines = (*config.exclude, *config.extend_exclude)
        patterns = [line for line in lines if not _PATTERN_SIGNS.isdisjoint(line)]
        if not patterns:
            self._names = frozenset(lines)
            return
        prefix = _between(os.path.realpath(config.root or "."), self._real) or ""
        self._excluded = _Patterns(lines, prefix=prefix)
        if prefix and self._excluded.decide(prefix):  # who names an excluded folder wants what is in it
            self._excluded = _Patterns(lines)

    def files(self) -> Iterator[_Found | InputError]:
        """The files to lint, and the folders that cannot be read, in the order of their names."""
        waiting: list[tuple[str, bool, bool, tuple[_Patterns, ...]]] = [("", True, False, self._from_above())]
        while waiting:
            path, is_folder, is_link, ignored = waiting.pop()
            if not is_folder:
                real = f"{self._real}/{path}"
                yield _Found(self._named(path), os.path.realpath(real) if is_link else real)
                continue
            try:
                with os.scandir(self._named(path)) as scanned:
                    entries = sorted(scanned, key=_name, reverse=True)
            except OSError as error:
                yield InputError(self._named(path), error.strerror or str(error))
                continue
            base = f"{path}/" if path else ""
            if any(entry.name == ".gitignore" for entry in entries):
                ignored = (*_gitignore(Path(self._named(base + ".gitignore")), len(base)), *ignored)
            for entry in entries:
                name = entry.name
                if name[0] == "." or name in self._names:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if not self._is_passed_over(f"{base}{name}/", ignored):
                        waiting.append((base + name, True, False, ignored))
                elif _has_known_ending(name) and entry.is_file() and not self._is_passed_over(base + name, ignored):
                    waiting.append((base + name, False, entry.is_symlink(), ignored))

    def _named(self, path: str) -> str:
        """A path as the user would spell it: below the folder as it was named."""
        return self._before + path if path else self._folder

    def _is_passed_over(self, path: str, ignored: tuple[_Patterns, ...]) -> bool:
        if self._excluded is not None and self._excluded.decide(path):
            return True
        for patterns in ignored:  # the nearest file that speaks of a path decides
            decision = patterns.decide(path)
            if decision is not None:
                return decision
        return False

    def _from_above(self) -> tuple[_Patterns, ...]:
        """The ignore files between this folder and the top of its repository, the nearest first."""
        found: list[_Patterns] = []
        real = Path(self._real)
        repository = next((place for place in (real, *real.parents) if (place / ".git").exists()), None)
        if repository is None:
            return ()
        for place in (real, *real.parents):
            if place != real:
                found += _gitignore(place / ".gitignore", 0, _between(str(place), self._real) or "")
            if place == repository:
                break
        prefix = _between(str(repository), self._real) or ""
        found += _gitignore(repository / ".git" / "info" / "exclude", 0, prefix)
        if prefix and any(patterns.decide("") for patterns in found):  # who names an ignored folder wants it
            return ()
        return tuple(found)


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _between(above: str, below: str) -> str | None:
    """The path from one real folder down to another, with a `/` at its end; "" for the same, None if it is not below."""
    if above == below:
        return ""
    above = above.rstrip(os.sep) + os.sep
    return below[len(above) :].replace(os.sep, "/") + "/" if below.startswith(above) else None


def _gitignore(file: Path, cut: int, prefix: str = "") -> list[_Patterns]:
    try:
        text = file.read_text(encoding="utf-8-sig", errors="surrogateescape")
    except OSError:
        return []
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [_Patterns(lines, cut, prefix)] if lines else []

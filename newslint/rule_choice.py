"""Configuration x rules -> the linter of each file.

The rules are the shipped ones and those of the configured folders. Files with the same `per-file` entries
share one linter, which is made when the first of them comes.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config import Config, ConfigError
from newslint.linter import Linter
from newslint.rules import load_folder, shipped_folder
from newslint.rules.selection import SelectorError, override, require_known, select
from newslint.typed_values import SettingError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from newslint.config import PerFile
    from newslint.duplicates.archive_asking import Archive
    from newslint.rules import Rule

ARCHIVE_CHECK = "in-archive"
"""The check that asks the archive index; without it none is opened."""


class RuleChoice:
    """The rules that a configuration chooses. Raises `ConfigError` and `RuleError` when made."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.known: list[Rule] = known_rules(config)
        """Every rule there is, whether it runs or not, with the configuration's levels and settings."""
        selectors = [*config.ignore, *config.extend_ignore, *config.extend_select, *(config.select or ())]
        for entry in config.per_file:
            selectors += [*entry.ignore, *entry.select]
        if selectors or config.rules:
            self._check(selectors)
            self.known = self._overridden(self.known, config.rules)
        self._linters: dict[tuple[PerFile, ...] | tuple[int, ...], Linter] = {}

    @property
    def rules(self) -> list[Rule]:
        """The rules that run where no `per-file` entry says otherwise."""
        return self._selected(())

    @cached_property
    def archive(self) -> Archive | None:
        """The configured archive index, opened; None for none. Raises `newslint.duplicates.stores.StoreError`."""
        if not self.config.index or all(rule.check != ARCHIVE_CHECK for rule in self.rules):
            return None
        from newslint.duplicates.archive_asking import Archive
        from newslint.duplicates.stores import open_store

        return Archive(open_store(self.config.index), self.config.as_of or None, self.config.root)

    def linter_for(self, path: str) -> Linter:
        """The linter of the file at `path`."""
        entries = self.config.for_file(path)
        key = tuple(map(id, entries))
        linter = self._linters.get(key)
        if linter is None:
            linter = self._linters[key] = Linter(self._selected(entries), self.config.accept)
        return linter

    def _selected(self, entries: tuple[PerFile, ...]) -> list[Rule]:
        config = self.config
        ignore = [*config.ignore, *config.extend_ignore]
        more = [*config.extend_select]
        rules = self.known
        for entry in entries:
            ignore += entry.ignore
            more += entry.select
            if entry.rules:
                rules = self._overridden(rules, entry.rules)
        return select(rules, config.select, ignore, more)

    def _overridden(self, rules: list[Rule], changes: Mapping[str, Mapping[str, Any]]) -> list[Rule]:
        if not changes:
            return rules
        try:
            return override(rules, changes)
        except SelectorError as error:
            raise self._fault(error.message, error.selector) from None
        except SettingError as error:
            raise self._fault(error.message, str(error.place[0])) from None

    def _check(self, selectors: list[str]) -> None:
        try:
            require_known(self.known, selectors)
        except SelectorError as error:
            raise self._fault(error.message, error.selector) from None

    def _fault(self, message: str, selector: str) -> ConfigError:
        config = self.config
        line = config.line_naming(selector) if config.path else 1
        return ConfigError(config.path or "options", line, message)


def known_rules(config: Config) -> list[Rule]:
    """The shipped rules and those of the configured folders, ordered by code. Raises `RuleError`."""
    rules = load_folder(shipped_folder())
    for folder in config.rule_folders:
        rules = [*rules, *load_folder(Path(config.root or ".") / folder)]
    return sorted(rules, key=lambda rule: rule.code) if config.rule_folders else rules

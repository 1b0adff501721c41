"""Errors that a user can mend, as opposed to faults of newslint."""

from __future__ import annotations

from newslint.baseline import BaselineError
from newslint.config import ConfigError
from newslint.duplicates.stores.errors import StoreError
from newslint.fixes import WriteError
from newslint.rules import RuleError
from newslint.source import SourceError


def foreseen(error: Exception) -> str | None:
    """What to tell of a foreseen error: place and message; None for any other."""
    if isinstance(error, (BaselineError, ConfigError, RuleError, StoreError)):
        return str(error)
    if isinstance(error, (SourceError, WriteError)):
        return f"{error.path}: {error.message}"
    return None

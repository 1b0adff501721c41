"""The checks, one module each, found by name: the check `after-comma` is the module `after_comma`.

A check module has

- a docstring, which is its manual;
- `check(document, settings)`, a generator of hits for one article, or
  `check_run(documents, archive, settings)`, a generator of hits for what needs several;
- if it takes settings, `DEFAULTS`: every setting's name (as rules write it, words joined by hyphens) and
  default value, whose type is the setting's type;
- if settings need work before use, `prepare(settings)`: its result is passed to `check` instead, and is made
  once a run. It raises `ValueError` for settings that cannot work.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType


@cache
def load(name: str) -> ModuleType:
    """The module of the check `name`. Raises `KeyError` where there is none."""
    module = name.replace("-", "_")
    if not module.isidentifier() or module.startswith("_"):
        raise KeyError(name)
    try:
        return import_module(f"newslint.checks.{module}")
    except ModuleNotFoundError as error:
        if error.name != f"newslint.checks.{module}":
            raise
        raise KeyError(name) from None


def names() -> list[str]:
    """The names of all checks, sorted."""
    return sorted(
        info.name.replace("_", "-") for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")
    )


def defaults(name: str) -> dict[str, Any]:
    """The settings of the check `name` with their default values."""
    return dict(getattr(load(name), "DEFAULTS", {}))

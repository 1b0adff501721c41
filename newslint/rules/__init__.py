"""Rules: YAML files that name a check, its settings, how severe it is, and its own examples.

What a run needs is imported here; what reads YAML is imported on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.rules.compiled import load_folder, shipped_folder
from newslint.rules.model import Example, Rule, RuleError

if TYPE_CHECKING:
    from newslint.rules.loading import load_file

__all__ = ["Example", "Rule", "RuleError", "load_file", "load_folder", "shipped_folder"]

_LAZY = {"load_file": "newslint.rules.loading"}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(name)

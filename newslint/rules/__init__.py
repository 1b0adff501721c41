"""Rules: YAML files that name a check, its settings, how severe it is, and its own examples.

What a run needs is imported here; what reads YAML is imported on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.rules.compiled import load_folder, shipped_folder
from newslint.rules.model import Example, Rule, RuleError

if TYPE_CHECKING:
    from newslint.rules.loading import load_file
    from newslint.rules.selection import SelectorError, override, require_known, select, selects, specificity

__all__ = [
    "Example", "Rule", "RuleError", "SelectorError", "load_file", "load_folder", "override", "require_known", "select",
    "selects", "shipped_folder", "specificity",
]  # fmt: skip

_LAZY = {
    "load_file": "newslint.rules.loading",
    **dict.fromkeys(
        ("SelectorError", "override", "require_known", "select", "selects", "specificity"), "newslint.rules.selection"
    ),
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(name)

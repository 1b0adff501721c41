"""newslint: a fast, precise linter for news copy.

    import newslint

    report = newslint.check("The vote was close,but it passed.", format="markdown")
    report.findings[0].suggestions  # ("close, but",)

`Linter(config)` is for many texts or files. The names are imported on first use, as a command that lints one
short file needs few of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.version import __version__

if TYPE_CHECKING:
    from newslint.api import Linter, check, run
    from newslint.config import Config
    from newslint.finding import Finding, Report

__all__ = ["Config", "Finding", "Linter", "Report", "__version__", "check", "run"]

_HOMES = {
    "Config": "newslint.config",
    "Finding": "newslint.finding",
    "Linter": "newslint.api",
    "Report": "newslint.finding",
    "check": "newslint.api",
    "run": "newslint.api",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""newslint: a fast, precise linter for news copy."""

from newslint.version import __version__

__all__ = ["__version__"]

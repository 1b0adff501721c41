"""How the tests of the word-level checks look at a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks import load
from newslint.document import parse
from newslint.source import Source

if TYPE_CHECKING:
    from newslint.finding import Hit


def hits(check: str, text: str, format: str = "markdown", **settings: Any) -> list[Hit]:
    module = load(check)
    found = module.check(parse(Source(text, format=format)), {**module.DEFAULTS, **settings})
    return sorted(found, key=lambda hit: hit.start)


def found(check: str, text: str, format: str = "markdown", **settings: Any) -> list[tuple[str, str]]:
    """The text and the first suggestion of every hit, in order."""
    prose = parse(Source(text, format=format)).prose
    return [(prose[hit.start : hit.end], hit.suggestions[0]) for hit in hits(check, text, format, **settings)]

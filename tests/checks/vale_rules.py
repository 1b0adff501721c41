"""Runs a check with settings as a rule file would give them, for the tests of Vale's checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint import checks
from newslint.document import parse
from newslint.rules.settings import convert
from newslint.source import Source

if TYPE_CHECKING:
    from newslint.finding import Hit


def hits(check: str, text: str, format: str = "markdown", **settings: Any) -> list[Hit]:
    """The hits of a check; settings are named with underscores for hyphens."""
    module = checks.load(check)
    converted = convert(check, {key.replace("_", "-"): value for key, value in settings.items()})
    document = parse(Source(text, format=format))
    return list(module.check(document, module.prepare({**module.DEFAULTS, **converted})))


def found(check: str, text: str, format: str = "markdown", **settings: Any) -> list[str]:
    """The texts of the hits of a check."""
    document = parse(Source(text, format=format))
    return [
        (text if hit.in_source else document.prose)[hit.start : hit.end]
        for hit in hits(check, text, format, **settings)
    ]

"""What a rule is: plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newslint.finding import Level, Safety


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule: a text, what is found in it (source slices in order), and what fixing makes of it."""

    text: str
    found: tuple[str, ...] = ()
    fixed: str | None = None
    format: str = "markdown"
    others: tuple[str, ...] = ()
    """Other inputs of the same run, for rules that compare several."""
    line: int = 1
    """Where it stands in the rule's file, 1-based."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with settings, a code that is stable for ever, and words for people."""

    code: str
    name: str
    """The pack (the folder) and the file's stem: `spacing/after-comma`."""
    check: str
    message: str
    level: Level
    description: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Only what the rule's file says, converted to the types of the check's `DEFAULTS`."""
    fix: Safety | None = None
    link: str = ""
    limit: int = 0
    """How many findings to report in one file; 0 is no limit."""
    yields_to: tuple[str, ...] = ()
    """Codes or packs whose findings silence this rule's on the same spot."""
    enabled: bool = True
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    path: str = ""

    @property
    def category(self) -> str:
        """The pack that the rule belongs to."""
        return self.name.partition("/")[0]


class RuleError(Exception):
    """A rule that cannot be used, and where the fault is: `line` is 1-based."""

    def __init__(self, path: str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = path
        self.line = line
        self.message = message

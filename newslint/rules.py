"""YAML to `Rule`: a rule file names a check, its settings, how severe it is, and its own examples.

A rule's name is its pack (the folder) and the file's stem: `spacing/after-comma`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newslint.finding import Level, Safety

RULE_KEYS = (
    "extends", "id", "description", "message", "level", "fix", "link", "limit", "scope", "yields-to",
    "enabled", "examples",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule: a text, what is found in it (source slices in order), and what fixing makes of it."""

    text: str
    found: tuple[str, ...] = ()
    fixed: str | None = None
    format: str = "markdown"
    others: tuple[str, ...] = ()
    """Other inputs of the same run, for rules that compare several."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with settings, a code that is stable for ever, and words for people."""

    code: str
    name: str
    check: str
    message: str
    level: Level
    description: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    fix: Safety | None = None
    link: str = ""
    limit: int = 0
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


def shipped_folder() -> Path:
    """Where the rules of this installation are: in the wheel, or beside the package in a checkout."""
    here = Path(__file__).parent
    shipped = here / "rules_shipped"
    return shipped if shipped.is_dir() else here.parent / "rules"


def load_folder(folder: Path) -> list[Rule]:
    """Every rule below `folder`, in the order of their codes."""
    rules = [load_file(path) for path in sorted(folder.glob("*/*.yml"))]
    return sorted(rules, key=lambda rule: rule.code)


def load_file(path: Path) -> Rule:
    """The rule that a file holds."""
    import yaml

    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    examples = data.get("examples") or {}
    return Rule(
        code=data["id"],
        name=f"{path.parent.name}/{path.stem}",
        check=data["extends"],
        message=data["message"],
        level=data.get("level", "warning"),
        description=data.get("description", ""),
        settings={key: value for key, value in data.items() if key not in RULE_KEYS},
        fix=data.get("fix"),
        link=data.get("link", ""),
        yields_to=tuple(data.get("yields-to", ())),
        bad=tuple(_example(entry) for entry in examples.get("bad", ())),
        good=tuple(_example(entry) for entry in examples.get("good", ())),
        path=str(path),
    )


def _example(entry: str | dict[str, Any]) -> Example:
    if isinstance(entry, str):
        return Example(entry)
    return Example(
        text=entry["text"],
        found=tuple(entry.get("found", ())),
        fixed=entry.get("fixed"),
        format=entry.get("format", "markdown"),
        others=tuple(entry.get("others", ())),
    )

"""One voice a spot: where several rules find the same place, only the most specific one speaks.

A rule's `yields-to` names the codes and packs that silence it where their findings overlap its own. A
rule that finds one span twice says it once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.finding import Finding, Hit
    from newslint.rules import Rule

Located = tuple[int, int, "Rule", "Hit"]
"""Source start and end of a hit, its rule, and the hit."""


def one_voice(found: list[Located]) -> list[Located]:
    """The hits that speak, of `found`, which is sorted by start; linear but for what overlaps."""
    kept: list[Located] = []
    open_until = 0
    group: list[Located] = []
    for located in found:
        if group and located[0] >= open_until:
            _settle(group, kept)
            group = []
            open_until = 0
        group.append(located)
        open_until = max(open_until, located[1], located[0] + 1)
    _settle(group, kept)
    return kept


def _settle(group: list[Located], kept: list[Located]) -> None:
    if len(group) == 1:
        kept.append(group[0])
        return
    seen: set[tuple[int, int, str]] = set()
    for start, end, rule, hit in group:
        key = (start, end, rule.code)
        if key in seen:
            continue
        seen.add(key)
        if not any(
            other_start < end and start < other_end and other is not rule and silences(other, rule)
            for other_start, other_end, other, _ in group
        ):
            kept.append((start, end, rule, hit))


def silences(other: Rule | Finding, rule: Rule) -> bool:
    """Whether a rule is silent where another one speaks, or a finding of another is."""
    return other.code in rule.yields_to or other.category in rule.yields_to

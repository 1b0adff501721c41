"""Findings to edited text: safe or unsafe, verified, and written back without risk to the original.

A fix counts as right only when the text that it makes, parsed again, shows exactly the words that the edits
declare, in blocks of the same kinds. A fix that does anything else is taken back and named. A check whose
fixes turn one kind of block into another (the lines of a broken table into a table) declares it as
`REKINDS`, a tuple of (kind before, kind after).

All offsets are in code points of the decoded source.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newslint import checks
from newslint.fixes.edits import choose, edited, fixable, key_of, with_text
from newslint.fixes.verification import Rekinds, Step
from newslint.fixes.writing import WriteError, write_bytes, write_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from newslint.finding import Finding
    from newslint.rules import Rule
    from newslint.source import Source

__all__ = [
    "MAX_PASSES", "Fixed", "Rekinds", "WriteError", "choose", "edited", "fix", "fixable", "rekinds_of",
    "write_bytes", "write_source",
]  # fmt: skip

MAX_PASSES = 10


@dataclass(slots=True)
class Fixed:
    """What fixing made of a source.

    `applied` are the findings that were fixed, `taken_back` those whose fix changed more than it declared,
    `remaining` what a last look at `source` finds.
    """

    source: Source
    applied: list[Finding] = field(default_factory=list)
    taken_back: list[Finding] = field(default_factory=list)
    remaining: list[Finding] = field(default_factory=list)


def rekinds_of(rules: Iterable[Rule]) -> dict[str, Rekinds]:
    """Code to the re-kindings that the rule's check declares; rules without any are left out."""
    declared = {}
    for rule in rules:
        pairs = getattr(checks.load(rule.check), "REKINDS", ())
        if pairs:
            declared[rule.code] = frozenset(pairs)
    return declared


def fix(
    source: Source,
    lint: Callable[[Source], list[Finding]],
    *,
    unsafe: bool = False,
    rekinds: Mapping[str, Rekinds] | None = None,
) -> Fixed:
    """Fix what `lint` finds in a source, again and again until nothing is left to fix (10 passes at most).

    Safe fixes only, unless `unsafe`. Where two fixes touch, the one that starts first is applied and the
    other waits for the next pass. The source itself is not written to.
    """
    refused: dict[tuple[str, ...], Finding] = {}
    for _ in range(MAX_PASSES):
        outcome, circling = _until_stable(source, lint, unsafe, rekinds or {}, refused)
        if not circling:
            outcome.taken_back += refused.values()
            return outcome
        # fixes that undo one another, or never end: none of them is made, so that fixing twice changes nothing
        refused.update((key_of(finding), finding) for finding in circling)
    return Fixed(source, taken_back=list(refused.values()), remaining=lint(source))


def _until_stable(
    source: Source,
    lint: Callable[[Source], list[Finding]],
    unsafe: bool,
    rekinds: Mapping[str, Rekinds],
    refused: Mapping[tuple[str, ...], Finding],
) -> tuple[Fixed, list[Finding]]:
    """Fixes until nothing is left to fix, without those that are `refused`; and the fixes that go round in a circle, if any.

    What is taken back is what the text that came out would not bear, so that fixing that text once more does the same: nothing.
    """
    outcome = Fixed(source)
    texts = [source.text]
    steps: list[list[Finding]] = []
    while True:
        outcome.remaining = lint(outcome.source)
        accepted, rejected = _next_step(outcome, unsafe, rekinds, refused)
        if not accepted:
            outcome.taken_back = rejected
            return outcome, []
        if len(steps) == MAX_PASSES:
            return outcome, steps[-1]
        steps.append(accepted)
        text = edited(outcome.source, accepted)
        if text in texts:
            return outcome, [finding for made in steps[texts.index(text) :] for finding in made]
        texts.append(text)
        outcome.applied += accepted
        outcome.source = with_text(outcome.source, text)


def _next_step(
    outcome: Fixed, unsafe: bool, rekinds: Mapping[str, Rekinds], refused: Mapping[tuple[str, ...], Finding]
) -> tuple[list[Finding], list[Finding]]:
    """The fixes to make next, and those that the text as it is would not bear."""
    rejected: dict[tuple[str, ...], Finding] = {}
    while chosen := choose(outcome.remaining, unsafe, {**refused, **rejected}):
        step = Step(outcome.source, rekinds)
        step.accept(chosen)
        rejected.update((key_of(finding), finding) for finding in step.rejected)
        if step.accepted:
            return step.accepted, list(rejected.values())
    return [], list(rejected.values())

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
    taken_back: dict[tuple[str, ...], Finding] = {}
    for _ in range(MAX_PASSES):
        outcome, circling = _until_stable(source, lint, unsafe, rekinds or {}, taken_back)
        if not circling:
            outcome.taken_back = list(taken_back.values())
            return outcome
        # fixes that undo one another, or never end: none of them is made, so that fixing twice changes nothing
        taken_back.update((key_of(finding), finding) for finding in circling)
    return Fixed(source, taken_back=list(taken_back.values()), remaining=lint(source))


def _until_stable(
    source: Source,
    lint: Callable[[Source], list[Finding]],
    unsafe: bool,
    rekinds: Mapping[str, Rekinds],
    taken_back: dict[tuple[str, ...], Finding],
) -> tuple[Fixed, list[Finding]]:
    """Fixes until nothing is left to fix; adds to `taken_back`. Also the fixes that go round in a circle, if any."""
    outcome = Fixed(source)
    texts = [source.text]
    steps: list[list[Finding]] = []
    while True:
        outcome.remaining = lint(outcome.source)
        chosen = choose(outcome.remaining, unsafe, taken_back)
        if not chosen:
            return outcome, []
        if len(steps) == MAX_PASSES:
            return outcome, steps[-1]
        step = Step(outcome.source, rekinds)
        step.accept(chosen)
        taken_back.update((key_of(finding), finding) for finding in step.rejected)
        if not step.accepted:
            continue
        steps.append(step.accepted)
        text = edited(outcome.source, step.accepted)
        if text in texts:
            return outcome, [finding for made in steps[texts.index(text) :] for finding in made]
        texts.append(text)
        outcome.applied += step.accepted
        outcome.source = with_text(outcome.source, text)

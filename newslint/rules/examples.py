"""Holds a rule to its own examples: every bad one is found as it says, and nothing is found in a good one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newslint.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newslint.finding import Finding
    from newslint.rules.model import Example, Rule

ENDINGS = {"markdown": "md", "html": "html", "plain": "txt"}


class Fault(NamedTuple):
    """An example that does not hold: the 1-based line in the rule's file, and what went otherwise."""

    line: int
    message: str


def sources_of(example: Example) -> list[Source]:
    """The inputs of an example in the order of their paths; its own text is the last, `example.*`."""
    ending = ENDINGS[example.format]
    others = [
        Source(text, f"earlier-{number}.{ending}", example.format) for number, text in enumerate(example.others, 1)
    ]
    return [*others, Source(example.text, f"example.{ending}", example.format)]


def faults(
    rule: Rule,
    lint: Callable[[list[Source]], list[Finding]],
    fix: Callable[[Source], str],
) -> Iterator[Fault]:
    """What does not hold of a rule's examples; a rule without examples is a fault itself.

    `lint` gives the findings of this rule alone in the inputs of one run; `fix` a source's text after all
    fixes of this rule, safe and unsafe.
    """
    if not rule.bad or not rule.good:
        side = "bad" if not rule.bad else "good"
        yield Fault(1, f"the rule has no {side} examples")
    for example in (*rule.bad, *rule.good):
        sources = sources_of(example)
        found = tuple(finding.text for finding in lint(sources) if finding.path == sources[-1].path)
        if found != example.found:
            yield Fault(example.line, f"found {_quoted(found)}, not {_quoted(example.found)}, in {example.text!r}")
        elif example.fixed is not None:
            fixed = fix(sources[-1])
            if fixed != example.fixed:
                yield Fault(example.line, f"fixing made {fixed!r} of it, not {example.fixed!r}")


def _quoted(found: tuple[str, ...]) -> str:
    return ", ".join(f"“{text}”" for text in found) or "nothing"

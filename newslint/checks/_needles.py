"""What a match cannot do without: literal texts read off a pattern's parse tree."""

from __future__ import annotations

from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_MOST = 16
"""More alternatives than this make no quick test."""


def needles(source: str, flags: int) -> tuple[str, ...]:
    """Lower-case texts of which every match contains at least one; empty where the pattern names none."""
    return _sequence(parser.parse(source, flags)) or ()


def _sequence(nodes: Any) -> tuple[str, ...] | None:
    """The best of the texts that a sequence needs: the one whose shortest alternative is longest."""
    best: tuple[str, ...] | None = None
    run = ""
    for op, argument in [*nodes, (None, None)]:
        if op is ops.LITERAL and len(chr(argument).lower()) == 1:
            run += chr(argument).lower()
            continue
        if run:
            best = _better(best, (run,))
            run = ""
        if op is not None:
            best = _better(best, _node(op, argument))
    return best


def _node(op: Any, argument: Any) -> tuple[str, ...] | None:
    if op is ops.SUBPATTERN:
        return _sequence(argument[3])
    if op is ops.ATOMIC_GROUP:
        return _sequence(argument)
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        return _sequence(argument[2]) if argument[0] else None
    if op is ops.BRANCH:
        found: list[str] = []
        for branch in argument[1]:
            needed = _sequence(branch)
            if needed is None or len(found) + len(needed) > _MOST:
                return None
            found += needed
        return tuple(dict.fromkeys(found))
    return None


def _better(one: tuple[str, ...] | None, other: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if one is None or other is None:
        return one or other
    return other if min(map(len, other)) > min(map(len, one)) else one

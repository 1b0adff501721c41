"""Refuses patterns on which a hostile text could make the matcher run for ever.

The parse tree of a pattern becomes a position automaton (Glushkov 1961): one state for each character of the
pattern, and for each state the set of states that may follow. A backtracking matcher is super-linear on it
where the automaton is ambiguous (Weber & Seidl, "On the degree of ambiguity of finite automata", 1991;
Weideman et al., "Analyzing matching time behavior of backtracking regular expression matchers", 2016):

- *exponential*: two different ways around one loop read the same text, as in `(a|a)*`;
- *polynomial*: two loops can share one text between them in several ways, as in `\\w+\\s*\\w+\\s*x`.

The automaton merges some of the paths on which the matcher multiplies. So the unbounded repetition of what
may be empty is refused as well, and unbounded repetition inside unbounded repetition wherever the inner and
the outer loop share a step, as in `(a+)+`. One inside another that shares none, as in `([A-Z][a-z]+ )+`,
may stand; three may not.

Characters are compared without their case, on a sample: ASCII, typographic signs, and every character that
the pattern names.
"""

from __future__ import annotations

import re
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_SAMPLE = "".join(map(chr, range(128))) + "\xa0éÉßж漢٣‘’“”–—…\u2009\u200b\ufffc😀"
_LARGE = 64
"""A repetition allowed more often than this counts as unbounded where loops are compared."""
_MOST_STATES = 4096


class _Automaton:
    """Positions of one pattern: `masks[i]` are the sample characters that position i reads, as bits."""

    def __init__(self, alphabet: str, flags: int) -> None:
        self.alphabet = alphabet
        self.flags = flags
        self.masks: list[int] = []
        self.follow: list[set[int]] = []
        self.loops: list[set[int]] = []

    def position(self, mask: int) -> tuple[set[int], set[int], bool]:
        self.masks.append(mask)
        self.follow.append(set())
        if len(self.masks) > _MOST_STATES:
            raise ValueError("the pattern is too large")
        here = {len(self.masks) - 1}
        return here, here, False

    def sequence(self, nodes: Any, depth: int) -> tuple[set[int], set[int], bool]:
        """First positions, last positions and whether it may be empty, of nodes one after another."""
        first: set[int] = set()
        last: set[int] = set()
        empty = True
        for op, argument in nodes:
            node_first, node_last, node_empty = self.node(op, argument, depth)
            for state in last:
                self.follow[state] |= node_first
            if empty:
                first = first | node_first
            last = last | node_last if node_empty else node_last
            empty = empty and node_empty
        return first, last, empty

    def node(self, op: Any, argument: Any, depth: int) -> tuple[set[int], set[int], bool]:
        if op in (ops.LITERAL, ops.NOT_LITERAL, ops.ANY, ops.IN):
            return self.position(self.mask(op, argument))
        if op is ops.SUBPATTERN:
            return self.sequence(argument[3], depth)
        if op is ops.ATOMIC_GROUP:  # once passed, never tried another way
            refuse_tree(argument, self.alphabet, self.flags)
            loops = len(self.loops)
            reached = self.sequence(argument, depth)
            del self.loops[loops:]
            return reached
        if op is ops.BRANCH:
            return self.either(argument[1], depth)
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
            return self.repeat(argument[0], argument[1], argument[2], depth)
        if op is ops.POSSESSIVE_REPEAT:  # never tried another way, so no loop
            first, last, empty = self.sequence(argument[2], depth)
            return first, last, empty or argument[0] == 0
        if op is ops.GROUPREF:
            return self.position((1 << len(self.alphabet)) - 1)
        if op is ops.GROUPREF_EXISTS:
            return self.either([branch for branch in argument[1:] if branch is not None], depth)
        if op in (ops.ASSERT, ops.ASSERT_NOT):
            refuse_tree(argument[1], self.alphabet, self.flags)
        return set(), set(), True

    def either(self, branches: Any, depth: int) -> tuple[set[int], set[int], bool]:
        first: set[int] = set()
        last: set[int] = set()
        empty = False
        for branch in branches:
            branch_first, branch_last, branch_empty = self.sequence(branch, depth)
            first |= branch_first
            last |= branch_last
            empty = empty or branch_empty
        return first, last, empty

    def repeat(self, least: int, most: Any, body: Any, depth: int) -> tuple[set[int], set[int], bool]:
        unbounded = most is ops.MAXREPEAT
        if unbounded and depth > 1:
            raise ValueError("unbounded repetition nested three deep")
        if not unbounded and most <= _LARGE:
            first, last, empty = self.sequence(body, depth)
            if most > 1:
                more_first, more_last, more_empty = self.sequence(body, depth)
                for state in last:
                    self.follow[state] |= more_first
                last = last | more_last if least < 2 or more_empty else more_last
            return first, last, empty or least == 0
        start = len(self.masks)
        first, last, empty = self.sequence(body, depth + unbounded)
        if empty:
            raise ValueError("unbounded repetition of what may be empty")
        if any(self.follow[state] & first for state in last):
            raise ValueError("unbounded repetition inside unbounded repetition")
        for state in last:
            self.follow[state] |= first
        self.loops.append(set(range(start, len(self.masks))))
        return first, last, least == 0

    def mask(self, op: Any, argument: Any) -> int:
        if op is ops.LITERAL:
            test = _escape(argument)
        elif op is ops.NOT_LITERAL:
            test = f"[^{_escape(argument)}]"
        elif op is ops.ANY:
            test = "."
        else:
            test = _class(argument)
        bits = 0
        for match in re.finditer(test, self.alphabet, re.IGNORECASE | self.flags & (re.ASCII | re.DOTALL)):
            bits |= 1 << match.start()
        return bits


def _escape(code: int) -> str:
    return f"\\U{code:08x}"


_CATEGORIES = {
    ops.CATEGORY_DIGIT: r"\d",
    ops.CATEGORY_NOT_DIGIT: r"\D",
    ops.CATEGORY_SPACE: r"\s",
    ops.CATEGORY_NOT_SPACE: r"\S",
    ops.CATEGORY_WORD: r"\w",
    ops.CATEGORY_NOT_WORD: r"\W",
}


def _class(items: Any) -> str:
    """A parsed character class, written out again."""
    negated = ""
    parts = []
    for op, argument in items:
        if op is ops.NEGATE:
            negated = "^"
        elif op is ops.LITERAL:
            parts.append(_escape(argument))
        elif op is ops.RANGE:
            parts.append(f"{_escape(argument[0])}-{_escape(argument[1])}")
        else:
            parts.append(_CATEGORIES[argument])
    return f"[{negated}{''.join(parts)}]"


def refuse(tree: Any) -> None:
    """Raise `ValueError`, with the reason, where a parsed pattern may be super-linear.

    `tree` is what `re._parser.parse` makes of the pattern.
    """
    named = {chr(code) for code in _codes(tree)}
    refuse_tree(tree, _SAMPLE + "".join(sorted(named - set(_SAMPLE))), tree.state.flags)


def refuse_tree(tree: Any, alphabet: str, flags: int) -> None:
    """As `refuse`, for a part of a pattern, its characters compared on `alphabet`."""
    automaton = _Automaton(alphabet, flags)
    _, last, _ = automaton.sequence(tree, 0)
    for loop in automaton.loops:
        if _is_exponential(automaton, loop):
            raise ValueError("repetition that can read the same text in two ways")
    for one in automaton.loops:
        for other in automaton.loops:
            if not one & other and not other & last and _share_text(automaton, one, other):
                raise ValueError("two unbounded repetitions that can share one text between them")


def _codes(tree: Any) -> set[int]:
    """Every code point that a parse tree names."""
    found: set[int] = set()
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, parser.SubPattern):
            stack += node.data
        elif isinstance(node, tuple) and len(node) == 2 and node[0] in (ops.LITERAL, ops.NOT_LITERAL):
            found.add(node[1])
        elif isinstance(node, tuple) and len(node) == 2 and node[0] is ops.RANGE:
            found.update(node[1])
        elif isinstance(node, (tuple, list)):
            stack += node
    return found


def _is_exponential(automaton: _Automaton, loop: set[int]) -> bool:
    """Whether two different paths around a loop read the same text."""
    masks, follow = automaton.masks, automaton.follow
    parted: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for one in loop:
        for other in loop:
            parted[one, other] = {
                (a, b)
                for a in follow[one] & loop
                for b in follow[other] & loop
                if masks[a] & masks[b]
            }
    for state in loop:
        seen = _reach(parted, (state, state))
        if any(a != b and (state, state) in _reach(parted, (a, b)) for a, b in seen):
            return True
    return False


def _reach(edges: dict[Any, set[Any]], start: Any) -> set[Any]:
    seen: set[Any] = set()
    stack = [start]
    while stack:
        for step in edges[stack.pop()]:
            if step not in seen:
                seen.add(step)
                stack.append(step)
    return seen


def _share_text(automaton: _Automaton, one: set[int], other: set[int]) -> bool:
    """Whether some text leads around loop `one`, around loop `other`, and from the one to the other."""
    masks, follow = automaton.masks, automaton.follow
    for origin in one:
        for goal in other:
            seen = {(origin, origin, goal)}
            stack = [(origin, origin, goal)]
            while stack:
                a, b, c = stack.pop()
                for next_b in follow[b]:
                    for next_a in follow[a] & one:
                        both = masks[next_a] & masks[next_b]
                        if not both:
                            continue
                        for next_c in follow[c] & other:
                            if not both & masks[next_c]:
                                continue
                            step = (next_a, next_b, next_c)
                            if step == (origin, goal, goal):
                                return True
                            if step not in seen:
                                seen.add(step)
                                stack.append(step)
    return False

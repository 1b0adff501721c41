"""A lazily built universal Levenshtein automaton for two edits, transpositions of neighbours included.

A *profile* says how many edits, at most 3, turn the letters read so far into the first j letters of the
query, for each j at most two away from how many were read; and the same for a transposition that is half
done. How profiles follow one another depends only on where in a window of six letters of the query the letter read
stands, so that the transitions are worked out once a process and shared by all queries (Mihov and Schulz,
"Fast approximate search in large dictionaries", 2004). The distance is optimal string alignment.
"""

from __future__ import annotations

from functools import cached_property

TOO_FAR = 3
_BAND = 5

Profile = tuple[int, ...]
"""Five distances, then five of half-done transpositions."""

_FIRST: Profile = (TOO_FAR, TOO_FAR, 0, 1, 2) + (TOO_FAR,) * _BAND
_following: dict[tuple[Profile, int], Profile] = {}
_nearest: dict[tuple[Profile, int], int] = {}


def follow(profile: Profile, window: int) -> Profile:
    """The profile after one more letter; bit k of `window` says that it is letter d - 3 + k of the query, d being how many were read."""
    row, half = profile[:_BAND], profile[_BAND:]
    new: list[int] = []
    pending: list[int] = []
    for place in range(_BAND):
        # The entry for prefix length j = d + 1 - 2 + place; letter j - 1 of the query is bit place + 1.
        cost = row[place] + (not window >> (place + 1) & 1)
        if place + 1 < _BAND:
            cost = min(cost, row[place + 1] + 1)
            if window >> place & 1:
                cost = min(cost, half[place + 1])
        if new:
            cost = min(cost, new[-1] + 1)
        new.append(min(cost, TOO_FAR))
        swapped = row[place - 1] + 1 if place and window >> (place + 1) & 1 else TOO_FAR
        pending.append(min(swapped, TOO_FAR))
    result = _following[(profile, window)] = (*new, *pending)
    return result


class Node(dict[str, "Node"]):
    """The automaton after some letters; indexing with a letter leads on.

    `distance` is that of the letters read from the whole query; `nearest` the least that any longer word
    can have, 3 where none can be within two edits.
    """

    def __init__(self, query: Query, depth: int, profile: Profile) -> None:
        self.query = query
        self.depth = depth
        self.profile = profile
        last = query.length - depth + 2
        self.distance = profile[last] if 0 <= last < _BAND else TOO_FAR
        key = (profile, last)
        nearest = _nearest.get(key)
        if nearest is None:
            end = max(last + 1, 0)
            nearest = _nearest[key] = min(*profile[:end], *profile[_BAND : _BAND + end], TOO_FAR, TOO_FAR)
        self.nearest = nearest

    def __missing__(self, letter: str) -> Node:
        query, depth = self.query, self.depth + 1
        window = query.masks.get(letter, 0) >> self.depth & 63
        profile = _following.get((self.profile, window)) or follow(self.profile, window)
        key = (depth, profile)
        node = query.nodes.get(key)
        if node is None:
            node = query.nodes[key] = Node(query, depth, profile)
        self[letter] = node
        return node

    @cached_property
    def tails(self) -> list[str]:
        """The ways to end the word at a distance of `nearest`, where edits were spent and no more are."""
        word, depth = self.query.word, self.depth
        found = []
        for place in range(_BAND):
            end = depth - 2 + place
            if 0 <= end <= len(word):
                if self.profile[place] == self.nearest:
                    found.append(word[end:])
                if self.profile[_BAND + place] == self.nearest and end > 1:
                    found.append(word[end - 2] + word[end:])
        return found


class Query:
    """What is at most two edits from a word; `start` is the node before the first letter."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.length = len(word)
        self.masks: dict[str, int] = {}
        """Letter -> where it stands in the word: bit i + 3 for letter i."""
        for index, letter in enumerate(word):
            self.masks[letter] = self.masks.get(letter, 0) | 8 << index
        self.nodes: dict[tuple[int, Profile], Node] = {}
        """The nodes so far, by depth and profile."""
        self.start = Node(self, 0, _FIRST)


def distance(written: str, meant: str) -> int:
    """The edits between two words, 3 for three or more."""
    node = Query(written).start
    for letter in meant:
        node = node[letter]
        if node.nearest == TOO_FAR:
            return TOO_FAR
    return node.distance

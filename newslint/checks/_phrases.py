"""Finds many phrases and patterns in a text, at a cost that hardly grows with their number.

A phrase in plain words is looked up by its key, the longest of its words: the keys of all phrases against
the set of the text's words. Only a phrase of which every word is there is searched for. A pattern is compiled and run
only where the text holds a literal text that it needs. Matches are Vale's: whole words (`\\b` at both ends)
unless `nonword`, the leftmost first, and of those that start together the earliest listed.
"""

from __future__ import annotations

import re
from heapq import heapify, heappop, heappush
from itertools import filterfalse
from typing import TYPE_CHECKING

from newslint.checks._patterns import PLAIN, Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newslint.document import Document

_WORD = re.compile(r"\w+")
_EVEN = str.maketrans({"’": "'", "\n": " "})
_TEMPLATE = r"\b(?:%s)\b"


class SearchedText:
    """A text made ready for search: `lowered` is as long as `text`, with `’` as `'` and line breaks as spaces."""

    __slots__ = ("lowered", "text", "words")

    def __init__(self, text: str, words: set[str] | None = None) -> None:
        """`words` are the words of the text in lower case, where they are known; they may be compounds."""
        lowered = text.lower()
        if len(lowered) != len(text):  # a letter such as `İ` is two in lower case
            lowered = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
        self.text = text
        self.lowered = lowered.replace("’", "'").replace("\n", " ")
        self.words: set[str] = set(_WORD.findall(lowered)) if words is None else _with_parts(words)
        """The runs of letters, digits and underscores, in lower case, and the compounds that are known."""


def _with_parts(words: set[str]) -> set[str]:
    """Words, and the parts of the compounds among them: `tehran's` and `well-known` are two each."""
    compounds = " ".join(filterfalse(str.isalnum, words))
    return words.union(compounds.replace("-", " ").replace("'", " ").replace("‑", " ").split())


def searched(document: Document, raw: bool = False) -> SearchedText:
    """The prose (or with `raw` the source) of a document, made ready once for all checks."""
    key = "phrases.raw" if raw else "phrases.prose"
    made: SearchedText | None = document.memo.get(key)
    if made is None:
        made = SearchedText(document.source.text) if raw else SearchedText(document.prose, document.words.lowered)
        document.memo[key] = made
    return made


class Phrases:
    """A set of phrases and patterns, numbered as listed."""

    def __init__(self, tokens: Iterable[str], ignorecase: bool = False, nonword: bool = False) -> None:
        self.ignorecase = ignorecase
        self.nonword = nonword
        self._keyed: dict[str, list[tuple[list[str], tuple[str, str, int]]]] = {}
        self._bare: list[tuple[str, str, int]] = []
        self._patterns: list[tuple[Pattern, int]] = []
        for number, token in enumerate(tokens):
            if PLAIN.fullmatch(token):
                if token.strip():
                    self._add_plain(token, number)
            else:
                self._patterns.append((Pattern(token, ignorecase, "%s" if nonword else _TEMPLATE), number))
        self._keys = frozenset(self._keyed)

    def _add_plain(self, token: str, number: int) -> None:
        even = token.translate(_EVEN)
        lowered = even.lower()
        words = _WORD.findall(lowered)
        if self.nonword or not words:
            self._bare.append((lowered, even, number))
        else:
            self._keyed.setdefault(max(words, key=len), []).append((words, (lowered, even, number)))

    def add_pattern(self, pattern: Pattern, number: int) -> None:
        """Add one pattern that is not in the list of tokens."""
        self._patterns.append((pattern, number))

    def may_match(self, searched: SearchedText) -> bool:
        """Whether a text holds what some match needs; False is certain."""
        return (
            not self._keys.isdisjoint(searched.words)
            or any(lowered in searched.lowered for lowered, _, _ in self._bare)
            or any(pattern.may_match(searched.lowered) for pattern, _ in self._patterns)
        )

    def find(self, searched: SearchedText) -> Sequence[tuple[int, int, int]]:
        """Start, end and number of each match, ascending; none overlaps another."""
        found: list[tuple[int, int, int]] = []
        if not self._keys.isdisjoint(searched.words):
            for key in self._keys & searched.words:
                for words, phrase in self._keyed[key]:
                    if searched.words.issuperset(words):
                        self._search(searched, phrase, found)
        for phrase in self._bare:
            if phrase[0] in searched.lowered:
                self._search(searched, phrase, found)
        for pattern, number in self._patterns:
            if pattern.may_match(searched.lowered):
                for match in pattern.compiled.finditer(searched.text):
                    if match.start() < match.end() and "\n\n" not in match[0]:
                        found.append((match.start(), match.end(), number))
        if len(found) < 2:
            return found
        kept = _apart(found)
        if len(kept) < len(found) and self._patterns:
            return self._in_turn(searched, found)
        return kept

    def _in_turn(self, searched: SearchedText, found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
        """Matches, none overlapping another, where a pattern looks again behind the match that took its place.

        As one alternation of all would: `the the` is found in `cat the the the` behind `cat the`.
        """
        patterns = {number: pattern.compiled for pattern, number in self._patterns}
        waiting = [(start, number, end) for start, end, number in found if number not in patterns]
        heapify(waiting)
        text, last = searched.text, 0
        due = [number for number in patterns if any(number == match[2] for match in found)]
        kept: list[tuple[int, int, int]] = []
        while True:
            for number in due:
                match = patterns[number].search(text, last)
                while match and (match.start() == match.end() or "\n\n" in match[0]):
                    match = patterns[number].search(text, max(match.end(), match.start() + 1))
                if match:
                    heappush(waiting, (match.start(), number, match.end()))
            if not waiting:
                return kept
            start, number, end = heappop(waiting)
            if start >= last:
                kept.append((start, end, number))
                last = end
            due = [number] if number in patterns else []

    def _search(
        self, searched: SearchedText, phrase: tuple[str, str, int], found: list[tuple[int, int, int]]
    ) -> None:
        lowered, even, number = phrase
        text = searched.lowered
        start = text.find(lowered)
        while start >= 0:
            end = start + len(lowered)
            if (self.nonword or _is_whole(text, start, end)) and (
                self.ignorecase or searched.text[start:end].translate(_EVEN) == even
            ):
                found.append((start, end, number))
            start = text.find(lowered, start + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a word boundary (`\\b`) lies at both ends of `text[start:end]`."""
    return _is_boundary(text, start) and _is_boundary(text, end)


def _is_boundary(text: str, place: int) -> bool:
    before = place > 0 and (text[place - 1].isalnum() or text[place - 1] == "_")
    after = place < len(text) and (text[place].isalnum() or text[place] == "_")
    return before != after


def _apart(found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Matches in order of place, without those that overlap an earlier one."""
    found.sort(key=lambda match: (match[0], match[2]))
    kept = [found[0]]
    for match in found:
        if match[0] >= kept[-1][1]:
            kept.append(match)
    return kept

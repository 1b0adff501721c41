"""What a word can be, by WordNet: noun, verb in which form, adjective, adverb.

WordNet 3.0 (Debian package `wordnet-base`) lists base forms and irregular ones; the regular ones are made here.
A reading that its sense-tagged text hardly has (`have` as a noun) is left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

N, S, V, Z, D, E, G, J, C, R = "NSVZDEGJCR"
"""Noun, plural; verb, third person, past, participle, -ing form; adjective, comparative; adverb."""

_PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_PART_OF_SENSE = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_LEAST_SHARE = 0.02
_ENOUGH = 20
"""Tagged occurrences of a word from which its shares are believed."""

_PAST_ONLY = frozenset(
    "went took gave came knew grew threw wrote drove ate began became chose did forgot shook spoke broke woke wore bore tore "
    "swore froze stole rose rode fell flew drew blew saw showed sang rang drank sank swam ran arose awoke mistook undertook "
    "overcame withdrew overthrew was were shrank sprang stank strode strove wove hid bit".split()
)
_PARTICIPLE_ONLY = frozenset(
    "gone taken given known grown thrown written driven eaten begun chosen done forgotten shaken spoken broken woken worn borne "
    "torn sworn frozen stolen risen ridden fallen flown drawn blown seen shown sung rung drunk sunk swum arisen awoken mistaken "
    "undertaken withdrawn overthrown been shrunk sprung stunk stridden striven woven hidden bitten".split()
)


class _WordNet:
    """The base forms of each part of speech, the irregular forms, and how often a base form was tagged as what."""

    def __init__(self, folder: Path) -> None:
        self.bases = {part: _bases(folder / f"index.{name}") for part, name in _PARTS.items()}
        self.irregular = {part: _irregular(folder / f"{_PARTS[part]}.exc") for part in "nva"}
        self._counts: Counter[tuple[str, str]] = Counter()
        for line in (folder / "cntlist.rev").read_text(encoding="utf-8").splitlines():
            key, _, count = line.split()
            base, sense = key.split("%")
            self._counts[base, _PART_OF_SENSE[sense[0]]] += int(count)

    def used(self, part: str) -> list[str]:
        """The base forms that are really used as a part of speech."""
        return [base for base in sorted(self.bases[part]) if self._is_used(base, part)]

    def _is_used(self, base: str, part: str) -> bool:
        total = sum(self._counts[base, other] for other in _PARTS)
        return total < _ENOUGH or self._counts[base, part] >= _LEAST_SHARE * total


def _bases(path: Path) -> set[str]:
    words = {line.split(" ", 1)[0] for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(" ")}
    return {word for word in words if word.isalpha() and word.islower()}


def _irregular(path: Path) -> dict[str, list[str]]:
    forms: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        form, *bases = line.split()
        for base in bases:
            forms[base].append(form)
    return forms


def _with_s(base: str, hissing: str) -> str:
    if re.search(rf"(?:{hissing})$", base):
        return base + "es"
    return base[:-1] + "ies" if re.search("[^aeiou]y$", base) else base + "s"


def word_classes(folder: Path) -> dict[str, str]:
    """Word -> the letters of what it can be, in the order of the alphabet. `folder` holds WordNet's files."""
    known = _WordNet(folder)
    found: dict[str, set[str]] = defaultdict(set)
    for base in known.used("v"):
        _add_verb(base, known.irregular["v"].get(base, []), found)
    for base in known.used("n"):
        found[base].add(N)
        for form in known.irregular["n"].get(base) or [_with_s(base, "s|x|z|ch|sh")]:
            found[form].add(S)
        if base.endswith("o"):
            found[base + "es"].add(S)
    for base in known.used("a"):
        found[base].add(J)
        for form in known.irregular["a"].get(base, []):
            found[form].add(C if form.endswith("r") else J)
        stem = base[:-1] + "i" if base.endswith("y") else base.removesuffix("e")
        if len(base) < 8 and stem + "er" not in known.bases["n"]:
            found[stem + "er"].add(C)
    for base in known.used("r"):
        found[base].add(R)
    return {word: "".join(sorted(letters)) for word, letters in found.items()}


def _add_verb(base: str, irregular: list[str], found: dict[str, set[str]]) -> None:
    found[base].add(V)
    found[_with_s(base, "s|x|z|ch|sh|o")].add(Z)
    stem = base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) else base
    for form in [stem + "ing", *(form for form in irregular if form.endswith("ing"))]:
        found[form].add(G)
    past = [form for form in irregular if not form.endswith(("ing", "s"))]
    if all(form.endswith("ed") for form in past):
        past.append(base + "d" if base.endswith("e") else base[:-1] + "ied" if re.search("[^aeiou]y$", base) else base + "ed")
    for form in past:
        if form not in _PAST_ONLY:
            found[form].add(E)
        if form not in _PARTICIPLE_ONLY:
            found[form].add(D)

"""What words stand around two words that are put for each other, as counted in published text.

For each pair of such words (`their`, `there`) there is a linear model: every feature of a context has a weight,
positive where it speaks for the second word. A context is the two words on either side, each as itself where it is
frequent and otherwise as the class of what it can be (noun, verb in its base form, past ...), so that what was
learnt from one noun holds for others. The idea of linear weights over such features, one set a pair of words, is Golding's and
Roth's ("A Winnow-Based Approach to Context-Sensitive Spelling Correction", Machine Learning 34, 1999); the weights
are of a logistic regression with an L1 penalty, which leaves few.

data/contexts.txt, made by tools/build_contexts.py, has on its first line the words that stand for themselves,
on its second those that do so in features of two words, then the names of the classes (`+DE`: past or participle), the words that
have one, and a letter for the class of each. After an empty line comes a line for each pair: the two words, the threshold for the first put wrongly, for the second
(`-` where it is never reported), the bias, and after each `|` a weight and the features that have it. After another empty
line stand, for words that are too frequent to be looked at each time, the neighbours before (`<`) and after (`>`) that
speak against them.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newslint.lexicon.store import DATA

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STOP = "."
"""Stands for what is no word: a mark, the start or end of a block."""
COMMA = ","
SPACE = " "
FIRST_LETTER = 48
"""The code point of the letter that stands for the first class; the others follow."""


class Token(NamedTuple):
    """A word of a context in three degrees of exactness."""

    exact: str
    single: str
    """The word where it is frequent, else its class."""
    joined: str
    """The word where it is very frequent, else its class: for features of two words."""


Context = tuple[Token, Token, Token, Token]
"""The second word before, the first before, the first after, the second after."""


class Suspicion(NamedTuple):
    """What a model says of `wrong` written for `right`."""

    wrong: str
    right: str
    threshold: float
    """Log-odds, above which the context is taken to want `right`."""
    sign: int
    bias: float
    weights: dict[str, float]

    def left(self, token: Token) -> float:
        """What the word before and the bias say, in log-odds for `right`."""
        return self.sign * (self.bias + self._side("a", token))

    def right_side(self, token: Token) -> float:
        """What the word after and the bias say, in log-odds for `right`."""
        return self.sign * (self.bias + self._side("b", token))

    def score(self, context: Context) -> float:
        """Log-odds for `right`."""
        far_left, left, right, far_right = context
        weigh = self.weights.get
        total = (
            self.bias
            + self._side("a", left)
            + self._side("b", right)
            + weigh("c" + far_left.joined, 0)
            + weigh("d" + far_right.joined, 0)
            + weigh(f"e{far_left.joined}_{left.joined}", 0)
            + weigh(f"f{right.joined}_{far_right.joined}", 0)
            + weigh(f"g{left.joined}_{right.joined}", 0)
        )
        return self.sign * total

    def _side(self, side: str, token: Token) -> float:
        weight = self.weights.get(side + token.single, 0.0)
        if token.exact != token.single:
            weight += self.weights.get(side + token.exact, 0.0)
        return weight


class Contexts:
    """The contents of the data file; models are read when their words are first asked for."""

    def __init__(self, text: str) -> None:
        head, lines, listed = text.split("\n\n")
        single, joined, names, words, letters = head.split("\n")
        self.frequent = frozenset(single.split())
        """The words that stand for themselves."""
        self._joined = frozenset(joined.split())
        self._names = {chr(FIRST_LETTER + number): name for number, name in enumerate(names.split(" "))}
        self._classes = dict(zip(words.split(" "), letters, strict=True))
        self._lines: dict[str, list[str]] = {}
        for line in lines.splitlines():
            first, second, forth, back, _ = line.split(" ", 4)
            if forth != "-":
                self._lines.setdefault(first, []).append(line)
            if back != "-":
                self._lines.setdefault(second, []).append(line)
        self.listed: dict[tuple[str, str], tuple[int, ...]] = {}
        """Neighbours of which one is to be asked about the other, a frequent word: which of the two that is, 0 or 1, or both."""
        frequent = set()
        for line in listed.splitlines():
            word, side, *neighbours = line.split(" ")
            frequent.add(word)
            for neighbour in neighbours:
                pair, place = ((neighbour, word), 1) if side == "<" else ((word, neighbour), 0)
                self.listed[pair] = (*self.listed.get(pair, ()), place)
        self.words = self._lines.keys() - frequent
        """The words, in lower case, that may be meant for others and are not too frequent to be looked at each time."""
        self._suspicions: dict[str, list[Suspicion]] = {}
        self._tokens: dict[str, Token] = {}

    def suspicions(self, wrong: str) -> list[Suspicion]:
        """The models that may say that another word was meant."""
        made = self._suspicions.get(wrong)
        if made is None:
            made = self._suspicions[wrong] = [_suspicion(line, wrong) for line in self._lines[wrong]]
        return made

    def word_class(self, low: str) -> str:
        """What a frequent word in lower case can be, as letters (tools/contexts/word_classes.py): `NV`.

        Empty where that is not known, and for the most frequent words, which are most often none of it (`who`, `or`).
        """
        letter = self._classes.get(low) if low not in self._joined else None
        return self._names[letter][1:] if letter else ""

    def token(self, word: str, is_start: bool = False) -> Token:
        """The token of a word as written; a capital makes it a name but for one that `is_start` of a sentence."""
        if word[0].isupper() and not is_start and word not in _I:
            return _POSSESSIVE if word.endswith(("'s", "’s")) else _NAME
        made = self._tokens.get(word)
        if made is None:
            if len(self._tokens) > 50_000:
                self._tokens.clear()
            made = self._tokens[word] = self._token(word.lower().replace("’", "'"))
        return made

    def _token(self, low: str) -> Token:
        letter = self._classes.get(low)
        kind = self._names[letter] if letter else _kind_by_form(low)
        if kind == "+pos":
            return _POSSESSIVE
        return Token(low, low if low in self.frequent else kind, low if low in self._joined else kind)


def context(known: Contexts, words: Sequence[str], gap: Callable[[int], str], at: int) -> Context:
    """The context of the word at an index; `gap` tells what lies before a word (see `gap_kind`)."""
    before, after = gap(at), gap(at + 1)
    far_left = far_right = _NOTHING
    if before == SPACE:
        further = gap(at - 1)
        left = known.token(words[at - 1], further == STOP)
        far_left = known.token(words[at - 2], gap(at - 2) == STOP) if further == SPACE else MARKS[further]
    else:
        left = MARKS[before]
        if before == COMMA:
            far_left = known.token(words[at - 1], gap(at - 1) == STOP)
    if after == SPACE:
        further = gap(at + 2)
        right = known.token(words[at + 1])
        far_right = known.token(words[at + 2]) if further == SPACE else MARKS[further]
    else:
        right = MARKS[after]
        if after == COMMA:
            far_right = known.token(words[at + 1])
    return far_left, left, right, far_right


def gap_kind(gap: str) -> str:
    """What parts two words: `SPACE`, `COMMA` (and a space), or `STOP` for anything else."""
    return SPACE if gap in (" ", "\n") else COMMA if gap in (", ", ",\n") else STOP


_I = frozenset(("I", "I'm", "I've", "I'll", "I'd", "I’m", "I’ve", "I’ll", "I’d"))
_NAME = Token("+Np", "+Np", "+Np")
_POSSESSIVE = Token("+pos", "+pos", "+pos")
_NOTHING = Token("", "", "")
MARKS = {mark: Token(mark, mark, mark) for mark in (STOP, COMMA)}


def _kind_by_form(low: str) -> str:
    """The class of a word that the table does not have."""
    if any(map(str.isdigit, low)):
        return "+0"
    if low.endswith(("'s", "s'")):
        return "+pos"
    if "-" in low:
        return "+-"
    return next((f"+{ending}" for ending in ("ing", "ed", "ly", "s") if low.endswith(ending)), "+?")


def _suspicion(line: str, wrong: str) -> Suspicion:
    first, second, forth, back, bias = line.partition("|")[0].split()
    if wrong == first:
        return Suspicion(first, second, float(forth), 1, float(bias), _weights(line))
    return Suspicion(second, first, float(back), -1, float(bias), _weights(line))


@lru_cache(256)
def _weights(line: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    for group in line.split("|")[1:]:
        weight, *features = group.split(" ")
        weights.update(dict.fromkeys(features, float(weight)))
    return weights


@cache
def contexts() -> Contexts:
    """The shipped models."""
    return Contexts((DATA / "contexts.txt").read_text(encoding="utf-8"))

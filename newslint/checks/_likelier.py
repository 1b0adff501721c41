"""Words in whose place another is far likelier, by the words around them (newslint/lexicon/contexts.py).

Words such as `there` stand everywhere, and few of their places are worth a look. So what is asked first is what the two
neighbours say, which is kept for a run: only where that is a good part of the threshold is the whole context weighed. For the
most frequent words even that would be too much: the pairs in which they are looked at are listed in the data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.document.words import WORD
from newslint.finding import Edit, Hit
from newslint.lexicon import contexts as lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.document import Document
    from newslint.lexicon.contexts import Contexts, Suspicion, Token

_SHARE = 0.5
"""Of its threshold a suspicion has to get so much from the nearest neighbours."""
_MOST = 5_000
"""So many neighbours on one side of a word are remembered."""
_WINDOW = 40
"""Code points on either side of a word in which its neighbours are looked for."""
_OPENING = "\"“‘'(["
_JOINING = frozenset("'’-‑_")
_CLOSING = ".,;:!?…)]\"”’"


class _Side(dict[str, float]):
    """What stands on one side of a word, up to the next space -> the greatest share of a threshold that it makes up."""

    def __init__(self, contexts: Contexts, word: str, before: bool) -> None:
        self._contexts = contexts
        self._before = before
        self._suspicions = contexts.suspicions(word)
        side = "a" if before else "b"
        self._features = {feature[1:] for suspicion in self._suspicions for feature in suspicion.weights if feature[0] == side}
        self._by_feature: dict[str, float] = {}

    def __missing__(self, chunk: str) -> float:
        token = self._token(chunk)
        feature = token.exact if token.exact in self._features else token.single
        share = self._by_feature.get(feature)
        if share is None:
            share = self._by_feature[feature] = max(
                ((s.left(token) if self._before else s.right_side(token)) - s.sign * s.bias / 2) / s.threshold for s in self._suspicions
            )
        if len(self) > _MOST:
            self.clear()
        self[chunk] = share
        return share

    def most(self) -> float:
        """The greatest share that any neighbour can make up."""
        side = "a" if self._before else "b"
        return max(
            max(s.sign * weight for feature, weight in [*s.weights.items(), (side, 0.0)] if feature[0] == side) / s.threshold + 0.1
            for s in self._suspicions
        )

    def _token(self, chunk: str) -> Token:
        word = chunk.lstrip(_OPENING) if self._before else chunk.rstrip(_CLOSING).lstrip(_OPENING)
        if not word or (self._before and word[-1] in _CLOSING) or (not self._before and chunk[0] in _OPENING):
            return lexicon.MARKS[lexicon.COMMA if chunk[-1:] == "," else lexicon.STOP]
        return self._contexts.token(word, self._before and word[1:].islower())


class Likelier:
    """The models, and what has been asked of them in one run."""

    def __init__(self, contexts: Contexts | None = None) -> None:
        self._contexts = contexts or lexicon.contexts()
        self._words = {form: word for word in self._contexts.words for form in _forms(word)}
        self.listed = self._contexts.listed
        self._sides: dict[str, tuple[_Side, _Side, float]] = {}

    def hits(self, document: Document, lowered: str, pairs: Iterable[tuple[str, str]]) -> Iterator[Hit]:
        """Hits on the words, each with the neighbour that says more.

        `lowered` is the prose as `searched` has it; `pairs` are those of its pairs of words that are `listed`, and maybe others.
        """
        prose = document.prose
        asked: set[tuple[int, int]] = set()
        for form in self._words.keys() & document.words.distinct:
            self._ask(form, prose, lowered, asked)
        for pair in pairs:
            for aside in self.listed.get(pair, ()):
                asked.update(_places(lowered, *pair, aside))
        for start, end in asked:
            hit = self._hit(prose, start, end)
            if hit is not None:
                yield hit

    def _ask(self, form: str, prose: str, lowered: str, asked: set[tuple[int, int]]) -> None:
        """Add to `asked` where a word stands so written between neighbours that speak against it: start and end."""
        word = self._words[form]
        lefts, rights, floor = self._sides.get(word) or self._sides_of(word)
        text, needle = (lowered, " " + word) if form[0].islower() else (prose, form)
        lead = len(needle) - len(word)
        place = text.find(needle)
        while place >= 0:
            end = place + len(needle)
            after = lowered[end : end + 1]
            if after == " ":
                stop = lowered.find(" ", end + 1)
                share = rights[prose[end + 1 : stop] if stop >= 0 else prose[end + 1 :]]
            else:
                share = -1.0 if after in _JOINING or after.isalnum() else rights[after]
            if share >= floor:
                share += lefts[prose[lowered.rfind(" ", 0, place) + 1 : place] if lead else ""]
                if share >= _SHARE:
                    asked.add((place + lead, end))
            place = text.find(needle, end)

    def _sides_of(self, word: str) -> tuple[_Side, _Side, float]:
        """What the words on either side say, and the least share of the right side with which the left can make up `_SHARE`."""
        left, right = _Side(self._contexts, word, True), _Side(self._contexts, word, False)
        sides = self._sides[word] = (left, right, _SHARE - left.most())
        return sides

    def _hit(self, prose: str, start: int, end: int) -> Hit | None:
        """The hit on the word at `start:end`, if its context wants another."""
        if not prose[start + 1 : end].islower() or (start and (prose[start - 1] in _JOINING or prose[start - 1].isalnum())):
            return None
        around = _Around(prose, start)
        at = around.at
        if at == len(around.words) or around.words[at] != prose[start:end]:
            return None
        if prose[start].isupper() and around.gap(at) != lexicon.STOP:
            return None
        context = lexicon.context(self._contexts, around.words, around.gap, at)
        best: tuple[float, Suspicion] | None = None
        for suspicion in self._contexts.suspicions(_plain(prose[start:end])):
            over = suspicion.score(context) - suspicion.threshold
            if over > 0 and (best is None or over > best[0]):
                best = over, suspicion
        if best is None:
            return None
        suspicion = best[1]
        first, last = start, end
        has_after = around.gap(at + 1) == lexicon.SPACE
        if around.gap(at) == lexicon.SPACE and (not has_after or suspicion.left(context[1]) >= suspicion.right_side(context[2])):
            first = start - 1 - len(around.words[at - 1])
        elif has_after:
            last = end + 1 + len(around.words[at + 1])
        return _made(prose, first, start, end, last, suspicion.right)


class _Around:
    """The words near a place and what parts them, as a whole text would have them."""

    def __init__(self, prose: str, start: int) -> None:
        before = list(WORD.finditer(prose, max(0, start - _WINDOW), start))
        self._prose = prose
        self._matches = [*before, *WORD.finditer(prose, start, start + _WINDOW)]
        self.words = [match[0] for match in self._matches]
        self.at = len(before)
        """The index of the word that starts at the place, if one does."""

    def gap(self, index: int) -> str:
        """What parts the word at an index from the one before."""
        if not 0 < index < len(self._matches):
            return lexicon.STOP
        return lexicon.gap_kind(self._prose[self._matches[index - 1].end() : self._matches[index].start()])


def _forms(word: str) -> set[str]:
    """A word as a text may have it."""
    forms = {word, word.capitalize()}
    return forms | {form.replace("'", "’") for form in forms}


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _places(lowered: str, first: str, second: str, aside: int) -> Iterator[tuple[int, int]]:
    """Start and end of one of two words (`aside` 1 for the second) where the two stand parted by a space."""
    needle = f"{first} {second}"
    start, size = (len(first) + 1, len(second)) if aside else (0, len(first))
    place = lowered.find(needle)
    while place >= 0:
        yield place + start, place + start + size
        place = lowered.find(needle, place + 1)


def _made(prose: str, first: int, start: int, end: int, last: int, right: str) -> Hit:
    """A hit on `prose[first:last]`, of which `start:end` is wrong."""
    if prose[start].isupper():
        right = right[0].upper() + right[1:]
    if "'" in right and "’" in prose:
        right = right.replace("'", "’")
    return Hit(
        first,
        last,
        (" ".join(prose[first:last].split()), right),
        (prose[first:start] + right + prose[end:last],),
        (Edit(start, end, right),),
    )

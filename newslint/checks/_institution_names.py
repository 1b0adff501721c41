"""Names of institutions, told by their form: `National farmers Federation`, `university of Melbourne`.

The words that name a kind of institution (`University`, `Bureau`) are what edited news hardly ever lower-cases
inside a name: of some 3,000 names that end in one, two in a thousand did. These forms are looked at, inside
sentences alone:

- capitals, one lower-case word, an institution: `National farmers Federation`;
- `the`, a lower-case word that such names begin with, capitals, an institution: `the national Farmers Federation`;
- the same before `of` and a capital: `the national Academy of Surveyors`;
- capitals and a lower-case institution: `Harvard university`; not after `a`, which may mean any in that place;
- capitals, the last of them of an ordinary word, and one of more institutions: `Dairy Research council`, not `Kent council`;
- a lower-case institution, `of`, capitals: `university of Melbourne`;
- an institution, `of`, a lower-case word: `Bureau of meteorology`;
- an institution, `of`, a capitalised adjective, a lower-case word: `Department of Primary industries`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from newslint import lexicon
from newslint.checks._names_of_run import FUNCTION_WORDS
from newslint.checks._words_in_place import is_inside_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newslint.document import Document

NO_PART = frozenset(
    "about after against along also among and around because before behind being between beyond both called despite during "
    "each either every from have having here including inside into its just like made many more most much near next only onto "
    "other over said same says several should since some such than that their them then there these they this those through "
    "told toward under until upon were what when where which while whose will with within without would your our his her the "
    "an any all two three years year days time times over example instance more joins meets urges tells asks leaves wins course late".split()
)
"""Lower-case words that stand between names and are no part of one."""
_ANY = frozenset("a an any each every some no another this that its his her their our my your".split())
_SHORTEST = 4
KEYS = ("last", "inner", "of", "first", "after-first", "after-word", "after-words", "adjectives")
"""The settings of a rule that list such words."""


class Institutions(NamedTuple):
    """The words that name kinds of institutions, capitalised, by the forms they are sure in."""

    last: frozenset[str]
    """Last words of names, lower-case ones among them."""
    inner: frozenset[str]
    """Last words before which a lone lower-case word is part of the name."""
    of: frozenset[str]
    """Words that `of` and a name follow."""
    first: frozenset[str]
    """First words of names of institutions, in lower case."""
    after_first: frozenset[str]
    """More last words of names that begin with one of these."""
    after_word: frozenset[str]
    """More last words, in lower case behind a capitalised word that is an ordinary one."""
    after_words: frozenset[str]
    """The same behind two or more, of which the last is an ordinary one."""
    adjectives: frozenset[str]
    """What is no name of an institution's matter without another word: `Primary`."""
    seen: frozenset[str]
    """All of them, as they may stand in a text that has something to look at."""

    @classmethod
    def made(cls, settings: Mapping[str, Any]) -> Institutions:
        """From a rule's settings."""
        last, inner, of, first, after_first, after_word, after_words, adjectives = (
            frozenset(settings[key]) for key in KEYS
        )
        inner |= last
        lower = {word.lower() for word in last | of | after_word | after_words}
        seen = inner | of | after_first | lower
        return cls(last, inner, of, first, after_first, after_word, after_words, adjectives, seen)


def broken(document: Document, institutions: Institutions) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Index of the first word of a name that is lower-cased in part, and the name as it should be."""
    distinct = document.words.distinct
    texts = document.words.texts
    begins = not institutions.first.isdisjoint(distinct)
    for head in distinct & institutions.seen:
        is_proper = head[0].isupper()
        index = -1
        for _ in range(texts.count(head)):
            index = texts.index(head, index + 1)
            if not is_proper:
                yield from _lowered(document, texts, index, head[0].upper() + head[1:], institutions)
                continue
            if index > 1 and begins and not texts[index - 1].islower():
                yield from _first(document, texts, index, institutions)
            elif index > 1 and head in institutions.inner:
                yield from _inner(document, texts, index, institutions)
            if texts[index + 1 : index + 2] == ["of"]:
                yield from _after(document, texts, index, institutions)


def _inner(
    document: Document, texts: Sequence[str], index: int, institutions: Institutions
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The lower-case word before the institution at `index`, as the second last word of its name, or the first."""
    before = texts[index - 1]
    if not before.islower():
        return
    is_name = _is_name(texts[index - 2]) and _is_part(before) and _runs(document, index - 2, index)
    if is_name and is_inside_sentence(document, index - 2):
        yield index - 2, (texts[index - 2], _proper(before), texts[index])
    elif before in institutions.first and _is_the_one_of(document, texts, index):
        yield index - 1, (_proper(before), texts[index])


def _is_the_one_of(document: Document, texts: Sequence[str], index: int) -> bool:
    """Whether `the` stands two words before the word at `index`, and `of` and a name behind it."""
    if texts[index - 2] != "the" or texts[index + 1 : index + 2] != ["of"] or index + 2 >= len(texts):
        return False
    return _is_name(texts[index + 2]) and _runs(document, index - 2, index + 2)


def _first(
    document: Document, texts: Sequence[str], index: int, institutions: Institutions
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The lower-case first word of the name that ends with the institution at `index`."""
    first = index - 1
    while first > 0 and first > index - 4 and _is_name(texts[first]):
        first -= 1
    is_name = 0 < first < index - 1 and texts[first] in institutions.first and texts[first - 1] == "the"
    if is_name and _runs(document, first - 1, index):
        yield first, (_proper(texts[first]), *texts[first + 1 : index + 1])


def _after(
    document: Document, texts: Sequence[str], index: int, institutions: Institutions
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """A lower-case word after the institution at `index` and `of`, or after an adjective behind these."""
    last = index + 2
    if texts[last : last + 1] and texts[last] in institutions.adjectives:
        last += 1
    elif texts[index] not in institutions.of:
        return
    if last >= len(texts) or not _is_part(texts[last]):
        return
    if _runs(document, index, last) and is_inside_sentence(document, index):
        yield index, (*texts[index:last], _proper(texts[last]))


def _lowered(
    document: Document, texts: Sequence[str], index: int, proper: str, institutions: Institutions
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The lower-case institution at `index` as the last word of a name, or as the first before `of`."""
    if proper in institutions.of and index + 2 < len(texts) and texts[index + 1] == "of":
        after = texts[index + 2]
        is_free = index == 0 or texts[index - 1].lower() not in _ANY
        if is_free and _is_name(after) and _runs(document, index, index + 2):
            yield index, (proper, "of", after)
            return
    if index < 1 or not _is_name(texts[index - 1]):
        return
    if texts[index + 1 : index + 2] == ["of"]:  # “the Norwegian institute of seismology” may just describe it
        return
    first = index - 1
    while first > 0 and _is_name(texts[first - 1]) and _runs(document, first - 1, first) and first > index - 5:
        first -= 1
    if first > 0 and texts[first - 1].lower() in _ANY:
        return
    if proper in institutions.last:
        is_name = is_inside_sentence(document, index - 1)
    elif proper in institutions.after_word or proper in institutions.after_words:
        capitals = index - first - (not is_inside_sentence(document, first))
        is_name = capitals >= (1 if proper in institutions.after_word else 2) and _ends(document, texts, index)
    else:
        return
    if is_name and _runs(document, first, index):
        yield index - 1, (texts[index - 1], proper)


def _ends(document: Document, texts: Sequence[str], index: int) -> bool:
    """Whether the lower-case institution at `index` ends a name whose last capital is of an ordinary word."""
    if not lexicon.is_known_lower(texts[index - 1].lower()):
        return False
    after = texts[index + 1] if index + 1 < len(texts) else ""
    return not (_is_name(after) and _runs(document, index, index + 1))


def _is_name(word: str) -> bool:
    return word.istitle() and word.isalpha() and word.lower() not in _ANY and word.lower() not in FUNCTION_WORDS


def _is_part(word: str) -> bool:
    return (
        word.islower()
        and word.isalpha()
        and len(word) >= _SHORTEST
        and word not in NO_PART
        and lexicon.is_known_lower(word)
    )


def _proper(word: str) -> str:
    return word[0].upper() + word[1:]


def _runs(document: Document, first: int, last: int) -> bool:
    """Whether only single spaces part the words from `first` to `last`."""
    words = document.words
    between = document.prose[words.starts[first] : words.starts[last]]
    return between.split() == list(words.texts[first:last]) and between.count(" ") + between.count("\n") == last - first

"""A lower-case word that exists only capitalised: `tehran`, `december`, `israelis`, `post-stalinist`.

The lexicon decides: the word lists have it with a capital and in no list, not even that of rare words,
without. Words of fewer letters than `shortest` are left alone (`th`, `au`, `geo`), and so is a form that the
article itself uses throughout or has in code, the second word of a species' name, and a name before the plant, animal or
product that is called after it (`murray cod`), unless it is an adjective (`european bees`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint import lexicon
from newslint.checks._late_patterns import LatePattern
from newslint.checks._named_things import is_account, is_label, is_partly_foreign, is_searched_for, is_term_in_code
from newslint.checks._words_in_place import (
    ADJECTIVE,
    is_in_code,
    is_whole_link,
    places,
    spans,
    strangers,
    word_after,
    word_before,
)
from newslint.finding import Edit, Hit
from newslint.lexicon.store import common

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"shortest": 4, "throughout": 3, "exceptions": []}

_WORDS_TOO = ("march", "may", "august")
_MONTH_NAMES = frozenset("january february april june july september october november december".split())
_MONTHS = {word: LatePattern(rf"{word}(?=,? \d)") for word in _WORDS_TOO}
_YEAR = r"(?:19|20)\d\d\b(?! [a-z])"
_DAY = r"(?:[12]?\d|3[01])"
_DAY_AFTER = LatePattern(rf" {_DAY}(?:,? {_YEAR}|st\b|nd\b|rd\b|th\b)")
_DATE_AFTER = LatePattern(rf",? {_YEAR}| {_DAY}\b")
_DATE_BEFORE = LatePattern(r"(?:\b(?:\d\d?(?:st|nd|rd|th)?|of|in|since|until|till|early|late|mid) |day,? )$")
_SPECIES = LatePattern(r"\([A-Z](?:\.|[a-z]+)(?: [a-z]+){1,2}[,)]")
_GENUS_BEFORE = LatePattern(r"(?<![\w.])[A-Z]\. $")
_RARE_NAME = "h"
"""From this class on a name is rare enough to be a species': `carpio`, but not `australia`."""
_LATIN = LatePattern(r"(?:[aio]|us|um|is|ae|ii)$")
_BEGIN_NAMES = frozenset("New North South East West Northern Southern Eastern Western San Saint St Mount Fort Port Lake Great".split())
_CALLED_AFTER_NAMES = frozenset(
    """
    apple apples ash bass bean beans beef bream breed breeds breeder breeders buffalo bull bulls butter cabbage calf calves carp cattle
    cheese cherry cherries chicken chickens chop chops clover cod cow cows crab crabs cress currant currants daisy dog dogs duck
    ducks eel eels ewe ewes fern ferns fig figs finch fir firs genetics goat goats goose grape grapes grass grasses grey hare heifer heifers hen
    hens herd hog hogs hound hounds lamb lambs lemon lemons lily lime limes lobster lobsters melon melons noir blanc gris nut nuts oak oaks
    onion onions orange oranges palm parrot pea pear pears perch pie pig pigs pine pines plum plums pony ponies potato potatoes prawn prawns
    ram rams retriever retrievers rose roses salmon sheep shepherd shepherds sole spaniel spaniels sprout sprouts steer steers stud terrier terriers
    tea trout tuna vine vines wasp weed weeds wine wines wool wren
    """.split()
)


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the word; the suggestion capitalises it as the lexicon does."""
    yield from (hit for hit in _months(document) if hit.arguments[0] not in settings["exceptions"])
    kinds = strangers(document)
    for kind in (lexicon.PROPER, lexicon.PROPER_PART):
        for word in kinds.get(kind, ()):
            if word in settings["exceptions"] or lexicon.base_of(word) in settings["exceptions"]:
                continue
            spelt = capitalised(word, settings["shortest"])
            if kind == lexicon.PROPER_PART and any(map(str.isdigit, word)):
                continue  # the name of a version or platform: `lima-x86`
            if spelt is None or _is_used_throughout(document, word, spelt, settings["throughout"]):
                continue
            in_code = is_term_in_code if kind == lexicon.PROPER else is_in_code  # `roma-ui`: a part of an address, too
            if in_code(document, lexicon.base_of(word)) or is_partly_foreign(document):
                continue
            for start, end in (*places(document, word), *_ends_of_ranges(document, word)):
                if (
                    _is_called_after_a_name(document, word, start, end)
                    or is_whole_link(document, start, end)
                    or (is_searched_for(document, start, end) and document.prose[start - 1 : start] not in ("", "\n"))
                    or is_account(document, start, end)
                    or is_label(document, start, end)
                ):
                    continue
                yield Hit(start, end, (word, spelt), (spelt,), (Edit(start, end, spelt),))


def _months(document: Document) -> Iterator[Hit]:
    """Hits on months that are words in lower case, too, where a day and the like stand beside them: `may 5, 2019`."""
    for word in _WORDS_TOO:
        if word not in document.words.distinct:
            continue
        for match in _MONTHS[word].finditer(document.prose):
            start, end = match.span()
            if not _is_in_a_date(document.prose, start, end) or is_term_in_code(document, word):
                continue
            spelt = word.capitalize()
            yield Hit(start, end, (word, spelt), (spelt,), (Edit(start, end, spelt),))


def _ends_of_ranges(document: Document, word: str) -> list[tuple[int, int]]:
    """Where a month stands behind a dash and another one or a year: `March–april 2025`."""
    if word not in _MONTH_NAMES or f"–{word}" not in document.prose:
        return []
    prose = document.prose
    return [
        (start, end) for start, end in spans(document, word)
        if prose[start - 1 : start] == "–" and prose[start - 2 : start - 1].isalnum() and prose[end:end + 1] != "-"
    ]  # fmt: skip


def _is_in_a_date(prose: str, start: int, end: int) -> bool:
    """Whether a day and more stands after the word, or a day or year after it and what opens a date before it."""
    if prose[start - 1 : start] not in ("", " ", "\n", "(", "“"):
        return False
    if _DAY_AFTER.match(prose, end):
        return True
    return bool(_DATE_AFTER.match(prose, end) and _DATE_BEFORE.search(prose, max(0, start - 16), start))


def capitalised(word: str, shortest: int) -> str | None:
    """A lower-case word as the lexicon capitalises it, part by part where hyphens join it; None if it does not."""
    joined = word.replace("‑", "-")
    parts = []
    for part in joined.split("-"):
        base = lexicon.base_of(part)
        known = lexicon.forms_of(base) if len(base) >= shortest and lexicon.kind_of(part) == lexicon.PROPER else ()
        parts.append(known[0] + part[len(base) :] if known else part)
    spelt = "-".join(parts)
    return None if spelt == joined else spelt


def _is_used_throughout(document: Document, word: str, spelt: str, often: int) -> bool:
    """Whether the article writes the word so `often` times or more, and never with the capital."""
    if spelt in document.words.distinct:
        return False
    return sum(1 for _ in spans(document, word)) >= often


def _is_called_after_a_name(document: Document, word: str, start: int, end: int) -> bool:
    prose = document.prose
    genus = _GENUS_BEFORE.search(prose, max(0, start - 4), start)
    if genus and not word_before(document, genus.start()).istitle():  # not the initial of `John F. kennedy`
        return True
    bracket = prose.rfind("(", max(0, start - 40), start)
    species = _SPECIES.match(prose, bracket, end + 40) if bracket >= 0 else None
    if species and species.end() > end and not common().intersection(species[0][1:-1].split()):
        return True
    before = word_before(document, start)
    is_genus = before.istitle() and before.isascii() and lexicon.kind_of(before) == lexicon.NAME
    if is_genus and _LATIN.search(word) and not "" < lexicon.capitalised_frequency(word) < _RARE_NAME:
        return True  # `Cyprinus carpio`
    return (
        word_after(document, end) in _CALLED_AFTER_NAMES
        and not ADJECTIVE.search(word)
        and before not in _BEGIN_NAMES
    )

"""Defects that are put into clean text, by kind, with the rules that may give them back.

An injector yields `(start, end, wrong)` in prose offsets of a document. Those of names, misspellings, doubled
words and missing spaces are benchmarks/injection.py's; here are the others. Whether a word is a name, or can
stand in lower case, is told by the text that is measured on, not by the lexicon of the linter, unless a kind says so.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks import injection
from benchmarks.accuracy_parts import broken_tables
from newslint import lexicon
from newslint.document import parse
from newslint.lexicon.automaton import distance

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable, Iterator

    from newslint.document import Document
    from newslint.source import Source

    Injector = Callable[[Document], Iterator[tuple[int, int, str]]]

OWN_MISSPELLINGS = Path(__file__).parents[1] / "data" / "misspellings.txt"

CONFUSED = (
    ("its", "it's"), ("it's", "its"), ("their", "there"), ("there", "their"), ("were", "where"), ("where", "were"),
    ("than", "then"), ("then", "than"), ("to", "too"), ("too", "to"), ("lose", "loose"), ("led", "lead"), ("your", "you're"),
    ("you're", "your"), ("whose", "who's"), ("who's", "whose"), ("quite", "quiet"), ("affect", "effect"), ("effect", "affect"),
)  # fmt: skip
MODALS = r"(?:could|would|should|might|may|must|will|can)"
PAST = {
    "be": "been", "become": "became", "begin": "began", "bring": "brought", "build": "built", "come": "came",
    "get": "got", "give": "gave", "go": "went", "have": "had", "help": "helped", "keep": "kept", "lead": "led",
    "leave": "left", "lose": "lost", "make": "made", "need": "needed", "provide": "provided", "see": "saw", "take": "took",
    "use": "used", "want": "wanted", "work": "worked",
}  # fmt: skip


class Kind(NamedTuple):
    """A kind of defect: what puts it in, which rules may find it, and the share that has to be found."""

    name: str
    what: str
    inject: Injector
    codes: tuple[str, ...]
    target: float | None = None
    first_target: float | None = None


class Usage:
    """How often each word stands capitalised inside sentences, and in lower case, in the text measured on."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self.lower: Counter[str] = Counter()
        self.phrases: Counter[str] = Counter()
        for article in sources:
            document = parse(article)
            self.lower.update(word for word in document.words.texts if word.islower())
            self.phrases.update({match[0] for match in PHRASE.finditer(document.prose)})


PHRASE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: (?:of |and )?[A-Z][a-z]+){1,3}(?![\w\-’'])")
_BEFORE_WORD = re.compile(r"(?<=[A-Za-z0-9”\"’'),]),? ?")
_ANY_COMMA = re.compile(r"(?<=[A-Za-z0-9”\"’')])[,;] (?=[A-Za-z“\"‘])")
_ANY_STOP = re.compile(r"(?<=[a-z0-9)]{2})[.?!][”\"’)]? (?=[“\"‘(]?[A-Z][a-z])")
_START = re.compile(r"(?<=[.?!][”\"’) ] )[A-Z](?=[a-z]* )|(?<=[.?!] )[“\"‘]?[A-Z](?=[a-z]* )")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(“\".])(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Hon|Jr|Sr|vs|etc|Inc|Corp|Co|Ltd|No|Jan|Feb"
    r"|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|approx|dept|est|e\.g|i\.e|[A-Z])$"
)


def paragraphs(document: Document, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Matches of a pattern that lie in paragraphs."""
    for match in pattern.finditer(document.prose):
        block = document.block_at(match.start())
        if block is not None and block.kind == "paragraph":
            yield match


def after_comma(document: Document) -> Iterator[tuple[int, int, str]]:
    for match in paragraphs(document, _ANY_COMMA):
        yield match.start(), match.end(), match[0].rstrip()


def between_sentences(document: Document) -> Iterator[tuple[int, int, str]]:
    for match in paragraphs(document, _ANY_STOP):
        if not _ABBREVIATED.search(document.prose, max(0, match.start() - 12), match.start()):
            yield match.start(), match.end(), match[0].rstrip()


def sentence_start(usage: Usage) -> Injector:
    word = re.compile(r"[A-Za-z]+")

    def inject(document: Document) -> Iterator[tuple[int, int, str]]:
        for match in paragraphs(document, _START):
            before = document.prose[max(0, match.start() - 14) : match.start()].rstrip(" ”\"’).?!")
            first = word.match(document.prose, match.end() - 1)
            if first is not None and usage.lower[first[0].lower()] >= 3 and not _ABBREVIATED.search(before):
                yield match.start(), match.end(), match[0].lower()

    return inject


def paragraph_start(usage: Usage) -> Injector:
    def inject(document: Document) -> Iterator[tuple[int, int, str]]:
        for block in document.blocks:
            text = document.prose[block.start : block.end]
            match = re.match(r"[A-Z][a-z]* (?=[a-z]{2})", text)
            if block.kind == "paragraph" and match and len(text) > 80 and usage.lower[match[0][:-1].lower()] >= 3:
                yield block.start, block.start + 1, text[0].lower()

    return inject


def lone_names(usage: Usage, known: bool | None) -> Injector:
    """Capitalised words inside sentences that the article has once and the text measured on never has in lower case."""

    def inject(document: Document) -> Iterator[tuple[int, int, str]]:
        for word, start, end in injection.in_sentences(document):
            lower = word.lower()
            if len(word) < 4 or not word.istitle() or usage.lower[lower] or document.prose.count(word) > 1:
                continue
            if known is None or (lexicon.kind_of(lower) == lexicon.PROPER) == known:
                yield start, end, lower

    return inject


def phrases(usage: Usage) -> Injector:
    """An ordinary word of a name of several, lower-cased; the name stands in five articles or more."""

    def inject(document: Document) -> Iterator[tuple[int, int, str]]:
        for match in paragraphs(document, PHRASE):
            if usage.phrases[match[0]] < 5:
                continue
            for part in re.finditer(r"[A-Z][a-z]+", match[0]):
                if usage.lower[part[0].lower()] >= 5:
                    yield match.start() + part.start(), match.start() + part.end(), part[0].lower()

    return inject


def nowhere(document: Document) -> Iterator[tuple[int, int, str]]:
    """No place: for a kind that takes the copies of another one."""
    yield from ()


def run_together(document: Document) -> Iterator[tuple[int, int, str]]:
    for match in paragraphs(document, re.compile(r"(?<= )[a-z]{3,} [a-z]{3,}(?= [a-z])")):
        joined = match[0].replace(" ", "")
        if lexicon.kind_of(joined) == lexicon.UNKNOWN:
            yield match.start(), match.end(), joined


def confused(right: str, wrong: str) -> Injector:
    pattern = re.compile(rf"(?<= ){right.replace(chr(39), '[’' + chr(39) + ']')}(?= [a-z])")

    def inject(document: Document) -> Iterator[tuple[int, int, str]]:
        for match in paragraphs(document, pattern):
            yield match.start(), match.end(), wrong

    return inject


def modal_past(document: Document) -> Iterator[tuple[int, int, str]]:
    for match in paragraphs(document, re.compile(rf"(?<= ){MODALS} ({'|'.join(PAST)})(?= [a-z])")):
        yield match.start(1), match.end(1), PAST[match[1]]


def modal_of(document: Document) -> Iterator[tuple[int, int, str]]:
    for match in paragraphs(document, re.compile(r"(?<= )(?:could|would|should|might|must) (have)(?= [a-z])")):
        yield match.start(1), match.end(1), "of"


def replaced(pattern: str, wrong: str | Callable[[re.Match[str]], str]) -> Injector:
    compiled = re.compile(pattern)

    def inject(document: Document) -> Iterator[tuple[int, int, str]]:
        for match in paragraphs(document, compiled):
            yield match.start(), match.end(), wrong if isinstance(wrong, str) else wrong(match)

    return inject


def mojibake(match: re.Match[str]) -> str:
    return match[0].encode().decode("cp1252", "ignore")


def codespell_misspellings() -> dict[str, list[str]]:
    """Right word -> lower-case non-words within two edits, from the installed codespell package; empty without it."""
    found = find_spec("codespell_lib")
    if found is not None and found.submodule_search_locations:
        packages = [Path(found.submodule_search_locations[0])]
    elif program := shutil.which("codespell"):  # installed for another interpreter
        packages = list(Path(program).resolve().parents[1].glob("lib/python*/site-packages/codespell_lib"))
    else:
        packages = []
    if not packages:
        return {}
    listed = packages[0] / "data" / "dictionary.txt"
    wrongs: dict[str, list[str]] = {}
    for line in listed.read_text(encoding="utf-8").splitlines():
        wrong, _, rights = line.partition("->")
        right = rights.split(",")[0].strip()
        if "," in rights.rstrip(", ") or not (wrong.isalpha() and wrong.islower() and right.isalpha() and right.islower()):
            continue
        if lexicon.kind_of(wrong) == lexicon.UNKNOWN and distance(wrong, right) <= 2:
            wrongs.setdefault(right, []).append(wrong)
    return wrongs


def kinds(usage: Usage, chance: random.Random) -> list[Kind]:
    """Every kind, in the order of the page."""
    own = {
        right: [form for form in forms if lexicon.kind_of(form) == lexicon.UNKNOWN]
        for right, forms in injection.read_misspellings(OWN_MISSPELLINGS).items()
    }
    others = codespell_misspellings()
    names = ("CAP", "SPL101", "SPL106")
    spelling = ("SPL",)

    def named(kind: str) -> Injector:
        return lambda document: injection.names(document, kind)

    def listed(pairs: dict[str, list[str]]) -> Injector:
        def inject(document: Document) -> Iterator[tuple[int, int, str]]:
            for word, start, end in injection.in_sentences(document):
                if pairs.get(word):
                    yield start, end, chance.choice(pairs[word])

        return inject

    found = [
        Kind("after-comma", "the space after a comma or semicolon dropped", after_comma, ("SPC101", "SPC102"), 0.99),
        Kind("between-sentences", "the space between two sentences dropped", between_sentences, ("SPC10",), 0.97),
        Kind("before-comma", "a space put before a comma", replaced(r"(?<=[a-z]{2}),(?= [a-z])", " ,"), ("SPC104",)),
        Kind("sentence-start", "the capital of a sentence lower-cased", sentence_start(usage), ("CAP",), 0.98),
        Kind("paragraph-start", "the capital of a paragraph lower-cased", paragraph_start(usage), ("CAP",)),
        Kind("name-elsewhere", "a name lower-cased that stands elsewhere in the article and is no common word", named("name-elsewhere"), names, 0.97),
        Kind("name-of-common-word", "the same where the name is a common word, too (Bush, Rice)", named("name-of-common-word"), names),
        Kind("name-known", "a name lower-cased that stands once, and the lexicon has only capitalised", lone_names(usage, True), names, 0.95),
        Kind("name-unknown", "a name lower-cased that stands once, and the lexicon does not have so", lone_names(usage, False), names),
        Kind("name-once", "both: any name of four letters or more that stands once", lone_names(usage, None), names),
        Kind("phrase", "an ordinary word of a name of several words lower-cased, the name in five articles or more", phrases(usage), ("CAP",), 0.85),
        Kind("phrase-in-run", "the same copies, each linted in one run with the rest of its corpus", nowhere, ("CAP",), 0.85),
        Kind("misspelling", "observed misspellings, this project's list: lower-case non-words", listed(own), spelling, 0.92, 0.80),
        Kind("misspelling-codespell", "observed misspellings, codespell's dictionary: lower-case non-words within two edits", listed(others), spelling, 0.92, 0.80),
        Kind("misspelling-slips", "slips made by a model: swapped, dropped, doubled, neighbouring letters", lambda document: injection.modelled(document, chance), spelling, 0.92, 0.80),
        Kind("run-together", "the space between two words of three letters or more dropped", run_together, spelling),
        Kind("doubled-word", "a frequent word written twice", injection.doubled, ("SPL104",), 0.99),
        Kind("doubled-comma", "a comma written twice", replaced(r"(?<=[a-z]{2}),(?= [a-z])", ",,"), ("PUN103",)),
        Kind("quote-direction", "an opening quote turned", replaced(r"(?<= )“(?=[A-Za-z])", "”"), ("PUN10", "SPC10")),
        Kind("mojibake", "a quote or dash in the wrong encoding", replaced("[’“–]", mojibake), ("RES105",)),
        Kind("reworded-section", "a section of 25 words or more repeated with 15-30 % of its words replaced or dropped", lambda document: reworded(document, chance), ("DUP101",), 0.98),
    ]  # fmt: skip
    found += [
        Kind(f"table-{name}", what, broken_tables.injector(name, chance), ("TBL",), 1.0)
        for name, what in broken_tables.KINDS.items()
    ]
    found.append(Kind("modal-past", "could lead → could led", modal_past, ("SPL102",)))
    found.append(Kind("modal-of", "could have → could of", modal_of, ("SPL102",)))
    for right, wrong in CONFUSED:
        found.append(Kind(f"confusable {right} → {wrong}", "", confused(right, wrong), ("SPL102",)))
    return [kind for kind in found if kind.name != "misspelling-codespell" or others]


def reworded(document: Document, chance: random.Random) -> Iterator[tuple[int, int, str]]:
    """A copy of a long paragraph, its words replaced by others of the article or dropped, put after a later one."""
    blocks = [block for block in document.blocks if block.kind == "paragraph"]
    words = document.words.texts
    for place, block in enumerate(blocks):
        parts = document.prose[block.start : block.end].split()
        later = [other for other in blocks[place:] if document.prose[other.end - 1] in ".!?”\""]
        if len(parts) < 25 or not later or "￼" in document.prose[block.start : block.end]:
            continue
        changed = set(chance.sample(range(len(parts)), round(chance.uniform(0.15, 0.30) * len(parts))))
        kept = []
        for index, part in enumerate(parts):
            if index not in changed:
                kept.append(part)
            elif chance.random() < 0.5:
                kept.append(chance.choice(words))
        end = chance.choice(later).end
        yield end - 1, end, document.prose[end - 1] + "\n\n" + " ".join(kept)

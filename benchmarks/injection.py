"""Recall on clean text: one defect at a time is put into an article, and newslint is asked for it.

    python benchmarks/injection.py PATH... [--kinds a,b] [--each 300] [--seed 1] [--misspellings FILE] [--codes CODE,...] [--misses N]

PATH is a file or folder of articles (Markdown, HTML, text), or a `.jsonl` or `.jsonl.gz` file with a `text` in each line.
A defect counts as found when a finding that the clean article does not have overlaps its place, and as
*right first* when the first suggestion, put in the place of the finding, gives the clean article back.

FILE lists observed misspellings, on each line the right word and then wrong ones; without it, only the error
model of this module (a slip on the keyboard, a letter doubled or dropped, a vowel for a vowel) misspells words.
Wrong forms that are words themselves, or are more than two edits away, are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newslint import lexicon, source
from newslint.document import parse
from newslint.document.sentences import is_sentence_start
from newslint.linter import Linter
from newslint.rules import load_folder, shipped_folder
from newslint.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newslint.document import Document
    from newslint.finding import Finding

_WORD = re.compile(r"(?<![\w'’\-‑@#/.])[^\W\d_]+(?![\w\-‑@/]|['’]\w|\.\w)")
_COMMA = re.compile(r"(?<=[a-z]{2}), (?=[a-z]{2})")
_STOP = re.compile(r"(?<=[a-z]{3})\. (?=[A-Z][a-z])")
_SENTENCE = re.compile(r"(?<=[a-z]{3}[.!?] )[A-Z](?=[a-z]+ [a-z])")
_NAME_PAIR = re.compile(r"(?<![\w.\-])[A-Z][a-z]{3,} [A-Z][a-z]{3,}(?![\w\-]| [A-Z])")
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = "aeiou"


class Injection(NamedTuple):
    """A defect: `start:end` of the clean source (code points) becomes `wrong`."""

    kind: str
    start: int
    end: int
    wrong: str


class Outcome(NamedTuple):
    """What became of an injection."""

    injection: Injection
    right: str
    codes: tuple[str, ...]
    suggestion: str
    is_right_first: bool
    context: str


def articles(path: Path) -> Iterator[Source]:
    """The articles at a path."""
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.suffix in source.FORMATS:
                yield source.read(str(file))
    elif ".jsonl" in path.suffixes:
        with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
            for number, line in enumerate(lines):
                yield Source(json.loads(line)["text"], f"{path.name}:{number}")
    else:
        yield source.read(str(path))


def in_sentences(document: Document) -> Iterator[tuple[str, int, int]]:
    """The words of paragraphs that start no sentence, with their prose spans."""
    for match in _WORD.finditer(document.prose):
        block = document.block_at(match.start())
        if block is not None and block.kind == "paragraph" and not is_sentence_start(document, match.start()):
            yield match[0], match.start(), match.end()


def names(document: Document, kind: str) -> Iterator[tuple[int, int, str]]:
    """Capitalised words inside sentences, lower-cased.

    `name-elsewhere`: the article has the name inside another sentence, and it is no common word;
    `name-of-common-word`: the same for a name that is one (Bush, Rice); `name-once`: it is nowhere else with a
    capital, the lexicon knows it only so, and it has four letters or more.
    """
    spots: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for word, start, end in in_sentences(document):
        if word.istitle() and len(word) > 2:
            spots[word].append((start, end))
    for word, places in spots.items():
        lower = word.lower()
        if lower in document.words.distinct:
            continue
        common = lexicon.is_known_lower(lower)
        if kind == "name-once":
            others = document.prose.count(word) + document.prose.count(word.upper())
            if others > 1 or len(word) < 4 or lexicon.kind_of(lower) != lexicon.PROPER:
                continue
        elif len(places) < 2 or common != (kind == "name-of-common-word"):
            continue
        yield from ((start, end, lower) for start, end in places)


def observed(document: Document, misspellings: dict[str, list[str]]) -> Iterator[tuple[int, int, str]]:
    """Lower-case words replaced by observed misspellings."""
    for word, start, end in in_sentences(document):
        for wrong in misspellings.get(word, ()):
            yield start, end, wrong


def modelled(document: Document, chance: random.Random) -> Iterator[tuple[int, int, str]]:
    """Lower-case words of four letters or more with one or two modelled errors."""
    for word, start, end in in_sentences(document):
        if word.islower() and word.isascii() and len(word) > 3 and lexicon.is_known_lower(word):
            wrong = misspelt(word, chance)
            if len(word) > 6 and chance.random() < 0.2:
                wrong = misspelt(wrong, chance)
            if lexicon.kind_of(wrong) == lexicon.UNKNOWN:
                yield start, end, wrong


def misspelt(word: str, chance: random.Random) -> str:
    """The word with one error, seldom on its first letter."""
    at = chance.randrange(1, len(word))
    letter = word[at]
    error = chance.choice(("swap", "swap", "drop", "drop", "double", "vowel", "key", "insert"))
    if error == "swap" and at + 1 < len(word):
        return word[:at] + word[at + 1] + letter + word[at + 2 :]
    if error == "drop":
        return word[:at] + word[at + 1 :]
    if error == "double":
        return word[:at] + letter + word[at:]
    if error == "vowel" and letter in _VOWELS:
        return word[:at] + chance.choice(_VOWELS.replace(letter, "")) + word[at + 1 :]
    row = next(row for row in _KEYS if letter in row)
    near = row[max(0, row.index(letter) - 1) : row.index(letter) + 2].replace(letter, "")
    return word[:at] + chance.choice(near) + word[at + (error != "insert") :]


def matches(pattern: re.Pattern[str], change: Callable[[str], str]) -> Callable[[Document], Iterator[tuple[int, int, str]]]:
    """An injector that changes what a pattern finds in paragraphs."""

    def inject(document: Document) -> Iterator[tuple[int, int, str]]:
        for match in pattern.finditer(document.prose):
            block = document.block_at(match.start())
            if block is not None and block.kind == "paragraph":
                yield match.start(), match.end(), change(match[0])

    return inject


def doubled(document: Document) -> Iterator[tuple[int, int, str]]:
    """Frequent lower-case words written twice."""
    for word, start, end in in_sentences(document):
        if word.islower() and lexicon.frequency(word) in ("a", "b") and word not in ("had", "that"):
            yield start, end, f"{word} {word}"


def name_parts(document: Document) -> Iterator[tuple[int, int, str]]:
    """One word of a name of two lower-cased, where it exists in lower case, too."""
    for match in _NAME_PAIR.finditer(document.prose):
        before = document.prose[max(0, match.start() - 40) : match.start()].rsplit(None, 1)[-1:]
        if is_sentence_start(document, match.start()) or before[0][0].isupper() or before[0][-1] == ".":
            continue
        first, second = match[0].split(" ")
        middle = match.start() + len(first)
        if lexicon.is_known_lower(second.lower()):
            yield middle + 1, match.end(), second.lower()
        if lexicon.is_known_lower(first.lower()):
            yield match.start(), middle, first.lower()


def injectors(misspellings: dict[str, list[str]], chance: random.Random) -> dict[str, Callable[[Document], Iterator[tuple[int, int, str]]]]:
    """Every kind of defect and what makes its injections, in prose offsets."""
    return {
        "name-elsewhere": lambda document: names(document, "name-elsewhere"),
        "name-of-common-word": lambda document: names(document, "name-of-common-word"),
        "name-once": lambda document: names(document, "name-once"),
        "name-part": name_parts,
        "misspelling-observed": lambda document: observed(document, misspellings),
        "misspelling-modelled": lambda document: modelled(document, chance),
        "doubled-word": doubled,
        "space-after-comma": matches(_COMMA, lambda _: ","),
        "space-between-sentences": matches(_STOP, lambda _: "."),
        "sentence-start": matches(_SENTENCE, str.lower),
    }


def read_misspellings(path: Path) -> dict[str, list[str]]:
    """Right word -> wrong forms that are no words and are at most two edits away."""
    from newslint.lexicon.automaton import distance

    wrongs: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#") and line.strip():
            right, *forms = line.replace(":", " ").split()
            wrongs[right] = [
                form for form in forms
                if form.isalpha() and form.islower() and lexicon.kind_of(form) and distance(form, right) <= 2
            ]  # fmt: skip
    return wrongs


def run(
    linter: Linter, sources: list[Source], kinds: list[str], each: int, seed: int, misspellings: dict[str, list[str]]
) -> Iterator[Outcome]:
    """The outcomes of up to `each` injections of every kind, spread over the articles by a seeded choice."""
    chance = random.Random(seed)
    makers = injectors(misspellings, chance)
    left = dict.fromkeys(kinds, each)
    chance.shuffle(sources)
    for article in sources:
        if not any(left.values()):
            return
        document = parse(article)
        before: list[Finding] | None = None
        for kind in kinds:
            found = [entry for entry in makers[kind](document) if document.offsets.is_exact(entry[0], entry[1])]
            for start, end, wrong in chance.sample(found, min(len(found), left[kind], 2)):
                left[kind] -= 1
                before = linter.lint(article) if before is None else before
                yield outcome(linter, article, before, Injection(kind, *document.offsets.to_source(start, end), wrong))


def outcome(linter: Linter, article: Source, before: list[Finding], injection: Injection) -> Outcome:
    """What the linter makes of an article with an injection."""
    _, start, end, wrong = injection
    text = article.text
    altered = Source(text[:start] + wrong + text[end:], article.path, article.format)
    moved = len(wrong) - (end - start)
    old = {
        (finding.code, finding.start.offset + (moved if finding.start.offset >= end else 0)) for finding in before
    }
    new = [
        finding for finding in linter.lint(altered)
        if finding.start.offset < start + max(len(wrong), 1) and finding.end.offset > start
        and (finding.code, finding.start.offset) not in old
    ]  # fmt: skip
    first = next((finding for finding in new if finding.suggestions), None)
    suggestion = first.suggestions[0] if first else ""
    mended = first is not None and (
        altered.text[: first.start.offset] + suggestion + altered.text[first.end.offset :] == text
    )
    context = altered.text[max(0, start - 40) : start + len(wrong) + 30].replace("\n", "¶")
    return Outcome(injection, text[start:end], tuple(finding.code for finding in new), suggestion, mended, context)


def main() -> None:
    """Prints found and right-first shares of every kind, and with `--misses` what was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--kinds", help="comma-separated; default: all")
    parser.add_argument("--each", type=int, default=300, help="injections a kind (default 300)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misspellings", type=Path)
    parser.add_argument("--codes", help="comma-separated codes of the rules to run; default: all shipped")
    parser.add_argument("--misses", type=int, default=0, help="how many misses and wrong suggestions of each kind to print")
    options = parser.parse_args()
    rules = load_folder(shipped_folder())
    if options.codes:
        rules = [rule for rule in rules if rule.code in options.codes.split(",")]
    misspellings = read_misspellings(options.misspellings) if options.misspellings else {}
    kinds = options.kinds.split(",") if options.kinds else list(injectors({}, random.Random()))
    sources = [article for path in options.paths for article in articles(path)]
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for result in run(Linter(rules), sources, kinds, options.each, options.seed, misspellings):
        by_kind[result.injection.kind].append(result)
    print(f"{len(sources)} articles, seed {options.seed}\n{'kind':26}{'n':>6}{'found':>9}{'right first':>13}")
    for kind, results in by_kind.items():
        found = [result for result in results if result.codes]
        right = sum(result.is_right_first for result in found)
        print(f"{kind:26}{len(results):6}{len(found) / len(results):9.1%}{right / max(len(found), 1):13.1%}")
        poor = [result for result in results if not result.is_right_first]
        for result in poor[: options.misses]:
            print(f"    {result.right!r} {','.join(result.codes) or 'missed'} {result.suggestion!r} | {result.context}")


if __name__ == "__main__":
    sys.exit(main())

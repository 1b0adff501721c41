"""Builds newslint/lexicon/data/matter.txt from WordNet (Debian package `wordnet-base`).

    python tools/build_matter_words.py [--wordnet /usr/share/wordnet]

The words that names of institutions, laws and programmes are made of: nouns and adjectives of WordNet that its tagged texts
have, or that are frequent. Left out are words that stand between two names in a sentence as well:

- verbs that are tagged twice as often as the noun (`use`), and the past forms that WordNet lists (`drove`, `told`);
- persons (`president`, `astronomer`): copy writes `Farm Bureau president Bob Stallman`;
- adverbs and what grammars call function words (`near`, `like`, `such`).

Two lines, words parted by spaces: those whose plural is such a word, too, and the others.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from newslint import lexicon
from newslint.checks._names_of_run import FUNCTION_WORDS

TARGET = Path(__file__).parents[1] / "newslint" / "lexicon" / "data" / "matter.txt"
PERSON = 18
"""WordNet's lexicographer file of persons."""
KINDS = {"1": "noun", "2": "verb", "3": "adj", "5": "adj", "4": "adv"}
CAN_BE_PERSONS = 3
"""Of a noun's senses, the most frequent first, so many may be no persons."""
MODERN = ("app", "blog", "online", "web", "website")
"""Words that are younger than WordNet's texts."""
LONGEST = 13
"""Letters of the longest word: `international`."""
RARE = "f"
"""Words that are not tagged are taken down to this class of the lexicon's frequencies."""
LINKS = frozenset("above across along among around behind below beneath beside inside like near next off opposite outside past versus via two three four five six seven eight nine ten".split())
ENDINGS = ("ed", "er", "ers", "est", "ist", "ists", "man", "men", "or", "ors")
"""Persons, past forms and comparatives; of the words with such an end, those in `KEPT` are things."""
KEPT = frozenset("center computer consumer corner counter labor letter number order paper power river sector water weather motor error color".split())
GROUPS = frozenset("child citizen consumer customer employee human national student user veteran visitor worker".split())
"""Persons that programmes are for."""


def tagged(folder: Path) -> dict[str, Counter[str]]:
    """How often WordNet's texts have each word as a noun, verb, adjective, adverb."""
    times: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (folder / "cntlist.rev").read_text(encoding="ascii").splitlines():
        key, _, count = line.split(" ")
        word, _, rest = key.partition("%")
        times[word][KINDS[rest[0]]] += int(count)
    return times


def persons(folder: Path) -> set[str]:
    """The nouns of which one of the first senses is a person."""
    files = {}
    for line in (folder / "data.noun").read_text(encoding="ascii").splitlines():
        if not line.startswith("  "):
            offset, file, _ = line.split(" ", 2)
            files[offset] = int(file)
    found = set()
    for line in (folder / "index.noun").read_text(encoding="ascii").splitlines():
        if not line.startswith("  "):
            fields = line.split()
            offsets = fields[-int(fields[2]) :]
            if any(files[offset] == PERSON for offset in offsets[:CAN_BE_PERSONS]):
                found.add(fields[0])
    return found


def listed(path: Path) -> set[str]:
    """The first word of each line of a WordNet file, but for its licence."""
    return {line.split(" ", 1)[0] for line in path.read_text(encoding="ascii").splitlines() if not line.startswith("  ")}


def written(folder: Path) -> set[str]:
    """The nouns and adjectives that WordNet writes in lower case alone, and that are no verbs."""
    lower: set[str] = set()
    others = listed(folder / "index.verb")
    for name in ("data.noun", "data.adj"):
        for line in (folder / name).read_text(encoding="ascii").splitlines():
            if not line.startswith("  "):
                fields = line.split(" ")
                for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2]:
                    word = word.partition("(")[0]
                    (lower if word.islower() else others).add(word.lower())
    return lower - others


def is_name(word: str) -> bool:
    """Whether a word stands with a capital as often as without: `japan`."""
    return "" < lexicon.capitalised_frequency(word) <= lexicon.frequency(word)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    folder = parser.parse_args().wordnet
    left_out = (persons(folder) - GROUPS) | listed(folder / "verb.exc") | FUNCTION_WORDS | LINKS
    adverbs = listed(folder / "index.adv")
    words = set(MODERN)
    plurals = {"app", "blog", "website"}
    times_of = tagged(folder)
    for word in written(folder) - times_of.keys() - adverbs:
        if "a" <= lexicon.frequency(word) <= RARE and not word.endswith("ing"):
            times_of[word]["noun"] = 1
    for word, times in times_of.items():
        if not 3 <= len(word) <= LONGEST or not (word.isalpha() and word.isascii() and word.islower()):
            continue
        if word in adverbs and times["adv"] >= times["noun"] + times["adj"]:
            continue
        is_thing = 2 * times["noun"] > times["verb"] or (times["adj"] > times["verb"] and not word.endswith("ing"))
        if not is_thing or word in left_out or (word.endswith(ENDINGS) and word not in KEPT | GROUPS):
            continue
        words.add(word)
        if 2 * times["verb"] < times["noun"] and not word.endswith("s"):
            plurals.add(word)
        if word.endswith("s") and (base := times_of.get(word[:-1])) and base["verb"] > base["noun"]:
            words.discard(word)  # “Community of Practice thanks Social Media Club”
    known = sorted(word for word in words if lexicon.is_known_lower(word) and (word in MODERN or not is_name(word)))
    lines = [word for word in known if word in plurals], [word for word in known if word not in plurals]
    TARGET.write_text("".join(" ".join(line) + "\n" for line in lines), encoding="ascii")
    print(f"{len(known)} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()

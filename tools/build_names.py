"""Builds newslint/lexicon/data/names.txt from WordNet's nouns (Debian package `wordnet-base`).

    python tools/build_names.py [--wordnet /usr/share/wordnet]

WordNet lists thousands of names of several words. Of each that is a group, a place, an act, an event or a work of
hands, the forms with one word lower-cased are written down, where that form is sure to be a slip:

- the word exists in lower case, so that no rule for single words speaks of it, and is none that copy
  lower-cases in names now and then (`GENERIC`: `Trojan war`, `Danube river`), but inside long names of groups;
- a word that keeps its capital exists in lower case, too (`Air force`, not `Sicilian mafia`), or two others have capitals;
- WordNet's own glosses, 1.3 million words of edited English, never have the form.

Three lines: the first and second words of the neighbouring pairs that forms have, and the forms of each pair, parted by
tabs; several forms of one pair are parted by `|`.
"""

from __future__ import annotations

import argparse
import re
from itertools import pairwise
from pathlib import Path

from newslint import lexicon
from newslint.checks._names_of_run import Slip, places, slips
from newslint.document.words import split
from newslint.lexicon.broken_names import LINKS

TARGET = Path(__file__).parents[1] / "newslint" / "lexicon" / "data" / "names.txt"
GROUP = 14
FIELDS = (4, 6, 11, GROUP, 15)
"""WordNet's lexicographer files: acts, artifacts, events, groups, locations."""
WORD = re.compile(r"[A-Z][a-z]+(?:'s)?")
DIRECTIONS = frozenset("northern southern eastern western".split())
"""A part of a group's name where it begins one, and of a place's a description as often."""
GENERIC = DIRECTIONS | frozenset(
    "age avenue band bank battle bay beach belt big black blue book books bridge calendar canal canyon cape cause center central century church "
    "cities city coast college colony comet community constellation counties convention council county court crisis cross day days desert district doctor "
    "doctrine dominion dynasty east effect emperor empire english era establishment exchange expressionism family fair federal festival field fields first "
    "forest game games garden gardens general government great group gulf hand harbor harbour highlands hill hills holiday home horse hundred house houses "
    "inquisition intelligence island islands isle isles king kingdom lake land language languages law line little lower mafia "
    "massacre mass men method middle minister ministry modern month mount mountain mountains movement new north number ocean old "
    "park parliament party peak peninsula people peoples period planet plateau point police port president prince principle "
    "prize province pyramid queen quarter range rebellion region republic revolution right ring river rivers road royal saint school sea season "
    "second secretary south space spring springs square star state states station stone strait street studies style sun syndrome "
    "system temple territory test the theorem theory third tigers time tower town trail treaty trial trials tribe union unity upper "
    "valley version wall war wars way week west world year zone".split()
)


def entries(nouns: Path) -> tuple[dict[str, set[int]], list[str]]:
    """Name -> numbers of the lexicographer files that have it, and all glosses."""
    names: dict[str, set[int]] = {}
    glosses = []
    for line in nouns.read_text(encoding="ascii").splitlines():
        if line.startswith("  "):  # the licence
            continue
        head, _, gloss = line.partition(" | ")
        glosses.append(gloss)
        fields = head.split(" ")
        for written in fields[4 : 4 + 2 * int(fields[3], 16) : 2]:
            words = written.split("_")
            capitals = sum(1 for word in words if WORD.fullmatch(word))
            if capitals > 1 and all(WORD.fullmatch(word) or word in LINKS for word in words):
                names.setdefault(" ".join(words), set()).add(int(fields[1]))
    return {name: files for name, files in names.items() if name[0].isupper() and name.split()[-1] not in LINKS}, glosses


def is_sure(slip: Slip, files: set[int]) -> bool:
    """Whether a form is a slip by its words."""
    word = slip.lowered
    if len(word) < 3 or not word.isalpha() or not lexicon.is_known_lower(word):
        return False
    capitals = [other for other in slip.text.split() if other[0].isupper()]
    is_group = files == {GROUP} and not slip.text.endswith(f" {word}")
    if word in GENERIC and not (is_group and (len(capitals) > 1 or word in DIRECTIONS)):
        return False
    return len(capitals) > 1 or lexicon.is_known_lower(capitals[0].lower())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    names, glosses = entries(parser.parse_args().wordnet / "data.noun")
    chosen = {name: files for name, files in names.items() if files <= set(FIELDS)}
    by_pair = slips(chosen)
    seen = set()
    for gloss in glosses:
        body = f"of {gloss}"
        for pair in by_pair.keys() & set(pairwise(split(body))):
            seen |= {slip.text for slip in by_pair[pair] if any(places(body, slip))}
    lines = []
    for (left, right), found in sorted(by_pair.items()):
        if right.endswith(("'s", "’s")):
            continue
        forms = sorted({slip.text for slip in found if slip.text not in seen and is_sure(slip, chosen[slip.name])})
        if forms:
            lines.append((left, right, "|".join(forms)))
    TARGET.write_text("".join("\t".join(column) + "\n" for column in zip(*lines, strict=True)), encoding="utf-8")
    forms_count = len({form for line in lines for form in line[2].split("|")})
    print(f"{forms_count} forms of {len(chosen)} names, {len(lines)} pairs, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()

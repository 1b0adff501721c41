"""What an audit finds: pairs, groups around a representative, standing text, series, repeats within."""

from __future__ import annotations

import json
import random

import pytest

from benchmarks.audit_planting import Line, Planted, planted
from newslint.audit.articles import Articles
from newslint.audit.auditing import Audit, audit, repeated_within
from newslint.audit.pairs import IDENTICAL, NEARLY, PASSAGE, WHOLE
from newslint.audit.section_pairs import same_sections
from tests.audit.archives import (
    BEES,
    BRIDGE,
    CHESS,
    CHOIR,
    HARBOUR,
    LIBRARY,
    SIGN_OFF,
    archive,
    ids,
    on,
    prose,
    words_of,
)  # fmt: skip
from tests.conftest import data_folder


def audited(*texts: object, standing: int = 8, least_words: int = 15) -> Audit:
    return audit(archive(*texts), same_sections, standing, least_words)  # type: ignore[arg-type]


def test_articles_that_share_nothing_make_no_group() -> None:
    found = audited(HARBOUR, CHOIR, BEES)
    assert found.pairs == found.groups == found.standing == []


@pytest.mark.parametrize(
    ("first", "second", "kind", "of_first"),
    [
        ((HARBOUR, CHOIR), (HARBOUR, CHOIR), IDENTICAL, 1),
        ((HARBOUR, CHOIR), (HARBOUR, CHOIR.replace("Sixty", "Some sixty")), NEARLY, 1),
        ((HARBOUR,), (BEES, HARBOUR, CHESS, BRIDGE), WHOLE, 1),
        ((HARBOUR, CHOIR, LIBRARY), (BEES, HARBOUR, CHESS, BRIDGE), PASSAGE, 1 / 3),
    ],
)
def test_kinds_of_likeness(first: tuple[str, ...], second: tuple[str, ...], kind: str, of_first: float) -> None:
    found = audited(on("2021-01-05", *first), on("2021-02-01", *second))
    (group,) = found.groups
    (pair,) = group.pairs
    assert (group.kind, pair.kind, group.representative, pair.later) == (kind, kind, 0, 1)
    assert pair.of_earlier == pytest.approx(of_first, abs=0.03)


def test_the_earliest_represents_a_group_and_without_dates_the_longest() -> None:
    found = audited(on("2022-03-01", HARBOUR), on("2021-03-01", BEES, HARBOUR), on("2023-03-01", CHESS, HARBOUR))
    (group,) = found.groups
    assert group.members == [1, 0, 2]
    (group,) = audited(HARBOUR, f"{BEES}\n\n{HARBOUR}", f"{HARBOUR}\n\nWith a note.").groups
    assert group.representative == 1
    mixed = audited(f"{BEES}\n\n{HARBOUR}\n\n{CHOIR}", on("2021-03-01", HARBOUR))
    assert mixed.groups[0].representative == 1


def test_no_chain_joins_articles_that_share_nothing() -> None:
    digest = on("2021-05-05", HARBOUR, CHOIR, BEES)
    found = audited(on("2021-01-01", HARBOUR, CHESS), on("2021-01-02", CHOIR, BRIDGE), digest, on("2021-01-03", BEES, LIBRARY))
    assert sorted(group.members for group in found.groups) == [[0, 2], [1, 2], [3, 2]]
    for group in found.groups:
        assert all(group.representative in (pair.earlier, pair.later) for pair in group.pairs)


def test_passages_have_their_places_in_both_texts() -> None:
    found = audited(on("2021-01-01", CHESS, HARBOUR), on("2021-01-09", BEES, HARBOUR.replace("eleven", "twelve"), BRIDGE))
    (pair,) = found.pairs
    (passage,) = pair.passages
    assert words_of(found.articles, 0, passage.earlier) == HARBOUR
    assert words_of(found.articles, 1, passage.later) == HARBOUR.replace("eleven", "twelve")
    assert pair.words == passage.later[1] - passage.later[0]
    assert 0.95 < passage.similarity < 1


def test_blocks_beside_a_shared_one_are_known_though_reworded() -> None:
    other = BEES.replace("A beekeeper in the valley has counted", "One keeper of bees has counted").replace(
        "and he blames a mild February and the", "which he blames on a mild winter and on the"
    )
    alone = audited(on("2021-01-01", BEES), on("2021-01-09", other))
    beside = audited(on("2021-01-01", HARBOUR, BEES, CHOIR), on("2021-01-09", HARBOUR, other, CHOIR))
    assert alone.pairs == []
    (pair,) = beside.pairs
    assert (pair.of_earlier, pair.of_later, len(pair.passages)) == (1, 1, 1)
    unlike = audited(on("2021-01-01", HARBOUR, BEES, CHOIR), on("2021-01-09", HARBOUR, CHESS, CHOIR))
    assert len(unlike.pairs[0].passages) == 2


def test_equal_short_blocks_between_shared_ones_are_no_difference() -> None:
    found = audited(on("2021-01-01", HARBOUR, "In the tower", CHOIR), on("2021-01-02", HARBOUR, "In the tower", CHOIR, BEES))
    (passage,) = found.pairs[0].passages
    assert (len(passage.runs), passage.similarity) == (1, 1)


def test_versions_of_one_article_and_brief_likenesses_are_no_pairs() -> None:
    assert audited(on("2021-01-01", HARBOUR, id="a"), on("2021-01-02", HARBOUR, BEES, id="a")).pairs == []
    assert audited(on("2021-01-01", HARBOUR, id="a"), on("2021-01-02", HARBOUR, id="b", versions=("a",))).groups == []
    phrase = "The ferry sails at nine on every day but Sunday."
    found = audited(f"{phrase}\n\n{CHOIR}", f"{BEES}\n\n{phrase}")
    assert (found.groups, len(found.brief)) == ([], 1)
    assert len(audited(f"{phrase}\n\n{CHOIR}", f"{BEES}\n\n{phrase}", least_words=8).groups) == 1


def test_standing_text_is_learnt_and_links_nothing() -> None:
    texts = [f"{prose(seed)}\n\n{prose(seed + 500)}\n\n{SIGN_OFF}" for seed in range(9)]
    found = audited(*texts)
    (standing,) = found.standing
    assert (found.groups, standing.texts, standing.articles) == ([], 9, 9)
    assert {text for text, _ in standing.members} == set(range(9))
    assert len(audited(*texts[:7]).groups) == 1, "seven are too few"
    assert len(audited(*texts[:7], standing=5).standing) == 1


def test_standing_text_that_too_many_have_for_pairs_is_learnt_as_well() -> None:
    wording = SIGN_OFF.replace("a number", "your number")
    texts = [f"{prose(seed)}\n\n{wording if seed % 7 == 0 else SIGN_OFF}" for seed in range(80)]
    found = audited(*texts, f"{prose(3)}\n\n{prose(900)}")
    (standing,) = found.standing
    assert 70 <= standing.texts <= 80
    assert words_of(found.articles, *_example(found)) == SIGN_OFF
    (group,) = found.groups
    assert group.members == [80, 3]


def _example(found: Audit) -> tuple[int, tuple[int, int]]:
    text, block = found.standing[0].example
    number = found.texts[text][0]
    bounds = found.articles[number].bounds
    return number, (bounds[block], bounds[block + 1])


def test_a_repost_is_no_standing_text_however_often_it_was_published() -> None:
    often = [on(f"2021-{month:02}-0{day}", HARBOUR, CHOIR) for month in range(1, 13) for day in range(1, 8)]
    found = audited(*often)
    (group,) = found.groups
    assert (found.standing, len(group.members)) == ([], 84)
    changed = [on(f"2021-{month:02}-01", HARBOUR, CHOIR, f"Number {month} of this series.") for month in range(1, 13)]
    found = audited(*changed)
    (group,) = found.groups
    assert (found.standing, len(group.members), group.kind) == ([], 12, NEARLY)


def test_series() -> None:
    weekly = [on(f"2021-03-{day:02}T09:30:00", HARBOUR) for day in (1, 8, 15, 22)]
    (group,) = audited(*weekly, on("2021-03-02", HARBOUR, CHOIR, BEES, CHESS)).groups
    assert group.reposts is not None
    assert (len(group.reposts.days), group.reposts.interval, group.reposts.is_regular) == (4, 7, True)
    (group,) = audited(*weekly[:2], on("2022-12-01", HARBOUR)).groups
    assert group.reposts is not None and not group.reposts.is_regular
    (group,) = audited(*weekly[:2]).groups
    assert group.reposts is None
    (group,) = audited(HARBOUR, HARBOUR, HARBOUR).groups
    assert group.reposts is None


def test_copies_of_both_sides_make_every_pair_and_one_group() -> None:
    longer = (HARBOUR, CHOIR, BEES)
    found = audited(
        on("2021-01-03", HARBOUR), on("2021-01-01", HARBOUR), on("2021-01-02", *longer), on("2021-01-04", *longer)
    )
    (group,) = found.groups
    assert group.members == [1, 2, 0, 3]
    pairs = {(pair.earlier, pair.later) for pair in found.every_pair()}
    assert pairs == {(1, 0), (2, 3), (1, 2), (2, 0), (1, 3), (0, 3)}
    for pair in found.every_pair():
        for passage in pair.passages:
            texts = words_of(found.articles, pair.earlier, passage.earlier), words_of(found.articles, pair.later, passage.later)
            assert texts[0] == texts[1]


def test_articles_that_repeat_themselves() -> None:
    articles = archive(f"{HARBOUR}\n\n{BEES}\n\n{HARBOUR.replace('timber', 'wooden')}", f"{HARBOUR}\n\n{CHOIR}")
    found = [repeated_within(article, articles.prose(article)) for article in articles]
    assert found[1] is None
    assert found[0] is not None and found[0].article == 0
    (passage,) = found[0].passages
    assert words_of(articles, 0, passage.earlier) == HARBOUR


def test_an_audit_of_nothing() -> None:
    for texts in ((), ("",), ("One short line",), ("One short line", "One short line")):
        found = audited(*texts)
        assert (found.groups, found.standing) == ([], [])


def test_the_archive_does_not_grow_into_one_group() -> None:
    """Ten articles in a row, each with the last paragraph of the one before: a group for each link."""
    texts = [on(f"2021-01-{day:02}", prose(day), prose(day + 1)) for day in range(1, 11)]
    found = audited(*texts)
    assert len(found.pairs) == 9
    assert max(len(group.members) for group in found.groups) == 2


def test_planted_copies_are_found_in_real_news() -> None:
    import gzip

    path = data_folder() / "clean" / "abc-2006.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [(entry["id"], entry["text"]) for entry in map(json.loads, lines)]
    given, copies = planted(texts, seed=random.Random(5).randrange(1000))
    with Articles() as articles:
        archive(*((line["text"], told(line)) for line in given), articles=articles)
        found = audit(articles, same_sections)
        joined = {frozenset(ids(articles, (pair.earlier, pair.later))) for pair in found.every_pair()}
        missing = [copy for copy in copies if not is_joined(copy, copies, joined)]
    assert len(copies) == 30
    assert missing == []
    own = {copy.id for copy in copies} | {copy.of for copy in copies}
    assert len([pair for pair in found.pairs if not own & set(ids(articles, (pair.earlier, pair.later)))]) < 20


def told(line: Line) -> dict[str, str | tuple[str, ...]]:
    return {name: line[name] for name in ("id", "published", "credit")}


def is_joined(copy: Planted, copies: list[Planted], joined: set[frozenset[str]]) -> bool:
    """Whether a copy is paired with what it is a copy of."""
    return frozenset((copy.id, copy.of)) in joined

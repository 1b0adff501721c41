"""Which part of an article comes from where."""

from __future__ import annotations

from newslint.audit.auditing import audit
from newslint.audit.passage_map import STANDING, Part, parts
from newslint.audit.section_pairs import same_sections
from tests.audit.archives import BEES, BRIDGE, CHESS, CHOIR, HARBOUR, LIBRARY, SIGN_OFF, archive, on, prose


def sizes(*texts: str) -> list[int]:
    return [len(text.split()) for text in texts]


def test_parts_name_the_earliest_source_and_leave_out_what_is_its_own() -> None:
    articles = archive(
        on("2021-03-01", HARBOUR, CHESS),
        on("2021-02-01", HARBOUR, BRIDGE),
        on("2021-01-01", BEES, LIBRARY),
        on("2021-04-01", CHOIR, HARBOUR, BEES),
    )
    found = audit(articles, same_sections)
    choir, harbour, bees = sizes(CHOIR, HARBOUR, BEES)
    assert parts(articles[3], articles, found.pairs_of[3]) == [
        Part(choir, choir + harbour, 1),
        Part(choir + harbour, choir + harbour + bees, 2),
    ]
    assert parts(articles[2], articles, found.pairs_of[2]) == [Part(0, bees, 3)]


def test_standing_text_and_copies_have_their_parts() -> None:
    texts = [on("2021-01-01", prose(seed), prose(seed + 300), SIGN_OFF) for seed in range(9)]
    articles = archive(*texts, on("2021-02-01", prose(4), prose(304), SIGN_OFF))
    found = audit(articles, same_sections)
    copy = parts(articles[9], articles, found.pairs_of[9], found.standing_in[9])
    assert [part.source for part in copy] == [4]
    own = parts(articles[2], articles, found.pairs_of[2], found.standing_in[2])
    assert own == [Part(80, 80 + sizes(SIGN_OFF)[0], STANDING)]

"""Nouns and verbs in a number that the word before them does not allow."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import checks
from newslint.document import parse
from newslint.rules import load_file, shipped_folder
from newslint.source import Source

RULE = load_file(shipped_folder() / "spelling" / "agreement.yml")
CHECK = checks.load("agreement")
PREPARED = CHECK.prepare({**CHECK.DEFAULTS, **RULE.settings})


def shipped(text: str) -> list[tuple[str, str]]:
    document = parse(Source(text))
    return [(document.prose[hit.start : hit.end], hit.suggestions[0]) for hit in CHECK.check(document, PREPARED)]


@pytest.mark.parametrize(
    ("text", "found", "meant"),
    [
        ("They wants it.", "They wants", "They want"),
        ("He said they wants it.", "they wants", "they want"),
        ("I has a goat.", "I has", "I have"),
        ("It don\nbecome him. It become clear.", "It become", "It becomes"),
        ("A dog waits when it really want to.", "it really want", "it really wants"),
        ("They shut several library.", "several library", "several libraries"),
        ("This was a lessons for us.", "a lessons", "a lesson"),
        ("They shut several\nlibrary.", "several\nlibrary", "several\nlibraries"),
    ],
)
def test_the_other_number_is_offered(text: str, found: str, meant: str) -> None:
    assert (found, meant) in shipped(text)


@pytest.mark.parametrize(
    "text",
    [
        "Did he want it? Let it become clear.",
        "Several library cards were lost.",
        "“They wants it,” he said.",
        "Give them and you updates.",
        "It can and it will.",
        "THEY WANTS IT.",
        "They, wants aside, agreed.",
        "",
    ],
)
def test_what_may_stand_is_left_alone(text: str) -> None:
    assert shipped(text) == []


def test_without_settings_nothing_is_found() -> None:
    assert list(CHECK.check(parse(Source("They wants it.")), CHECK.prepare(dict(CHECK.DEFAULTS)))) == []


@given(st.text(alphabet="they wantsİ’\n.“”A", max_size=60))
@settings(max_examples=150, deadline=None)
def test_hits_lie_on_whole_words(text: str) -> None:
    document = parse(Source(text))
    for hit in CHECK.check(document, PREPARED):
        words = document.prose[hit.start : hit.end].split()
        assert len(words) in (2, 3)
        assert hit.edits[0].end == hit.end

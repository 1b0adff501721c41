"""What holds of every check of marks, spaces and sentence starts, on any text."""

from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.checks import load
from newslint.document import Document, parse
from newslint.source import Source

NAMES = [
    "after-comma",
    "between-sentences",
    "after-abbreviation",
    "before-punctuation",
    "repeated-space",
    "invisible",
    "quote-direction",
    "unpaired",
    "doubled-mark",
    "sentence-start",
    "honorific",
    "doubled-word",
]
SPACING = NAMES[:6]
PIECES = st.lists(
    st.sampled_from(
        [
            *"aI,.;:?!()[]\"'“”‘’«»—1% \n\t|",
            "\n\n",
            "...",
            "  ",
            " the",
            " The",
            " boat",
            " Boat",
            " of",
            " Dr.",
            " dr.",
            " Mr",
            " Jan.",
            " U.S.",
            " Iran",
            " 2019",
            "\u200b",
            "\u00a0",
            "\u202a",
            "`x`",
            " *so*",
            "Host:",
            " example.org",
        ]
    ),
    max_size=40,
).map("".join)


def prepared(name: str) -> tuple[ModuleType, Any]:
    module = load(name)
    defaults = dict(getattr(module, "DEFAULTS", {}))
    return module, module.prepare(defaults) if hasattr(module, "prepare") else defaults


CHECKS = {name: prepared(name) for name in NAMES}


def read(text: str, format: str) -> Document:
    return parse(Source(text, format=format))


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60)
@given(PIECES, st.sampled_from(["plain", "markdown"]))
def test_hits_lie_in_the_prose_and_suggest_something_else(name: str, text: str, format: str) -> None:
    module, settings = CHECKS[name]
    document = read(text, format)
    for hit in module.check(document, settings):
        assert 0 <= hit.start < hit.end <= len(document.prose)
        assert document.prose[hit.start : hit.end] not in hit.suggestions
        for edit in hit.edits:
            assert hit.start <= edit.start <= edit.end <= hit.end


@pytest.mark.parametrize("name", SPACING)
@settings(max_examples=60)
@given(PIECES)
def test_fixing_changes_white_space_alone(name: str, text: str) -> None:
    module, settings = CHECKS[name]
    document = read(text, "plain")
    for hit in module.check(document, settings):
        for edit in hit.edits:
            assert not edit.text.strip()
            assert not [
                sign
                for sign in document.prose[edit.start : edit.end]
                if sign.isprintable() and not sign.isspace()
            ]

"""The fast word rule is the specified one."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.duplicates import sections, specification, words


@dataclass
class Block:
    start: int
    end: int
    kind: str = "paragraph"


NEWS = st.text(
    alphabet=st.one_of(
        st.sampled_from("abc ABC  \n\n.,'’‘“”—–-_\u00a0\u0301é½ﬁß\u200bİ\ufffc0\x00"),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)


def hashes(text: str) -> list[int]:
    return [specification.word_hash(word) for word in specification.words(text)]


@given(NEWS)
def test_hashes_are_the_specified_ones(text: str) -> None:
    assert list(sections.of(text, [Block(0, len(text))]).words) == hashes(text)


@given(NEWS)
def test_spans_are_those_of_the_words(text: str) -> None:
    found = words.spans(text, 0, len(text))
    assert [specification.words(text[start:end]) for start, end in found] == [
        [w] for w in specification.words(text)
    ]


@given(st.lists(NEWS.filter(lambda text: bool(text.strip())), max_size=6))
def test_blocks_keep_their_own_words(texts: list[str]) -> None:
    prose, blocks = "", []
    for text in texts:
        prose += "\n\n" if blocks else ""
        blocks.append(Block(len(prose), len(prose) + len(text)))
        prose += text
    own = sections.of(prose, blocks)
    assert [list(own.block(index)) for index in range(len(blocks))] == [hashes(text) for text in texts]
    assert own.spans == [(block.start, block.end) for block in blocks]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iran’s well-known allies", "IRANS WELL KNOWN ALLIES"),
        ("“Never,” he said", "never he said"),
        ("café society", "cafe\u0301 society"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("full\u00a0width １２", "full width 12"),
    ],
)
def test_writings_of_the_same_words(one: str, other: str) -> None:
    def of(text: str) -> list[int]:
        return list(sections.of(text, [Block(0, len(text))]).words)

    assert of(one) == of(other)


def test_the_memory_of_words_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_MOST_KEPT", 4)
    known = words.WordHashes()
    for word in "one two three four five six".split():
        assert known[word] == specification.word_hash(word)
    assert len(known) <= 4
    assert known["x" * 100] == specification.word_hash("x" * 100)
    assert "x" * 100 not in known

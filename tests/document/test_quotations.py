import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document, parse
from newslint.source import Source


def read(text: str, format: str = "plain") -> Document:
    return parse(Source(text, format=format))


def quoted(text: str, format: str = "plain") -> list[str]:
    document = read(text, format)
    return [document.prose[start:end] for start, end in document.quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No marks at all.", []),
        ("She said “go” and “stop”.", ["“go”", "“stop”"]),
        ('She said "go" and "stop," and left.', ['"go"', '"stop,"']),
        ("«Oui», said he; „ja“, said she.", ["«Oui»", "„ja“"]),
        ("He called it ‘the long walk’ home.", ["‘the long walk’"]),
        ("He called it 'the long walk' home.", ["'the long walk'"]),
        ("“He called it ‘home’,” she said.", ["“He called it ‘home’,”"]),
        ('She said,"No." Then,"Yes."', ['"No."', '"Yes."']),
    ],
)
def test_marks_that_quote(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The players’ bus and the boys' coach don't stop.",
        "The ’90s, ‘90s, rock ‘n’ roll and '80s pop.",
        "He is 6'2\" tall; the plank is 5\" wide.",
        "Home » World » Sport",
        "« Older posts",
    ],
)
def test_marks_that_do_not_quote(text: str) -> None:
    assert quoted(text) == []


def test_an_unclosed_quotation_ends_with_its_block() -> None:
    assert quoted("“One went on.\n\nTwo did not.") == ["“One went on."]


def test_a_quotation_reopens_in_the_next_paragraph() -> None:
    assert quoted("“One went on.\n\n“Two ended,” he said.") == ["“One went on.", "“Two ended,”"]


def test_a_quotation_block_is_quoted_whole() -> None:
    assert quoted("Before.\n\n> All of “this” is quoted.\n\nAfter.", "markdown") == ["All of “this” is quoted."]


@given(st.text(alphabet="ab s.,\n\"'“”‘’«»„“>"), st.sampled_from(["plain", "markdown"]))
def test_quotations_are_ascending_apart_and_inside_blocks(text: str, format: str) -> None:
    document = read(text, format)
    last = 0
    for start, end in document.quotations:
        assert last <= start < end <= len(document.prose)
        assert document.block_index(start) == document.block_index(end - 1)
        assert document.is_quoted(start, end)
        last = end

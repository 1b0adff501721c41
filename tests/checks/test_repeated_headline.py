"""Headlines repeated as body text and headings glued to the text before them; ordinary openings are left alone."""

from __future__ import annotations

import pytest

from newslint.checks import repeated_headline
from newslint.document import parse
from newslint.source import Source
from tests.conftest import data_folder

TITLE = "Ferry company cancels winter timetable for the islands"
BODY = "Nobody on the quay had been told, and the last boat of the day left without its passengers."


def find(text: str, format: str = "markdown", **settings: int) -> list[tuple[str, int, str]]:
    document = parse(Source(text, "a.md", format))
    hits = repeated_headline.check(document, {**repeated_headline.DEFAULTS, **settings})
    return [
        (
            document.prose[hit.start : hit.end],
            int(hit.arguments[0]),
            document.prose[hit.related[0].start : hit.related[0].end],
        )
        for hit in hits
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"# {TITLE}\n\nBy Ida Holm\n\n{TITLE}\n\n{BODY}\n", 1),
        (f"# {TITLE}\n\n## {TITLE}\n\n{BODY}\n", 1),
        (f"# {TITLE}\n\n{BODY}\n\n**{TITLE}**\n", 1),
        (f"# Islands cut off\n\n## {TITLE}\n\n{BODY}\n\n{TITLE}\n\n{BODY}\n", 3),
        (f"Home » News » {TITLE}\n\n{TITLE}\n\n{BODY}\n", 1),
        (f"Home > News > {TITLE}\n\n# {TITLE}\n\n{BODY}\n", 1),
        (f"# Fog\n\n{BODY}{TITLE}\n\n## {TITLE}\n\n{BODY}\n", 3),
        (f"# Fog\n\n{BODY} {TITLE}\n\n## {TITLE.title()}\n\n{BODY}\n", 3),
        (f"# {TITLE}\n\n{TITLE}\n{BODY}\n", 1),
    ],
)
def test_it_is_found_with_the_place_above(text: str, line: int) -> None:
    [(found, above_line, above)] = find(text)
    assert found.lower() == above.lower() == TITLE.lower()
    assert above_line == line


@pytest.mark.parametrize(
    "text",
    [
        f"# {TITLE}\n\n{TITLE} from Monday, it said. {BODY}\n",
        f"# {TITLE}\n\nThe {TITLE[0].lower()}{TITLE[1:]}, it said on Monday.\n",
        f"---\ntitle: {TITLE}\n---\n\n# {TITLE}\n\n{BODY}\n",
        f"# {TITLE}\n\n{BODY}\n\n- {TITLE}\n- Another story\n",
        f"# {TITLE}\n\n{BODY}\n\n> {TITLE}\n",
        f"# {TITLE}\n\n| {TITLE} | x |\n|---|---|\n| {TITLE} | y |\n",
        f"# Fog\n\n{BODY}\n\n## What we know so far\n\n{BODY[:40]}.\n\n## What we know so far\n\n{BODY}\n",
        f"# Islands cut off\n\n{BODY}\n\nIslands cut off\n",
        f"# Fog\n\nThe board says that the {TITLE[0].lower()}{TITLE[1:]}\n\n## {TITLE}\n\n{BODY}\n",
        f"# Fog\n\n{BODY} {TITLE}.\n\n## {TITLE}\n\n{BODY}\n",
        "",
        BODY,
    ],
)
def test_what_is_right(text: str) -> None:
    assert find(text) == []


def test_the_least_length_is_a_setting() -> None:
    assert find("# Islands cut off\n\nThe fog came in.\n\nIslands cut off\n", words=3) == [
        ("Islands cut off", 1, "Islands cut off")
    ]


def test_the_specimen() -> None:
    text = (data_folder() / "specimen" / "article.md").read_text(encoding="utf-8")
    document = parse(Source(text, "article.md"))
    hits = list(repeated_headline.check(document, repeated_headline.DEFAULTS))
    lines = [document.source.position(document.offsets.to_source(hit.start, hit.end)[0]).line for hit in hits]
    assert lines == [3, 67]
    assert [hit.arguments for hit in hits] == [("1",), ("34",)]

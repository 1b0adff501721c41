"""What of a Markdown article is prose, in which blocks, and where it stands in the source."""

from __future__ import annotations

import time

import pytest

from newslint.document import OPAQUE, Document, parse
from newslint.source import Source
from tests.conftest import data_folder


def document(text: str) -> Document:
    return parse(Source(text, format="markdown"))


def shown(text: str) -> str:
    """The prose, with every run of what is not prose as one `▒`."""
    prose = document(text).prose
    while OPAQUE * 2 in prose:
        prose = prose.replace(OPAQUE * 2, OPAQUE)
    return prose.replace(OPAQUE, "▒")


def kinds(text: str) -> list[tuple[str, str]]:
    result = document(text)
    return [(block.kind, result.prose[block.start : block.end]) for block in result.blocks]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("The **gov**ernment and <b>parl</b>iament", "The government and parliament"),
        ("_One_, *two*, ~~three~~ and `four`", "One, two, three and ▒"),
        ("Fish &amp; chips, caf&eacute;, 5 &lt; 6", "Fish & chips, café, 5 < 6"),
        ("Five \\* six and \\_seven\\_", "Five * six and _seven_"),
        ("A [long link](https://example.org/a_b 'Title') here", "A long link here"),
        ("A [long link][label] here\n\n[label]: https://example.org 'Title'", "A long link here"),
        ("See ![A dog](dog.png) there", "See ▒ there"),
        ("See <https://example.org> or https://example.org/x, or write to a@example.org.", "See ▒ or ▒, or write to ▒."),
        ("One line\nand the next", "One line\nand the next"),
        ("One line  \nand the next\\\nand a third", "One line\nand the next\nand a third"),
        ("One line<br>and the next <br/>\nand a third", "One line\nand the next \nand a third"),
        ("Text<br>", "Text"),
        ("One\r\ntwo\r\n\r\nThree\rfour", "One\ntwo\n\nThree\nfour"),
        ("A note[^1] here\n\n[^1]: Said on Monday.", "A note▒ here\n\nSaid on Monday."),
        ("Before <!-- a comment\nof two lines --> after", "Before after"),
        ("Press <kbd>Ctrl</kbd> and type <code>rm *.log</code> now", "Press ▒ and type ▒ now"),
        ("Read <a href='https://example.org'>our guide</a> today", "Read our guide today"),
        ("An unclosed <code>tag is no reason to lose a sentence", "An unclosed tag is no reason to lose a sentence"),
        ("Some <span>spaced</span> <i> out</i> text", "Some spaced out text"),
        ("Intro\n\n```\ncode()\n```\n\n    indented()\n\nOutro", "Intro\n\nOutro"),
        ("a\n\n<script>\nlet x = 1;\n\nlet y;\n</script>\n\nb", "a\n\nb"),
        ("Title\n=====\n\nBody", "Title\n\nBody"),
        ("## Title ## {#anchor .wide}\n\nBody", "Title\n\nBody"),
        ("- [ ] open\n- [x] done", "open\n\ndone"),
        ("> [!NOTE]\n> Mind the gap.", "Mind the gap."),
        ("a  \n\n\n\n\u00a0\n\nb", "a\n\nb"),
        ("", ""),
        ("\n\n \n", ""),
    ],
)
def test_prose(text: str, prose: str) -> None:
    assert shown(text) == prose


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("{{< figure src=\"a.png\" caption=\"A *dog*\" >}}\n\nText", "Text"),
        ("{{< figure\n  src=\"a.png\"\n\n  alt=\"b\" >}}\nText", "Text"),
        ("A {{< tooltip \"x y\" >}} word", "A ▒ word"),
        ("{{< box >}}**Bold** words{{< /box >}}", "Bold words"),
        ("{{% note %}}\nText\n{{% /note %}}", "Text"),
        ("{{<img src=\"a\">}} Text", "▒ Text"),
        ("See [the guide]({{< ref \"guide.md\" >}}) first", "See the guide first"),
        ("See [{{ page.title }}]({{ page.url }}) first", "See ▒ first"),
        ("{% include a.html\n  text=\"b\" %}\nText {% if x %}and more{% endif %}", "Text and more"),
        ("{% highlight python %}\nx = 1\n\ny = 2\n{% endhighlight %}\n\nText", "Text"),
        ("{{< highlight go >}}\nfunc main()\n{{< /highlight >}}\n\nText", "Text"),
        ("Text\n{: .lead #top}", "Text"),
        ("[caption id=\"a_1\" align=\"left\"]A dog in a park[/caption]", "A dog in a park"),
        ("[embed]https://example.org/v[/embed]\n\nText", "Text"),
        ("| a | {{< x >}} |\n|---|---|\n| {{< y >}} b | c |", "a\n\n▒\n\n▒ b\n\nc"),
        ("<p title='{{ x }}'>Text {{< y >}} here</p>", "Text ▒ here"),
        ("An open {{< brace\n\nNext", "An open {{< brace\n\nNext"),
        ("[sic] and [laughs] and [1]", "[sic] and [laughs] and [1]"),
        ("`{{< raw >}}` stays code", "▒ stays code"),
    ],
)
def test_shortcodes_are_no_prose(text: str, prose: str) -> None:
    assert shown(text) == prose


def test_kinds_of_blocks() -> None:
    text = """# Title

Lead.

- tight
- items

1. loose

   with more

2. items

> Quoted
> twice

> - an item

## Section

| a | b |
|---|---|
| c | |
| d | e |
"""
    assert kinds(text) == [
        ("heading", "Title"),
        ("paragraph", "Lead."),
        ("list-item", "tight"),
        ("list-item", "items"),
        ("list-item", "loose"),
        ("list-item", "with more"),
        ("list-item", "items"),
        ("quotation", "Quoted\ntwice"),
        ("list-item", "an item"),
        ("heading", "Section"),
        ("table-cell", "a"),
        ("table-cell", "b"),
        ("table-cell", "c"),
        ("table-cell", "d"),
        ("table-cell", "e"),
    ]
    blocks = document(text).blocks
    assert [block.level for block in blocks if block.kind == "heading"] == [1, 2]
    assert [(b.table, b.row, b.cell) for b in blocks[-5:]] == [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 2, 0), (0, 2, 1)]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (
            "| Team | Points |\n|———|———|\n| Leeds | 3 |\n|  | 4 |",
            [("Team", 0, 0), ("Points", 0, 1), ("Leeds", 1, 0), ("3", 1, 1), ("4", 2, 1)],
        ),
        ("| **Team** | a `b|c` d |\n|–|", [("Team", 0, 0), ("a \ufffc d", 0, 1)]),
        ("| one \\| two | three", [("one | two", 0, 0), ("three", 0, 1)]),
        ("| a | b | |---|---| | c | d |", [("a", 0, 0), ("b", 0, 1), ("c", 0, 6), ("d", 0, 7)]),
        ("|———|\n| a |", [("a", 1, 0)]),
    ],
)
def test_a_broken_table_is_read_cell_by_cell(text: str, cells: list[tuple[str, int, int]]) -> None:
    result = document(text)
    assert [(result.prose[b.start : b.end], b.row, b.cell) for b in result.blocks] == cells
    assert {(block.kind, block.table) for block in result.blocks} == {("table-cell", 0)}


def test_text_glued_to_a_broken_table_stays_a_paragraph() -> None:
    assert kinds("Results of\nthe day:\n| a | b |\n| c | d |\nand more") == [
        ("paragraph", "Results of\nthe day:"),
        ("table-cell", "a"),
        ("table-cell", "b"),
        ("table-cell", "c"),
        ("table-cell", "d"),
        ("paragraph", "and more"),
    ]


def test_tables_are_numbered_apart() -> None:
    text = "| a |\n|———|\n\nText.\n\n| b |\n|---|\n\n| c |\n|———|\n"
    assert [block.table for block in document(text).blocks] == [0, -1, 1, 2]


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("The **gov**ernment said", "government", "gov**ernment"),
        ("Fish &amp; chips", "& chips", "&amp; chips"),
        ("> One\n> two three", "One\ntwo", "One\n> two"),
        ("“Café” — *naïve* word", "word", "word"),
        ("Five \\* six", "* six", "\\* six"),
        ("| ä | b |\n|———|\n| c | dé |", "dé", "dé"),
    ],
)
def test_a_place_in_the_prose_is_found_in_the_source(text: str, words: str, source: str) -> None:
    result = document(text)
    start = result.prose.index(words)
    first, last = result.offsets.to_source(start, start + len(words))
    assert text[first:last] == source


def test_an_edit_may_not_cross_markup() -> None:
    result = document("The **gov**ernment and *the* people said")
    assert not result.offsets.is_exact(4, 14)
    assert result.offsets.is_exact(result.prose.index("people"), result.prose.index("said"))


def test_plain_paragraphs_are_one_piece_of_the_map() -> None:
    assert len(document("One two.\n\nThree four.\n\nFive – six.\n").offsets.prose) == 1
    assert len(document("One *two*.\n\nThree four.\n\nFive six.\n").offsets.prose) == 3


@pytest.mark.parametrize(
    "hidden",
    [
        "`code`", "```\ncode\n```", "    code", "<!-- note -->", "<script>x()</script>", "[a]: https://example.org 'T'",
        "{{< figure src=\"a\" >}}", "![alt](a.png)", "<https://example.org>",
    ],
)  # fmt: skip
def test_nothing_may_be_found_in_what_is_not_prose(hidden: str) -> None:
    text = f"Before.\n\n{hidden}\n\nAfter [a] here."
    result = document(text)
    start = text.index(hidden)
    inside = start + len(hidden) // 2
    assert result.is_opaque(inside, inside + 1)
    assert not result.is_opaque(0, 6)
    assert not result.is_opaque(text.index("After"), text.index("After") + 5)


def test_links_are_known_with_their_targets() -> None:
    text = "A [b *c*](d \"e\") <a href='f'>g</a> [h][i] ![j](k) <https://l.org> []() [m]({{< ref \"n\" >}})\n\n[i]: o"
    result = document(text)
    assert [(result.prose[link.start : link.end], link.target, link.is_image) for link in result.links] == [
        ("b c", "d", False),
        ("g", "f", False),
        ("h", "o", False),
        (OPAQUE, "k", True),
        (OPAQUE, "https://l.org", False),
        ("", "", False),
        ("m", '{{< ref "n" >}}', False),
    ]
    assert [text[link.source_start : link.source_end] for link in result.links][:3] == [
        '[b *c*](d "e")',
        "<a href='f'>g</a>",
        "[h][i]",
    ]
    destination = text.index('(d "e")')
    assert result.is_opaque(destination, destination + 2)


def test_html_blocks_are_read_as_html() -> None:
    assert kinds("Intro.\n\n<div class=\"note\">\n<p>One <b>two</b> &amp; three.</p>\n<p>Four.</p>\n</div>\n\nOutro.") == [
        ("paragraph", "Intro."),
        ("paragraph", "One two & three."),
        ("paragraph", "Four."),
        ("paragraph", "Outro."),
    ]


def test_front_matter_is_no_prose() -> None:
    text = '---\ntitle: "A day"\n---\nText.'
    result = document(text)
    assert result.prose == "Text."
    assert result.front_matter is not None
    assert text[slice(*result.front_matter)] == 'title: "A day"\n'
    assert result.is_opaque(5, 8)
    assert result.offsets.to_source(0, 4) == (text.index("Text"), text.index("Text") + 4)


WORST = {
    "brackets": "[", "stars": "*", "star words": "*a **a ", "angles": "<", "tags": "<a ", "bars": "|a", "quotes": "> ",
    "braces": "{{< a ", "logic": "{% a ", "images": "![a](b", "code tags": "<code>", "comments": "<!-- ", "ticks": "`a``b",
    "entities": "&#", "wide": "é*", "escapes": "\\|", "schemes": "://", "handles": "@a", "hosts": "a.com.", "joined": "a_",
    "scopes": "a::", "slashes": " /a", "closers": ")", "definitions": "[a]:", "rows": "| a | \\| b |\n", "calls": "[a b=",
    "fences": "---\n", "breaks": "<br>", "underscores": "_", "items": "- a\n  ", "space": " ", "line ends": "\r",
}  # fmt: skip


@pytest.mark.parametrize("name", WORST)
def test_hostile_text_takes_linear_time(name: str) -> None:
    unit = WORST[name]
    text = ("http://a/(" if name == "closers" else "") + unit * (100_000 // len(unit))
    start = time.process_time()
    document(text)
    assert time.process_time() - start < 1.5  # 0.05 to 0.3 s; a quadratic reader takes minutes


def test_the_specimen_article() -> None:
    text = (data_folder() / "specimen" / "article.md").read_text(encoding="utf-8")
    result = document(text)
    for word in ("israeli offensives", "western sanctions"):
        block = result.block_at(result.prose.index(word))
        assert block is not None
        assert block.kind == "table-cell"
    headings = [result.prose[block.start : block.end] for block in result.blocks if block.kind == "heading"]
    assert len(headings) == 14
    assert headings[0].startswith("Home »")
    assert headings[-1] == "Leave a Comment"
    assert "——" not in result.prose

"""Laws that hold for what every reader makes of every text, and texts to try them on."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from newslint.document import OPAQUE, Document
from newslint.source import Source

if TYPE_CHECKING:
    from newslint.document import Structure


def assert_laws(text: str, structure: Structure) -> None:
    """Fail where the structure of `text` breaks one of the laws of the offset map and of the blocks."""
    prose, blocks, pieces = structure.prose, structure.blocks, structure.offsets
    count = len(pieces.prose)
    for column in (pieces.source, pieces.prose_length, pieces.source_length, pieces.exact):
        assert len(column) == count
    prose_end = source_end = 0
    for index in range(count):
        start, length = pieces.prose[index], pieces.prose_length[index]
        source, source_length = pieces.source[index], pieces.source_length[index]
        assert length > 0
        assert source_length > 0
        assert start >= prose_end, "pieces overlap in the prose"
        assert source >= source_end, "pieces overlap in the source"
        prose_end, source_end = start + length, source + source_length
        if pieces.exact[index]:
            assert length == source_length
            shown, written = prose[start:prose_end], text[source:source_end]
            assert all(a in (b, OPAQUE) or b in "\ufffd" or "\ud800" <= b <= "\udfff" for a, b in zip(shown, written, strict=True)), (shown, written)
    assert prose_end <= len(prose)
    assert source_end <= len(text)

    end = -2
    for block in blocks:
        assert block.start == end + 2
        assert block.end > block.start
        assert end < 0 or prose[end : block.start] == "\n\n"
        end = block.end
        inside = prose[block.start : end]
        assert inside.strip()
        assert inside[0] not in " \t\n\r"
        assert inside[-1] not in " \t\n\r"
        assert "\n\n" not in inside or "\n\n" in text
    assert end == len(prose) or (not blocks and not prose)

    document = Document(Source(text), structure)
    for index in range(count):
        if not pieces.exact[index]:
            continue
        start = pieces.prose[index]
        for offset in range(start, min(start + pieces.prose_length[index], start + 20)):
            source = pieces.to_source(offset, offset + 1)[0]
            if not prose[offset].isspace():
                assert pieces.to_prose(source) == offset
            if prose[offset] != OPAQUE and not prose[offset].isspace():
                assert not document.is_opaque(source, source + 1), (prose[offset], source)
    step = max(1, len(prose) // 40)
    for start in range(0, len(prose), step):
        for length in (1, 2, 5, step):
            if start + length <= len(prose):
                first, last = pieces.to_source(start, start + length)
                assert 0 <= first < last <= len(text), (start, length, first, last)

    last = -1
    for first, after in structure.opaque:
        assert last < first < after <= len(text)
        last = after
    for link in structure.links:
        assert 0 <= link.start <= link.end <= len(prose)
        assert 0 <= link.source_start < link.source_end <= len(text)
    starts = [block.start for block in blocks]
    for block in blocks:
        assert document.block_at(block.start) is blocks[bisect_right(starts, block.start) - 1]


_SENTENCES = [
    "The harbour board met on Tuesday.", "Leeds is “quiet”, he said.", "It’s a café in the U.S.", "word", "Who voted?",
    "the ferry, the bus and the tram", "— naïve 1,000 co-op", "A headline without an end mark", " ", " and ", ", ",
]  # fmt: skip
_INLINE = [
    "**bold**", "*", "**", "_", "__em__", "**gov**ernment", "`code`", "`", "``a`b``", "[text](https://example.org/a_b \"t\")",
    "[text][label]", "[label]", "[a](", "](x)", "![alt](img.png)", "[![alt](a.png)](b)", "<b>", "</b>", "<a href='x'>", "</a>",
    "<code>", "</code>", "<kbd>x</kbd>", "<img src=x>", "<br>", " <br/> ", "<p>", "</p>", "<script>", "<!-- note -->",
    " <!-- a\nb --> ", "&amp;", "&nbsp;", "&#8217;", "&bogus;", "&", "\\*", "\\|", "\\\\", "~~x~~", "<", "> ", "[[1]]", "[^1]",
    "{{< ref \"a b\" >}}", "{{< note >}}", "{{< /note >}}", "{% if x %}", "{% endif %}", "{{ x", "}}", "{: .lead}",
    "[caption id=\"1\"]", "[/caption]", "[link]({{< ref \"x\" >}})", "https://example.org/x_y", "a@example.org", "main.rs",
    "<https://example.org>", "|", " | ", "$x$", "snake_case", "#tag", "\u00a0", "\u200b", "\ufffc", "\U0001f600",
]  # fmt: skip
_BLOCKS = [
    "# ", "## ", "> ", ">", "- ", "* ", "1. ", "    ", "   ", "\t", "---", "===", "| ", "|", "| a | b |\n|---|---|\n| c | `d` |\n",
    "| a | b |\n|———|———|\n| c | **d** |\n", "| a | b | |---|---| | c | d |", "```\n", "~~~\ncode\n~~~\n", "<div class=\"x\">\n",
    "</div>\n", "<table><tr><td>", "<!--", "-->", "<pre>\n", "[label]: https://example.org \"t\"\n", "[^1]: A note.\n",
    "> [!NOTE]\n> ", "{{% note %}}\n", "{{< figure\n  src=\"a\" >}}\n", "{% highlight x %}\ncode\n{% endhighlight %}\n", "- [ ] ",
]  # fmt: skip
_ENDS = ["\n", "\n\n", "\n\n", "\n\n", "\n\n\n", "\r\n", "\r\n\r\n", "\r", "  \n", "\\\n", "\n \n", " \n"]
_TOKENS = _SENTENCES * 8 + _INLINE * 2 + _BLOCKS * 2 + _ENDS * 10
_STARTS = ["", "", "", "", "---\ntitle: x\n---\n", "+++\na = 1\n+++\n\n", "---\ntitle: x\n", "---\n\n", "\n\n"]

GARBAGE = st.text(
    alphabet=st.sampled_from(
        list(" \n\t\r\x0b\x00*_`[]()<>{}|#!&;\\~-+=:.'\"/@%$^0a1é“\u00a0\u2028\ufffc\U0001f600\ud800")
    ),
    max_size=60,
)
DOCUMENTS = st.tuples(
    st.sampled_from(_STARTS), st.lists(st.sampled_from(_TOKENS), max_size=40).map("".join)
).map("".join)

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
    assert end == len(prose) or not blocks and not prose

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


WORDS = st.sampled_from(
    "The harbour board met on Tuesday and voted to close the old ferry terminal Leeds is café naïve “quoted” it’s "
    "U.S. 1,000 co-op —".split()
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join).flatmap(
    lambda words: st.sampled_from([words, words + ".", words + "?"])
)
GARBAGE = st.text(
    alphabet=st.sampled_from(list(" \n\t\r\x0b\x00*_`[]()<>{}|#!&;\\~-+=:.'\"/@%$^0a1é“\u00a0\u2028\ufffc\U0001f600\ud800")), max_size=30
)
INLINE = st.one_of(
    SENTENCES,
    SENTENCES,
    SENTENCES.map(lambda s: f"**{s}**"),
    SENTENCES.map(lambda s: f"*{s}* "),
    SENTENCES.map(lambda s: f"[{s}](https://example.org/a_b \"t\")"),
    SENTENCES.map(lambda s: f"[{s}][label]"),
    SENTENCES.map(lambda s: f"![{s}](img.png)"),
    SENTENCES.map(lambda s: f"`{s}`"),
    SENTENCES.map(lambda s: f"<b>{s}</b>"),
    SENTENCES.map(lambda s: f"<a href='x'>{s}</a>"),
    SENTENCES.map(lambda s: f"<code>{s}</code> "),
    st.sampled_from(
        [
            "&amp;", "&nbsp;", "&#8217;", "&bogus;", "\\*", "\\|", "\\\\", "<br>", " <br/> ", "<br><br>", "  \n", "\\\n", "\n",
            "\n> ", "<!-- note -->", " <!-- a\nb --> ", "{{< ref \"a b\" >}}", "{{< note >}}", "{{< /note >}}", "{% if x %}",
            "{{ x", "[caption id=\"1\"]", "[/caption]", "https://example.org/x_y", "a@example.org", "main.rs", "[^1]",
            "<https://example.org>", "~~x~~", "|", " | ", "<p>", "</p>", "<img src=x>", "<script>", "</code>", "[[1]]",
            "[a](", "](x)", "&", "<", "> ", "$x$", "snake_case", "\u00a0", "\u200b", "[link]({{< ref \"x\" >}})",
        ]
    ),
)  # fmt: skip
LINE = st.lists(INLINE, min_size=1, max_size=5).flatmap(lambda parts: st.sampled_from(["", " "]).map(lambda glue: glue.join(parts)))
BLOCK = st.one_of(
    LINE,
    LINE,
    LINE,
    LINE.map(lambda s: "# " + s),
    LINE.map(lambda s: "> " + s),
    LINE.map(lambda s: "- " + s),
    LINE.map(lambda s: "1. " + s + "\n\n   " + s),
    LINE.map(lambda s: "    " + s),
    LINE.map(lambda s: f"| {s} | b |\n|---|---|\n| c | {s} |"),
    LINE.map(lambda s: f"| {s} | b |\n|———|———|\n| c | {s} |"),
    LINE.map(lambda s: f"{s}\n| a | {s}"),
    LINE.map(lambda s: f"<div class=\"x\">\n{s}\n</div>"),
    LINE.map(lambda s: f"<!-- {s} -->"),
    LINE.map(lambda s: f"```\n{s}\n```"),
    LINE.map(lambda s: s + "\n==="),
    st.sampled_from(
        [
            "---", "***", "[label]: https://example.org \"t\"", "[^1]: A note.", "> [!NOTE]\n> Text.", "```", "<script>\nx\n</script>",
            "{{% note %}}", "{% highlight x %}\ncode\n{% endhighlight %}", "{: .lead}", "| a |\n", "- [ ] task", "\u00a0", "\x0b", "<table>",
        ]
    ),
    GARBAGE,
)  # fmt: skip
DOCUMENTS = st.tuples(
    st.sampled_from(["", "", "", "---\ntitle: x\n---\n", "+++\na = 1\n+++\n\n", "---\ntitle: x\n", "\n\n"]),
    st.lists(st.tuples(BLOCK, st.sampled_from(["\n\n", "\n\n", "\n", "\n\n\n", "\r\n\r\n", "\r", "\n \n", "\n\t\n"])), max_size=8),
).map(lambda parts: parts[0] + "".join(block + end for block, end in parts[1]))

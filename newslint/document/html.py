"""HTML pages and fragments: blocks by block elements, inline markup dropped, references decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.document import front_matter
from newslint.document.builder import Builder
from newslint.document.html_text import ProseWriter
from newslint.document.html_tokens import END, OTHER, START, TEXT, attributes, tokens
from newslint.document.html_tree import BLOCKS, CODE, Tree

if TYPE_CHECKING:
    from newslint.document.html_tokens import Token
    from newslint.document.html_tree import Element
    from newslint.document.model import Structure

_THINGS = CODE | {"svg", "math"}

def read(text: str) -> Structure:
    """The structure of an HTML page or fragment."""
    builder = Builder()
    start = 0
    if text.startswith(("---", "+++")):
        start = _front_matter(text, builder)
    found = tokens(text, start, len(text))
    tree = Tree(text, found)
    if _is_page(found):
        from newslint.document.html_article import hide_template

        hide_template(text, found, tree)
    write(text, found, tree, builder)
    return builder.finish()


def read_fragment(text: str, start: int, end: int, builder: Builder) -> None:
    """Add the blocks of the fragment `text[start:end]` (source code points) to a builder."""
    found = tokens(text, start, end)
    write(text, found, Tree(text, found), builder)


def _front_matter(text: str, builder: Builder) -> int:
    """Where the page of a site generator begins behind its front matter, which is marked as such."""
    matter = front_matter.find(text)
    if matter is None:
        return 0
    builder.opaque.append((0, matter.end))
    builder.front_matter = (matter.inner_start, matter.inner_end)
    return matter.end


def _is_page(found: list[Token]) -> bool:
    """Whether tokens are those of a whole page and not of a fragment."""
    return any(kind == START and name in ("html", "head", "body") for kind, _, _, name in found)


def write(text: str, found: list[Token], tree: Tree, builder: Builder) -> None:
    """Feed a builder with the prose of tokens, and with the spans of everything else as opaque."""
    writer = ProseWriter(text, builder)
    opaque_start = opaque_end = 0
    for index, token in enumerate(found):
        kind, start, end, name = token
        element = tree.current[index]
        if kind == TEXT and element.hidden_by is None:
            writer.text(element, start, end)
            continue
        if start != opaque_end:
            builder.opaque.append((opaque_start, opaque_end))
            opaque_start = start
        opaque_end = end
        if kind == OTHER:
            continue
        if element.hidden_by is not None:
            if element.start == index and element.hidden_by is element:
                if element.is_block:
                    writer.end_block()
                elif name in _THINGS and element.parent and element.parent.hidden_by is None:
                    writer.thing(element, start, found[element.end][2], is_kept=name in CODE)
        elif name in BLOCKS or name == "hr":
            writer.end_block()
        elif name in _INLINE:
            _INLINE[name](writer, text, token, element)
    builder.opaque.append((opaque_start, opaque_end))
    writer.close_link(opaque_end)
    writer.end_block()


def _link(writer: ProseWriter, text: str, token: Token, _: Element) -> None:
    kind, start, end, _name = token
    if kind == END:
        writer.close_link(end)
        return
    found = attributes(text, token)
    target = found.get("href")
    if target is None and ("name" in found or "id" in found):
        return  # a place to link to
    writer.open_link(start, (target or "").strip(), is_named=bool(found.get("aria-label") or found.get("title")))


def _image(writer: ProseWriter, text: str, token: Token, element: Element) -> None:
    kind, start, end, _ = token
    if kind == START:
        found = attributes(text, token)
        target = found.get("src") or found.get("data-src") or found.get("srcset") or ""
        writer.image(element, start, end, target)


def _line_break(writer: ProseWriter, text: str, token: Token, _: Element) -> None:
    writer.line_break(token[1], token[2])


def _span(writer: ProseWriter, text: str, token: Token, _: Element) -> None:
    kind, start, end, _name = token
    if kind == START and text.find("class", start, end) > 0:
        writer.set_apart(start, end)
        writer.name_link()


def _icon(writer: ProseWriter, text: str, token: Token, _: Element) -> None:
    if token[0] == START and text.find("class", token[1], token[2]) > 0:
        writer.name_link()


def _quotation(writer: ProseWriter, text: str, token: Token, element: Element) -> None:
    kind, start, end, _ = token
    writer.quotation_mark(element, start, end, is_opening=kind == START)


_INLINE = {"a": _link, "img": _image, "br": _line_break, "q": _quotation, "span": _span, "i": _icon}

"""Runs of HTML text to prose: white space collapsed, character references decoded, shortcodes set aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.document import shortcodes

if TYPE_CHECKING:
    from newslint.document.builder import Builder
    from newslint.document.html_tree import Element

_RUN = re.compile(
    r"([^\t\n\f\r &]++(?: [^\t\n\f\r &]++)*+)"
    r"|([\t\n\f\r ]++)"
    r"|&(?:#([0-9]++|[xX][0-9a-fA-F]++);?+|([A-Za-z][A-Za-z0-9]{1,31}+;?+))"
    r"|&"
)
# The standard's whole table takes 6 ms to import: these are what news copy uses.
_COMMON = {
    "amp;": "&", "apos;": "'", "bull;": "•", "copy;": "©", "eacute;": "é", "euro;": "€", "frac12;": "½", "gt;": ">",
    "hellip;": "…", "ldquo;": "“", "lsquo;": "‘", "lt;": "<", "mdash;": "—", "middot;": "·", "nbsp;": "\xa0",
    "ndash;": "–", "pound;": "£", "quot;": '"', "raquo;": "»", "rdquo;": "”", "reg;": "®", "rsquo;": "’", "shy;": "\xad",
    "times;": "×", "trade;": "™",
}  # fmt: skip
_REPLACEMENT = "\ufffd"
_SOFT_HYPHEN = "\u00ad"


def decoded_number(digits: str) -> str:
    """The character of a numeric reference (`8217`, `x2019`), by the HTML standard's table of exceptions."""
    is_hexadecimal = digits[0] in "xX"
    digits = digits.lstrip("xX0") or "0"
    if len(digits) > 7:
        return _REPLACEMENT
    code = int(digits, 16 if is_hexadecimal else 10)
    if 0x80 <= code <= 0x9F:
        return bytes([code]).decode("cp1252", "ignore") or chr(code)
    if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return _REPLACEMENT
    return chr(code)


def decoded_name(name: str) -> tuple[str, int]:
    """What a named reference stands for, and how many code points of `name` (after the `&`) it takes.

    `name` may lack its semicolon, as in `AT&ampT`; ("", 0) where no reference begins it.
    """
    if name in _COMMON:
        return _COMMON[name], len(name)
    from html.entities import html5

    if name in html5:
        return html5[name], len(name)
    for length in range(len(name) - 1, 1, -1):
        character = html5.get(name[:length])
        if character is not None:
            return character, length
    return "", 0


class ProseWriter:
    """Feeds a builder with the text of elements: opens a block at the first visible character, and not before.

    White space is held back until something visible follows it in the same block, so that a block neither
    begins nor ends with any.
    """

    def __init__(self, text: str, builder: Builder) -> None:
        self._text = text
        self._builder = builder
        self._element: Element | None = None
        self._is_open = False
        self._gap: tuple[int, int] | None = None
        self._is_break = False
        self._link: tuple[int, str] | None = None
        self._link_prose = -1
        self._is_named = False
        self._quotations = 0
        self._shown = 0

    def end_block(self) -> None:
        """End the open block, if any: the tag of a block element stands here."""
        if self._is_open:
            self._builder.close_block()
            self._is_open = False
        self._gap = None

    def text(self, element: Element, start: int, end: int) -> None:
        """Add a text token of the source; `element` is the innermost one around it."""
        self._element = element
        done = start
        if "[" in self._text[start:end] or "{" in self._text[start:end]:
            for code in shortcodes.find(self._text[start:end]):
                place, stop = start + code.start, start + code.end
                self._run(done, place)
                self._builder.opaque.append((place, stop))
                if not code.is_wrapper:
                    self.thing(element, place, stop)
                done = stop
        self._run(done, end)

    def _run(self, start: int, end: int) -> None:
        for match in _RUN.finditer(self._text, start, end):
            place, stop = match.span()
            group = match.lastindex
            if group == 1 or group is None:
                self._show()
                self._builder.text(self._text[place:stop], place)
                self._shown = stop
            elif group == 2:
                if self._is_open and self._gap is None:
                    self._gap, self._is_break = (place, stop), False
            elif group == 3:
                self._reference(decoded_number(match[3]), place, stop)
            else:
                character, length = decoded_name(match[4])
                known = place + 1 + length if length else place
                self._reference(character, place, known)
                if known < stop:
                    self._show()
                    self._builder.text(self._text[known:stop], known)

    def thing(self, element: Element, start: int, end: int, *, is_kept: bool = False) -> None:
        """Add the placeholder for what is there but is not prose.

        A block does not begin with one, for it may stand beside the text as well as in it, unless it
        `is_kept` or is what a link consists of.
        """
        if self._is_open or is_kept or self._link is not None:
            self._element = element
            self._show()
            self._builder.opaque_inline(start, end)

    def quotation_mark(self, element: Element, start: int, end: int, *, is_opening: bool) -> None:
        """Add the quotation mark that a browser shows for the tag of a `<q>`."""
        if not is_opening and not self._quotations:
            return
        self._quotations += 1 if is_opening else -1
        depth = self._quotations if is_opening else self._quotations + 1
        self._element = element
        if is_opening or not self._is_open:
            self._show()
        mark = "“‘”’"[(0 if is_opening else 2) + (depth + 1) % 2]
        if self._gap:  # white space before a closing mark is read after it; the map goes forward only
            start, self._gap = self._gap[0], None
            mark += " " * self._text[end : end + 1].isalnum()
        self._builder.replaced(mark, start, end)

    def line_break(self, start: int, end: int) -> None:
        """Add the line break of a `<br>`; a second one in a row ends the paragraph."""
        if not self._is_open:
            return
        if self._is_break and self._gap and self._element and self._element.kind != "table-cell":
            self.end_block()
            return
        self._gap, self._is_break = (start, end), True

    def set_apart(self, start: int, end: int) -> None:
        """A tag whose style sets its text apart, as a credit after a caption: a line break after a sentence."""
        if self._is_open and self._gap is None and self._text[self._shown - 1] in ".?!:":
            self._gap, self._is_break = (start, end), True

    def open_link(self, start: int, target: str, *, is_named: bool = False) -> None:
        """A link begins at source offset `start`; an open one ends here, as links do not nest.

        One that `is_named` by other means than its text (an `aria-label`, say) is not recorded without text.
        """
        self.close_link(start)
        self._link, self._link_prose, self._is_named = (start, target), -1, is_named

    def name_link(self) -> None:
        """What stands in the open link is seen though it is no text: an icon that a style sheet draws."""
        self._is_named = True

    def close_link(self, end: int) -> None:
        """The open link, if any, ends at source offset `end`."""
        if self._link is None:
            return
        start, target = self._link
        self._link = None
        if self._link_prose >= 0:
            self._builder.link(self._link_prose, start, end, target)
        elif not self._is_named:
            self._builder.link(self._builder.length, start, end, target)

    def image(self, element: Element, start: int, end: int, target: str) -> None:
        """Record an image, and add it to the sentence or link that it stands in."""
        before = self._builder.length
        self.thing(element, start, end)
        length = self._builder.length
        self._builder.link(length - 1 if length > before else length, start, end, target, True)

    def _reference(self, character: str, start: int, end: int) -> None:
        if character in "\t\n\f\r ":
            if character and self._is_open and self._gap is None:
                self._gap, self._is_break = (start, end), False
        elif character != _SOFT_HYPHEN:
            self._show()
            self._builder.replaced(character, start, end)

    def _show(self) -> None:
        """Make ready for something visible: the block opened, the white space before it added."""
        if not self._is_open:
            self._open()
        elif self._gap:
            start, end = self._gap
            self._gap = None
            if self._is_break:
                self._builder.replaced("\n", start, end)
            elif end - start == 1 and self._text[start] == " ":
                self._builder.text(" ", start)
            else:
                self._builder.replaced(" ", start, end)
        if self._link is not None and self._link_prose < 0:
            self._link_prose = self._builder.length

    def _open(self) -> None:
        self._is_open, self._gap = True, None
        element = self._element
        if element is None:
            self._builder.open_block("paragraph")
        elif element.kind == "table-cell" and element.table and not element.table.is_layout:
            self._builder.open_block("table-cell", 0, self._number(element), element.row, element.cell)
        else:
            kind = "paragraph" if element.kind == "table-cell" else element.kind
            self._builder.open_block(kind, element.level).role = element.role

    def _number(self, element: Element) -> int:
        """The number of the table that a cell belongs to, taken when its first cell is written."""
        table = element.table
        if table is None:
            return -1
        if table.number < 0:
            table.number = self._builder.tables
            self._builder.tables += 1
        return table.number

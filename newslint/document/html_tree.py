"""HTML tokens to the elements that matter for prose: which text belongs to which block, and what is no prose.

Only elements that part blocks, hide their content or hold what is not prose become `Element`s; inline markup
does not. Unclosed and misnested tags are mended as the HTML standard's tree construction does where that
changes which block a text belongs to: a block ends an open paragraph, an end tag closes what is open inside
its element, and no end tag reaches out of a table cell. Every step is amortised constant, so that 100,000
unclosed `<div>` cost no more than any other 100,000 tags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.document.html_tokens import END, START, TEXT, attributes

if TYPE_CHECKING:
    from newslint.document.html_tokens import Token
    from newslint.document.model import Kind, Role

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}

# `button`, `label` and their like are inline to a browser, but what they say is no part of a sentence.
BLOCKS = frozenset(
    "address article aside blockquote button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr label legend li listing main menu nav ol "
    "optgroup option p pre search section summary table tbody td tfoot th thead tr ul".split()
)
VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())

# What a reader does not see as text of the article. Struck-out words would double the words that replace them.
NOT_PROSE = frozenset(
    "audio canvas datalist del head listing math meter object pre progress rp rt s select strike svg template video".split()
)
CODE = frozenset({"code", "kbd", "samp", "tt"})
"""Inline elements that stand in a sentence as one opaque thing."""

_FOREIGN = frozenset({"svg", "math"})
_INSIDE_PARAGRAPH = frozenset({"button", "label", "option", "optgroup"})
_TRACKED = (BLOCKS | NOT_PROSE | CODE) - VOID
_NEW_SCOPE = frozenset({"table", "td", "th", "caption"})
_PARENTS_IN_TABLE = {
    "td": frozenset({"tr", "table"}),
    "th": frozenset({"tr", "table"}),
    "tr": frozenset({"tbody", "thead", "tfoot", "table"}),
    "tbody": frozenset({"table"}),
    "thead": frozenset({"table"}),
    "tfoot": frozenset({"table"}),
    "caption": frozenset({"table"}),
}


def is_hidden(text: str, token: Token) -> bool:
    """Whether a start tag hides its element by itself: a `hidden` attribute, or a style that does."""
    _, start, end, name = token
    if end - start < len(name) + 7 or name in ("html", "body"):  # a page shows itself by script
        return False
    tag = text[start:end].lower()
    if "hidden" not in tag and "display" not in tag:
        return False
    found = attributes(text, token)
    if found.get("hidden", "until-found").lower() != "until-found":
        return True
    style = "".join(found.get("style", "").lower().split())
    return "display:none" in style or "visibility:hidden" in style


class Table:
    """What is known of a table once it has been read: its rows so far, and whether it only lays out a page."""

    __slots__ = ("cells", "is_layout", "number", "row")

    def __init__(self) -> None:
        self.row = -1
        self.cells = 0
        self.is_layout = False
        self.number = -1


class Element:
    """An element of the tree; `start` and `end` are the indices of its first and last token.

    `own` and `linked` count the code points of text directly inside it (not in its children), and those of
    them that are inside links.
    """

    __slots__ = (
        "cell", "end", "hidden_by", "index", "is_block", "kind", "level", "linked", "name", "own", "paragraphs",
        "parent", "role", "row", "start", "table",
    )  # fmt: skip

    def __init__(self, name: str, parent: Element | None, start: int) -> None:
        self.name = name
        self.parent = parent
        self.index = 0
        self.start = start
        self.end = start
        self.role: Role | None = None
        self.is_block = name in BLOCKS
        self.hidden_by: Element | None = parent.hidden_by if parent else None
        if self.hidden_by is None and (name in NOT_PROSE or name in CODE):
            self.hidden_by = self
        self.own = 0
        self.linked = 0
        self.paragraphs = 0
        self.kind: Kind = parent.kind if parent else "paragraph"
        self.level: int = parent.level if parent else 0
        self.table: Table | None = parent.table if parent else None
        self.row: int = parent.row if parent else -1
        self.cell: int = parent.cell if parent else -1


class Tree:
    """Elements in document order; `current[i]` is the innermost element after token i."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self._text = text
        self.root = Element("", None, -1)
        self.elements = [self.root]
        self.current: list[Element] = []
        self._stack = [self.root]
        self._scopes: list[dict[str, int]] = [{}]
        self._tables: list[Table] = []
        self._build(tokens)

    def _build(self, tokens: list[Token]) -> None:
        in_link = False
        text, current, top = self._text, self.current, self.root
        for index, token in enumerate(tokens):
            kind, start, end, name = token
            if kind == TEXT:
                length = len(text[start:end].strip())
                top.own += length
                if in_link:
                    top.linked += length
            elif kind == START:
                if name == "a":
                    in_link = text.find("href", start, end) > 0
                elif (
                    name in _TRACKED
                    or top.hidden_by
                    or (end - start > len(name) + 7 and is_hidden(text, token))
                ) and name not in VOID:
                    self._start(index, token)
                    top = self._stack[-1]
                elif name == "hr" and self._scopes[-1].get("p"):
                    self._close("p", index)
                    top = self._stack[-1]
            elif kind == END:
                if name == "a":
                    in_link = False
                self._end(name, index)
                top = self._stack[-1]
            current.append(top)
        while len(self._stack) > 1:
            self._pop(len(tokens) - 1)
        self.root.end = len(tokens) - 1

    def _start(self, index: int, token: Token) -> None:
        _, _, end, name = token
        stack = self._stack
        hidden_by = stack[-1].hidden_by
        if name in BLOCKS:
            if hidden_by and hidden_by.name in _FOREIGN and not self._scopes[-1].get("foreignobject"):
                self._close_element(hidden_by, index - 1)  # a block ends an unclosed drawing
            if self._scopes[-1].get("p") and name not in _INSIDE_PARAGRAPH:
                self._close("p", index - 1)
            if stack[-1].name in HEADINGS and (name in HEADINGS or (name == "p" and stack[-1].own)):
                self._pop(index - 1)  # a heading that nobody closed
            if name == "li" and stack[-1].name == "li":
                self._pop(index - 1)
            elif self._tables and name in _PARENTS_IN_TABLE:
                while stack[-1].name not in _PARENTS_IN_TABLE[name]:
                    self._pop(index - 1)
        elif self._text[end - 2] == "/" and (name in _FOREIGN or hidden_by):
            return  # `<path/>`: only foreign elements close themselves
        element = Element(name, stack[-1], index)
        if not element.hidden_by and is_hidden(self._text, token):
            element.hidden_by = element
        self._describe(element)
        self._push(element)

    def _describe(self, element: Element) -> None:
        """Kind and place in a table of a new element; else it has its parent's."""
        name, parent = element.name, element.parent
        table = self._tables[-1] if self._tables else None
        if name in HEADINGS:
            element.kind, element.level = "heading", HEADINGS[name]
            if table:
                table.is_layout = True
        elif name == "blockquote":
            element.kind, element.level = "quotation", 0
        elif name == "li":
            if element.kind != "quotation":
                element.kind, element.level = "list-item", 0
        elif name in ("figcaption", "caption"):
            element.kind, element.level, element.table = "caption", 0, None
        elif name == "table":
            if table:
                table.is_layout = True
            element.table = Table()
            element.kind, element.level, element.row, element.cell = "paragraph", 0, -1, -1
        elif name == "tr":
            if table:
                table.row += 1
                element.row, element.cell = table.row, -1
        elif name in ("td", "th"):
            if table and parent:
                table.cells += 1
                parent.cell += 1
                element.kind, element.level = "table-cell", 0
                element.row, element.cell = max(table.row, 0), parent.cell
                element.paragraphs = 0
        elif name == "p" and table and element.kind == "table-cell" and parent:
            parent.paragraphs += 1
            table.is_layout = table.is_layout or parent.paragraphs > 1

    def _push(self, element: Element) -> None:
        name = "h" if element.name in HEADINGS else element.name
        if name == "table" and element.table:
            self._tables.append(element.table)
        scope = self._scopes[-1]
        scope[name] = scope.get(name, 0) + 1
        if name in _NEW_SCOPE:
            self._scopes.append({})
        element.index = len(self.elements)
        self._stack.append(element)
        self.elements.append(element)

    def _pop(self, index: int) -> Element:
        element = self._stack.pop()
        element.end = index
        name = "h" if element.name in HEADINGS else element.name
        if name in _NEW_SCOPE:
            self._scopes.pop()
            if name == "table":
                table = self._tables.pop()
                table.is_layout = table.is_layout or table.cells < 2
        self._scopes[-1][name] -= 1
        return element

    def _close(self, name: str, index: int) -> None:
        """Close the innermost open element of this name; the scope holds one."""
        while True:
            top = self._stack[-1].name
            self._pop(index)
            if top == name or (name == "h" and top in HEADINGS):
                return

    def _close_element(self, element: Element, index: int) -> None:
        while self._pop(index) is not element:
            pass

    def _end(self, name: str, index: int) -> None:
        if name in HEADINGS:
            name = "h"
        hidden_by = self._stack[-1].hidden_by
        if self._scopes[-1].get(name):
            self._close(name, index)
        elif hidden_by and hidden_by.name == name:
            self._close_element(hidden_by, index)
        elif name in _PARENTS_IN_TABLE or name == "table":
            # out of a cell: its own and its row's tags are counted one scope below, its table's two
            for scope in self._scopes[-2:-4:-1]:
                if scope.get(name):
                    self._close(name, index)
                    return

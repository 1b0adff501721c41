"""Reads the suppressions of a document: comments in its source, and its front matter's key `newslint`."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from newslint.strict_yaml import nearest
from newslint.suppressions import Suppression

if TYPE_CHECKING:
    from newslint.document import Document

KINDS = ("disable-next-line", "disable-line", "disable", "enable", "disable-file")

_SIGN = "newslint-"
_OPEN = re.compile(r"<!--\s{0,8}newslint-")
_CODE = re.compile(r"`+|~{3,}|<(script|style|pre|code|textarea)\b", re.IGNORECASE)
_SELECTOR = re.compile(r"[\w./:-]+")
_KEY = re.compile(r"^newslint[ \t]*:", re.MULTILINE)
_TOML_KEY = re.compile(r"^(?:\[newslint|newslint[ \t]*=)", re.MULTILINE)
_NEXT_KEY = re.compile(r"^[^\s#-]", re.MULTILINE)
_MOST = 1000
"""How many suppressions one file may have; the rest is not read."""
_LONGEST_KEY = 4000
"""How long the front matter's key may be, in code points."""
_OFF = ("off", "false", "no", "disable")


def comments(document: Document) -> list[Suppression]:
    """The suppressions in comments, in order; a `disable` reaches to its `enable`, or to the end."""
    source = document.source
    text = source.text
    if _SIGN not in text:
        return []
    entries: list[Suppression] = []
    place = 0
    code = _Code(document)
    while (match := _OPEN.search(text, place)) is not None:
        close = text.find("-->", match.end())
        if close < 0:
            break
        start, end = match.start(), close + 3
        place = end
        if code.holds(start):
            place = match.end()
            continue
        if len(entries) >= _MOST:
            entries[-1].wrong = f"there are more than {_MOST:,} in this file"
            break
        body, _, _ = text[match.end() : close].partition(" -- ")
        kind, _, names = body.strip().partition(" ")
        entry = Suppression(
            source.position(start), source.position(end), text[start:end], tuple(_SELECTOR.findall(names))
        )
        if kind == "enable":
            _enable(entries, entry)
        elif kind in KINDS:
            entry.first, entry.last = _reach(document, kind, start, end)
        else:
            written = f"{_SIGN}{kind}"
            entry.wrong = f"there is no “{written}”{nearest(written, [_SIGN + known for known in KINDS])}"
        if kind != "enable" or entry.wrong:
            entries.append(entry)
    return entries


def _reach(document: Document, kind: str, start: int, end: int) -> tuple[int, int]:
    """The source offsets that a comment at `start:end` silences."""
    source = document.source
    if kind == "disable-file":
        return 0, len(source.text) + 1
    if kind == "disable":
        return end, len(source.text) + 1
    if kind == "disable-line":
        return source.line_span(source.position(start).line)
    line = source.position(end).line + 1
    while line <= len(source.line_starts):
        first, last = source.line_span(line)
        if source.text[first:last].strip():
            return first, last
        line += 1
    return end, end


def _enable(entries: list[Suppression], enabling: Suppression) -> None:
    """End the `disable` comments before an `enable` that name the same, or any where it names nothing."""
    place = enabling.start.offset
    ended = False
    for entry in list(entries):
        if entry.last <= place or entry.first != entry.end.offset:
            continue  # not a `disable` that is still open
        if not enabling.selectors or entry.selectors == enabling.selectors:
            entry.last = place
            ended = True
            continue
        left = tuple(name for name in entry.selectors if name not in enabling.selectors)
        if len(left) < len(entry.selectors):
            ended = True
            going_on = Suppression(entry.start, entry.end, entry.text, left)
            going_on.first, going_on.last = entry.first, entry.last
            entries.append(going_on)
            entry.selectors = tuple(name for name in entry.selectors if name in enabling.selectors)
            entry.last = place
    if not ended:
        enabling.wrong = "there is nothing to enable again"


class _Code:
    """Tells comments from code that shows one. Asked in ascending order, it reads the source once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.clear = 0
        """An offset known to be outside code."""
        self.until = 0
        """An offset up to which code reaches."""

    def holds(self, place: int) -> bool:
        """Whether the `<!--` at a source offset stands in code, front matter or prose, and is no comment."""
        document = self.document
        if document.source.format == "plain":
            return False
        index = bisect_right(document.opaque, place, key=lambda span: span[0]) - 1
        if index < 0 or document.opaque[index][1] <= place:
            return True  # it is prose, such as an escaped `\\<!--`
        matter = document.front_matter
        if matter is not None and matter[0] <= place < matter[1]:
            return True
        start, end = document.opaque[index]
        if document.source.format == "markdown" and self._is_indented(start, end):
            return True
        return self._is_open(max(start, self.clear), end, place)

    def _is_indented(self, start: int, end: int) -> bool:
        """Whether an opaque span is an indented code block, which runs to the end of its last line."""
        text = self.document.source.text
        line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        before = text[line:start]
        return not before.strip() and len(before.expandtabs(4)) >= 4 and text[end - 1] in "\r\n"

    def _is_open(self, start: int, end: int, place: int) -> bool:
        """Whether a code span, fence or script that opens between `start` and `place` is still open there."""
        if place < self.until:
            return True
        text = self.document.source.text
        while (opening := _CODE.search(text, start, place)) is not None:
            name = opening[0] if opening[1] is None else f"</{opening[1]}"
            close = text.find(name, opening.end(), end)
            start = close + len(name) if close >= 0 else end
            if start > place:
                self.until = start
                return True
        self.clear = place
        return False


def front_matter(document: Document) -> list[Suppression]:
    """The suppression that the front matter's key `newslint` makes, if any."""
    matter = document.front_matter
    if matter is None:
        return []
    text = document.source.text
    inner = text[matter[0] : matter[1]]
    is_toml = text[: matter[0]].lstrip().startswith("+++")
    key = (_TOML_KEY if is_toml else _KEY).search(inner)
    if key is None:
        return []
    following = None if is_toml else _NEXT_KEY.search(inner, key.end())
    piece = inner[key.start() : following.start() if following else len(inner)].rstrip()
    start, end = matter[0] + key.start(), matter[0] + key.start() + len(piece)
    line_end = document.source.line_span(document.source.position(start).line)[1]
    entry = Suppression(
        document.source.position(start), document.source.position(min(end, line_end)), text[start : min(end, line_end)], ()
    )
    entry.first, entry.last = 0, len(text) + 1
    try:
        entry.selectors = _selectors(_parsed(inner if is_toml else piece, is_toml))
    except ValueError as error:
        entry.wrong = f"the front matter's `newslint` cannot be read: {error}"
    return [entry]


def _parsed(piece: str, is_toml: bool) -> Any:
    if len(piece) > _LONGEST_KEY:
        raise ValueError("it is too long")
    if is_toml:
        import tomllib

        return tomllib.loads(piece).get("newslint")
    from newslint import strict_yaml

    data, _ = strict_yaml.parse(piece)
    return data["newslint"]


def _selectors(value: Any) -> tuple[str, ...]:
    """What a front matter's value names; nothing for all rules."""
    if isinstance(value, dict):
        if set(value) != {"disable"}:
            raise ValueError("its only key is `disable`")
        value = value["disable"]
    if value is False or (isinstance(value, str) and value.lower() in _OFF):
        return ()
    if isinstance(value, str):
        value = _SELECTOR.findall(value)
    if not isinstance(value, list) or not value or not all(isinstance(name, str) for name in value):
        raise ValueError("write `off`, or a list of codes")
    return tuple(value)

"""Citation marks that point nowhere: `[[1]]`, `[2]` in a text without a list of references, and their debris.

A mark counts as answered where the text has its entry (`[2] …` or `2. …` at a block's start, after the mark),
a heading for a list of sources, or a definition for it. Seeds (`Federer [1] beat Murray [2]`), pinpoints (`at [23]`),
years, intervals and subscripts are no citations: a single mark stands after a lower-case word or a stop.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.checks._linked import is_linked
from newslint.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

_MARK = LatePattern(
    r"\[(?:"
    r"(?P<doubled>\[\d{1,3}(?:[,–-] ?\d{1,3}){0,9}\]\])(?!\()"
    r"|(?P<single>\d{1,3}(?:[,–-] ?\d{1,3}){0,9}\])(?![(\]\w:])(?!\[\D)"
    r"|(?P<debris>\d{1,3}(?:\[\d{1,3}\]?){2,99}\]?)"
    r"|(?P<needed>(?:citation|clarification|better source|page) needed\]|verification failed\]|permanent dead link\])"
    r")"
)
_NUMBER = LatePattern(r"\d+")
_WORD_BEFORE = LatePattern(r"([^\W_][\w'’-]*)[ \n]?$")
_PINPOINT = frozenset(
    "at para paras paragraph paragraphs section sections page pages see in from to of equation step line box slot note notes "
    "item items number figure table appendix chapter example case option question article clause point version press hit "
    "type key enter dial button".split()
)
_LIST_HEADING = LatePattern(
    r"(?:\d+\.? )?(?:key |further |selected |works )?"
    r"(?:references|sources|notes|footnotes|endnotes|bibliography|citations|cited|reading|links|footnotes and references)"
    r"(?: and (?:notes|references|links|further reading))?:?$",
    re.IGNORECASE,
)
_ENTRY = LatePattern(r"(?:\[?\[|\()?(\d{1,3})(?:\]\]?|\)|\.)?[ \t\n:.]|\^")


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the mark, brackets included."""
    prose = document.prose
    if "[" not in prose:
        return
    marks = [match for match in _MARK.finditer(prose) if not is_linked(document, match.start() + 1, match.end() - 1)]
    if not marks:
        return
    numbered = [match for match in marks if match["doubled"] or match["single"]]
    answered = _answered(document, numbered) if numbered else None
    sure = any(match["doubled"] or _is_citation(prose, match) for match in numbered) or (
        len(numbered) > 1 and (_are_glued(prose, numbered) or _are_in_clauses(prose, numbered) or _are_in_order(prose, numbered))
    )
    for match in marks:
        if match["needed"]:
            if document.is_quoted(match.start(), match.end()):
                continue
        elif not match["debris"]:
            if answered is None or not sure or _starts_block(document, match.start()):
                continue
            numbers = [int(number) for number in _NUMBER.findall(match[0])]
            if 0 in numbers or answered.issuperset(numbers):
                continue
            if match["single"] and not _is_citation(prose, match) and not _may_be_citation(prose, match):
                continue
        yield Hit(match.start(), match.end())


def _starts_block(document: Document, offset: int) -> bool:
    block = document.block_at(offset)
    return block is None or block.start == offset


def _is_citation(prose: str, match: re.Match[str]) -> bool:
    """Whether a single mark stands where a citation stands: after a stop, or after a lower-case word at a clause's end."""
    start, end = match.span()
    before = prose[start - 1 : start]
    if before == " ":
        before = prose[start - 2 : start - 1]
    if before in ("", "]", "/"):
        return False
    if before == "%":
        return not prose[end : end + 1].strip(".,;:!?)\n")
    if before in '.!?”"’)':
        return not prose[start - 1 : start].isspace() or prose[end : end + 2].strip()[:1].isupper()
    if prose[start - 1].isalnum() or prose[end : end + 1].strip(".,;:!?)\n"):
        return False
    word = _WORD_BEFORE.search(prose, max(0, start - 40), start)
    return word is not None and (_is_common(word[1]) or (len(word[1]) == 4 and word[1].isdigit()))


def _is_common(word: str) -> bool:
    """Whether a word may stand before a citation: neither a name, as before a seed, nor `at`, as before a pinpoint."""
    return len(word) > 2 and word.islower() and word not in _PINPOINT


def _are_glued(prose: str, marks: list[re.Match[str]]) -> bool:
    """Whether there are several marks, each glued to a word of its own (`fell[1]`), unlike the indices of one list."""
    words = [_WORD_BEFORE.search(prose, max(0, match.start() - 40), match.start()) for match in marks]
    texts = [word[1] for word in words if word and word.end(1) == word.end() and word[1].islower() and len(word[1]) > 3]
    return len(texts) > 1 and len(set(texts)) == len(texts) == len(marks)


def _are_in_clauses(prose: str, marks: list[re.Match[str]]) -> bool:
    """Whether several marks of different numbers stand between words of one clause: `losses [2] in the last quarter`."""
    inside = set()
    for match in marks:
        word = _WORD_BEFORE.search(prose, max(0, match.start() - 40), match.start())
        after = prose[match.end() : match.end() + 2]
        if word and prose[match.start() - 1] == " " and _is_common(word[1]) and after[:1] == " " and after[1:].islower():
            inside.add(match[0])
    return len(inside) > 1


def _are_in_order(prose: str, marks: list[re.Match[str]]) -> bool:
    """Whether the marks are numbered from 1 in order and each ends its clause, which seeds of a draw do not."""
    return [match[0] for match in marks] == [f"[{number}]" for number in range(1, len(marks) + 1)] and all(
        prose[match.end() : match.end() + 1] in "\n.,;" for match in marks
    )


def _may_be_citation(prose: str, match: re.Match[str]) -> bool:
    """Whether a mark among sure citations may be one too: not a seed before a name, not a subscript."""
    start, end = match.span()
    word = _WORD_BEFORE.search(prose, max(0, start - 40), start)
    if word is not None and (word[1].lower() in _PINPOINT or len(word[1]) < 2):
        return False
    return prose[start - 1 : start] in "]" or not prose[end : end + 1].isalnum()


def _answered(document: Document, marks: list[re.Match[str]]) -> set[int] | None:
    """The numbers that have an entry in the text; None where a whole list of references stands in it."""
    numbers: set[int] = set()
    prose = document.prose
    first = marks[0].start()
    for block in document.blocks:
        if block.start <= first:
            continue
        if block.end - block.start < 60 and _LIST_HEADING.match(prose, block.start, block.end):
            return None
        entry = _ENTRY.match(prose, block.start, block.end)
        if entry is None:
            continue
        if entry[1] is None:
            return None
        numbers.add(int(entry[1]))
    items = sum(1 for block in document.blocks if block.kind == "list-item" and block.start > marks[-1].start())
    if items and document.blocks[-1].kind == "list-item":
        numbers.update(range(1, items + 1))
    return numbers

"""A comma, semicolon or colon that no space follows: `notable,coming`, `said,“We`, `2015,and`.

Found between two words, between a word and the quotation that it introduces, after a quotation that ends
with a comma (`,”he`), and between a number and a word. Thousands (`1,000`), times, ratios, scores and verses
have digits on both sides and are not looked at; nor are entities, tickers, emoticons, code and names of
chemical compounds.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from newslint.checks._late_patterns import LatePattern
from newslint.document.quotations import ends_at, starts_at
from newslint.finding import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

_NEXT = r"(?=[\w“‘$€£(]|[\"'”][^\W_])"
_GLUED = tuple((mark, LatePattern(mark + _NEXT)) for mark in ",;:")
_WORD_BEFORE = LatePattern(r"(?:[\w'’-]+%?|\d+[\d.,]*%?|[\w.]+\.|[!?])[”\"’)\]]?$")
_WORD_AFTER = LatePattern(r"[“‘\"'$€£(]{0,2}\w+(?:[.'’-]\w+)*")
_DATE = LatePattern(
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,6}|\.)?\s\d{1,2},(?=(?:19|20)\d\d\b)"
)
_CENTURIES = ("19", "20")
_LABEL = str.maketrans(",-", "aa")
_LONGEST = 64
_CODE = frozenset("_/\\=<>{}#@*+|~^&\ufffc")


def check(document: Document, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on the word before, the mark and the word after; the fix inserts a space."""
    prose = document.prose
    for match in chain.from_iterable(glued.finditer(prose) for mark, glued in _GLUED if mark in prose):
        mark = match.start()
        sign = prose[mark + 1]
        if not mark or (sign.isdigit() and prose[mark - 1].isdigit() and prose[mark + 1 : mark + 3] not in _CENTURIES):
            continue
        span = _glued(document, prose, mark, sign)
        if span is None:
            continue
        start, gap, end = span
        yield Hit(
            start,
            end,
            arguments=(prose[mark:gap],),
            suggestions=(f"{prose[start:gap]} {prose[gap:end]}",),
            edits=(Edit(gap, gap, " "),),
            safety="safe",
        )


def _glued(document: Document, prose: str, mark: int, sign: str) -> tuple[int, int, int] | None:
    """Start of the word before, where the space belongs, and end of the word after; None where none is missing."""
    gap = mark + 1
    if sign in "”\"'" and ends_at(document, mark + 2):
        gap += 1
        if prose[mark] != "," or not prose[gap : gap + 1].isalpha():
            return None
    elif sign == "”" or (sign in "\"'" and not starts_at(document, mark + 1)):
        return None
    before = _WORD_BEFORE.search(prose, max(0, mark - _LONGEST), mark)
    after = _WORD_AFTER.match(prose, gap, gap + _LONGEST)
    if before is None or after is None:
        return None
    start, end = before.start(), after.end()
    left, right = before[0].strip(".'’"), after[0].lstrip("“‘\"'$€£(")
    if not left or not right or prose[start - 1 : start] in _CODE or prose[end : end + 1] in _CODE:
        return None
    if _is_a_list_of_names(document, prose, start, end):
        return None
    if "_" in left or "_" in right or prose[end : end + 2].strip(" \n") in ("(", "=", "::"):
        return None
    if gap > mark + 1:  # after a quotation
        missing = len(right) > 1 or right in "Ia"
    else:
        missing = _is_missing(prose, mark, left, right, after[0], start, end)
        if right[0].isdigit() and not document.offsets.is_exact(mark, gap + 1):
            missing = False  # a footnote's number
    return (start, gap, end) if missing else None


def _is_a_list_of_names(document: Document, prose: str, start: int, end: int) -> bool:
    """Whether the words are alternatives in braces (`{arm,ppc}`), or the label of an entry of a list of changes (`net,stream,test: …`)."""
    first = max(prose.rfind(" ", max(0, start - _LONGEST), start), prose.rfind("\n", max(0, start - _LONGEST), start)) + 1
    if "{" in prose[first:start]:
        return True
    chain = prose[first : prose.find(" ", end, end + _LONGEST)]
    bare = chain.lstrip("\"“")
    if not bare.endswith(":") or not bare.islower() or not bare[:-1].translate(_LABEL).isidentifier():
        return False
    block = document.block_at(start)
    return bare != chain or (block is not None and block.start == first) or prose[max(0, first - 2) : first] in ("- ", ") ", "] ")


def _is_missing(prose: str, mark: int, left: str, right: str, after: str, start: int, end: int) -> bool:
    """Whether a space is missing between `left` and `right`, the bare words around the mark."""
    colon = prose[mark] == ":"
    last, first = left[-1], right[0]
    if ord(last) >= 0x2E80 or ord(first) >= 0x2E80:
        return False  # scripts that set no spaces
    if first.isdigit():
        return not colon and _number_follows(prose, mark, left, after, start, end)
    if last.isdigit() or last == "%":
        return not colon and len(right) > 1 and right.isalpha() and _number_ends(prose, left, right, end)
    if colon:
        return _colon_misses(prose, left, right, start, end)
    if last in "”\"’)]!?":
        return len(right) > 1 or right in "Ia"
    if prose[mark] == ";" and left.lower() == "tl":
        return False  # TL;DR
    letters = left.rsplit(".", 1)[-1]
    if len(letters) == 1 and letters != "I":
        return len(right) > 1 and right.islower() and letters.isupper() and prose[start - 1 : start] in " \n"
    if len(right) == 1:
        return right in "Ia" and len(letters) > 1 and prose[end : end + 1] in " \n,'’"
    return not _is_mixed(right) and (not _is_mixed(left) or right.islower())


def _number_ends(prose: str, left: str, right: str, end: int) -> bool:
    """Whether prose goes on with `right` after a number (`2015,and`) or a name with digits (`G20,which`)."""
    if left.rstrip("%").replace(",", "").replace(".", "").replace("-", "").isdigit():
        return right[1:].islower()
    return left[0].isupper() and right.islower() and prose[end : end + 1] in " \n"


def _number_follows(prose: str, mark: int, left: str, after: str, start: int, end: int) -> bool:
    """Whether a number right after a comma or semicolon begins the next item of prose (`Perth,25 people`)."""
    if left[-1].isdigit():
        return _DATE.search(prose, max(0, mark - 14), mark + 5) is not None
    money = after[0] in "$€£"
    number = after.lstrip("$€£")
    return (
        left.isalpha()
        and len(left) > 2
        and number.isdigit()
        and (money or left.islower() or left.istitle())
        and prose[end : end + 1] == " "
        and prose[end + 1 : end + 2].islower()
        and prose[start - 1 : start] in " \n"
    )


def _colon_misses(prose: str, left: str, right: str, start: int, end: int) -> bool:
    """A colon stands without a space in tickers, times, schemes and emoticons, so both words must be plain."""
    return (
        len(left) > 2
        and len(right) > 1
        and left[1:].islower()
        and left.replace("-", "").replace("’", "").replace("'", "").isalpha()
        and right.replace("-", "").replace("’", "").replace("'", "").isalpha()
        and (right.islower() or right[1:].islower())
        and left.lower() not in ("http", "https", "mailto", "tel", "urn", "node", "npm", "git", "file", "doi", "std", "data")
        and prose[start - 1 : start] in (" ", "\n", "(", "“", '"', "")
        and prose[end : end + 1] not in (":", "/", "(")
    )


def _is_mixed(word: str) -> bool:
    """Whether a word is cased or built like an identifier: `camelCase`, `h264`."""
    return word[0].islower() and not (word.islower() or word.lower().startswith(("mc", "mac"))) and "-" not in word

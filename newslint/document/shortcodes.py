"""Shortcodes: the calls that a site generator or a CMS replaces when it renders a page.

Hugo's `{{< name >}}` and `{{% name %}}`, Jekyll's `{% name %}` and `{{ value }}`, kramdown's `{: .class }`,
and WordPress's `[name attribute="..."]`. They are not prose, wherever they stand: between paragraphs, inside
a link's target, an HTML attribute or a table cell.

The work is linear in the text: a call is looked for in a bounded stretch behind its opening braces.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_LONGEST = 4000
"""Code points that one call may span."""

_BRACES = re.compile(r"\{(?=[{%:])")
_NAME = re.compile(r"[<%{-]*\s*(/?)\s*([\w./-]*)(?:\s+(\w))?")
_WORDPRESS = re.compile(
    r"\[(?=[a-z/])(/?)([a-z][\w-]{0,39})(\s+[\w-]{1,40}\s?=\s?[^\[\]]{0,2000})?\s*/?\](?![(:\[])"
)
_CALLS = frozenset(
    "audio caption code contact-form contact-form-7 embed gallery gist instagram latex more playlist pullquote "
    "soundcloud sourcecode toc tweet twitter video vimeo wpforms wpvideo wp_caption youtube".split()
)
_RAW = frozenset({"code", "sourcecode", "latex", "embed", "raw", "comment", "highlight", "math", "katex", "mermaid"})


class Shortcode(NamedTuple):
    """A call, or a raw stretch with the calls around it, in code points of the source."""

    start: int
    end: int
    is_wrapper: bool
    """Whether it leaves nothing of its own on the page: the opening or closing half of a pair, or logic."""


def find(text: str) -> list[Shortcode]:
    """The shortcodes of `text`, ascending and apart."""
    calls: list[tuple[int, int, str, bool, bool]] = []  # start, end, name, is closing, is raw if closed
    if "{{" in text or "{%" in text or "{:" in text:
        _find_braces(text, calls)
    if "]" in text:
        for match in _WORDPRESS.finditer(text):
            closing, name, attributes = match.groups()
            if closing or attributes or name in _CALLS:
                calls.append((match.start(), match.end(), name, bool(closing), name in _RAW))
    if not calls:
        return []
    calls.sort()
    return _paired(calls)


def _find_braces(text: str, calls: list[tuple[int, int, str, bool, bool]]) -> None:
    done = 0
    for match in _BRACES.finditer(text):
        start = match.start()
        if start < done:
            continue
        mark = text[start + 1]
        limit = start + _LONGEST
        if mark == ":":
            end = text.find("}", start, start + 200)
            if end > 0 and "\n" not in text[start:end]:
                done = end + 1
                calls.append((start, done, ":", False, False))
            continue
        if mark == "%":
            closing_mark, opening_mark = "%}", "{%"
        else:
            kind = text[start + 2 : start + 3]
            closing_mark = kind.replace("<", ">") + "}}" if kind in ("<", "%") else "}}"
            opening_mark = "{{"
        following = text.find(opening_mark, start + 2, limit)
        end = text.find(closing_mark, start + 2, following if following > 0 else limit)
        if end < 0:
            continue
        done = end + len(closing_mark)
        name = _NAME.match(text, start + 2, done)
        closing, word, argument = name.groups() if name else ("", "", None)
        if mark == "%":
            closing = "/" if word.startswith("end") else ""
            word = word.removeprefix("end") if closing else word
            raw = word in _RAW
        else:
            raw = word in _RAW and bool(argument or word != "highlight")
        calls.append((start, done, word if mark != "{" or closing_mark != "}}" else "", bool(closing), raw))


def _paired(calls: list[tuple[int, int, str, bool, bool]]) -> list[Shortcode]:
    """The calls with what they mean together: raw stretches as one, the halves of a pair as wrappers."""
    partner: dict[int, int] = {}
    opened: dict[str, list[int]] = {}
    for index, (_, _, name, is_closing, _) in enumerate(calls):
        if not name:
            continue
        if not is_closing:
            opened.setdefault(name, []).append(index)
        elif opened.get(name):
            first = opened[name].pop()
            partner[first], partner[index] = index, first
    found: list[Shortcode] = []
    done = 0
    for index, (start, end, name, is_closing, is_raw) in enumerate(calls):
        if start < done:
            continue
        other = partner.get(index, -1)
        if is_raw and other > index:
            end = calls[other][1]
            found.append(Shortcode(start, end, False))
        else:
            found.append(Shortcode(start, end, other >= 0 or is_closing or name == ":"))
        done = end
    return found


def cover(text: str, shortcodes: list[Shortcode], filler: str) -> str:
    """`text` with each code point of every shortcode replaced by `filler`, so that no offset moves."""
    parts: list[str] = []
    done = 0
    for start, end, _ in shortcodes:
        parts.append(text[done:start])
        parts.append(filler * (end - start))
        done = end
    parts.append(text[done:])
    return "".join(parts)

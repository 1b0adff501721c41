"""HTML source to tokens with exact source offsets.

The one place that knows HTML's lexical grammar: the tokenization states of the HTML standard
(https://html.spec.whatwg.org/multipage/parsing.html#tokenization), as one pattern. Each of its alternatives
matches where it begins or not at all, every repetition is possessive, and what is never closed runs to the
end of the text: the work is linear whatever the text is. Offsets are those of the text as written; nothing
is normalised before it is counted.

No parser is used because none gives such offsets at the price of one short file. turbohtml merges the text
around `</>`, counts CRLF as one and takes 60 ms to import; justhtml takes 36 ms for 200 KB; the standard
library's takes 16 s for 50 KB of `<a `. The tests hold this module against the first two.
"""

from __future__ import annotations

import re

TEXT, START, END, OTHER = range(4)
"""Kinds of token: text, start tag, end tag, and markup without prose (comments, scripts, unfinished tags)."""

Token = tuple[int, int, int, str]
"""Kind, start and end offset in code points of the source, and a tag's name in lower case (else "")."""

_SPACE = r"\t\n\f\r "
_VALUE = rf"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^{_SPACE}>"'][^{_SPACE}>]*+)"""
_NAME = rf"[^{_SPACE}/>][^{_SPACE}/>=]*+"
_EQUALS = rf"[{_SPACE}]*+=[{_SPACE}]*+"
_REST_OF_TAG = rf"(?:[{_SPACE}/]++|{_NAME}(?:{_EQUALS}{_VALUE}?+)?+)*+(>|\Z)"
_MARKUP = re.compile(
    rf"<(?:(/?[A-Za-z][^{_SPACE}/>]*+){_REST_OF_TAG}"
    r"|!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>|\Z))"
    r"|[!?][^>]*+(?:>|\Z)"
    r"|/(?:>|[^>A-Za-z][^>]*+(?:>|\Z)))"
)
_ATTRIBUTE = re.compile(rf"[{_SPACE}/]*+({_NAME})(?:{_EQUALS}({_VALUE}?+))?+")
_END_TAG = re.compile(rf"</([A-Za-z]++)(?=[{_SPACE}/>])")
_SCRIPT_MARK = re.compile(rf"<!--(-*+>)?|(-->)|<(/?)script(?=[{_SPACE}/>])", re.IGNORECASE)

# Elements whose content is text to the tokenizer (`noscript` as where scripts run).
_RAW = frozenset(
    {"script", "style", "title", "textarea", "noscript", "iframe", "xmp", "noembed", "noframes", "plaintext"}
)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]` in order; together they cover it without a gap.

    An element whose content is raw text (a script, a title, a form's text area) is one token of kind `OTHER`
    with its name, up to its end tag. Character references stay in the text tokens as written.
    """
    found: list[Token] = []
    add = found.append
    place = start
    is_xml = text.startswith("<?xml", start)  # where `<script/>` ends with itself
    while place < end:
        for match in _MARKUP.finditer(text, place, end):
            markup, markup_end = match.span()
            if markup > place:
                add((TEXT, place, markup, ""))
            place = markup_end
            name, closing = match.groups()
            if not closing:  # a comment and the like, or a tag that the end of the text cut off
                add((OTHER, markup, place, ""))
            elif name[0] == "/":
                add((END, markup, place, name[1:].lower()))
            elif (name := name.lower()) in _RAW and not (is_xml and text[place - 2] == "/"):
                place = _raw_end(text, name, place, end)
                add((OTHER, markup, place, name))
                break
            else:
                add((START, markup, place, name))
        else:
            if place < end:
                add((TEXT, place, end, ""))
            break
    return found


def _raw_end(text: str, name: str, start: int, end: int) -> int:
    """Where the end tag of a raw-text element begins, its content starting at `start`; `end` without one."""
    if name == "plaintext":
        return end
    if name == "script" and "<!--" in text[start : _end_tag(text, name, start, end)]:
        return _script_end(text, start, end)
    return _end_tag(text, name, start, end)


def _end_tag(text: str, name: str, start: int, end: int) -> int:
    for match in _END_TAG.finditer(text, start, end):
        if match[1].lower() == name:
            return match.start()
    return end


def _script_end(text: str, start: int, end: int) -> int:
    """The end of a script with `<!--` in it, where a `<script>` hides the next `</script>`."""
    escaped = nested = False
    for match in _SCRIPT_MARK.finditer(text, start, end):
        closed_at_once, closed, slash = match.groups()
        if closed:
            escaped = nested = False
        elif slash is None:
            escaped = escaped or not closed_at_once
            if closed_at_once:
                escaped = nested = False
        elif slash:
            if not nested:
                return match.start()
            nested = False
        else:
            nested = escaped
    return end


def attributes(text: str, token: Token) -> dict[str, str]:
    """The attributes of a start tag: names in lower case, references in values decoded, the first of a name."""
    _, start, end, name = token
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text, start + 1 + len(name), end - 1):
        value = match[2] or ""
        if value[:1] in ('"', "'"):
            value = value[1:-1]
        if "&" in value:
            from html import unescape

            value = unescape(value)
        found.setdefault(match[1].lower(), value)
    return found

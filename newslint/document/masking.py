"""Masks what stands in prose but is not prose: URLs, mail addresses, handles, hashtags, domain and file names,
paths and identifiers.

Masked text keeps its length, so that no offset moves: each code point becomes an object replacement
character. A mask grows from a sign that is cheap to find (`://`, `@`, a dot before a known ending) over the
characters that such a name can hold, and never over a full stop and a capital: of `example.org.The vote`
the sentence stays. The work is linear in the text.
"""

from __future__ import annotations

import re
from functools import cache

_OPAQUE = "\ufffc"

# Top-level domains that are no English words, and endings of file names that prose mentions.
_ENDINGS = frozenset(
    "com org net gov edu mil int info biz uk au ca eu fr de es jp cn ru ir nz ie ch nl se io tv dev ai xyz ly co "
    "il tr ae br mx kr pl ua dk cz gr pt hu ro sg hk tw th vn ph pk bd lk ng ke fm cc gl fi za sa "
    "htm html pdf md rst txt csv tsv json yml yaml toml lock xml js jsx ts tsx mjs py rs rb php java cpp css scss "
    "sh exe dll jpg jpeg png gif svg webp zip gz tar bz2 xz doc docx xls xlsx ppt pptx mp3 mp4 mov avi iso wasm cfg "
    "ini log sql tex epub ics "
    "COM ORG NET GOV PDF HTML JPG PNG GIF DOC XML ZIP".split()
)
_ENDING = re.compile(r"\.([A-Za-z][A-Za-z0-9]{1,4})(?![\w-])")
_HOST_AND_PATH = re.compile(r"\.[a-z]{2,6}/(?=\w)")

_HOST = r"[\w%@:\[\]-]++(?:\.(?![A-Z][a-z]+(?:[\s,;:]|\Z))[\w%@:-]++)*+"
_REST = r"[/?#][^\s\"“”‘’<>\[\]{}|—\ufffc]*+"
_URL = rf"://(?:{_HOST})?+(?:{_REST})?+"
_WWW = rf"(?<![\w.-])[wW]{{3}}\.{_HOST}(?:{_REST})?+"
_AFTER_ENDING = rf"(?:\.[a-z][a-z0-9]{{1,5}}(?![\w-]))*+(?::\d++)?+(?:{_REST})?+"
_AT = r"@\w[\w-]*+(?:\.[a-z0-9][\w-]*+)*+(?:@\w[\w-]*+(?:\.[a-z0-9][\w-]*+)++)?+"
_HASHTAG = r"#(?<![\w&/]#)(?=[^\W\d_])\w++"
_PATH = r"/(?:(?<=[\s(\"“'‘]/)|(?<=[\s(\"“'‘][~.]/)|(?<=\A/))[\w.~-]*\w/?+(?:(?<=/)[\w.~*-]++/?+)++"
_JOINED = r"(?<=[^\W_])_++(?=[^\W_])"
_SCOPED = r"::(?<=\w::)(?=\w)"
_IDENTIFIER = r"\w++(?:::\w++)*+(?:\(\))?+"

_compiled = cache(re.compile)  # each when a text first has its sign: together they take 4 ms

_LEFT_OF_SCHEME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.")
_LEFT_MARKS = frozenset("_-./~+%\\")
_LONGEST_LEFT = 256
_TRAILING = ".,;:!?'*_"


def mask(prose: str) -> str:
    """`prose` with every URL, address, handle, file name and the like masked, code point by code point."""
    spans: list[tuple[int, int]] = []
    if "/" in prose and "://" in prose:
        _mask_urls(prose, spans)
    if "www." in prose or "WWW." in prose:
        for match in _compiled(_WWW).finditer(prose):
            spans.append((match.start(), _right_end(prose, match.start(), match.end())))
    if "@" in prose:
        _mask_addresses(prose, spans)
    if "." in prose:
        _mask_names(prose, spans)
    if "_" in prose:
        _mask_identifiers(prose, _compiled(_JOINED), spans)
    if ":" in prose and "::" in prose:
        _mask_identifiers(prose, _compiled(_SCOPED), spans)
    if "#" in prose:
        spans += [match.span() for match in _compiled(_HASHTAG).finditer(prose)]
    if "/" in prose:
        spans += [_path(prose, *match.span()) for match in _compiled(_PATH).finditer(prose)]
    return _covered(prose, spans) if spans else prose


def _covered(prose: str, spans: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if end <= done:
            continue
        if start > done:
            parts.append(prose[done:start])
            done = start
        parts.append(_OPAQUE * (end - done))
        done = end
    parts.append(prose[done:])
    return "".join(parts)


def _right_end(prose: str, start: int, end: int) -> int:
    """The end of a URL without the punctuation of the sentence around it."""
    unpaired = prose.count(")", start, end) - prose.count("(", start, end)
    while end > start:
        last = prose[end - 1]
        if last == ")" and unpaired > 0:
            unpaired -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return end


def _name_end(prose: str, start: int, end: int) -> int:
    """The same for a name without `://`, where `.This` at the end is the next sentence."""
    end = _right_end(prose, start, end)
    dot = prose.rfind(".", start, end)
    if dot > start and prose[dot + 1 : end].isalpha() and prose[dot + 1 : end].istitle():
        return dot
    return end


def _mask_urls(prose: str, spans: list[tuple[int, int]]) -> None:
    done = 0
    for match in _compiled(_URL).finditer(prose):
        sign = match.start()
        start = sign
        floor = max(done, sign - 32)
        while start > floor and prose[start - 1] in _LEFT_OF_SCHEME:
            start -= 1
        done = max(_right_end(prose, sign, match.end()), sign + 3)
        spans.append((start, done))


def _mask_addresses(prose: str, spans: list[tuple[int, int]]) -> None:
    done = 0
    for match in _compiled(_AT).finditer(prose):
        sign, end = match.span()
        start = _left_end(prose, max(done, sign - _LONGEST_LEFT), sign)
        if start == sign and "@" not in prose[sign + 1 : end]:
            dot = prose.find(".", sign, end)
            end = dot if dot >= 0 else end  # a handle has no dot: it ends the sentence
        spans.append((start, end))
        done = end


def _mask_names(prose: str, spans: list[tuple[int, int]]) -> None:
    done = 0
    for match in _ENDING.finditer(prose):
        sign = match.start()
        if match[1] not in _ENDINGS or sign < done:
            continue
        start = _left_end(prose, max(done, sign - _LONGEST_LEFT), sign)
        if start == sign and match[1] != "NET":
            continue  # an ending without a name before it
        rest = _compiled(_AFTER_ENDING).match(prose, match.end())
        done = _name_end(prose, match.end(), rest.end() if rest else match.end())
        spans.append((start, done))
    if "/" in prose:
        done = 0
        for match in _HOST_AND_PATH.finditer(prose):
            sign = match.start()
            if sign < done:
                continue
            start = _left_end(prose, max(done, sign - _LONGEST_LEFT), sign)
            if start == sign:
                continue
            rest = _compiled(_AFTER_ENDING).match(prose, match.end() - 1)
            done = _name_end(prose, match.end(), rest.end() if rest else match.end())
            spans.append((start, done))


def _left_end(prose: str, floor: int, place: int) -> int:
    while place > floor and ((char := prose[place - 1]).isalnum() or char in _LEFT_MARKS):
        place -= 1
    return place


def _path(prose: str, start: int, end: int) -> tuple[int, int]:
    if start and prose[start - 1] in "~.":
        start -= 1
    return start, _right_end(prose, start, end)


def _mask_identifiers(prose: str, sign: re.Pattern[str], spans: list[tuple[int, int]]) -> None:
    done = 0
    for match in sign.finditer(prose):
        start, end = match.span()
        if start < done:
            continue
        floor = max(done, start - _LONGEST_LEFT)
        while start > floor:
            if (char := prose[start - 1]).isalnum() or char == "_":
                start -= 1
            elif start - 2 > floor and prose.startswith("::", start - 2):
                start -= 2
            else:
                break
        rest = _compiled(_IDENTIFIER).match(prose, end)
        done = rest.end() if rest else end
        spans.append((start, done))

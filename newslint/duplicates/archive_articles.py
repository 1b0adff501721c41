"""What an archive says of an article, taken from its source: id, title, address, credit; and how ids compare."""

from __future__ import annotations

import os
import re
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from newslint.duplicates.stores.protocol import Entry, NewArticle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newslint.duplicates.records import Article, Record

_HEAD = 65_536
"""Code points of an HTML page in which metadata is looked for."""
_LONGEST = 300
"""Code points of a title, address or credit that are kept."""

_TITLE = r"^(?:title|headline)[ \t]*[:=][ \t]*(\S[^\r\n]*)"
_URL = r"^(?:url|canonical(?:_url)?|permalink|link)[ \t]*[:=][ \t]*(\S[^\r\n]*)"
_CREDIT = r"^(?:credit|source|agency|provider|byline|authors?)[ \t]*[:=][ \t]*(\S[^\r\n]*)"
_TAG = r"<(?:link|meta)\b[^<>]{1,600}>"
_TAG_NAME = r"""\b(?:rel|property|name)=["']?([\w:.-]+)"""
_TAG_VALUE = r"""\b(?:href|content)=(?:"([^"]*)"|'([^']*)')"""
_URL_TAGS = ("canonical", "og:url")
_CREDIT_TAGS = ("author", "article:author", "dc.creator")
_TITLE_TAGS = ("og:title",)
_pattern = cache(re.compile)


def describe(record: Record, document: Article) -> None:
    """Enter title, address and credit into a record: from front matter or HTML metadata; the title else from the first block."""
    text = document.source.text
    if document.front_matter is not None:
        front_matter = text[slice(*document.front_matter)]
        record.title = _value(_TITLE, front_matter)
        record.url = _value(_URL, front_matter)
        record.credit = _value(_CREDIT, front_matter)
    elif "<meta" in text[:_HEAD] or "<link" in text[:_HEAD]:
        tags = _tags(text[:_HEAD])
        record.title, record.url, record.credit = (
            next((tags[name] for name in names if name in tags), None)
            for names in (_TITLE_TAGS, _URL_TAGS, _CREDIT_TAGS)
        )
    if record.title is None:
        record.title = next((" ".join(record.prose[a:b].split())[:_LONGEST] for a, b in record.spans if b > a), None)


def _value(pattern: str, front_matter: str) -> str | None:
    """The value of a key of front matter, as text: without quotation marks, the brackets of a list, a comment."""
    match = _pattern(pattern, re.M | re.I).search(front_matter)
    if match is None:
        return None
    value = match[1].strip()
    if value[:1] in "\"'" and value.find(value[0], 1) > 0:
        value = value[1 : value.find(value[0], 1)]
    else:
        value = value.partition(" #")[0].strip("[] \t").replace('"', "").replace("'", "")
    return value[:_LONGEST] or None


def _tags(head: str) -> dict[str, str]:
    """The values of an HTML page's `link` and `meta` tags by their names, the first of each name."""
    from html import unescape

    found: dict[str, str] = {}
    for tag in _pattern(_TAG, re.I).findall(head):
        name = _pattern(_TAG_NAME, re.I).search(tag)
        value = _pattern(_TAG_VALUE, re.I).search(tag)
        if name and value:
            found.setdefault(name[1].lower(), unescape(value[1] or value[2] or "").strip()[:_LONGEST])
    return {name: value for name, value in found.items() if value}


def path_id(path: str, root: str = "") -> str:
    """The id of an article that has none but its path: relative to `root` (the current folder for none), with `/`.

    A path outside of it stays absolute.
    """
    absolute = os.path.realpath(path)
    relative = os.path.relpath(absolute, os.path.realpath(root or "."))
    return (absolute if relative.startswith("..") else relative).replace(os.sep, "/")


def ids_of(record: Record, root: str = "") -> list[str]:
    """The ids under which an article may be archived, the surest first: its own, its address, its path."""
    return [id for id in (record.id, record.url, path_id(record.path, root)) if id]


def is_own(entry: Entry, record: Record, ids: Iterable[str]) -> bool:
    """Whether an archived article is the one at hand, or one of them is said to be a version of the other."""
    if entry.id in ids or (entry.url is not None and entry.url == record.url):
        return True
    return (
        entry.id in record.versions
        or not record.versions.isdisjoint((entry.url,))
        or any(id in entry.versions for id in ids)
    )


def is_later(published: str | None, limit: str | None) -> bool:
    """Whether a date is certainly after another: both known, and different as far as both are given."""
    if not published or not limit:
        return False
    known = min(len(published), len(limit))
    return published[:known] > limit[:known]


def entry_of(record: Record, id: str) -> Entry:
    """The catalogue entry of a record."""
    return Entry(
        _text(id) or "", _text(record.title), _text(record.url), _text(record.published), _text(record.credit),
        tuple(sorted(_text(version) or "" for version in record.versions)),
    )  # fmt: skip


def _text(value: str | None) -> str | None:
    """A value that any database takes: without lone surrogates and NULs."""
    return value and value.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def content_of(entry: Entry, text: str, format: str) -> int:
    """A signed 64-bit number of all that is archived of an article: its entry, its text, the format that it is read as."""
    digest = blake2b(digest_size=8)
    for part in (format, entry.id, entry.title, entry.url, entry.published, entry.credit, *entry.versions, text):
        data = (part or "").encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return int.from_bytes(digest.digest(), "little", signed=True)


def new_article(record: Record, entry: Entry, content: int, keep_text: bool = False) -> NewArticle:
    """A record as a store takes it."""
    sections = record.sections
    return NewArticle(entry, content, sections.words, sections.bounds, record.prose if keep_text else None)

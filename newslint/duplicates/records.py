"""What is kept of a document to compare it with others."""

from __future__ import annotations

import re
from array import array
from functools import cache
from typing import TYPE_CHECKING

from newslint.duplicates.sections import Sections, made_of, of_spans

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from newslint.duplicates.sections import BlockOfProse, ParsedDocument

    class SourceText(Protocol):
        """What a source must tell."""

        text: str
        path: str

    class Article(ParsedDocument, Protocol):
        """What a document must tell to be compared with others."""

        front_matter: tuple[int, int] | None

        @property
        def source(self) -> SourceText:
            """The decoded source."""


_HEAD = 65_536
"""Code points of a source in which metadata is looked for where there is no front matter."""

_CHARACTERS_A_BATCH = 400_000
"""Code points hashed together: their words stay in the second-level cache."""

_DAY = r"(\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?)"
_PUBLISHED = rf"^(?:date|published|published[_-]?(?:at|on|time)|publish[_-]?date)[ \t]*[:=][ \t]*[\"']?{_DAY}"
_ID = r"^(?:id|guid)[ \t]*[:=][ \t]*[\"']?([^\s\"'#][^\r\n\"'#]{0,200})"
_VERSIONS = r"^(?:translation|version)[_-]of[ \t]*[:=][ \t]*[\"'\[]*([^\r\n\]]{1,400})"
_TITLE = r"^(?:title|headline)[ \t]*[:=][ \t]*([^\r\n]{1,300})"
_LINKS = (r"\]\(([^\s()]{3,300})", r"\]: ?([^\s\[]{3,300})", r"href=[\"']([^\s\"']{3,300})")
_SHORTEST_SLUG = 6
_DATED = r"^\d{4}-\d\d-\d\d-"
_META = rf"(?:article:published_time|datePublished)[\"'][^>{{}}]{{0,40}}?[\"']{_DAY}"
_pattern = cache(re.compile)


class Record:
    """One document of a run, light enough to keep thousands and to pass between processes.

    - `path`: the path of its source, as reports name it;
    - `prose`, `spans`, `kinds`: its prose, and the span in it (code points) and kind of each block;
    - `id`: the article's id, where it has one; records of one id are versions of one article and never match;
    - `published`: when it was published, in ISO 8601 without a zone, compared as text; None where it is not known;
    - `versions`: ids of other articles that it may repeat: what it translates, what it is a version of;
    - `headline`: the title of its front matter, or its first block where that is a heading;
    - `links`: the targets of its links, as they are written;
    - `title`, `url`, `credit`: what an archive says of it besides; entered only where there is an archive.
    """

    __slots__ = (
        "_sections", "credit", "headline", "id", "kinds", "links", "path", "prose", "published", "spans", "title", "url",
        "versions",
    )  # fmt: skip

    def __init__(self, path: str, prose: str, blocks: Sequence[BlockOfProse]) -> None:
        self.path = path
        self.prose = prose
        self.spans = [(block.start, block.end) for block in blocks]
        self.kinds = [block.kind for block in blocks]
        self.id: str | None = None
        self.published: str | None = None
        self.versions: frozenset[str] = frozenset()
        self.headline: str | None = None
        self.links: tuple[str, ...] = ()
        self.title: str | None = None
        self.url: str | None = None
        self.credit: str | None = None
        self._sections: Sections | None = None

    @property
    def sections(self) -> Sections:
        """The word hashes of the prose, made when first asked for; `hash_all` makes those of many at once."""
        if self._sections is None:
            self._sections = of_spans(self.prose, self.spans, self.kinds)
        return self._sections

    def may_repeat(self, other: Record) -> bool:
        """Whether the two are the same article, or said to belong together."""
        if self.path == other.path or (self.id is not None and self.id == other.id):
            return True
        return self.id in other.versions or other.id in self.versions

    def links_to(self, other: Record) -> bool:
        """Whether this has a link whose last part is the name of the other's file, without date and extension."""
        slug = _slug(other.path)
        return len(slug) >= _SHORTEST_SLUG and any(_slug(link) == slug for link in self.links)

    def is_later_than(self, other: Record) -> bool:
        """Whether this is the later of the two: by date where both have one and they differ, else by path."""
        if self.published and other.published and self.published != other.published:
            return self.published > other.published
        return self.path > other.path


def _slug(path: str) -> str:
    """The last part of a path or an address that names something, without date, extension and what follows `?` or `#`."""
    parts = _pattern(r"[?#]").split(path, 1)[0].replace("\\", "/").rstrip("/").lower().rsplit("/", 2)
    stem = parts[-1].removesuffix(".md").removesuffix(".markdown").removesuffix(".html").removesuffix(".htm")
    if stem in ("index", "_index") and len(parts) > 1:
        stem = parts[-2]
    return _pattern(_DATED).sub("", stem)


def record_of(document: Article) -> Record:
    """The record of a document; id, date, headline and versions from its front matter, or the date from HTML metadata.

    Front matter keys: `title` or `headline`; `id` or `guid`; `date`, `published`, `published_at` and the like; `translation_of` and
    `version_of`, an id or a list of ids. YAML and TOML are read alike, a line at a time.
    """
    text, record = document.source.text, Record(document.source.path, document.prose, document.blocks)
    record._sections = made_of(document)
    record.links = tuple(link for pattern in _LINKS for link in _pattern(pattern).findall(text))
    if record.kinds and record.kinds[0] == "heading":
        record.headline = record.prose[slice(*record.spans[0])]
    if document.front_matter is None:
        match = _pattern(_META).search(text, 0, _HEAD) if text.find("ublished", 0, _HEAD) >= 0 else None
        record.published = match[1].replace(" ", "T") if match else None
        return record
    front_matter = text[slice(*document.front_matter)]
    if published := _pattern(_PUBLISHED, re.M | re.I).search(front_matter):
        record.published = published[1].replace(" ", "T")
    if title := _pattern(_TITLE, re.M).search(front_matter):
        record.headline = title[1].strip(" \t\"'")
    if own := _pattern(_ID, re.M).search(front_matter):
        record.id = own[1].strip()
    if versions := _pattern(_VERSIONS, re.M).search(front_matter):
        record.versions = frozenset(version.strip(" \t\"'") for version in versions[1].split(",")) - {""}
    return record


def hash_all(records: Sequence[Record]) -> None:
    """Make the sections of many records at once, in numpy: a third of the work of one at a time.

    A text that several records have is hashed once.
    """
    from newslint.duplicates import batch

    by_text: dict[tuple[str, tuple[tuple[int, int], ...]], list[Record]] = {}
    for record in records:
        if record._sections is None:
            by_text.setdefault((record.prose, tuple(record.spans)), []).append(record)
    waiting = list(by_text.items())
    start = 0
    while start < len(waiting):
        end, characters = start, 0
        while end < len(waiting) and characters < _CHARACTERS_A_BATCH:
            characters += len(waiting[end][0][0])
            end += 1
        chunk = waiting[start:end]
        hashes, bounds = batch.words([prose[a:b] for (prose, spans), _ in chunk for a, b in spans])
        block = 0
        for (_, spans), same in chunk:
            own = bounds[block : block + len(spans) + 1]
            words = array("I", hashes[own[0] : own[-1]].tobytes())
            inner = (own - own[0]).tolist()
            for record in same:
                record._sections = Sections(words, inner, record.spans, record.kinds)
            block += len(spans)
        start = end

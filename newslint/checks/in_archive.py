"""A section that an earlier article of the archive has already.

The archive is the index that `newslint index` keeps, named by `index` in the configuration or by `--index`. What
matches is as in duplicates/in-run. Never reported are

- the article itself, under its id (front matter), its address or its path, its versions, and what it translates;
- what was published later than the article, or than `--as-of`;
- what more than 64 archived articles have (boilerplate), and a passage of less than half of the article that
  `articles` archived ones or more have (standing matter).

A passage is reported once, with the earliest article that has it; and an archived article once, with all the
passages that come from it. Copy that an article credits to one of the names in `credit` (news agencies) is
allowed where the archived article credits the same one, or nobody: it is a suggestion, not an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.finding import ArchivedArticle, Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newslint.duplicates.archive import Republished
    from newslint.duplicates.archive_asking import Archive
    from newslint.duplicates.passages import Passage
    from newslint.duplicates.records import Record
    from newslint.duplicates.stores.protocol import Entry

_NO_NAMES = [""]
DEFAULTS: dict[str, Any] = {"articles": 5, "credit": _NO_NAMES}

HEAD_OR_FOOT = 300
"""Code points at either end of an article in which it names who supplied it."""


def check_run(documents: Sequence[Record], archive: Archive | None, settings: Mapping[str, Any]) -> Iterator[Hit]:
    """Hits on what the archive has already, each with the archived passages as its related places."""
    if archive is None:
        return
    if len(documents) > 1:
        from newslint.duplicates.records import hash_all

        hash_all(documents)
    names = [name for name in settings["credit"] if name]
    for record in documents:
        yield from _hits(record, archive.find(record).matches, int(settings["articles"]), names)


def _hits(record: Record, matches: Sequence[Republished], least: int, names: Sequence[str]) -> Iterator[Hit]:
    if not matches:
        return
    from newslint.duplicates.alignment import matched
    from newslint.duplicates.passages import Places

    places = Places(record.prose, record.sections)
    everywhere = [passage.later for match in matches for passage in match.passages]
    told: list[tuple[int, int]] = []
    for match in sorted(matches, key=_earliest_first):
        entry = match.archived.entry
        new = [
            passage
            for passage in match.passages
            if not any(_is_mostly(passage.later, other) for other in told)
            and not _is_standing(passage, everywhere, least, len(record.sections.words))
        ]
        if not new:
            continue
        told += [passage.later for passage in new]
        longest = max(new, key=lambda passage: matched(passage.runs))
        others = sum(_is_mostly(longest.later, other) for other in everywhere) - 1
        credited = next((name for name in names if _credits(record, name) and _allows(entry, name)), None)
        yield Hit(
            *places.span(*longest.later),
            path=record.path,
            arguments=(_named(entry), _how(longest, len(new), others, credited)),
            related=tuple(_related(entry, passage) for passage in new),
            similarity=longest.similarity,
            level="suggestion" if credited else None,
        )


def _earliest_first(match: Republished) -> tuple[bool, str, int, str]:
    entry = match.archived.entry
    return entry.published is None, entry.published or "", -match.words, entry.id


def _is_mostly(words: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether half of a range of words or more lies in another."""
    return 2 * (min(words[1], other[1]) - max(words[0], other[0])) >= words[1] - words[0]


def _is_standing(passage: Passage, everywhere: Sequence[tuple[int, int]], least: int, words: int) -> bool:
    start, end = passage.later
    if 2 * (end - start) >= words:
        return False
    return sum(_is_mostly(passage.later, other) for other in everywhere) >= least


def _credits(record: Record, name: str) -> bool:
    """Whether an article names who supplied it: in its metadata, or at its head or foot."""
    if name.casefold() in (record.credit or "").casefold():
        return True
    return name in record.prose[:HEAD_OR_FOOT] or name in record.prose[-HEAD_OR_FOOT:]


def _allows(entry: Entry, name: str) -> bool:
    return entry.credit is None or name.casefold() in entry.credit.casefold()


def _named(entry: Entry) -> str:
    name = f"“{entry.title}”" if entry.title else entry.id
    return f"{name}, {entry.published[:10]}" if entry.published else name


def _how(passage: Passage, passages: int, others: int, credited: str | None) -> str:
    """How much alike the longest passage is, and what else there is to say."""
    exact = passage.similarity >= 1
    parts = ["word for word" if exact else f"{passage.similarity:.0%} the same words"]
    if passages > 1:
        parts.append(f"{passages} passages")
    if others > 0:
        parts.append(f"and in {others} more")
    if credited:
        parts.append(f"credited to {credited}")
    return ", ".join(parts)


def _related(entry: Entry, passage: Passage) -> Related:
    archived = ArchivedArticle(entry.id, entry.title, entry.url, entry.published)
    return Related("The archived copy", archive=archived, words=passage.earlier)

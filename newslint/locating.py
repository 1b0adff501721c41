"""Hit -> finding: the place in the source, the words of the message, and the fix that may be offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.finding import Edit, Finding, Fix, RelatedPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.document import Document
    from newslint.finding import Hit, Related, Safety
    from newslint.rules import Rule

LONGEST_QUOTE = 60
"""How many code points of a hit's text a message repeats."""


def locate(document: Document, hit: Hit) -> tuple[int, int]:
    """The source span of a hit."""
    if hit.in_source:
        return hit.start, hit.end
    return document.offsets.to_source(hit.start, hit.end)


def finding_of(
    document: Document,
    start: int,
    end: int,
    rule: Rule,
    hit: Hit,
    document_at: Callable[[str], Document] | None = None,
) -> Finding:
    """A hit at source span `start:end` as a finding of its rule; `document_at` finds other documents by path."""
    source = document.source
    text = source.text[start:end]
    return Finding(
        path=source.path,
        code=rule.code,
        rule=rule.name,
        category=rule.category,
        level=hit.level or rule.level,
        message=message_of(rule, hit, text),
        text=text,
        start=source.position(start),
        end=source.position(end),
        suggestions=hit.suggestions,
        fix=fix_of(document, rule, hit),
        related=tuple(_related(document, hit, place, document_at) for place in hit.related),
        similarity=hit.similarity,
        url=rule.link,
    )


def message_of(rule: Rule, hit: Hit, text: str) -> str:
    """The rule's message with its `%s` filled in order by the hit's arguments, or by its text without any."""
    message = hit.message or rule.message
    if "%s" not in message:
        return message
    quoted = " ".join(text.split())
    if len(quoted) > LONGEST_QUOTE:
        quoted = quoted[: LONGEST_QUOTE - 1].rstrip() + "…"
    pieces = message.split("%s")
    arguments = [*hit.arguments, *[quoted] * (len(pieces) - 1)]
    return "".join(
        piece + argument for piece, argument in zip(pieces, [*arguments[: len(pieces) - 1], ""], strict=True)
    )


def _related(
    document: Document, hit: Hit, place: Related, document_at: Callable[[str], Document] | None
) -> RelatedPlace:
    if place.archive is not None:
        return RelatedPlace(place.message, archive=place.archive, words=place.words)
    home = document if place.path is None or document_at is None else document_at(place.path)
    start, end = (place.start, place.end) if hit.in_source else home.offsets.to_source(place.start, place.end)
    return RelatedPlace(
        place.message, home.source.path, home.source.position(start), home.source.position(end)
    )


def fix_of(document: Document, rule: Rule, hit: Hit) -> Fix | None:
    """The fix that a hit may offer, or None.

    Every edit must lie in one exact piece, so that no markup and no entity is touched. Inside a quotation
    only white space may change, and that is unsafe. No fix is safer than its rule allows.
    """
    if not hit.edits or rule.fix is None:
        return None
    safety: Safety = "safe" if rule.fix == "safe" and hit.safety == "safe" else "unsafe"
    if hit.in_source:
        return Fix(safety, hit.edits)
    edits = []
    for edit in hit.edits:
        if not document.offsets.is_exact(edit.start, edit.end):
            return None
        if document.is_quoted(edit.start, edit.end):
            if edit.text.strip() or document.prose[edit.start : edit.end].strip():
                return None
            safety = "unsafe"
        edits.append(Edit(*document.offsets.to_source(edit.start, edit.end), edit.text))
    return Fix(safety, tuple(edits))

"""Rules x documents -> findings: order, one voice a spot, and what a fix may touch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newslint import checks
from newslint.document import parse
from newslint.finding import Edit, Finding, Fix, Hit, RelatedPlace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newslint.document import Document
    from newslint.finding import Safety
    from newslint.rules import Rule
    from newslint.source import Source


@dataclass(slots=True)
class ActiveRule:
    """A rule joined with its check and prepared settings."""

    rule: Rule
    check: Callable[[Document, Any], Iterator[Hit]]
    settings: Any


def activate(rules: Iterable[Rule]) -> list[ActiveRule]:
    """The rules whose checks look at one article, with their settings prepared."""
    active = []
    for rule in rules:
        module = checks.load(rule.check)
        settings: Any = {**getattr(module, "DEFAULTS", {}), **rule.settings}
        if hasattr(module, "prepare"):
            settings = module.prepare(settings)
        if hasattr(module, "check"):
            active.append(ActiveRule(rule, module.check, settings))
    return active


class Linter:
    """Runs rules over sources."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.active = activate(rules)

    def lint(self, source: Source) -> list[Finding]:
        """The findings of the one-article rules on a source, in reading order."""
        return self.lint_document(parse(source))

    def lint_document(self, document: Document) -> list[Finding]:
        """The findings of the one-article rules on a document, in reading order."""
        found: list[tuple[int, int, Rule, Hit]] = []
        for active in self.active:
            for hit in active.check(document, active.settings):
                start, end = locate(document, hit)
                found.append((start, end, active.rule, hit))
        found.sort(key=lambda entry: (entry[0], entry[1], entry[2].code))
        return [
            finding_of(document, start, end, rule, hit) for start, end, rule, hit in one_voice(found)
        ]


def locate(document: Document, hit: Hit) -> tuple[int, int]:
    """The source span of a hit."""
    if hit.in_source:
        return hit.start, hit.end
    return document.offsets.to_source(hit.start, hit.end)


def one_voice(found: list[tuple[int, int, Rule, Hit]]) -> list[tuple[int, int, Rule, Hit]]:
    """Drops a finding where another, to which its rule yields, overlaps it (both sorted by start)."""
    kept = []
    for index, (start, end, rule, hit) in enumerate(found):
        silenced = False
        for other_start, other_end, other, _ in found:
            if other_start >= end:
                break
            if other_end > start and other is not rule and (
                other.code in rule.yields_to or other.category in rule.yields_to
            ):
                silenced = True
                break
        if not silenced:
            kept.append(found[index])
    return kept


def finding_of(document: Document, start: int, end: int, rule: Rule, hit: Hit) -> Finding:
    """A hit, located at source span `start:end`, as a finding of its rule."""
    source = document.source
    text = source.text[start:end]
    arguments = hit.arguments or (" ".join(text.split()),)
    message = hit.message or rule.message
    for argument in arguments:
        message = message.replace("%s", argument, 1)
    related = tuple(
        RelatedPlace(
            place.message,
            place.path or source.path,
            *(source.position(offset) for offset in locate(document, Hit(place.start, place.end, in_source=hit.in_source))),
        )
        for place in hit.related
    )
    return Finding(
        path=source.path,
        code=rule.code,
        rule=rule.name,
        category=rule.category,
        level=rule.level,
        message=message,
        text=text,
        start=source.position(start),
        end=source.position(end),
        suggestions=hit.suggestions,
        fix=fix_of(document, rule, hit),
        related=related,
        similarity=hit.similarity,
        url=rule.link,
    )


def fix_of(document: Document, rule: Rule, hit: Hit) -> Fix | None:
    """The fix that a hit may offer: exact in the source, no word changed inside a quotation, no safer than its rule."""
    if not hit.edits or rule.fix is None:
        return None
    safety: Safety = "safe" if rule.fix == "safe" and hit.safety == "safe" else "unsafe"
    edits = []
    for edit in hit.edits:
        if hit.in_source:
            edits.append(edit)
            continue
        if not document.offsets.is_exact(edit.start, edit.end):
            return None
        if document.is_quoted(edit.start, edit.end):
            if edit.text.strip() or document.prose[edit.start : edit.end].strip():
                return None
            safety = "unsafe"
        start, end = document.offsets.to_source(edit.start, edit.end)
        edits.append(Edit(start, end, edit.text))
    return Fix(safety, tuple(edits))

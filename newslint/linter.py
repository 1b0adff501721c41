"""Rules x documents -> findings: which rules run on a document, in which order, and who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from newslint import checks, lexicon
from newslint.checks._words_in_place import strangers
from newslint.document import parse
from newslint.finding import Finding, Hit, InputError, Skipped
from newslint.locating import finding_of, locate
from newslint.voices import one_voice, silences

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from newslint.document import Document
    from newslint.rules import Rule
    from newslint.source import Source
    from newslint.voices import Located

LANGUAGE_FREE = ("tables", "references", "duplicates", "RES105", "SPC106")
"""Packs and codes that run on a document whose words are mostly unknown, too."""


class ActiveRule(NamedTuple):
    """A rule joined with the function of its check and the settings that function takes."""

    rule: Rule
    check: Callable[..., Iterator[Hit]]
    settings: Any
    any_language: bool
    takes_accepted: bool
    """Whether the words that a configuration accepts silence it."""


class Outcome(NamedTuple):
    """What linting one document gave."""

    findings: list[Finding]
    errors: list[InputError]
    skipped: list[Skipped]


def activate(rules: Iterable[Rule]) -> tuple[list[ActiveRule], list[ActiveRule]]:
    """The rules that look at one article, and those that compare several, with their settings prepared."""
    single: list[ActiveRule] = []
    several: list[ActiveRule] = []
    for rule in rules:
        module = checks.load(rule.check)
        settings: Any = {**getattr(module, "DEFAULTS", {}), **rule.settings}
        takes_accepted = rule.category in ("spelling", "capitalization") or (
            bool(settings.get("vocab")) and not settings.get("nonword")
        )
        if hasattr(module, "prepare"):
            settings = module.prepare(settings)
        free = rule.code in LANGUAGE_FREE or rule.category in LANGUAGE_FREE
        if hasattr(module, "check"):
            single.append(ActiveRule(rule, module.check, settings, free, takes_accepted))
        if hasattr(module, "check_run"):
            several.append(ActiveRule(rule, module.check_run, settings, free, takes_accepted))
    return single, several


class Linter:
    """Runs rules over documents, one at a time."""

    def __init__(self, rules: Iterable[Rule], accepted: Collection[str] = ()) -> None:
        self.rules = list(rules)
        self.active, self.active_in_run = activate(self.rules)
        self._free = [active for active in self.active if active.any_language]
        self.accepted = frozenset(accepted)
        """Words (exact case) that no spelling or capitalization rule reports, nor one with Vale's key `vocab`."""

    def lint(self, source: Source) -> list[Finding]:
        """The findings of the one-article rules on a source, in reading order."""
        return self.lint_document(parse(source)).findings

    def lint_document(self, document: Document) -> Outcome:
        """What the one-article rules find in a document, in reading order."""
        errors: list[InputError] = []
        skipped: list[Skipped] = []
        active = self.active
        if not is_english(document):
            active = self._free
            skipped.append(Skipped(document.path, "all but " + ", ".join(LANGUAGE_FREE), "not English"))
        found: list[Located] = []
        for rule, check, settings, _, takes_accepted in active:
            try:
                for hit in check(document, settings):
                    start, end = locate(document, hit)
                    if not (self.accepted and takes_accepted and self._is_accepted(document, start, end)):
                        found.append((start, end, rule, hit))
            except Exception as error:  # one broken rule must not hide what the others find
                errors.append(internal_error(document.path, rule, error))
        if not found:
            return Outcome([], errors, skipped)
        found.sort(key=lambda located: (located[0], located[1], located[2].code))
        findings = [finding_of(document, start, end, rule, hit) for start, end, rule, hit in one_voice(found)]
        return Outcome(_limited(findings, self.active), errors, skipped)

    def reports(self, active: ActiveRule, document: Document, start: int, end: int, known: Iterable[Finding]) -> bool:
        """Whether a rule that compares articles may speak of a source span of one, beside its `known` findings."""
        if all(own.rule.code != active.rule.code for own in self.active_in_run):
            return False
        if active.takes_accepted and self._is_accepted(document, start, end):
            return False
        if not active.any_language and not is_english(document):
            return False
        return not any(
            finding.start.offset < end and start < finding.end.offset and silences(finding, active.rule)
            for finding in known
        )

    def _is_accepted(self, document: Document, start: int, end: int) -> bool:
        text = document.source.text[start:end]
        return text in self.accepted or text.removesuffix("'s").removesuffix("’s") in self.accepted


def is_english(document: Document) -> bool:
    """Whether at least half of the document's words are known, so that rules about English may run."""
    words = document.words
    strange = sum(map(len, strangers(document).values()))
    return 2 * strange <= len(words.distinct) or lexicon.is_english(words.texts)


def internal_error(path: str, rule: Rule, error: Exception) -> InputError:
    """An unforeseen failure of a rule, as an error of the run that names the file, the rule and the place."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" ({trace.tb_frame.f_code.co_filename}:{trace.tb_lineno})" if trace is not None else ""
    return InputError(
        path, f"internal error in {rule.code} {rule.name}: {type(error).__name__}: {error}{place}"
    )


def _limited(findings: list[Finding], active: list[ActiveRule]) -> list[Finding]:
    limits = {entry.rule.code: entry.rule.limit for entry in active if entry.rule.limit}
    if not limits:
        return findings
    kept = []
    for finding in findings:
        left = limits.get(finding.code)
        if left is None:
            kept.append(finding)
        elif left > 0:
            limits[finding.code] = left - 1
            kept.append(finding)
    return kept

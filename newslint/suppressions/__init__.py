"""Comments in an article that silence rules, and the front matter's key `newslint`.

    <!-- newslint-disable-next-line SPC101 -- the agency's own spelling -->
    <!-- newslint-disable-line SPC101, spelling -->
    <!-- newslint-disable tables --> ... <!-- newslint-enable tables -->
    <!-- newslint-disable-file -->

What is named are codes and their beginnings, packs, names, or nothing for all rules; a reason may follow
` -- `. The next line is the next that is not blank. In front matter, `newslint: off` silences all rules, and
`newslint: [SPC101]` or `newslint: {disable: [SPC101]}` some, for the whole file. Comments count in Markdown,
HTML and plain text, but not inside code.

A suppression that silences nothing is itself found (`unused-suppression`), and so is one that is misspelt or
names no rule (`unknown-suppression`). An article without suppressions costs one search for `newslint`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.finding import Finding
from newslint.rules.selection import selects

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newslint.document import Document
    from newslint.finding import Position
    from newslint.rules import Rule

class Suppression:
    """One comment, or the front matter's key: where it stands, and what it silences.

    `first` and `last` bound the source offsets (half-open) at which a silenced finding may start or end.
    """

    __slots__ = ("end", "first", "last", "selectors", "start", "text", "used", "wrong")

    def __init__(self, start: Position, end: Position, text: str, selectors: tuple[str, ...]) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.selectors = selectors
        self.first = self.last = 0
        self.used: set[str] = set()
        """The selectors that silenced something; `ALL` where none is named."""
        self.wrong = ""
        """What is wrong with it, where it cannot be read."""

    def silences(self, finding: Finding) -> bool:
        """Whether a finding is silenced, which is then noted."""
        if not (self.first < finding.end.offset and finding.start.offset < self.last) and not (
            self.first <= finding.start.offset < self.last
        ):
            return False
        named = [name for name in self.selectors if selects(name, finding.code, finding.rule)]
        if self.selectors and not named:
            return False
        self.used.update(named or ("ALL",))
        return True


class Suppressions:
    """The suppressions of one article. Plain data that may pass between processes."""

    __slots__ = ("entries", "path")

    def __init__(self, path: str, entries: list[Suppression]) -> None:
        self.path = path
        self.entries = entries

    @classmethod
    def of(cls, document: Document) -> Suppressions | None:
        """The suppressions of a document; None where it has none."""
        if "newslint" not in document.source.text:
            return None
        from newslint.suppressions.reading import comments, front_matter

        entries = front_matter(document) + comments(document)
        return cls(document.path, entries) if entries else None

    def apply(self, findings: Iterable[Finding]) -> tuple[list[Finding], int]:
        """The findings that are not silenced, and how many are."""
        kept, silenced = [], 0
        for finding in findings:
            # every suppression in reach is asked, so that each one learns that it is used
            asked = [entry.silences(finding) for entry in self.entries]
            if any(asked):
                silenced += 1
            else:
                kept.append(finding)
        return kept, silenced

    def findings(self, active: Sequence[Rule], known: Iterable[Rule]) -> list[Finding]:
        """What there is to say of the suppressions themselves, once every finding went through `apply`.

        `active` are the rules that ran, `known` all rules there are. A suppression of rules that did not run
        is not called unused, nor is one of all rules where some did not run.
        """
        unused = next((rule for rule in active if rule.check == "unused-suppression"), None)
        unknown = next((rule for rule in active if rule.check == "unknown-suppression"), None)
        known = list(known)
        complete = {rule.code for rule in known if rule.enabled} <= {rule.code for rule in active}
        found = []
        for entry in self.entries:
            if entry.wrong:
                if unknown is not None:
                    found.append(self._finding(unknown, entry, entry.wrong))
                continue
            for selector in entry.selectors:
                if not _names(selector, known):
                    if unknown is not None:
                        found.append(self._finding(unknown, entry, f"no rule is called “{selector}”"))
                elif unused is not None and selector not in entry.used and _names(selector, active):
                    found.append(self._finding(unused, entry, selector))
            if not entry.selectors and not entry.used and complete and unused is not None:
                found.append(self._finding(unused, entry, "all rules"))
        return found

    def _finding(self, rule: Rule, entry: Suppression, argument: str) -> Finding:
        return Finding(
            path=self.path,
            code=rule.code,
            rule=rule.name,
            category=rule.category,
            level=rule.level,
            message=rule.message.replace("%s", argument, 1),
            text=entry.text,
            start=entry.start,
            end=entry.end,
            url=rule.link,
        )


def _names(selector: str, rules: Iterable[Rule]) -> bool:
    return selector == "ALL" or any(selects(selector, rule.code, rule.name) for rule in rules)

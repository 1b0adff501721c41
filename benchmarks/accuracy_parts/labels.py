"""Labels: what a reader said of findings on clean text, kept without the text.

A spot is known by a hash of tool, corpus, rule and the text around it. Which findings are looked at is decided by
the hashes, too: the lowest ones of a corpus are its sample, as good as random, and the same again after a rule has
changed, but for what the change took away and brought in.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from benchmarks.accuracy_parts.intervals import poisson, wilson

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE = Path(__file__).parents[1] / "labels" / "clean.json"

Verdict = Literal["true", "false"]
"""Whether a good copy editor would change what the finding points at."""


class Finding(NamedTuple):
    """A finding of any tool on clean text."""

    tool: str
    corpus: str
    rule: str
    spot: str
    shown: str
    half: int = 0
    """1 where the article's index in its corpus is odd: lists and patterns are made from the others alone."""


def finding(
    tool: str, corpus: str, rule: str, path: str, text: str, start: int, end: int, said: str, half: int = 0
) -> Finding:
    """A finding with the hash of its spot; `text` is the whole source."""
    around = " ".join((text[max(0, start - 40) : start] + "\0" + text[start:end][:200] + "\0" + text[end : end + 40]).split())
    spot = hashlib.sha256("\n".join((tool, corpus, rule, around)).encode()).hexdigest()[:12]
    inside = text[start:end] if end - start < 160 else f"{text[start : start + 80]} ... {text[end - 60 : end]}"
    shown = f"{path}:{text.count(chr(10), 0, start) + 1} …{text[max(0, start - 90) : start]}[[{inside}]]{text[end : end + 70]}… {said}"
    return Finding(tool, corpus, rule, spot, shown.replace("\n", "⏎").replace("\r", ""), half)


class Label(NamedTuple):
    """A reader's verdict on a spot, and why."""

    verdict: Verdict
    reason: str


def load(path: Path = FILE) -> dict[str, Label]:
    """Labels by spot."""
    if not path.exists():
        return {}
    entries = json.loads(path.read_text(encoding="utf-8"))["labels"]
    return {entry["spot"]: Label(entry["verdict"], entry["reason"]) for entry in entries}


def sample(findings: Iterable[Finding], size: int) -> list[Finding]:
    """The `size` findings with the lowest hashes, each spot once."""
    return [entry for _, entry in sorted({entry.spot: entry for entry in findings}.items())[:size]]


def sample_of_each_rule(findings: Iterable[Finding], size: int) -> list[Finding]:
    """Of each rule the `size` findings with the lowest hashes."""
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for entry in findings:
        by_rule[entry.rule].append(entry)
    return [entry for rule in sorted(by_rule) for entry in sample(by_rule[rule], size)]


@dataclass(slots=True)
class Labelled:
    """False alarms of a tool on a corpus, estimated from the labelled findings in its sample."""

    findings: int
    sampled: int
    unlabelled: int
    false: int
    words: int

    @property
    def labelled(self) -> int:
        """How many of the sample have a label."""
        return self.sampled - self.unlabelled

    @property
    def rate(self) -> float:
        """False alarms per 1,000 words."""
        return 1000 * self.findings * (self.false / self.labelled if self.labelled else 1.0) / self.words

    @property
    def interval(self) -> tuple[float, float]:
        """95 %: Poisson where every finding is labelled, else Wilson's for the share times the findings."""
        if self.labelled == self.findings:
            low, high = poisson(self.false)
        else:
            low, high = (self.findings * share for share in wilson(self.false, self.labelled))
        return 1000 * low / self.words, 1000 * high / self.words

    @property
    def precision(self) -> float:
        """The share of true findings among those labelled."""
        return 1 - self.false / self.labelled if self.labelled else 0.0


def judged(findings: list[Finding], labels: dict[str, Label], size: int, words: int) -> Labelled:
    """The estimate for findings of one tool on one corpus."""
    chosen = sample(findings, size)
    known = [labels[entry.spot] for entry in chosen if entry.spot in labels]
    false = sum(label.verdict == "false" for label in known)
    distinct = len({entry.spot for entry in findings})
    if distinct <= size:
        weight = len(findings) / distinct if distinct else 1.0
        return Labelled(round(distinct * weight), round(len(chosen) * weight), round((len(chosen) - len(known)) * weight), round(false * weight), words)
    return Labelled(len(findings), len(chosen), len(chosen) - len(known), false, words)


def by_rule(findings: list[Finding], labels: dict[str, Label]) -> dict[str, tuple[int, int, int]]:
    """Of each rule: findings, those labelled, and those labelled false; labels outside the sample count, too."""
    counts = Counter(entry.rule for entry in findings)
    known: dict[str, list[Verdict]] = defaultdict(list)
    for entry in {entry.spot: entry for entry in findings}.values():
        if entry.spot in labels:
            known[entry.rule].append(labels[entry.spot].verdict)
    return {
        rule: (count, len(known[rule]), known[rule].count("false")) for rule, count in counts.most_common()
    }

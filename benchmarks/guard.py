"""A guard for edits of rules: the findings on a pinned clean sample may not become more, nor lose a true one.

    python benchmarks/guard.py [--update]

The sample is the Lee corpus of news summaries from gensim's wheel, of one version. What is expected of it stands
in benchmarks/labels/guard.json: the findings as hashes of their spots, with the reader's verdicts where there are any.
Exits 1 where there is a finding that is not expected, or a true one is gone; a false alarm that is gone is
told, and `--update` writes the present findings down as the expected ones. Without network and without the wheel
there is nothing to measure on: it says so and exits 0, or 1 where NEWSLINT_REQUIRE is `all`, as in CI.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.accuracy_parts import corpora, false_alarms, labels

EXPECTED = Path(__file__).parent / "labels" / "guard.json"


class Outcome(NamedTuple):
    """Findings that are not expected, and the expected spots that are gone: true ones, and the others."""

    risen: list[labels.Finding]
    lost: list[str]
    gone: list[str]


def compared(
    findings: list[labels.Finding], expected: dict[str, str], verdicts: dict[str, labels.Label]
) -> Outcome:
    """What differs between the findings and the expected spots, each with its rule."""
    spots = {finding.spot for finding in findings}
    missing = [spot for spot in expected if spot not in spots]
    true = {spot for spot, label in verdicts.items() if label.verdict == "true"}
    return Outcome(
        [finding for finding in findings if finding.spot not in expected],
        [spot for spot in missing if spot in true],
        [spot for spot in missing if spot not in true],
    )


def write(findings: list[labels.Finding], path: Path = EXPECTED) -> None:
    """Write the findings down as the expected ones."""
    entries = sorted({(finding.rule, finding.spot) for finding in findings})
    lines = ",\n".join(f'  ["{rule}", "{spot}"]' for rule, spot in entries)
    path.write_text(f'{{"sample": "lee, gensim {corpora.GENSIM}", "findings": [\n{lines}\n]}}\n', encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="expect what is found now")
    options = parser.parse_args()
    try:
        corpus = corpora.lee()
    except corpora.OfflineError as error:
        print(f"guard: not run, {error}", file=sys.stderr)
        return int(os.environ.get("NEWSLINT_REQUIRE") == "all")
    findings = false_alarms.of_newslint(corpus).findings
    verdicts = labels.load()
    expected = (
        {spot: rule for rule, spot in json.loads(EXPECTED.read_text(encoding="utf-8"))["findings"]}
        if EXPECTED.exists()
        else {}
    )
    outcome = compared(findings, expected, verdicts)
    for finding in outcome.risen:
        print(f"new: {finding.rule} {finding.spot} {finding.shown}")
    for spot in outcome.lost:
        print(f"lost, a true one: {expected[spot]} {spot}: {verdicts[spot].reason}")
    for spot in outcome.gone:
        print(f"gone: {expected[spot]} {spot}")
    print(
        f"guard: {len(findings)} findings on {corpus.words:,} words, {len(outcome.risen)} new, "
        f"{len(outcome.lost)} true ones lost, {len(outcome.gone)} others gone"
    )
    if options.update:
        write(findings)
        return 0
    return int(bool(outcome.risen or outcome.lost))


if __name__ == "__main__":
    sys.exit(main())

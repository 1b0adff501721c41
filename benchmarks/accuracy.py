"""Accuracy beside peers: false alarms on clean text, recall on defects put into it, annotated typos.

    python benchmarks/accuracy.py [--clean DIR ...] [--corpora NAME,...] [--quick] [--parts clean,recall,annotated]
                                  [--json FILE] [--write] [--misses N] [--label [N]]

The corpora: `lee` (from gensim's wheel, downloaded once), and those under NEWSLINT_DATA where it is set:
abc-2006, digitalgov, rust-blog, html-pages. `--clean` measures on folders in place of these. Peers that are
installed run in the same call: typos, codespell, harper, rumdl; LanguageTool where LANGUAGETOOL_URL names a
server. `--write` writes docs/accuracy.md. `--label` prints the findings of the samples that have no label yet, of
newslint and of the peers. `--quick` takes a tenth of the copies and no slow peer.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.accuracy_parts import annotated, corpora, false_alarms, in_runs, labels, page, peers, recall
from benchmarks.accuracy_parts.intervals import wilson
from newslint.linter import Linter
from newslint.rules import load_folder, shipped_folder
from newslint.version import __version__

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
SAMPLE = 50
"""Findings of a corpus that are labelled."""
PEER_SAMPLE = 40
ACROSS = ("DUP102",)
"""Rules that compare the articles of a run: a corpus is one, and a series repeats itself on purpose."""
ACROSS_SAMPLE = 10
RULE_SAMPLE = 6
"""Findings of each rule on a corpus that are labelled besides, so that no rule's rate is a guess."""
SLOW_WORDS = 20_000
SLOW_COPIES = 10
LABELLER = (
    "newslint's findings by five assistants that wrote no rule, each a part of them, without sight of earlier labels (162 had one: 93 % agree); "
    "the peers' by an assistant who works on the project"
)


def measure_clean(known: list[corpora.Corpus], tools: list[peers.Peer], show: int) -> dict[str, Any]:
    """False alarms by corpus and tool; with `show`, the sample's findings that have no label are printed."""
    verdicts = labels.load()
    measured: dict[str, Any] = {}
    pooled: dict[str, list[labels.Finding]] = {}
    for corpus in known:
        every = false_alarms.of_newslint(corpus)
        own, across = (
            every._replace(findings=[found for found in every.findings if (found.rule in ACROSS) == wanted])
            for wanted in (False, True)
        )
        entry: dict[str, Any] = {
            "articles": len(corpus.sources), "words": corpus.words, "what": corpus.what,
            "tools": {"newslint": _said(own, verdicts), "newslint, across articles": _said(across, verdicts, size=ACROSS_SAMPLE)}, "rules": {},
        }  # fmt: skip
        unseen = labels.by_rule([found for found in every.findings if found.half], verdicts)
        for code, (count, known_ones, false) in labels.by_rule(every.findings, verdicts).items():
            entry["rules"][code] = {
                "findings": count, "raw": 1000 * count / corpus.words, "level": every.levels[code],
                "labelled": known_ones, "false": false, "unseen": unseen.get(code, (0, 0, 0)),
            }  # fmt: skip
        pooled[f"newslint on {corpus.name}"] = [
            *labels.sample(own.findings, SAMPLE), *labels.sample(across.findings, ACROSS_SAMPLE),
            *labels.sample_of_each_rule(every.findings, RULE_SAMPLE),
        ]  # fmt: skip
        for peer in tools:
            said = false_alarms.of_peer(peer, corpus, SLOW_WORDS)
            entry["tools"][peer.name] = _said(said, verdicts, peer=True)
            pooled.setdefault(peer.name, []).extend(said.findings)
        measured[corpus.name] = entry
        print(_clean_line(corpus.name, entry), flush=True)
    if show:
        for name, findings in pooled.items():
            chosen = findings if name.startswith("newslint") else labels.sample(findings, PEER_SAMPLE)
            unknown = {entry.spot: entry for entry in chosen if entry.spot not in verdicts}
            for finding in list(unknown.values())[:show]:
                print(f"{finding.spot} {name} {finding.rule} {finding.shown}")
    return measured


def _said(said: false_alarms.Said, verdicts: dict[str, labels.Label], peer: bool = False, size: int = SAMPLE) -> dict[str, Any]:
    count = len(said.findings)
    judged = labels.judged(said.findings, verdicts, size, said.words)
    if peer:  # a peer's sample is drawn over all corpora: what of it lies in this one
        spots = {entry.spot for entry in said.findings}
        known = [label for spot, label in verdicts.items() if spot in spots]
        false = sum(label.verdict == "false" for label in known)
        judged = labels.Labelled(count, len(known), 0, false, said.words)
    low, high = judged.interval
    labelled = {
        "rate": judged.rate, "low": low, "high": high, "precision": judged.precision,
        "labelled": judged.labelled, "sampled": judged.sampled,
    }  # fmt: skip
    errors = sum(said.levels.get(entry.rule) == "error" for entry in said.findings)
    return {
        "words": said.words, "findings": count, "raw": 1000 * count / said.words, "errors": 1000 * errors / said.words,
        "labelled": labelled if judged.labelled or not count else None,
    }  # fmt: skip


def _clean_line(name: str, entry: dict[str, Any]) -> str:
    cells = []
    for tool, said in entry["tools"].items():
        labelled = f"/{said['labelled']['rate']:.3f}" if said["labelled"] else ""
        cells.append(f"{tool} {said['raw']:.3f}{labelled}")
    return f"{name:12} {entry['words']:>9,} words  " + "  ".join(cells)


def measure_recall(
    known: list[corpora.Corpus], tools: list[peers.Peer], each: int, seed: int, misses: int
) -> dict[str, Any]:
    """What each tool finds of the defects, over all corpora."""
    linter = Linter([rule for rule in load_folder(shipped_folder()) if rule.enabled])
    measured: dict[str, Any] = {}
    tallies: dict[str, dict[str, recall.Tally]] = {}
    by_corpus: dict[str, dict[str, tuple[int, int]]] = {}
    for corpus in known:
        listed, made = recall.copies(corpus, each, seed)
        for kind in listed:
            group = "confusable" if not kind.what else "other"
            measured.setdefault(
                kind.name,
                {"what": kind.what or kind.name.removeprefix("confusable "), "group": group, "goal": kind.target, "first_goal": kind.first_target},
            )
        asked = {"newslint": recall.ask_newslint(linter, listed, made) | in_runs.ask(linter, corpus, listed, made)}
        for name, tally in asked["newslint"].items():
            by_corpus.setdefault(name, {})[corpus.name] = (tally.found, tally.asked)
        for peer in tools:
            part = list(recall.few(made, SLOW_COPIES)) if peer.name in peers.SLOW else made
            asked[peer.name] = recall.ask_peer(peer, part)
        for tool, by_kind in asked.items():
            for name, tally in by_kind.items():
                tallies.setdefault(name, {}).setdefault(tool, recall.Tally()).add(tally)
    for name in list(measured):
        if name not in tallies:
            del measured[name]
            continue
        measured[name]["tools"] = {tool: _tally(tally) for tool, tally in tallies[name].items()}
        measured[name]["corpora"] = by_corpus[name]
        own = tallies[name]["newslint"]
        print(f"{name:28}{own.asked:6}{own.found / own.asked:9.1%}{own.right / max(own.found, 1):9.1%}")
        for miss in own.misses[:misses]:
            print(f"    {miss}")
    return measured


def _tally(tally: recall.Tally) -> dict[str, Any]:
    low, high = wilson(tally.found, tally.asked)
    return {
        "asked": tally.asked, "found": tally.found, "suggested": tally.suggested, "right": tally.right, "low": low, "high": high,
    }  # fmt: skip


def measure_annotated(tools: list[peers.Peer]) -> dict[str, Any]:
    """What each tool finds of annotated typos; empty without NEWSLINT_DATA."""
    data = os.environ.get("NEWSLINT_DATA")
    if not data:
        print("annotated typos: left out, NEWSLINT_DATA is not set")
        return {}
    sentences = annotated.read(Path(data) / "typos" / "ud-ewt.jsonl.gz")
    words = annotated.words(sentences)
    said = {"newslint": annotated.of_newslint(sentences)}
    said |= {peer.name: annotated.of_peer(peer, sentences) for peer in tools if peer.name != "rumdl"}
    measured: dict[str, Any] = {
        "what": "UD English EWT: web text with the corrections of its annotators", "sentences": len(sentences), "words": words, "tools": {},
    }  # fmt: skip
    for tool, spots in said.items():
        by_kind, others = annotated.ask(sentences, spots)
        measured["tools"][tool] = {
            "kinds": {kind: _tally(tally) for kind, tally in by_kind.items()}, "others": others, "others_rate": 1000 * others / words,
        }  # fmt: skip
        shares = "  ".join(f"{kind} {tally.found}/{tally.asked}" for kind, tally in sorted(by_kind.items()))
        print(f"{tool:12} {shares}; elsewhere {others}")
    return measured


def goals(measured: dict[str, Any]) -> list[dict[str, Any]]:
    """What had to be reached, and what was."""
    listed = []

    def goal(what: str, wanted: str, got: str, reached: bool, why: str = "") -> None:
        listed.append({"what": what, "goal": wanted, "measured": got, "reached": reached, "why": "" if reached else why})

    for name, entry in measured["corpora"].items():
        parts = [entry["tools"][tool]["labelled"] for tool in ("newslint", "newslint, across articles")]
        if all(parts):  # bounds are added, too: wider than they need be
            rate, low, high = (sum(part[bound] for part in parts) for bound in ("rate", "low", "high"))
            goal(f"false alarms on {name}, all rules, labelled", "<= 0.15", f"{rate:.3f} ({low:.3f}-{high:.3f})", rate <= 0.15, "see the rules above")
        else:
            goal(f"false alarms on {name}, all rules, labelled", "<= 0.15", "no labels", False, "nobody has labelled these")
        worst = sorted(((_rule_rate(rule), code) for code, rule in entry["rules"].items()), reverse=True)
        if worst:
            rate, code = worst[0]
            goal(f"worst rule on {name}, labelled ({code})", "<= 0.05", f"{rate:.3f}", rate <= 0.05, "raw rate where the rule has no label")
            errors = sum(_rule_rate(rule) for rule in entry["rules"].values() if rule["level"] == "error")
            goal(f"error-level rules on {name}, labelled", "<= 0.05", f"{errors:.3f}", errors <= 0.05, "raw rate where a rule has no label")
    for name, entry in measured["recall"].items():
        own = entry["tools"]["newslint"]
        share = own["found"] / own["asked"]
        if entry["goal"]:
            goal(entry["what"], f">= {entry['goal']:.0%}", page.percent(own["found"], own["asked"]), share >= entry["goal"], page.NOT_REACHED.get(name, ""))
        if entry["first_goal"] and own["found"]:
            right = own["right"] / own["found"]
            goal(f"{entry['what']}: first suggestion right", f">= {entry['first_goal']:.0%}", f"{right:.1%}", right >= entry["first_goal"])
    tools = measured["annotated"].get("tools", {}) if measured["annotated"] else {}
    if "harper" in tools:
        own, peer = (tools[tool]["kinds"]["spelling, real word"] for tool in ("newslint", "harper"))
        mine, others = own["found"] / own["asked"], peer["found"] / peer["asked"]
        goal("real-word errors in annotated typos", f"> {others:.1%} (harper)", f"{mine:.1%}", mine > others, page.NOT_REACHED["real-word"])
    return listed


def _rule_rate(rule: dict[str, Any]) -> float:
    share = rule["false"] / rule["labelled"] if rule["labelled"] else 1.0
    return float(rule["raw"] * share)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clean", nargs="+", type=Path, metavar="DIR", help="measure on these folders")
    parser.add_argument("--corpora", help="comma-separated names; default: all there are")
    parser.add_argument("--parts", default="clean,recall,annotated")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--each", type=int, default=60, help="copies a kind and corpus (default 60)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--misses", type=int, default=0, help="how many misses of each kind to print")
    parser.add_argument("--label", nargs="?", type=int, const=1000, default=0, metavar="N", help="print findings without a label")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--write", action="store_true", help="write docs/accuracy.md")
    options = parser.parse_args()
    names = options.corpora.split(",") if options.corpora else None
    if options.clean:
        known = [corpora.folder(path) for path in options.clean]
    else:
        known = corpora.shared(names)
        if names is None or "lee" in names:
            try:
                known.append(corpora.lee())
            except corpora.OfflineError as error:
                print(f"lee: left out, {error}", file=sys.stderr)
    if not known:
        sys.exit("nothing to measure on: no --clean folder, no NEWSLINT_DATA, no Lee corpus")
    tools = [] if options.no_peers else peers.installed()
    if options.quick:
        tools = [peer for peer in tools if peer.name not in peers.SLOW]
    parts = options.parts.split(",")
    start = time.monotonic()
    measured: dict[str, Any] = {
        "date": time.strftime("%Y-%m-%d"), "version": __version__, "peers": {peer.name: peer.version for peer in tools},
        "labels": len(labels.load()), "labeller": LABELLER, "seed": options.seed,
    }  # fmt: skip
    each = max(options.each // 10, 10) if options.quick else options.each
    measured["corpora"] = measure_clean(known, tools, options.label) if "clean" in parts else {}
    measured["recall"] = measure_recall(known, tools, each, options.seed, options.misses) if "recall" in parts else {}
    measured["annotated"] = measure_annotated(tools) if "annotated" in parts else {}
    measured["goals"] = goals(measured)
    for entry in measured["goals"]:
        print(f"{'ok ' if entry['reached'] else 'NOT'} {entry['what']}: {entry['measured']} ({entry['goal']})")
    print(f"{time.monotonic() - start:.0f} s")
    if options.json:
        options.json.write_text(json.dumps(measured, indent=1), encoding="utf-8")
    if options.write:
        PAGE.write_text(page.page(measured), encoding="utf-8")
        print(f"wrote {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()

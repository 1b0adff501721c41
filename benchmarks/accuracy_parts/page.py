"""What was measured -> the tables of docs/accuracy.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Measured = dict[str, Any]

HEAD = """<!-- Written by benchmarks/accuracy.py; do not edit. -->
# Accuracy

How often newslint is wrong on clean text, and how much of what is wrong it finds, beside other tools in the same run.
`python benchmarks/accuracy.py` measures all of it again, `--clean DIR` on text of your own.

Measured on {date} with newslint {version}{peers}.

- **Raw** rate: findings per 1,000 words of text that was edited before it was published. Such text holds true errors, too.
- **Labelled** rate: of these, the false alarms, as a reader told them from true errors in a sample that hashes choose
  (benchmarks/labels/clean.json, {labels} labels; hashes of the spots, not the text). A finding is true where a good copy editor
  would change what it points at. Labelled: {labeller}. One reader a finding, and none of them is a newsroom's.
- Intervals are 95 %: Wilson's for shares, Poisson for counts.
"""

NOT_REACHED = {
    "real-word": "number agreement and chat spelling are not looked at, and a pair of words is weighed only where its context is sure",
    "name-unknown": "the lexicon has such words in lower case, too (japan, crisp, mike), or not at all; without a second place in the article nothing tells a name",
    "phrase": "one article seldom tells what a house calls its own institutions: see the same in a run",
    "phrase-in-run": "names that a corpus itself writes in two ways are left alone (`Rust project`, `Rust Project`)",
    "sentence-start": "a stop after a bracket, a second question in a row, and short exclamations are left alone",
    "name-elsewhere": "words that the article capitalises in titles, links or names of products only, and coined nouns, are not taken for names",
    "name-known": "link texts that are one word, and words inside a run of capitalised ones, are left alone",
    "doubled-word": "words that may rightly stand twice (had had, see see in speech, nouns before nouns) are left alone",
    "run-together": "joined words that could be a name or a term are left alone",
}


def table(head: Iterable[str], rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """A Markdown table: the first column left, the others right."""
    names = list(head)
    yield "| " + " | ".join(names) + " |"
    yield "| --- |" + " ---: |" * (len(names) - 1)
    for row in rows:
        yield "| " + " | ".join(str(cell) for cell in row) + " |"
    yield ""


def percent(hits: int, tried: int) -> str:
    """A share in per cent; a dash where nothing was tried."""
    return f"{100 * hits / tried:.1f} %" if tried else "-"


def page(measured: Measured) -> str:
    """The page."""
    peers = "".join(f", {name} {version}" for name, version in measured["peers"].items())
    lines = [
        HEAD.format(
            date=measured["date"], version=measured["version"], peers=peers,
            labels=measured["labels"], labeller=measured["labeller"],
        )
    ]  # fmt: skip
    lines += _clean(measured)
    lines += _recall(measured)
    lines += _annotated(measured)
    lines += _targets(measured)
    return "\n".join(lines).rstrip() + "\n"


def _clean(measured: Measured) -> Iterator[str]:
    yield "## False alarms on clean text\n"
    yield from table(
        ["corpus", "articles", "words", "what"],
        ([name, f"{entry['articles']:,}", f"{entry['words']:,}", entry["what"]] for name, entry in measured["corpora"].items()),
    )
    yield "Findings per 1,000 words, all default rules of each tool. Slow tools get a part of the articles; HTML goes to peers as its plain article text; LanguageTool's server gets Markdown as it is; rumdl runs without its rule of line length.\n"
    rows = []
    for name, entry in measured["corpora"].items():
        for tool, said in entry["tools"].items():
            labelled = said["labelled"]
            rows.append(
                [
                    name, tool, f"{said['words']:,}", f"{said['findings']:,}", f"{said['raw']:.3f}",
                    "-" if labelled is None else f"{labelled['rate']:.3f} ({labelled['low']:.3f}-{labelled['high']:.3f})",
                    "-" if labelled is None else f"{100 * labelled['precision']:.0f} %",
                    "-" if labelled is None else f"{labelled['labelled']} of {labelled['sampled']}",
                ]
            )  # fmt: skip
    yield from table(["corpus", "tool", "words", "findings", "raw", "labelled false (95 %)", "true", "labels"], rows)
    yield "newslint rule by rule: findings per 1,000 words, and of those labelled how many were false.\n"
    codes = sorted({code for entry in measured["corpora"].values() for code in entry["rules"]})
    rows = []
    for code in codes:
        row = [code]
        for entry in measured["corpora"].values():
            said = entry["rules"].get(code)
            row.append("0" if said is None else f"{said['raw']:.4f} ({said['false']} of {said['labelled']})")
        rows.append(row)
    yield from table(["rule", *measured["corpora"]], rows)
    yield (
        "The same in every second article alone, those of odd number: lists and patterns that came in since 2026-11-24 were made "
        "from the others. Findings, and of those labelled how many were false.\n"
    )
    rows = []
    for code in codes:
        row = [code]
        for entry in measured["corpora"].values():
            count, known, false = entry["rules"][code]["unseen"] if code in entry["rules"] else (0, 0, 0)
            row.append(f"{count} ({false} of {known})" if count else "0")
        rows.append(row)
    yield from table(["rule", *measured["corpora"]], rows)


def _recall(measured: Measured) -> Iterator[str]:
    recall = measured["recall"]
    if not recall:
        return
    peers = sorted({tool for entry in recall.values() for tool in entry["tools"] if tool != "newslint"})
    yield "## Defects put into clean text\n"
    yield (
        "One defect in a copy of an article, asked for again. newslint has to answer with a rule that speaks of such a defect, and is not "
        "credited with what it says of the clean article; a peer is credited with anything it says at the place. In brackets: "
        "first suggestion right, of those found. Slow peers get the first copies of each kind only; a dash stands where a tool has no rule that could speak of the kind.\n"
    )
    rows = []
    for entry in recall.values():
        if entry["group"] == "confusable":
            continue
        own = entry["tools"]["newslint"]
        rows.append(
            [
                entry["what"], own["asked"],
                f"**{percent(own['found'], own['asked'])}** [{100 * own['low']:.1f}-{100 * own['high']:.1f}] ({percent(own['right'], own['found'])})",
                *(_peer_cell(entry["tools"].get(peer)) for peer in peers),
            ]
        )  # fmt: skip
    yield from table(["defect", "copies", "newslint", *peers], rows)
    yield "newslint corpus by corpus, where there is a goal:\n"
    names = list(measured["corpora"]) or sorted({name for entry in recall.values() for name in entry["corpora"]})
    yield from table(
        ["defect", "goal", *names],
        (
            [entry["what"], f"{entry['goal']:.0%}", *(percent(*entry["corpora"].get(name, (0, 0))) for name in names)]
            for entry in recall.values() if entry["goal"]
        ),
    )  # fmt: skip
    confusables = [entry for entry in recall.values() if entry["group"] == "confusable"]
    if confusables:
        yield "Words put for each other wherever the right one stands (SPL102 speaks only where the context leaves no choice):\n"
        yield from table(
            ["defect", "copies", "newslint", *peers],
            (
                [entry["what"], entry["tools"]["newslint"]["asked"],
                 percent(entry["tools"]["newslint"]["found"], entry["tools"]["newslint"]["asked"]),
                 *(_peer_cell(entry["tools"].get(peer)) for peer in peers)]
                for entry in confusables
            ),
        )  # fmt: skip


def _peer_cell(tally: dict[str, Any] | None) -> str:
    if tally is None or not tally["asked"]:
        return "-"
    cell = percent(tally["found"], tally["asked"])
    return f"{cell} ({percent(tally['right'], tally['found'])})" if tally["suggested"] else cell


def _annotated(measured: Measured) -> Iterator[str]:
    entry = measured["annotated"]
    if not entry:
        return
    yield "## Annotated typos\n"
    yield f"{entry['what']}: {entry['sentences']:,} sentences, {entry['words']:,} words. Share found (first suggestion right, of those found); last, what touches no annotation, per 1,000 words (on informal text many of these are true).\n"
    tools = list(entry["tools"])
    names = sorted({kind for tool in entry["tools"].values() for kind in tool["kinds"]})
    rows = [
        [kind, entry["tools"][tools[0]]["kinds"][kind]["asked"], *(_peer_cell(entry["tools"][tool]["kinds"].get(kind)) for tool in tools)]
        for kind in names
    ]
    rows.append(["touching no annotation", "", *(f"{entry['tools'][tool]['others_rate']:.1f}" for tool in tools)])
    yield from table(["kind", "edits", *tools], rows)


def _targets(measured: Measured) -> Iterator[str]:
    yield "## Goals\n"
    rows = []
    for goal in measured["goals"]:
        rows.append([goal["what"], goal["goal"], goal["measured"], "reached" if goal["reached"] else "**not reached**", goal["why"]])
    yield from table(["what", "goal", "measured", "", "why not"], rows)

"""What each rule costs: its check timed over documents that are parsed and indexed already.

What several checks derive from a document and share is charged to the first of them that needs it.
"""

from __future__ import annotations

import contextlib
import json
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.cli.configuring import configured, listed_rules
from newslint.document import parse
from newslint.inputs import find_inputs
from newslint.linter import activate
from newslint.source import SourceError, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.document import Document
    from newslint.linter import ActiveRule

ROUNDS = 3
"""Each check runs this often over all documents; its fastest round counts."""


class Cost(NamedTuple):
    """What one step costs: seconds for all documents, and how many hits it yielded."""

    code: str
    name: str
    seconds: float
    hits: int


def measured(paths: Sequence[str], options: dict[str, Any], as_json: bool) -> Iterator[str]:
    """The costs, dearest first, as lines of text or as JSON; parsing and indexing first."""
    sources = []
    config = configured(options, paths)
    for path in find_inputs(paths, config):
        if isinstance(path, str):
            with contextlib.suppress(SourceError):
                sources.append(read(path, config.encoding or None, config.max_bytes))
    documents: list[Document] = []
    parsing = indexing = float("inf")
    for _ in range(ROUNDS):
        started = perf_counter()
        documents = [parse(source) for source in sources]
        parsing = min(parsing, perf_counter() - started)
        started = perf_counter()
        for document in documents:
            # what every article needs, and checks share
            _ = document.words.distinct, document.words.lowered, document.quotations
        indexing = min(indexing, perf_counter() - started)
    active, _several = activate(listed_rules(options))
    costs = [Cost("", "parsing", parsing, 0), Cost("", "words and quotations", indexing, 0)]
    costs += sorted(_timed(active, documents), key=lambda cost: -cost.seconds)
    kilobytes = sum(len(document.prose.encode("utf-8", "replace")) for document in documents) / 1000 or 1
    if as_json:
        entries = [
            {
                "code": cost.code or None,
                "rule": cost.name,
                "microseconds_per_kb": round(cost.seconds * 1e6 / kilobytes, 2),
                "hits": cost.hits,
            }
            for cost in costs
        ]
        yield json.dumps(entries, indent=1) + "\n"
        return
    yield f"{'µs/KB':>9}  {'hits':>7}  rule ({len(documents):,} articles, {kilobytes:,.0f} KB of prose)\n"
    for cost in costs:
        yield f"{cost.seconds * 1e6 / kilobytes:>9.2f}  {cost.hits:>7,}  {cost.code:<7} {cost.name}\n"
    yield f"{sum(cost.seconds for cost in costs) * 1e6 / kilobytes:>9.2f}  {'':>7}  all\n"


def _timed(active: Sequence[ActiveRule], documents: Sequence[Document]) -> list[Cost]:
    costs: dict[str, Cost] = {}
    for _ in range(ROUNDS):
        for document in documents:
            document.memo.clear()
        for entry in active:
            rule = entry.rule
            started = perf_counter()
            hits = sum(len(list(entry.check(document, entry.settings))) for document in documents)
            taken = perf_counter() - started
            best = min(taken, costs[rule.code].seconds) if rule.code in costs else taken
            costs[rule.code] = Cost(rule.code, rule.name, best, hits)
    return list(costs.values())

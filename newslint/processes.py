"""The first pass of a run, spread over processes that inherit the rules.

Processes are forked where the platform can, so that rules and lexicon are loaded once; elsewhere each makes
its own. Articles come back in the order of the inputs.
"""

from __future__ import annotations

import multiprocessing
import signal
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

from newslint.rule_choice import RuleChoice
from newslint.runs import Article, chunks, lint_one

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.config import Config
    from newslint.runs import Input

_choice: RuleChoice | None = None


def spread(inputs: list[Input], choice: RuleChoice, jobs: int, size: int) -> Iterator[Article]:
    """The articles of `inputs`, made by `jobs` processes that take `size` inputs at a time."""
    global _choice
    _choice = choice
    choice.linter_for("")
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    context = multiprocessing.get_context(method)
    pool = ProcessPoolExecutor(jobs, context, initializer=_prepare, initargs=(choice.config,))
    try:
        for articles in pool.map(_lint, list(chunks(inputs, size))):
            yield from articles
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        _choice = None


def _prepare(config: Config) -> None:
    """Make a worker ready: an interrupt is the parent's business, and what was forked is not made again."""
    global _choice
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if _choice is None:
        _choice = RuleChoice(config)


def _lint(inputs: list[Input]) -> list[Article]:
    assert _choice is not None, "a worker is prepared before it works"
    return [lint_one(item, _choice, several=True)._replace(document=None) for item in inputs]

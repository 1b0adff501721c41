"""`newslint rules`: all rules in one list, or what each costs on given articles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from newslint.cli import output
from newslint.cli.configuring import listed_rules, rule_options
from newslint.cli.rule import rule_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.rules import Rule


@click.command("rules")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--cost", is_flag=True, help="Measure each rule on PATHS: microseconds per KB of prose.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="[default: text]")
@rule_options
def command(paths: tuple[str, ...], cost: bool, output_format: str, **options: Any) -> int:
    """List the rules: code, level, fix, name and what each finds."""
    if bool(paths) != cost:
        raise click.UsageError("--cost needs PATHS to measure on." if cost else "PATHS are for --cost only.")
    if cost:
        from newslint.cli.costs import measured

        output.write(measured(paths, options, as_json=output_format == "json"))
        return 0
    rules = listed_rules(options)
    output.write(_as_json(rules) if output_format == "json" else _as_text(rules))
    return 0


def _as_text(rules: Sequence[Rule]) -> Iterator[str]:
    longest = max((len(rule.name) for rule in rules), default=0)
    widest = max((len(rule.code) for rule in rules), default=0)
    for rule in rules:
        mark = {"safe": "[*]", "unsafe": "[~]", None: "   "}[rule.fix]
        state = "" if rule.enabled else " (off unless selected)"
        what = " ".join((rule.description or rule.message).split())
        what = what.partition(". ")[0].rstrip(".")
        yield f"{rule.code:<{widest}}  {rule.level:<10}  {mark}  {rule.name:<{longest}}  {what}{state}\n"
    yield f"\n{len(rules)} rules. [*] safe fix, [~] unsafe fix. `newslint rule CODE` explains one.\n"


def _as_json(rules: Sequence[Rule]) -> Iterator[str]:
    lines = (json.dumps(rule_data(rule), ensure_ascii=False) for rule in rules)
    yield "[" + ",".join("\n  " + line for line in lines) + "\n]\n"

"""`newslint rule CODE`: one rule explained, from its file and its check's manual."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newslint import checks
from newslint.cli import output
from newslint.cli.configuring import listed_rules, rule_options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.rules import Example, Rule


@click.command("rule")
@click.argument("code", metavar="CODE")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="[default: text]")
@rule_options
def command(code: str, output_format: str, **options: Any) -> int:
    """Explain one rule: what it finds, how its check works, its settings and examples.

    CODE is a rule's code (SPC101) or name (spacing/after-comma).
    """
    rules = listed_rules(options)
    wanted = code.lower()
    for rule in rules:
        if wanted in (rule.code.lower(), rule.name.lower(), rule.name.lower().partition("/")[2]):
            break
    else:
        from difflib import get_close_matches

        names = {name.lower(): name for rule in rules for name in (rule.code, rule.name)}
        near = [names[name] for name in get_close_matches(wanted, names, n=3)]
        hint = f" Did you mean {' or '.join(near)}?" if near else " `newslint rules` lists them."
        raise click.UsageError(f"no rule {code!r}.{hint}")
    rule = with_examples(rule)
    if output_format == "json":
        output.write(
            [json.dumps({**rule_data(rule), **_examples(rule)}, ensure_ascii=False, indent=2) + "\n"]
        )
    else:
        output.write(_explained(rule))
    return 0


def with_examples(rule: Rule) -> Rule:
    """The rule with the examples of its file."""
    from dataclasses import replace

    from newslint.rules import load_file

    whole = load_file(Path(rule.path))
    return replace(rule, bad=whole.bad, good=whole.good)


def rule_data(rule: Rule) -> dict[str, Any]:
    """A rule as plain data, settings filled in with the check's defaults."""
    return {
        "code": rule.code,
        "rule": rule.name,
        "category": rule.category,
        "level": rule.level,
        "enabled": rule.enabled,
        "check": rule.check,
        "message": rule.message,
        "description": rule.description,
        "fix": rule.fix,
        "settings": {**checks.defaults(rule.check), **rule.settings},
        "url": rule.link,
    }


def _examples(rule: Rule) -> dict[str, Any]:
    return {
        "bad": [
            {"text": example.text, "found": list(example.found), "fixed": example.fixed}
            for example in rule.bad
        ],
        "good": [example.text for example in rule.good],
    }


def _explained(rule: Rule) -> Iterator[str]:
    state = "" if rule.enabled else ", off unless selected"
    fix = {"safe": "safe", "unsafe": "unsafe (--fix --unsafe-fixes)", None: "none"}[rule.fix]
    yield f"{rule.code}  {rule.name}\n\n"
    if rule.description:
        yield rule.description.strip() + "\n\n"
    yield f"Level: {rule.level}{state}\nFix:   {fix}\n"
    if rule.link:
        yield f"More:  {rule.link}\n"
    manual = (checks.load(rule.check).__doc__ or "").strip()
    if manual:
        yield f"\nHow it works (check `{rule.check}`)\n\n{_indented(manual)}\n"
    settings = {**checks.defaults(rule.check), **rule.settings}
    if settings:
        yield "\nSettings\n\n"
        for name, value in settings.items():
            yield f"  {name}: {_setting(value)}\n"
    if rule.bad:
        yield "\nFound in\n\n"
        for example in rule.bad:
            yield from _example(example)
    if rule.good:
        yield "\nNot found in\n\n"
        for example in rule.good:
            yield f"{_indented(example.text.strip())}\n\n"


def _example(example: Example) -> Iterator[str]:
    yield f"{_indented(example.text.strip())}\n"
    if example.found:
        yield f"    found: {', '.join('`' + ' '.join(text.split()) + '`' for text in example.found)}\n"
    if example.fixed is not None:
        yield f"    fixed:\n{_indented(example.fixed.strip(), 6)}\n"
    yield "\n"


def _setting(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 80 else f"{text[:80]}…"


def _indented(text: str, by: int = 2) -> str:
    return "\n".join(" " * by + line if line.strip() else "" for line in text.splitlines())

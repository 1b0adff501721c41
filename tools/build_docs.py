"""Writes the pages of docs/ that are made from the rules, the checks' manuals and the commands' help.

python tools/build_docs.py           write them
python tools/build_docs.py --check   exit 1 if one is not current
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from newslint import checks  # noqa: E402
from newslint.rules import Rule, load_file  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.rules import Example

GENERATED = "<!-- made by tools/build_docs.py (make docs): change the rules, not this page -->"
LANGUAGES = {"markdown": "markdown", "html": "html", "plain": "text"}
LONGEST_SETTING = 200
LONGEST_LINE = 160


def rules_page() -> str:
    """docs/rules.md: a table of all rules, then each in full."""
    rules = sorted((load_file(path) for path in (ROOT / "rules").glob("*/*.yml")), key=lambda rule: rule.code)
    parts = [GENERATED, "", "# Rules", ""]
    parts += [
        f"{len(rules)} rules. A *safe* fix is made by `newslint check --fix`, an *unsafe* one with `--unsafe-fixes` as well.",
        "`newslint rule CODE` shows any of these in the terminal; [rules/README.md](../rules/README.md) tells how to write one.",
        "",
        "| code | rule | finds | level | fix |",
        "| --- | --- | --- | --- | --- |",
    ]
    parts += [
        f"| [{rule.code}](#{rule.code.lower()}) | {rule.name} | {_one_line(rule.description)} | {_level(rule)} | {rule.fix or ''} |"
        for rule in rules
    ]
    for rule in rules:
        parts += ["", *_rule(rule)]
    return "\n".join(parts) + "\n"


def _level(rule: Rule) -> str:
    return rule.level if rule.enabled else f"{rule.level}, off"


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _rule(rule: Rule) -> Iterator[str]:
    yield f'## <a id="{rule.code.lower()}"></a>{rule.code} {rule.name}'
    yield ""
    yield _one_line(rule.description) + "."
    yield ""
    state = "" if rule.enabled else " Off unless selected."
    yield f"Level: {rule.level}. Fix: {rule.fix or 'none'}.{state}"
    manual = inspect.cleandoc(checks.load(rule.check).__doc__ or "")
    if manual:
        yield ""
        yield f"*How it works* (check `{rule.check}`). {manual}"
    settings = {**checks.defaults(rule.check), **rule.settings}
    if settings:
        yield ""
        yield from ("| setting | value |", "| --- | --- |")
        yield from (f"| `{name}` | {_setting(value)} |" for name, value in settings.items())
    yield ""
    yield "Found:"
    yield ""
    for example in rule.bad:
        yield from _shown(example)
    yield ""
    yield "Not found:"
    yield ""
    for example in rule.good:
        yield from _shown(example)


def _setting(value: Any) -> str:
    if isinstance(value, (set, frozenset)):
        value = sorted(value)
    text = json.dumps(value, ensure_ascii=False, default=str)
    if len(text) > LONGEST_SETTING:
        text = f"{text[:LONGEST_SETTING]}…"
    return _code(text.replace("|", "\\|"))


def _shown(example: Example) -> Iterator[str]:
    """An entry of a list: on one line where the text is, else as a block."""
    texts = [_visible(text.strip("\n")) for text in (example.text, example.fixed) if text is not None]
    if all("\n" not in text and len(text) <= LONGEST_LINE for text in texts):
        yield "- " + " → ".join(map(_code, texts))
        return
    for lead, text in zip(("-", "  becomes"), texts, strict=False):
        fence = "`" * 4
        yield (
            f"{lead} {fence}{LANGUAGES[example.format]}"
            if lead == "-"
            else f"{lead}\n\n  {fence}{LANGUAGES[example.format]}"
        )
        yield from (f"  {line}".rstrip() for line in text.split("\n"))
        yield f"  {fence}"
        yield ""


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if longest or text != text.strip() else f"{fence}{text}{fence}"


def _visible(text: str) -> str:
    """The text with characters that would not show in the page, or harm it, named."""
    return "".join(
        character if character.isprintable() or character == "\n" else f"<U+{ord(character):04X}>"
        for character in text
    )


def commands_page() -> str:
    """docs/command-line.md: the help of every command."""
    import click

    from newslint.cli import COMMANDS, group

    parts = [GENERATED, "", "# Command line", ""]
    context = click.Context(group, info_name="newslint", terminal_width=100)
    parts += ["```text", group.get_help(context), "```"]
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None
        parts += _command(click, command, name, context, 2)
    return "\n".join(parts) + "\n"


def _command(click: Any, command: Any, name: str, parent: Any, depth: int) -> list[str]:
    """A command's help under a heading of `depth`, and that of its subcommands below."""
    context = click.Context(command, info_name=name, parent=parent, terminal_width=100)
    parts = ["", f"{'#' * depth} {context.command_path}", "", "```text", command.get_help(context), "```"]
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            parts += _command(click, command.get_command(context, inner), inner, context, depth + 1)
    return parts


PAGES = {"rules.md": rules_page, "command-line.md": commands_page}


def main() -> int:
    """Write the pages, or check them; the exit code."""
    stale = []
    for name, page in PAGES.items():
        path = ROOT / "docs" / name
        text = page()
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        if "--check" in sys.argv:
            stale.append(name)
        else:
            path.write_bytes(text.encode("utf-8"))
            print(f"wrote docs/{name}")
    if stale:
        print(f"not current: {', '.join(stale)}; run `make docs`", file=sys.stderr)
    return int(bool(stale))


if __name__ == "__main__":
    sys.exit(main())

"""The command line: one module a command, imported only when it is called.

Exit codes: 0 clean, 1 findings at or above `--fail-on`, 2 a usage, input or internal error, 130 interrupted.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from newslint.version import __version__

COMMANDS = {
    "check": "Find defects in articles, and fix them.",
    "rule": "Explain one rule.",
    "rules": "List the rules, or measure what they cost.",
    "test": "Run the examples of every rule.",
    "diff-rules": "Show what an edit of rules adds and removes.",
    "index": "Keep an archive of published articles, and ask it.",
    "audit": "Find everything in an archive that was published more than once.",
    "init": "Write a commented configuration file.",
    "doctor": "Show what this installation has and finds.",
}
"""Command to its short help; the module of the same name (`_` for `-`) holds it as `command`."""


INTERRUPTED = 130
"""128 + SIGINT, as shells have it."""


class Commands(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"newslint.cli.{cmd_name.replace('-', '_')}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; a path where a command belongs gets a hint."""
        if args and args[0] not in COMMANDS and Path(args[0]).exists():
            ctx.fail(f"No such command {args[0]!r}. To check that path: newslint check {args[0]}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table, without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="`newslint COMMAND --help` explains a command. Documentation: docs/ in the source.",
)
@click.version_option(__version__, "-V", "--version", prog_name="newslint", message="%(prog)s %(version)s")
def group() -> None:
    """A linter for news copy: typos, casing, spacing, broken tables, repeated sections, leftovers."""


def main() -> NoReturn:
    """The `newslint` program: runs the command line and exits with its code."""
    # documents hold no cycles, so that collecting early and often costs a fifth of a long run and frees nothing
    gc.set_threshold(100_000, 50, 50)
    code = run(sys.argv[1:])
    if code == INTERRUPTED and "multiprocessing" in sys.modules:
        for process in sys.modules["multiprocessing"].active_children():
            process.kill()
    # without taking the interpreter apart (a tenth of a short run), nor waiting for workers that were interrupted
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def run(arguments: list[str]) -> int:
    """Run the command line with `arguments`; the exit code. Errors are told on stderr, in one line each."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # UTF-8 whatever the locale; a path that is no text keeps its bytes as escapes
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        if "_NEWSLINT_COMPLETE" in os.environ:  # a shell asks for completions
            group.main(arguments, prog_name="newslint")
        with group.make_context("newslint", arguments) as context:
            return int(group.invoke(context) or 0)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except Exception as error:
        if os.environ.get("NEWSLINT_TRACEBACK"):
            raise
        print(f"error: {_told(error)}", file=sys.stderr)
        return 2


def _told(error: Exception) -> str:
    from newslint.cli.failures import foreseen

    message = foreseen(error)
    if message is not None:
        return message
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" ({Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno})" if trace else ""
    return (
        f"internal error: {type(error).__name__}: {error}{place}. This is a fault of newslint; "
        "NEWSLINT_TRACEBACK=1 shows where."
    )

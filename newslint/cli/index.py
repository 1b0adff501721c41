"""`newslint index`: the archive index; one module a subcommand, imported only when it is called."""

from __future__ import annotations

from importlib import import_module

import click

SUBCOMMANDS = {
    "add": "Add articles: files, folders, JSON lines.",
    "backfill": "Add a whole archive at once, with Spark.",
    "remove": "Forget articles.",
    "query": "Ask what of a text was published already.",
    "info": "Show how large the index is.",
    "compact": "Make the index small and quick.",
    "export": "Write the index as JSON lines.",
    "import": "Add what `export` wrote.",
}
"""Subcommand to its short help; the module `index_...` holds it as `command`."""


class Subcommands(click.Group):
    """A group that imports a subcommand's module when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The subcommands in the order of the table."""
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand of that name, or None."""
        if cmd_name not in SUBCOMMANDS:
            return None
        command: click.Command = import_module(f"newslint.cli.index_{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table, without importing any subcommand."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SUBCOMMANDS.items()))


@click.command("index", cls=Subcommands)
def command() -> None:
    """Keep an archive of published articles, and ask it.

    The index holds hashes of words, not the articles' text (unless `add --keep-text` asks for it), in a folder
    that --index or the configuration names. `newslint check` compares with it by rule DUP103.
    """

"""`newslint index remove`: articles out of the archive index."""

from __future__ import annotations

import sys
from typing import Any

import click

from newslint.cli import output
from newslint.cli.index_place import configured, index_options, opened


@click.command("remove")
@click.argument("ids", nargs=-1, required=True, metavar="IDS|-...")
@index_options
def command(ids: tuple[str, ...], **options: Any) -> int:
    """Forget articles by their ids; `-` reads ids from stdin, one a line.

    What they took of disk space is given back by the next merge, or by `newslint index compact`.
    """
    wanted = [id for id in ids if id != "-"]
    if "-" in ids:
        wanted += [line.strip() for line in sys.stdin if line.strip()]
    with opened(configured(options), write=True) as store:
        unknown = set(wanted) - store.known(wanted).keys()
        count = store.remove(wanted)
    for id in sorted(unknown)[:20]:
        output.tell(f"note: no article {id}")
    if len(unknown) > 20:
        output.tell(f"note: and {len(unknown) - 20:,} more that the index does not have")
    output.write([f"{count:,} articles removed.\n"])
    return 0

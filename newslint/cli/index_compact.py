"""`newslint index compact`: the archive index as small and quick as it can be."""

from __future__ import annotations

from typing import Any

import click

from newslint.cli import output
from newslint.cli.index_place import configured, index_options, opened


@click.command("compact")
@index_options
def command(**options: Any) -> int:
    """Merge everything into one segment, and give back the room of what was removed.

    Needs as much free disk space as the index takes; readers go on meanwhile.
    """
    with opened(configured(options), write=True) as store:
        before = store.info().bytes
        store.compact()
        after = store.info().bytes
    output.write([f"{before:,} bytes before, {after:,} now.\n"])
    return 0

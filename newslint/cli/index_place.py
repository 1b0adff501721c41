"""Which index a subcommand of `newslint index` is about, and what its ids are relative to."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from newslint import config as configuration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newslint.config import Config
    from newslint.duplicates.stores.protocol import Store

    Command = TypeVar("Command", bound=Callable[..., Any])


def index_options(command: Command) -> Command:
    """Options that say which index is meant."""
    for decorator in (
        click.option("--isolated", is_flag=True, help="Use no configuration file."),
        click.option("--config", "config_file", metavar="FILE", help="Use this configuration file."),
        click.option("--index", "index", metavar="PLACE", help="The index. [default: `index` of the configuration]"),
    ):
        command = decorator(command)
    return command


def configured(options: dict[str, Any]) -> Config:
    """The configuration that counts in the current folder, with --index in it. Raises `ConfigError`."""
    if options["isolated"]:
        if options["config_file"]:
            raise click.UsageError("--isolated and --config do not go together.")
        config = configuration.Config()
    elif options["config_file"]:
        config = configuration.load(Path(options["config_file"]))
    else:
        config = configuration.for_folder(Path())
    config.index = options["index"] or config.index
    if not config.index:
        raise click.UsageError("which index? Name it with --index, or as `index` in the configuration.")
    return config


@contextmanager
def opened(config: Config, write: bool = False, create: bool = False) -> Iterator[Store]:
    """The configured index, open; closed at the end. Raises `StoreError`."""
    from newslint.duplicates.stores import open_store

    store = open_store(config.index, write, create)
    try:
        yield store
    finally:
        store.close()

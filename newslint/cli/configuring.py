"""Options that several commands share: which configuration counts, and which rules run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from newslint import config as configuration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newslint.config import Config
    from newslint.rules import Rule

    Command = TypeVar("Command", bound=Callable[..., Any])


def _listed(context: click.Context, parameter: click.Parameter, value: Sequence[str]) -> list[str]:
    """`A,B` and `C` of an option given several times, as one list."""
    return [name.strip() for entry in value for name in entry.split(",") if name.strip()]


def rule_options(command: Command) -> Command:
    """Options that say which rules run."""
    lists = {
        "--select": "Run only these rules: codes, beginnings of codes, packs, names, ALL.",
        "--ignore": "Do not run these rules.",
        "--extend-select": "Run these rules beside those selected otherwise.",
        "--extend-ignore": "As --ignore, beside what the configuration ignores.",
    }
    decorators = [
        *(
            click.option(name, multiple=True, metavar="RULES", callback=_listed, help=text)
            for name, text in lists.items()
        ),
        click.option("--config", "config_file", metavar="FILE", help="Use this configuration file."),
        click.option("--isolated", is_flag=True, help="Use no configuration file."),
        click.option("--no-cache", is_flag=True, help="Read everything anew, and keep nothing."),
    ]
    for decorator in reversed(decorators):
        command = decorator(command)
    return command


def configured(options: dict[str, Any], paths: Iterable[str] = ()) -> Config:
    """The configuration that counts for `paths`, with what the options change of it.

    It is that of the nearest folder above all of `paths`, or above the current folder if there are none. A
    --select takes the place of all that the file selects and ignores; --ignore adds to what it ignores.
    Raises `ConfigError`.
    """
    if options["no_cache"]:
        # a cache folder that is no absolute path is none, by the XDG specification; worker processes inherit it
        os.environ["XDG_CACHE_HOME"] = "none"
    if options["isolated"]:
        if options["config_file"]:
            raise click.UsageError("--isolated and --config do not go together.")
        config = configuration.Config()
    elif options["config_file"]:
        config = configuration.load(Path(options["config_file"]))
    else:
        config = configuration.for_folder(common_folder(paths))
    if options["select"]:
        config.select = options["select"]
        config.ignore, config.extend_select, config.extend_ignore = [], [], []
    config.ignore = [*config.ignore, *options["ignore"]]
    config.extend_select = [*config.extend_select, *options["extend_select"]]
    config.extend_ignore = [*config.extend_ignore, *options["extend_ignore"]]
    return config


def common_folder(paths: Iterable[str]) -> Path:
    """The deepest folder that holds all of `paths`; the current folder for none, or for paths without one."""
    folders = [path if Path(path).is_dir() else os.path.dirname(path) or "." for path in paths]  # noqa: PTH120
    if not folders:
        return Path()
    try:
        return Path(os.path.commonpath([os.path.abspath(folder) for folder in folders]))  # noqa: PTH100
    except ValueError:  # different drives
        return Path()


def listed_rules(options: dict[str, Any]) -> list[Rule]:
    """Every rule there is, those that are off, too; with selecting options, the rules that they choose.

    The rules carry no examples. Raises `ConfigError` and `RuleError`.
    """
    from newslint.rule_choice import RuleChoice

    choice = RuleChoice(configured(options))
    narrowed = any(options[name] for name in ("select", "ignore", "extend_select", "extend_ignore"))
    return choice.rules if narrowed else choice.known

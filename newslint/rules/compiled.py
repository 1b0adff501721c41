"""Rules from their compiled form: one JSON file, so that a run needs no YAML.

The wheel carries it beside the rules (`compiled.json`, made at build time). Elsewhere, as in a checkout or
for a newsroom's own folder, it is kept in the user's cache folder and made anew when a rule file's name,
size or time changes, or newslint's own code does. A cache that is missing, broken or not writable costs
time and nothing else. Examples are not compiled: `load_file` reads them.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from newslint.rules.model import Rule, RuleError
from newslint.version import __version__

COMPILED = "compiled.json"
_FORMAT = 1
_PACKAGE = Path(__file__).parent.parent


def shipped_folder() -> Path:
    """Where the rules of this installation are: in the wheel, or beside the package in a checkout."""
    shipped = _PACKAGE / "rules_shipped"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "rules"


def load_folder(folder: Path, use_cache: bool = True) -> list[Rule]:
    """Every rule below `folder` (`<pack>/<rule>.yml`, or `<rule>.yml`), in the order of their codes.

    The rules carry no examples. Raises `RuleError` for a rule that cannot be used, for two rules of one
    code, and for a folder that is not there.
    """
    root = str(folder)
    files = rule_files(root)
    shipped = _read(folder / COMPILED, stamp(files, with_times=False))
    if shipped is not None:
        return _rules(shipped, root)
    if not use_cache:
        return _rules(compile_files(root, files), root)
    place = str(folder.absolute())
    current = f"{place} {_code_stamp()} {stamp(files)}"
    cache = _cache_path(place)
    entries = _read(cache, current) if cache else None
    if entries is None:
        entries = compile_files(root, files)
        if cache:
            _write(cache, current, entries)
    return _rules(entries, root)


Files = list[tuple[str, int, int]]


def rule_files(root: str) -> Files:
    """Rule files below a folder: path relative to it (with `/`), size in bytes, time in nanoseconds; by path."""
    files = []
    try:
        entries = list(os.scandir(root))
    except OSError as error:
        raise RuleError(root, 1, f"the rule folder cannot be read: {error.strerror}") from None
    for entry in entries:
        if entry.is_dir():
            files += [_file_entry(f"{entry.name}/", inner) for inner in os.scandir(entry.path) if _is_rule(inner)]
        elif _is_rule(entry):
            files.append(_file_entry("", entry))
    return sorted(files)


def _is_rule(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith((".yml", ".yaml")) and not entry.name.startswith(".")


def _file_entry(prefix: str, entry: os.DirEntry[str]) -> tuple[str, int, int]:
    status = entry.stat()
    return prefix + entry.name, status.st_size, status.st_mtime_ns


def stamp(files: Files, with_times: bool = True) -> str:
    """What tells one state of rule files from another."""
    return __version__ + "".join(
        f" {name}:{size}:{time}" if with_times else f" {name}:{size}" for name, size, time in files
    )


def _code_stamp() -> str:
    """The state of the code that reads rules: in a checkout it changes under one version."""
    newest = 0
    for folder in ("rules", "checks"):
        for entry in os.scandir(_PACKAGE / folder):
            if entry.name.endswith(".py"):
                newest = max(newest, entry.stat().st_mtime_ns)
    return str(newest)


def compile_files(root: str, files: Files) -> list[dict[str, Any]]:
    """The compiled form of rule files: plain data, in the order of their codes. Raises `RuleError`."""
    from newslint.rules.loading import load_file

    rules = sorted((load_file(Path(root, name)) for name, _, _ in files), key=lambda rule: rule.code)
    refuse_twins(rules)
    return [_entry(rule, os.path.relpath(rule.path, root)) for rule in rules]


def refuse_twins(rules: list[Rule]) -> None:
    """Raise `RuleError` where two rules have one code, or one name."""
    codes: dict[str, Rule] = {}
    for rule in rules:
        for key in (rule.code, rule.name):
            first = codes.setdefault(key, rule)
            if first is not rule:
                raise RuleError(rule.path, 1, f"“{key}” is already the rule of {first.path}")


def _entry(rule: Rule, path: str) -> dict[str, Any]:
    """A rule as plain data. What its check's `index` makes of the settings is kept under `_index` among them."""
    from newslint import checks

    module = checks.load(rule.check)
    settings = dict(rule.settings)
    if hasattr(module, "index"):
        settings["_index"] = module.index({**checks.defaults(rule.check), **settings})
    return {
        "code": rule.code,
        "name": rule.name,
        "check": rule.check,
        "message": rule.message,
        "level": rule.level,
        "description": rule.description,
        "settings": settings,
        "fix": rule.fix,
        "link": rule.link,
        "limit": rule.limit,
        "yields_to": rule.yields_to,
        "enabled": rule.enabled,
        "path": path,
    }


def _rules(entries: list[dict[str, Any]], root: str) -> list[Rule]:
    for entry in entries:
        entry["path"] = f"{root}{os.sep}{entry['path']}"
        entry["yields_to"] = tuple(entry["yields_to"])
    return [Rule(**entry) for entry in entries]


def dump(current: str, entries: list[dict[str, Any]]) -> str:
    """A compiled file's text."""
    return json.dumps({"format": _FORMAT, "stamp": current, "rules": entries}, ensure_ascii=False)


def _read(path: Path, current: str) -> list[dict[str, Any]] | None:
    """The entries of a compiled file that has this stamp; None for any other file, and for none."""
    try:
        data = json.loads(path.read_bytes())
        if data["format"] == _FORMAT and data["stamp"] == current:
            entries: list[dict[str, Any]] = data["rules"]
            return entries
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return None


def _cache_path(place: str) -> Path | None:
    from zlib import crc32

    try:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:  # no home folder
        return None
    if not base.is_absolute():
        return None
    return base / "newslint" / f"rules-{crc32(place.encode()):08x}.json"


def _write(path: Path, current: str, entries: list[dict[str, Any]]) -> None:
    """Write a compiled file in one step, so that no other process reads half of it."""
    passing = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        passing.write_text(dump(current, entries), encoding="utf-8")
        passing.replace(path)
    except OSError:
        pass

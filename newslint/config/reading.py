"""Reads a configuration file, strictly: what is misspelt, unknown or of the wrong type is an error with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NoReturn

from newslint import strict_yaml
from newslint.config import FAIL_ON, PYPROJECT, Config, ConfigError, PerFile
from newslint.finding import LEVELS
from newslint.strict_yaml import nearest
from newslint.typed_values import Place, SettingError, typed

if TYPE_CHECKING:
    from pathlib import Path

_TEXTS = [""]
_LISTS = ("select", "ignore", "extend-select", "extend-ignore", "exclude", "extend-exclude")
_KEYS = (
    *_LISTS, "fail-on", "force-exclude", "rules", "rule-folders", "per-file", "encoding", "max-bytes", "vocabulary",
    "index", "output-format", "baseline",
)  # fmt: skip
_PER_FILE_KEYS = ("ignore", "select", "rules")
_VOCABULARY_KEYS = ("accept", "files")
_TOML_LINE = re.compile(r"line (\d+)")


class _Reader:
    """A configuration file under conversion."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(str(path), 1, f"cannot be read: {error}") from None
        data, self.lines = _toml(path, text) if path.name == PYPROJECT else _yaml(path, text)
        if not isinstance(data, dict):
            self.fail("the configuration is a mapping of keys and values")
        self.data: dict[str, Any] = data

    def fail(self, message: str, *place: str | int) -> NoReturn:
        while place and place not in self.lines:
            place = place[:-1]
        raise ConfigError(str(self.path), self.lines.get(place, 1), message)

    def typed(self, value: Any, default: Any, *place: str | int) -> Any:
        """A value in the type of `default`; `place` says where it stands."""
        try:
            return typed(str(place[-1]), value, default)
        except SettingError as error:
            self.fail(error.message, *place, *error.place[1:])

    def known(self, data: dict[str, Any], keys: tuple[str, ...], *place: str | int) -> None:
        """Fail for a key that is none of `keys`."""
        for key in data:
            if key not in keys:
                self.fail(f"unknown key “{key}”{nearest(key, keys)}", *place, key)

    def beside(self, value: str) -> str:
        """A path that is relative to the file's folder."""
        return str(self.path.absolute().parent / value)


def read(path: Path) -> Config:
    """The configuration that a file holds. Raises `ConfigError`."""
    reader = _Reader(path)
    data = reader.data
    reader.known(data, _KEYS)
    config = Config(str(path), str(path.absolute().parent), lines=reader.lines)
    for key in _LISTS:
        if key in data:
            setattr(config, key.replace("-", "_"), reader.typed(data[key], _TEXTS, key))
    if "fail-on" in data:
        config.fail_on = _choice(reader, data["fail-on"], FAIL_ON, "fail-on")
    if "force-exclude" in data:
        config.force_exclude = reader.typed(data["force-exclude"], False, "force-exclude")
    if "max-bytes" in data:
        config.max_bytes = reader.typed(data["max-bytes"], 0, "max-bytes")
        if config.max_bytes < 1:
            reader.fail("`max-bytes` is 1 or more", "max-bytes")
    if "encoding" in data:
        config.encoding = _encoding(reader, data["encoding"])
    if "output-format" in data:
        config.output_format = reader.typed(data["output-format"], "", "output-format")
    for key in ("index", "baseline"):
        if key in data:
            place = reader.typed(data[key], "", key)
            # an index may be a server's URL, which lies beside no file
            setattr(config, key, place if key == "index" and "://" in place else reader.beside(place))
    folders = reader.typed(data.get("rule-folders", []), _TEXTS, "rule-folders")
    config.rule_folders = [reader.beside(folder) for folder in folders]
    config.rules = _rules(reader, data.get("rules", {}), "rules")
    config.per_file = _per_file(reader, data.get("per-file", {}))
    config.accept = _vocabulary(reader, data.get("vocabulary", {}))
    return config


def _choice(reader: _Reader, value: Any, choices: tuple[str, ...], *place: str | int) -> str:
    if value not in choices:
        reader.fail(f"`{place[-1]}` is {' or '.join(choices)}, not “{value}”{nearest(str(value), choices)}", *place)
    return str(value)


def _encoding(reader: _Reader, value: Any) -> str:
    name: str = reader.typed(value, "", "encoding")
    try:
        b"text".decode(name)
    except UnicodeError:
        return name  # it is one, and these bytes are not in it
    except LookupError:
        reader.fail(f"no text encoding is called “{name}”", "encoding")
    return name


def _rules(reader: _Reader, value: Any, *place: str | int) -> dict[str, dict[str, Any]]:
    rules: dict[str, Any] = reader.typed(value, {}, *place)
    for code, settings in rules.items():
        if not isinstance(settings, dict):
            reader.fail(f"“{code}” is a mapping of `level` and settings", *place, code)
        if "level" in settings:
            _choice(reader, settings["level"], LEVELS, *place, code, "level")
    return rules


def _per_file(reader: _Reader, value: Any) -> list[PerFile]:
    entries = []
    for glob, given in reader.typed(value, {}, "per-file").items():
        place = ("per-file", glob)
        if isinstance(given, (str, list)):
            given = {"ignore": given}
        if not isinstance(given, dict):
            reader.fail(f"“{glob}” is a list of codes to ignore, or a mapping", *place)
        reader.known(given, _PER_FILE_KEYS, *place)
        lists = [tuple(reader.typed(given.get(key, []), _TEXTS, *place, key)) for key in ("ignore", "select")]
        entries.append(PerFile(glob, lists[0], lists[1], _rules(reader, given.get("rules", {}), *place, "rules")))
    return entries


def _vocabulary(reader: _Reader, value: Any) -> frozenset[str]:
    if isinstance(value, list):
        value = {"accept": value}
    vocabulary: dict[str, Any] = reader.typed(value, {}, "vocabulary")
    reader.known(vocabulary, _VOCABULARY_KEYS, "vocabulary")
    words = set(reader.typed(vocabulary.get("accept", []), _TEXTS, "vocabulary", "accept"))
    files = reader.typed(vocabulary.get("files", []), _TEXTS, "vocabulary", "files")
    for index, name in enumerate(files):
        try:
            text = (reader.path.absolute().parent / name).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            reader.fail(f"“{name}” cannot be read: {error}", "vocabulary", "files", index)
        words |= {line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")}
    return frozenset(words)


def _yaml(path: Path, text: str) -> tuple[Any, dict[Place, int]]:
    try:
        data, lines = strict_yaml.parse(text)
    except strict_yaml.YamlError as error:
        raise ConfigError(str(path), error.line, error.message) from None
    return ({} if data is None else data), lines


def _toml(path: Path, text: str) -> tuple[Any, dict[Place, int]]:
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _TOML_LINE.search(str(error))
        line = int(at[1]) if at else len(text.splitlines())
        raise ConfigError(str(path), line, f"not TOML: {error}") from None
    table = data.get("tool", {}).get("newslint", {})
    written = text.splitlines()
    header = next((number for number, line in enumerate(written, 1) if line.lstrip().startswith("[tool.newslint")), 1)
    lines: dict[Place, int] = {(): header}
    if isinstance(table, dict):
        _find_lines(written, table, (), lines)
    return table, lines


def _find_lines(text: list[str], table: dict[str, Any], place: Place, lines: dict[Place, int]) -> None:
    """The lines of a TOML table's keys. The standard parser does not tell them, so they are searched for."""
    for key, value in table.items():
        here = (*place, key)
        lines[here] = _line_of_key(text, key, lines[place])
        if isinstance(value, dict):
            _find_lines(text, value, here, lines)


def _line_of_key(text: list[str], key: str, above: int) -> int:
    """The 1-based line, from `above` on, on which a key is set or heads a table; `above` where there is none."""
    named = re.compile(rf"""(?:^\s*|[{{,.\[]\s*)["']?{re.escape(key)}["']?\s*[=.\]]""")
    for number in range(above, len(text) + 1):
        if named.search(text[number - 1]):
            return number
    return above

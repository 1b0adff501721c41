"""Strings (from YAML) and values (from TOML, JSON) to the type that a default value has."""

from __future__ import annotations

from typing import Any

Place = tuple[str | int, ...]
"""Where a value stands: its key, then the entry in it."""

_TRUE = ("true", "yes", "on")
_FALSE = ("false", "no", "off")


class SettingError(ValueError):
    """A value of the wrong type, or one that cannot work; `place` says which."""

    def __init__(self, message: str, place: Place) -> None:
        super().__init__(message)
        self.message = message
        self.place = place


def typed(key: str, value: Any, default: Any) -> Any:
    """A value in the type of `default`: truth value, number, text, list or mapping.

    A lone text stands for a list of one. Entries of a list take the type of the default's first entry.
    Raises `SettingError`.
    """
    if isinstance(default, bool):
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.lower() in _TRUE + _FALSE:
            return value.lower() in _TRUE
        raise SettingError(f"`{key}` is true or false, not “{value}”", (key,))
    if isinstance(default, (int, float)):
        return _number(key, value, default)
    if isinstance(default, (list, tuple, set, frozenset)):
        return _list(key, value, default)
    if isinstance(default, dict):
        if not isinstance(value, dict):
            raise SettingError(f"`{key}` is a mapping", (key,))
        return value
    if not isinstance(value, str):
        raise SettingError(f"`{key}` is a text", (key,))
    return value


def _number(key: str, value: Any, default: float) -> float:
    kind = type(default)
    if not isinstance(value, bool) and isinstance(value, (str, int, float)):
        try:
            number = kind(value)
        except (ValueError, OverflowError):
            pass
        else:
            if isinstance(value, str) or number == value:
                return number
    what = "a whole number" if kind is int else "a number"
    raise SettingError(f"`{key}` is {what}, not “{value}”", (key,))


def _list(key: str, value: Any, default: Any) -> list[Any]:
    if isinstance(value, str):
        value = [value] if value else []
    if not isinstance(value, list):
        raise SettingError(f"`{key}` is a list", (key,))
    first = next(iter(default), None)
    if first is None:
        return value
    entries = []
    for index, entry in enumerate(value):
        try:
            entries.append(typed(key, entry, first))
        except SettingError as error:
            raise SettingError(f"an entry of {error.message}", (key, index)) from None
    return entries

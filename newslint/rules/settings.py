"""A check's settings: strings (from YAML) or values (from TOML) to the types of its `DEFAULTS`."""

from __future__ import annotations

from typing import Any

from newslint import checks

_TRUE = ("true", "yes", "on")
_FALSE = ("false", "no", "off")


class SettingError(ValueError):
    """A setting that cannot work: `place` is its key, then the entry in it."""

    def __init__(self, message: str, place: tuple[str | int, ...]) -> None:
        super().__init__(message)
        self.message = message
        self.place = place


def convert(check: str, given: dict[str, Any], defaults: dict[str, Any]) -> dict[str, Any]:
    """The settings `given` to a check, in the types of its defaults, and validated by the check itself.

    Every key has to be one of `defaults`. Raises `SettingError`.
    """
    settings = {key: convert_one(key, value, defaults[key]) for key, value in given.items()}
    module = checks.load(check)
    validate = getattr(module, "validate", None) or getattr(module, "prepare", None)
    if validate is not None:
        try:
            validate({**defaults, **settings})
        except ValueError as error:
            raise SettingError(str(error), getattr(error, "place", None) or tuple(given)[:1]) from None
    return settings


def convert_one(key: str, value: Any, default: Any) -> Any:
    """One value in the type of `default`: truth value, number, text, list or mapping.

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
        except ValueError:
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
    if isinstance(first, (bool, int, float)):
        converted = []
        for index, entry in enumerate(value):
            try:
                converted.append(convert_one(key, entry, first))
            except SettingError as error:
                raise SettingError(error.message, (key, index)) from None
        return converted
    if isinstance(first, str):
        for index, entry in enumerate(value):
            if not isinstance(entry, str):
                raise SettingError(f"`{key}` is a list of texts", (key, index))
    return value

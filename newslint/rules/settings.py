"""A check's settings in the types of its `DEFAULTS`, and held to what the check itself says of them."""

from __future__ import annotations

from typing import Any

from newslint import checks
from newslint.strict_yaml import nearest
from newslint.typed_values import SettingError, typed


def convert(check: str, given: dict[str, Any]) -> dict[str, Any]:
    """The settings `given` to a check, converted and validated. Raises `SettingError`, and `KeyError` for no such check."""
    defaults = checks.defaults(check)
    settings = {}
    for key, value in given.items():
        if key not in defaults:
            raise SettingError(f"the check “{check}” has no setting “{key}”{nearest(key, defaults)}", (key,))
        settings[key] = typed(key, value, defaults[key])
    module = checks.load(check)
    validate = getattr(module, "validate", None) or getattr(module, "prepare", None)
    if validate is not None:
        try:
            validate({**defaults, **settings})
        except ValueError as error:
            raise SettingError(str(error), getattr(error, "place", None) or tuple(given)[:1]) from None
    return settings

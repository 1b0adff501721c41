"""Vale's actions: what a rule proposes to put in the place of what it found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newslint.finding import Edit

if TYPE_CHECKING:
    from collections.abc import Mapping

_PARAMETERS = {"regex": 3, "trim": 2, "trim_left": 2, "trim_right": 2, "remove": 2, "truncate": 2, "split": 3}
NAMES = ("replace", "remove", "edit", "convert")


def validate(settings: Mapping[str, Any]) -> None:
    """Raise `ValueError`, naming the setting, for an action that newslint does not have."""
    from newslint.checks._patterns import PatternError, validate

    action = settings["action"]
    if not action:
        return
    name, parameters = action.get("name"), action.get("params", [])
    if set(action) - {"name", "params"} or name not in NAMES or not isinstance(parameters, list):
        reason = "; `suggest` runs a program or another lexicon" if name == "suggest" else ""
        raise PatternError(f"`action` has a `name` ({', '.join(NAMES)}) and `params`{reason}", ("action",))
    if name == "edit":
        if not parameters or _PARAMETERS.get(parameters[0]) != len(parameters):
            known = ", ".join(f"{edit} ({count - 1})" for edit, count in _PARAMETERS.items())
            raise PatternError(f"`params` of an edit name one of {known}, with so many values", ("action", "params"))
        if parameters[0] == "regex":
            validate(parameters[1], ("action", "params"))


def proposals(action: Mapping[str, Any], observed: str) -> tuple[str, ...]:
    """What an action makes of the text found: nothing, or texts to choose from."""
    name = action.get("name")
    parameters = action.get("params", [])
    if name == "replace":
        return tuple(parameters)
    if name == "remove":
        return ("",)
    if name == "convert":
        return (observed.lower(),)
    if name != "edit":
        return ()
    edit, sign = parameters[0], parameters[1]
    if edit == "regex":
        made = re.sub(sign, re.sub(r"\$(\d+)", r"\\\1", parameters[2]), observed)
    elif edit == "split":
        pieces = observed.split(sign)
        if int(parameters[2]) >= len(pieces):
            return ()
        made = pieces[int(parameters[2])]
    elif edit == "truncate":
        made = observed.split(sign)[0]
    else:
        trim = {"trim_left": observed.lstrip, "trim_right": observed.rstrip}.get(edit, observed.strip)
        made = trim(sign)
    return (made.strip(),)


def recased(proposal: str, observed: str) -> str:
    """A proposal in the case of what it replaces: all capitals, or a capital first."""
    if len(observed) > 1 and observed.isupper():
        return proposal.upper()
    if observed[:1].isupper() and proposal[:1].islower():
        return proposal[0].upper() + proposal[1:]
    return proposal


def edits(text: str, start: int, end: int, proposals: tuple[str, ...]) -> tuple[Edit, ...]:
    """The edit that puts a single proposal in place; removing a word takes the space before it along."""
    if len(proposals) != 1:
        return ()
    if not proposals[0]:
        if start and text[start - 1] == " ":
            start -= 1
        elif text[end : end + 1] == " ":
            end += 1
    return (Edit(start, end, proposals[0]),)

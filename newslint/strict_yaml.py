"""YAML without surprises: every scalar is a string, and a duplicate key is an error.

YAML's implicit types (`no`, `on`, `12:30`, `2025-01-17`) never apply, so a word list holds words. Anchors,
aliases and tags are refused: no rule or configuration needs them, and nested aliases can make a small file
unfold without end.
"""

from __future__ import annotations

from typing import Any

Path = tuple[str | int, ...]
Lines = dict[Path, int]
"""The 1-based line of each key and list entry, under its path: `("examples", "bad", 0, "text")`."""

DEEPEST = 12
"""How deep collections may nest."""
_TOO_DEEP = f"nested deeper than {DEEPEST} levels"


class YamlError(ValueError):
    """Text that is not YAML as this module reads it; `line` is 1-based."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def parse(text: str) -> tuple[Any, Lines]:
    """The strings, lists and mappings that a YAML text holds (None for an empty one), and where they stand.

    Raises `YamlError`.
    """
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lines: Lines = {(): 1}
    try:
        _refuse_references(yaml, loader, text)
        root = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        # libyaml looks ahead for keys, and may meet its own bound before an event of ours is too deep
        too_deep = "nesting depth" in (error.problem or "")
        message = _TOO_DEEP if too_deep else error.problem or "not YAML"
        raise YamlError(message, mark.line + 1 if mark else 1) from None
    except yaml.YAMLError as error:
        position = getattr(error, "position", 0)
        raise YamlError("a character that YAML does not allow", text.count("\n", 0, position) + 1) from None
    if root is None:
        return None, lines
    return _value(yaml, root, (), lines), lines


def _refuse_references(yaml: Any, loader: Any, text: str) -> None:
    """Refuses aliases and deep nesting before a tree is built of them."""
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlError("anchors and aliases are not read", line)
        if getattr(event, "tag", None) not in (None, "!"):
            raise YamlError(f"tags are not read: {event.tag}", line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise YamlError(_TOO_DEEP, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _value(yaml: Any, node: Any, path: Path, lines: Lines) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        entries = []
        for index, entry in enumerate(node.value):
            place = (*path, index)
            lines[place] = entry.start_mark.line + 1
            entries.append(_value(yaml, entry, place, lines))
        return entries
    mapping: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise YamlError("a key must be a word", line)
        key = key_node.value
        place = (*path, key)
        if key in mapping:
            raise YamlError(f"duplicate key “{key}” (first on line {lines[place]})", line)
        lines[place] = line
        mapping[key] = _value(yaml, value_node, place, lines)
    return mapping


def nearest(word: str, known: Any) -> str:
    """A suggestion to end an error message with: ` (did you mean “tokens”?)`, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), 1, 0.6)
    return f" (did you mean “{close[0]}”?)" if close else ""

"""Patterns that rules bring with them: Python's `re`, made safe to run on any text and fit for prose.

- A space in a pattern also matches a line break, and `'` also matches `’`.
- Unbounded repetition is bounded: 1,000 characters for `.` and negated classes, 100 for anything else. A
  search then costs a fixed amount a character at worst, wherever it starts.
- What only Vale's engine (Go's syntax, regexp2) has is refused with a reason; so is what
  `_pattern_guard` refuses.
- A pattern runs only where a text holds one of the words it cannot do without (its *needles*).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_ANY = 1000
_MOST = 100

_FOREIGN = (
    (re.compile(r"\[\[:\^?\w+:\]"), "a POSIX class such as `[[:alpha:]]` is not Python's; write `[A-Za-z]` or `\\w`"),
    (re.compile(r"(?<!\\)(?:\\\\)*\\[pP]"), "`\\p{…}` is not Python's; write the characters out, or `[^\\W\\d_]` for letters"),
    (re.compile(r"\(\?<[A-Za-z_]"), "a named group is written `(?P<name>…)` in Python"),
    (re.compile(r"\(\?'"), "a named group is written `(?P<name>…)` in Python"),
    (re.compile(r"(?<!\\)(?:\\\\)*\\z"), "the end of the text is `\\Z` in Python, not `\\z`"),
    (re.compile(r"(?<!\\)(?:\\\\)*\\[GKQEhHRX]"), "an escape that Python does not have"),
    (re.compile(r".\(\?[imsx]+\)"), "flags inside a pattern are written `(?i:…)` in Python"),
    (re.compile(r"\(\?-[imsx]+\)"), "flags inside a pattern are written `(?-i:…)` in Python"),
)
_LEADING_FLAGS = re.compile(r"\(\?([ims]+)\)")
_FLAGS = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL}
_TOKEN = re.compile(
    r"(?P<escape>\\.)|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<open>\((?:\?(?:P?[<=!:>]|<[=!]|[imsx-]+:)?)?)"
    r"|(?P<repeat>\{\d*,\}|[*+])|(?P<space>(?<! ) (?! ))|(?P<apostrophe>')|(?P<any>.)",
    re.DOTALL,
)
PLAIN = re.compile(r"[^\\.^$*+?{}\[\]|()]*")
"""Text in which no character is a sign of pattern syntax."""


class PatternError(ValueError):
    """A pattern that cannot be used; `place` is the setting it stands in and the entry there."""

    def __init__(self, message: str, place: tuple[str | int, ...]) -> None:
        super().__init__(message)
        self.place = place


class Pattern:
    """A pattern, compiled when it first may match."""

    __slots__ = ("_compiled", "_needles", "flags", "source")

    def __init__(self, source: str, ignorecase: bool = False, template: str = "%s") -> None:
        """`template` is what stands around the pattern, with `%s` for it: `\\b(?:%s)\\b`."""
        flags = re.MULTILINE | (re.IGNORECASE if ignorecase else 0)
        leading = _LEADING_FLAGS.match(source)
        if leading:
            source = source[leading.end() :]
            for letter in leading[1]:
                flags |= _FLAGS[letter]
        self.source = template.replace("%s", soften(source))
        self.flags = flags
        self._compiled: re.Pattern[str] | None = None
        self._needles: tuple[str, ...] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern as Python's `re` has it."""
        if self._compiled is None:
            self._compiled = re.compile(self.source, self.flags)
        return self._compiled

    @property
    def needles(self) -> tuple[str, ...]:
        """Lower-case texts of which a match contains at least one; empty where there are none."""
        if self._needles is None:
            from newslint.checks._needles import needles

            self._needles = needles(self.source, self.flags)
        return self._needles

    def may_match(self, lowered: str) -> bool:
        """Whether a text, given in lower case, holds what every match needs."""
        if not self.needles:
            return True
        return any(needle in lowered for needle in self.needles)


def soften(source: str) -> str:
    """A pattern in which a space matches a line break, `'` matches `’`, and no repetition is unbounded."""
    parts: list[str] = []
    widest = _MOST
    for match in _TOKEN.finditer(source):
        kind, text = match.lastgroup, match[0]
        if kind == "repeat":
            least = {"*": "0", "+": "1"}.get(text) or text[1:-2] or "0"
            parts.append(f"{{{least},{max(widest, int(least))}}}" if widest else text)
            widest = 0  # what follows a repeat makes it lazy or possessive
            continue
        widest = _MOST
        if kind == "space":
            text = r"[ \n]"
        elif kind == "apostrophe":
            text = "['’]"
        elif kind == "class":
            widest = _MOST_ANY if text.startswith("[^") else _MOST
            if "'" in text and "’" not in text:
                text = text.replace("'", "'’")
        elif text == ".":
            widest = _MOST_ANY
        parts.append(text)
    return "".join(parts)


def validate(source: str, place: tuple[str | int, ...] = ()) -> None:
    """Raise `PatternError` for a pattern that Python does not have, or that could run for ever."""
    from re import _parser as parser  # type: ignore[attr-defined]

    from newslint.checks import _pattern_guard

    for foreign, reason in _FOREIGN:
        if foreign.search(source):
            raise PatternError(f"pattern “{source}”: {reason}", place)
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree = parser.parse(source, re.MULTILINE)
            re.compile(Pattern(source).source, re.MULTILINE)
        _pattern_guard.refuse(tree)
    except (re.error, ValueError, OverflowError, Warning) as error:
        raise PatternError(f"pattern “{source}”: {error}", place) from None


def validate_all(settings: Any, key: str) -> None:
    """`validate` for each entry of a list setting, or each key of a mapping setting, that is not plain text."""
    value = settings[key]
    for place, source in enumerate(value) if isinstance(value, list) else ((entry, entry) for entry in value):
        if not isinstance(source, str):
            raise PatternError(f"`{key}` holds texts", (key, place))
        if not PLAIN.fullmatch(source):
            validate(source, (key, place))


def exceptions(entries: Sequence[str]) -> Pattern | None:
    """One pattern for a rule's `exceptions`, as Vale reads them: words or patterns, case-sensitive."""
    if not entries:
        return None
    parts = [
        f"(?i:{entry[4:]})" if entry.startswith("(?i)") else f"(?:{entry})"
        for entry in sorted(entries, key=len, reverse=True)
    ]
    return Pattern("|".join(parts), template=r"\b(?:%s)\b")

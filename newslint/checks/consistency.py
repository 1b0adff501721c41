"""Two forms of which one article uses only one: Vale's `consistency`.

- `either`: pairs such as `advisor: adviser`; words or patterns.
- `nonword`, `ignorecase`, `scope`, `quotations`: as in `existence`.

The form that comes first is the article's; every place of the other form is a hit, with the first one as
its related place. (Vale reports one place a block.) The message's `%s` is the form found, a second one the
article's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.checks import _patterns
from newslint.checks._phrases import Phrases
from newslint.checks._places import PLACE_DEFAULTS, Places, validate_places
from newslint.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.document import Document

DEFAULTS: dict[str, Any] = {"either": {}, "nonword": False, "ignorecase": False, **PLACE_DEFAULTS}


def validate(settings: Mapping[str, Any]) -> None:
    """Raise `ValueError` for a pattern or scope that cannot be used, and where no pair is given."""
    validate_places(settings)
    _patterns.validate_all(settings, "either")
    if not settings["either"]:
        raise _patterns.PatternError("give `either`: pairs of forms", ("either",))
    for form, other in settings["either"].items():
        if not isinstance(other, str) or not other:
            raise _patterns.PatternError(f"the other form of “{form}” is a text", ("either", form))
        if not _patterns.PLAIN.fullmatch(other):
            _patterns.validate(other, ("either", form))


class Prepared:
    """The settings of one rule, made ready."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        forms = [form for pair in settings["either"].items() for form in pair]
        self.phrases = Phrases(forms, settings["ignorecase"], settings["nonword"])
        self.places = Places(settings)


def prepare(settings: Mapping[str, Any]) -> Prepared:
    """The settings, made ready for `check`."""
    return Prepared(settings)


def check(document: Document, prepared: Prepared) -> Iterator[Hit]:
    """Hits on each place of the form that came second; forms `2n` and `2n + 1` are a pair."""
    first: dict[int, tuple[int, int, int]] = {}
    text = prepared.places.text(document)
    raw = prepared.places.scope.raw
    for start, end, number in prepared.places.find(document, prepared.phrases):
        chosen = first.setdefault(number // 2, (start, end, number))
        if chosen[2] == number:
            continue
        form = text[chosen[0] : chosen[1]]
        related = Related(f"“{form}” here", chosen[0], chosen[1])
        yield Hit(start, end, arguments=(text[start:end], form), related=(related,), in_source=raw)

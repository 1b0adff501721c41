"""Known findings, written to a file, so that only new ones are reported.

A finding's fingerprint is made of its rule, its words, and up to three words on either side in its paragraph,
without case, spacing or line numbers: it stays when text moves, and goes when the words change. The n-th
finding of a file with the same fingerprint takes the suffix `-n`.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newslint.finding import Finding

SCHEMA = "newslint-baseline/1"

_WORD = re.compile(r"\w+")
_SPACED = bytes(byte if chr(byte).isalnum() or byte == 0x5F else 0x20 for byte in range(256))
"""ASCII word characters as they are, the rest a space."""
_AROUND = 3
"""Words taken on either side of a finding."""
_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")
_WINDOW = 80
"""How far, in code points, those words are looked for."""


class BaselineError(Exception):
    """A baseline file that cannot be used."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


def fingerprint(finding: Finding, text: str) -> str:
    """16 hexadecimal digits for a finding in a source text; twins have the same."""
    from hashlib import blake2b

    start, end = finding.start.offset, finding.end.offset
    ahead = _BLANK_LINE.split(text[max(0, start - _WINDOW) : start])
    behind = _BLANK_LINE.split(text[end : end + _WINDOW])
    before = _words_of(ahead[-1], len(ahead) == 1 and start > _WINDOW, False)
    after = _words_of(behind[0], False, len(behind) == 1 and end + _WINDOW < len(text))
    words = "\n".join([finding.code, *before[-_AROUND:], "", *_all_words(text[start:end]), "", *after[:_AROUND]]).casefold()
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _all_words(text: str) -> list[str]:
    """What `_WORD.findall` gives, which takes three times as long for a long ASCII text."""
    if not text.isascii():
        return _WORD.findall(text)
    return text.encode("ascii").translate(_SPACED).decode("ascii").split()


def _words_of(context: str, is_cut_before: bool, is_cut_after: bool) -> list[str]:
    """The words of a context, without one that its edge may have cut."""
    words = list(_WORD.finditer(context))
    if words and is_cut_before and words[0].start() == 0:
        del words[0]
    if words and is_cut_after and words[-1].end() == len(context):
        del words[-1]
    return [match[0] for match in words]


def assign(findings: Iterable[Finding], text: str) -> None:
    """Give the findings of one file, in reading order, their fingerprints, each with the suffix of its twin."""
    seen: dict[str, int] = {}
    for finding in findings:
        base = fingerprint(finding, text)
        count = seen[base] = seen.get(base, 0) + 1
        finding.fingerprint = base if count == 1 else f"{base}-{count}"


class Baseline:
    """The fingerprints of known findings: path -> rule code -> fingerprints. Paths are as the file says them."""

    def __init__(self, path: str, files: dict[str, dict[str, list[str]]]) -> None:
        self.path = path
        self._files = files
        self._left: dict[str, set[str]] = {}

    def apply(self, path: str, findings: Iterable[Finding]) -> tuple[list[Finding], int]:
        """The findings of the file at `path` that are not known, and how many are; they need their fingerprints."""
        place = relative(path, self.path)
        codes = self._files.get(place, {})
        left = {known for known_of_code in codes.values() for known in known_of_code}
        kept, known = [], 0
        for finding in findings:
            if finding.fingerprint in left and finding.fingerprint in codes.get(finding.code, ()):
                left.discard(finding.fingerprint)
                known += 1
            else:
                kept.append(finding)
        self._left[place] = left
        return kept, known

    def stale(self) -> int:
        """How many entries, of the files that `apply` saw, name a finding that is no longer there."""
        return sum(map(len, self._left.values()))


def relative(path: str, baseline: str) -> str:
    """A file's path as a baseline names it: relative to the baseline's own folder, with `/`."""
    folder = Path(baseline).absolute().parent
    return os.path.relpath(Path(path).absolute(), folder).replace(os.sep, "/")


def read(path: str) -> Baseline:
    """The baseline in a file. Raises `BaselineError`."""
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise BaselineError(path, error.strerror or str(error)) from None
    except ValueError as error:
        raise BaselineError(path, f"not a baseline: {error}") from None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise BaselineError(path, f"not a baseline of this version (`schema` is not {SCHEMA}); write it anew")
    files: Any = data.get("files")
    if not _is_well_formed(files):
        raise BaselineError(path, "not a baseline: `files` is not path -> code -> list of fingerprints")
    return Baseline(path, files)


def _is_well_formed(files: Any) -> bool:
    return isinstance(files, dict) and all(
        isinstance(codes, dict)
        and all(isinstance(known, list) and all(isinstance(entry, str) for entry in known) for known in codes.values())
        for codes in files.values()
    )


def write(path: str, findings: Iterable[Finding]) -> int:
    """Write a baseline of findings that have their fingerprints, in one step; how many it holds.

    The file is sorted, so that it changes as little as the findings do. Raises `BaselineError`.
    """
    files: dict[str, dict[str, list[str]]] = {}
    count = 0
    for finding in findings:
        files.setdefault(relative(finding.path, path), {}).setdefault(finding.code, []).append(finding.fingerprint)
        count += 1
    for codes in files.values():
        for known in codes.values():
            known.sort()
    text = json.dumps({"schema": SCHEMA, "files": files}, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    target = Path(path)
    passing = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        passing.write_text(text, encoding="utf-8")
        passing.replace(target)
    except OSError as error:
        passing.unlink(missing_ok=True)
        raise BaselineError(path, error.strerror or str(error)) from None
    return count

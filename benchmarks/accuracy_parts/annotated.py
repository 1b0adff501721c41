"""Annotated typos of informal text: sentences with the places and corrections that annotators gave."""

from __future__ import annotations

import gzip
import json
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.accuracy_parts.recall import Tally
from newslint import lexicon
from newslint.api import Linter
from newslint.document import parse
from newslint.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.accuracy_parts.peers import Peer, Spot


class Sentence(NamedTuple):
    """A sentence and its edits: `start`, `end` (code points), `found`, `correct`, `kind`."""

    name: str
    text: str
    edits: list[dict[str, Any]]


def read(path: Path) -> list[Sentence]:
    """The sentences of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        entries = [json.loads(line) for line in lines]
    return [Sentence(f"{number:04}.md", entry["text"], entry["edits"]) for number, entry in enumerate(entries)]


def kind_of(edit: dict[str, Any]) -> str:
    """What sort of typo an edit is: by its annotation, and by what the lexicon says of the word as written."""
    found, correct = edit["found"], edit["correct"]
    if edit["kind"] != "spelling":
        return str(edit["kind"])
    if found.lower() == (correct or "").lower():
        return "casing"
    if not found.isalpha():
        return "spelling, with digits or marks"
    if found.islower():
        kind = lexicon.kind_of(found)
        return "spelling, non-word" if kind == lexicon.UNKNOWN else "spelling, real word" if not kind else "spelling, rare word or name"
    return "spelling, real word with capitals" if lexicon.is_known_lower(found.lower()) else "spelling, non-word with capitals"


def ask(sentences: list[Sentence], spots: Iterable[Spot]) -> tuple[dict[str, Tally], int]:
    """By kind what was found of the edits, and how many spots touch no edit."""
    at: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        at[spot.path].append(spot)
    tallies: dict[str, Tally] = defaultdict(Tally)
    others = 0
    for sentence in sentences:
        touched = set()
        for edit in sentence.edits:
            start, end = edit["start"], max(edit["end"], edit["start"] + 1)
            hits = [spot for spot in at[sentence.name] if spot.start < end and spot.end > start]
            touched.update(hits)
            tally = tallies[kind_of(edit)]
            tally.asked += 1
            tally.found += bool(hits)
            said = next((spot for spot in hits if spot.suggestion is not None), None)
            tally.suggested += said is not None
            if said is not None and edit["correct"] is not None:
                mended = sentence.text[: said.start] + (said.suggestion or "") + sentence.text[said.end :]
                right = sentence.text[: edit["start"]] + edit["correct"] + sentence.text[edit["end"] :]
                tally.right += mended == right
        others += sum(spot not in touched for spot in at[sentence.name])
    return tallies, others


def of_newslint(sentences: list[Sentence]) -> list[Spot]:
    """What newslint's default rules say of the sentences, each an article of its own."""
    from benchmarks.accuracy_parts.peers import Spot

    linter = Linter()
    return [
        Spot(sentence.name, entry.start.offset, entry.end.offset, entry.code, next(iter(entry.suggestions), None))
        for sentence in sentences
        for entry in linter.check(sentence.text, path=sentence.name).findings
    ]


def of_peer(peer: Peer, sentences: list[Sentence]) -> list[Spot]:
    """What a peer says of the sentences."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for sentence in sentences:
            (folder / sentence.name).write_bytes(sentence.text.encode())
        return peer.ask(folder)


def words(sentences: list[Sentence]) -> int:
    """Words of the sentences."""
    return sum(len(parse(Source(sentence.text, sentence.name)).words.texts) for sentence in sentences)

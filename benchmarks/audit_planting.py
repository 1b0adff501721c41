"""Copies planted in an archive of articles: verbatim, reworded, as an excerpt of a longer text, as a series."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST_DAY = date(2006, 1, 2)
DAYS = 360
CREDITS = ("City desk", "Wire service", "Regional network", "Science desk", "")
REWORDED = 0.06
"""Share of words of a reworded copy that are replaced, dropped or added."""
EVERY = 7
"""Days from one repost of a series to the next."""

Line = dict[str, Any]


class Planted(NamedTuple):
    """A copy that must be found: what kind it is, the article it is of, and its own id."""

    kind: str
    of: str
    id: str


def planted(
    texts: Sequence[tuple[str, str]], seed: int = 1, each: int = 8, series: int = 2, times: int = 4
) -> tuple[list[Line], list[Planted]]:
    """Articles (id and text) with dates, credits and copies: as lines for an audit, in a random order; the copies.

    `each` copies are verbatim, reworded and excerpts each; `series` articles are published `times` times.
    """
    chance = random.Random(seed)
    lines: list[Line] = []
    for id, text in texts:
        day = FIRST_DAY + timedelta(chance.randrange(DAYS))
        lines.append(
            {"id": id, "published": str(day), "credit": chance.choice(CREDITS), "text": text}
        )
    sources = chance.sample([line for line in lines if len(line["text"].split()) > 150], 3 * each + series)
    copies: list[Planted] = []

    def plant(kind: str, source: Line, text: str, days: int) -> None:
        id = f"{kind}-{len(copies) + 1}"
        day = date.fromisoformat(source["published"]) + timedelta(days)
        lines.append({"id": id, "published": str(day), "credit": chance.choice(CREDITS), "text": text})
        copies.append(Planted(kind, source["id"], id))

    for source in sources[:each]:
        plant("verbatim", source, source["text"], chance.randrange(1, 90))
    for source in sources[each : 2 * each]:
        plant("reworded", source, reworded(source["text"], chance), chance.randrange(1, 90))
    for source in sources[2 * each : 3 * each]:
        other = chance.choice(texts)[1]
        plant("excerpt", source, within(excerpt(source["text"], chance), other, chance), chance.randrange(1, 90))
    for source in sources[3 * each :]:
        source["published"] = str(FIRST_DAY + timedelta(chance.randrange(60)))
        for repeat in range(1, times):
            plant("series", source, source["text"], EVERY * repeat)
    chance.shuffle(lines)
    return lines, copies


def reworded(text: str, chance: random.Random, share: float = REWORDED) -> str:
    """A text of which some words are replaced by others of it, dropped, or added; blocks stay."""
    words = text.split()
    blocks = []
    for block in text.split("\n\n"):
        made = []
        for word in block.split():
            if chance.random() >= share:
                made.append(word)
            elif (change := chance.randrange(3)) == 0:
                made.append(chance.choice(words))
            elif change == 1:
                made += [word, chance.choice(words)]
        blocks.append(" ".join(made))
    return "\n\n".join(blocks)


def excerpt(text: str, chance: random.Random, words: int = 60) -> str:
    """Neighbouring blocks of a text, `words` words or a little more."""
    blocks = text.split("\n\n")
    start = chance.randrange(max(len(blocks) // 2, 1))
    taken: list[str] = []
    for block in blocks[start:]:
        taken.append(block)
        if sum(len(some.split()) for some in taken) >= words:
            break
    return "\n\n".join(taken)


def within(passage: str, text: str, chance: random.Random) -> str:
    """A text with a passage put between two of its blocks."""
    blocks = text.split("\n\n")
    blocks.insert(chance.randrange(1, len(blocks) + 1), passage)
    return "\n\n".join(blocks)

"""Small archives for tests: articles of invented prose, read as an audit reads them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from newslint.audit.articles import Articles
from newslint.document import parse
from newslint.duplicates.records import Record
from newslint.duplicates.stores.protocol import Entry
from newslint.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

HARBOUR = (
    "The harbour board will close the northern quay for eleven weeks from Monday, so that divers can replace the timber "
    "piles that shipworm has hollowed out over the past decade, and ferries will call at the grain terminal instead."
)
CHOIR = (
    "Sixty singers who had never met rehearsed for a single afternoon in the boiler house of the old dairy before they "
    "gave the first performance of a mass that its composer had left in a drawer for thirty years."
)
BEES = (
    "A beekeeper in the valley has counted four times as many swarms as in any spring since his grandfather began the "
    "ledger, and he blames a mild February and the new orchards on the southern slope for it."
)
BRIDGE = (
    "Engineers who lowered a camera into the hollow piers of the railway bridge found a nest of peregrine falcons, two "
    "bicycles, and a crack that nobody had drawn on any of the plans kept in the county archive."
)
CHESS = (
    "The oldest chess club of the province has lost its lease after ninety years above the bakery and now plays in the "
    "waiting room of the bus station, where spectators with suitcases have begun to suggest moves."
)
LIBRARY = (
    "Readers returned nine hundred books in one morning after the library promised to forgive every fine and to ask no "
    "questions, among them an atlas that had been borrowed in the year in which its borders were drawn."
)
SIGN_OFF = "Write to the evening desk if you know more about this story, and leave a number where we can reach you."

_WORDS = (
    "anchor barley candle damson ember falcon garnet hazel island juniper kettle lantern meadow nettle orchard pebble "
    "quarry rowan saddle thistle umber velvet willow yarrow zephyr bramble copper dapple elder fennel gravel heather"
).split()


def prose(seed: int, words: int = 40) -> str:
    """A paragraph of so many words of no meaning, hardly ever with six in common with another seed's."""
    chance = random.Random(seed)
    return " ".join(chance.choice(_WORDS) for _ in range(words)).capitalize() + "."


def archive(
    *texts: str | tuple[str, dict[str, str | tuple[str, ...]]], articles: Articles | None = None
) -> Articles:
    """Articles of these texts, with ids 0, 1, ... and what else is said of them."""
    made = Articles() if articles is None else articles
    records, entries = [], []
    for number, item in enumerate(texts):
        text, told = (item, {}) if isinstance(item, str) else item
        document = parse(Source(text, f"{number}.txt", "plain"))
        records.append(Record(document.path, document.prose, document.blocks))
        entries.append(Entry(**{"id": str(number), **told}))  # type: ignore[arg-type]
    made.add(records, entries)
    return made


def on(date: str, *blocks: str, **told: str | tuple[str, ...]) -> tuple[str, dict[str, str | tuple[str, ...]]]:
    """A text of these blocks, published on that date."""
    return "\n\n".join(blocks), {"published": date, **told}


def words_of(articles: Articles, number: int, words: tuple[int, int]) -> str:
    """Some words of an article as it has them."""
    from newslint.reports.audit.wording import excerpt

    return excerpt(articles, articles[number], words)


def ids(articles: Articles, numbers: Iterable[int]) -> list[str]:
    """The ids of articles."""
    return [articles[number].entry.id for number in numbers]

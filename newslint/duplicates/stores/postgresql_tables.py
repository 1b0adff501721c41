"""The tables of an index in PostgreSQL, and the statements that read them.

- `newslint_header`: one row: versions and counters. A writer locks it, so that writers take turns;
- `newslint_article`: the catalogue, and the word hashes of each article (little-endian, four bytes each) with the
  bounds of its blocks in words;
- `newslint_posting`: by key (48 bits) the sections that hold it, partitioned by the key's hash. A section's number is
  its article's, times 2**20, plus its block.

They lie in the first schema of the connection's `search_path`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newslint.duplicates import SCHEME_VERSION
from newslint.duplicates.candidates import MOST_ARTICLES, MOST_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.duplicates.stores.protocol import Integers

LAYOUT_VERSION = 1
PARTITIONS = 16
BLOCK_BITS = 20
MOST_ROWS = MOST_ARTICLES * MOST_SECTIONS
"""Postings of a key that are read at once; boilerplate has more, or shows itself among them."""

MAKING = 0x6E6C6978
"""The advisory lock under which the tables are made."""

HEADER = "SELECT scheme, layout, articles, sections, texts FROM newslint_header"
TURN = "SELECT next_article FROM newslint_header FOR UPDATE"
COUNT = (
    "UPDATE newslint_header SET next_article = next_article + %s, articles = articles + %s,"
    " sections = sections + %s, texts = texts + %s"
)

_TABLES = f"""
CREATE TABLE newslint_header (
    scheme integer NOT NULL, layout integer NOT NULL, next_article bigint NOT NULL, articles bigint NOT NULL,
    sections bigint NOT NULL, texts bigint NOT NULL
);
CREATE UNIQUE INDEX newslint_one_header ON newslint_header ((true));
INSERT INTO newslint_header VALUES ({SCHEME_VERSION}, {LAYOUT_VERSION}, 1, 0, 0, 0);
CREATE TABLE newslint_article (
    number bigint PRIMARY KEY, id text COLLATE "C" NOT NULL, content bigint NOT NULL, sections integer NOT NULL,
    title text, url text, published text, credit text, versions text[],
    words bytea NOT NULL, bounds integer[] NOT NULL, prose bytea, EXCLUDE USING hash (id WITH =)
);
ALTER TABLE newslint_article ALTER words SET STORAGE EXTERNAL, ALTER prose SET STORAGE EXTERNAL;
CREATE TABLE newslint_posting (key bigint NOT NULL, section bigint NOT NULL, PRIMARY KEY (key, section))
    PARTITION BY HASH (key)
"""

POSTINGS = f"""
WITH held AS MATERIALIZED (
    SELECT asked.place, held.sections, held.articles
    FROM unnest(%s::bigint[]) WITH ORDINALITY AS asked (key, place)
    CROSS JOIN LATERAL (
        SELECT array_agg(section) AS sections, count(DISTINCT section >> {BLOCK_BITS}) AS articles
        FROM (
            SELECT section FROM newslint_posting WHERE key = asked.key ORDER BY section LIMIT {MOST_ROWS + 1}
        ) AS first
    ) AS held
    WHERE held.articles > 0
)
SELECT place, CASE WHEN articles <= {MOST_ARTICLES} THEN sections END, NULL::bytea FROM held
UNION ALL
SELECT section, NULL, substring(words, 4 * bounds[block] + 1, 4 * (bounds[block + 1] - bounds[block]))
FROM (
    SELECT section, (section & {(1 << BLOCK_BITS) - 1})::integer + 1 AS block
    FROM (SELECT DISTINCT unnest(sections) AS section FROM held WHERE articles <= {MOST_ARTICLES}) AS distinct_section
) AS found
JOIN newslint_article ON number = section >> {BLOCK_BITS}
"""
"""Of the keys of an article, in one statement: by place of the key (from 1) its sections, NULL for boilerplate; then the
words of each section. Of a key that has more postings than are read the first ones come, in order."""

CROWD = f"""
WITH RECURSIVE holder (number, place) AS (
    (SELECT section >> {BLOCK_BITS}, 1 FROM newslint_posting WHERE key = %(key)s ORDER BY section LIMIT 1)
    UNION ALL
    SELECT (
        SELECT section >> {BLOCK_BITS} FROM newslint_posting
        WHERE key = %(key)s AND section >= (holder.number + 1) << {BLOCK_BITS} ORDER BY section LIMIT 1
    ), place + 1
    FROM holder WHERE number IS NOT NULL AND place <= {MOST_ARTICLES}
)
SELECT ARRAY(
    SELECT section FROM newslint_posting
    WHERE key = %(key)s AND section >= number << {BLOCK_BITS} AND section < (number + 1) << {BLOCK_BITS}
    ORDER BY section LIMIT {MOST_SECTIONS}
)
FROM holder WHERE number IS NOT NULL
"""
"""Of one key the first sections of each article, of as many articles as make it boilerplate."""

WORDS = f"""
SELECT section, substring(words, 4 * bounds[block] + 1, 4 * (bounds[block + 1] - bounds[block]))
FROM (
    SELECT section, (section & {(1 << BLOCK_BITS) - 1})::integer + 1 AS block FROM unnest(%s::bigint[]) AS section
) AS wanted
JOIN newslint_article ON number = section >> {BLOCK_BITS}
"""

_COLUMNS = "number, id, content, title, url, published, credit, versions, words, bounds, prose"
ARTICLES = f"SELECT {_COLUMNS} FROM unnest(%s::bigint[]) AS number JOIN newslint_article USING (number)"
EVERYTHING = f"SELECT {_COLUMNS} FROM newslint_article ORDER BY number"
KNOWN = "SELECT id, content FROM unnest(%s::text[]) AS id JOIN newslint_article USING (id)"
TO_FORGET = """
SELECT number, sections, words, bounds, prose IS NOT NULL
FROM unnest(%s::text[]) AS id JOIN newslint_article USING (id)
"""
FORGET_POSTINGS = """
DELETE FROM newslint_posting AS posting USING unnest(%s::bigint[], %s::bigint[]) AS gone (key, section)
WHERE posting.key = gone.key AND posting.section = gone.section
"""
FORGET_ARTICLES = "DELETE FROM newslint_article USING unnest(%s::bigint[]) AS gone WHERE number = gone"

COPY_POSTINGS = "COPY newslint_posting FROM STDIN (FORMAT binary)"
COPY_ARTICLES = """
COPY newslint_article (
    number, id, content, sections, title, url, published, credit, versions, words, bounds, prose
) FROM STDIN (FORMAT binary)
"""
ARTICLE_TYPES = "int8 text int8 int4 text text text text text[] bytea int4[] bytea".split()

SIZE = """
SELECT sum(pg_total_relation_size(relid))::bigint FROM (
    SELECT relid FROM pg_partition_tree('newslint_posting')
    UNION ALL VALUES ('newslint_article'::regclass), ('newslint_header'::regclass)
) AS relation
"""
COMPACT = (
    "REINDEX TABLE CONCURRENTLY newslint_posting",
    "VACUUM (ANALYZE) newslint_posting",
    "VACUUM (ANALYZE) newslint_article",
    "VACUUM newslint_header",
)

_COPY_HEAD = b"PGCOPY\n\xff\r\n\0" + bytes(8)
_COPY_ROW = np.dtype([("fields", ">i2"), ("size", ">i4"), ("key", ">i8"), ("size_too", ">i4"), ("section", ">i8")])
_ROWS_A_PIECE = 100_000


def making() -> Iterator[str]:
    """The statements that make an empty index."""
    yield from _TABLES.split(";")
    for number in range(PARTITIONS):
        yield (
            f"CREATE TABLE newslint_posting_{number} PARTITION OF newslint_posting"
            f" FOR VALUES WITH (MODULUS {PARTITIONS}, REMAINDER {number})"
        )


def copied(keys: Integers, sections: Integers) -> Iterator[bytes]:
    """Postings as `COPY` reads them (format binary), in pieces, in the order of the index."""
    order = np.lexsort((sections, keys))
    yield _COPY_HEAD
    for start in range(0, len(order), _ROWS_A_PIECE):
        own = order[start : start + _ROWS_A_PIECE]
        rows = np.empty(len(own), dtype=_COPY_ROW)
        rows["fields"], rows["size"], rows["size_too"] = 2, 8, 8
        rows["key"], rows["section"] = keys[own], sections[own]
        yield rows.tobytes()
    yield b"\xff\xff"

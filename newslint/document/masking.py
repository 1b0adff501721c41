"""Masks what stands in prose but is not prose: URLs, mail addresses, handles, domain and file names.

Masked text keeps its length, so that no offset moves: each code point becomes an object replacement
character. A mask grows from a sign that is cheap to find (`://`, `@`, a dot before a known ending) to the
white space, quotation mark or bracket on either side; the work is linear in the text.
"""

from __future__ import annotations

import re

_OPAQUE = "\ufffc"
_ENDINGS = (
    # top-level domains that are no English words
    "com|org|net|gov|edu|mil|info|biz|uk|au|ca|eu|fr|jp|cn|ru|ir|nz|ie|ch|nl|se|io|tv|dev"
    # endings of file names that prose mentions
    "|html?|pdf|md|txt|csv|json|ya?ml|toml|xml|js|ts|py|rs|css|exe|jpe?g|png|gif|svg|zip|docx?|xlsx?|pptx?|mp[34]"
)
_SIGN = re.compile(rf"://|@\w|\bwww\.|\.(?:{_ENDINGS})\b(?!['’]?[A-Z])")
_LEFT_STOP = re.compile(r"[\s\"“”‘’'<>()\[\]{}|—,;\ufffc]")
_RIGHT_STOP = re.compile(r"[\s\"“”‘’<>\[\]{}|—\ufffc]")
_LONGEST_LEFT = 256
_TRAILING = ".,;:!?)'*_"


def mask(prose: str) -> str:
    """`prose` with every URL, address, handle, domain name and file name masked, code point by code point."""
    if "." not in prose and "@" not in prose and "://" not in prose:
        return prose
    parts: list[str] = []
    done = 0
    for match in _SIGN.finditer(prose):
        sign = match.start()
        if sign < done:
            continue
        start = sign
        floor = max(done, sign - _LONGEST_LEFT)
        while start > floor and not _LEFT_STOP.match(prose, start - 1):
            start -= 1
        stop = _RIGHT_STOP.search(prose, match.end())
        end = stop.start() if stop else len(prose)
        while end > match.end() and prose[end - 1] in _TRAILING:
            end -= 1
        if start == sign and prose[sign] == ".":
            continue  # an ending without a name before it
        parts.append(prose[done:start])
        parts.append(_OPAQUE * (end - start))
        done = end
    if not done:
        return prose
    parts.append(prose[done:])
    return "".join(parts)

"""The scheme in plain Python: slow, short, and what every faster form and every store is tested against.

Words are NFKC and case-folded; an apostrophe joins (`Iran's` is `irans`), every other mark parts
(`well-known` is two words), digits stay. MinHash: Broder 1997, in the permutations of datasketch 2.0's
`affine32`. Winnowing: Schleimer, Wilkerson and Aiken, SIGMOD 2003.
"""

from __future__ import annotations

from unicodedata import normalize

from newslint.duplicates.constants import (
    BAND_ROWS,
    FINGERPRINT,
    FINGERPRINT_BASE,
    INCREMENTS,
    JOINERS,
    MULTIPLIERS,
    SHINGLE_BASE,
    WINDOW,
    WORD_MIX,
)

M32, M64 = 2**32 - 1, 2**64 - 1


def words(text: str) -> list[str]:
    """The normalised words of a text, in order."""
    kept = "".join(c for c in text if c not in JOINERS)
    runs = "".join(c if c.isalnum() or "\u0300" <= c <= "\u036f" else " " for c in kept).split()
    folded = (normalize("NFKC", run.casefold()).casefold() for run in runs)
    return [word for run in folded if (word := "".join(filter(str.isalnum, run)))]


def word_hash(word: str) -> int:
    """32 bits of a normalised word: its UTF-8 bytes in little-endian groups of eight, multiplied and folded."""
    data, value = word.encode("utf-8", "surrogatepass"), 0
    for start in range(0, len(data), 8):
        value = ((value ^ int.from_bytes(data[start : start + 8], "little")) * WORD_MIX[0]) & M64
        value ^= value >> 32
    return ((value * WORD_MIX[1]) & M64) >> 32


def rolling(hashes: list[int], length: int, base: int, mask: int) -> list[int]:
    """The polynomial of every `length` word hashes in a row; of all of them where they are fewer."""
    values = []
    for start in range(max(len(hashes) - length, 0) + 1 if hashes else 0):
        value = 0
        for word in hashes[start : start + length]:
            value = (value * base + word) & mask
        values.append(value)
    return values


def shingles(hashes: list[int]) -> list[int]:
    """The 32-bit hashes of all runs of five words."""
    return rolling(hashes, 5, SHINGLE_BASE, M32)


def signature(shingles: list[int]) -> list[int]:
    """The 80 minima of datasketch's `MinHash(num_perm=80, seed=1, scheme="affine32")`."""
    mixed = [mix32(shingle) for shingle in shingles]
    return [min((a * h + b) & M32 for h in mixed) for a, b in zip(MULTIPLIERS, INCREMENTS, strict=True)]


def mix32(value: int) -> int:
    """MurmurHash3's 32-bit finaliser."""
    value = ((value ^ value >> 16) * 0x85EBCA6B) & M32
    value = ((value ^ value >> 13) * 0xC2B2AE35) & M32
    return value ^ value >> 16


def mix64(value: int) -> int:
    """MurmurHash3's 64-bit finaliser."""
    value = ((value ^ value >> 33) * 0xFF51AFD7ED558CCD) & M64
    value = ((value ^ value >> 33) * 0xC4CEB9FE1A85EC53) & M64
    return value ^ value >> 33


def key(kind: int, value: int) -> int:
    """A key of the posting table: what it is made of (0-127) in the top byte, 56 mixed bits below; below 2**63."""
    return kind << 56 | mix64(value) >> 8


def band_keys(signature: list[int]) -> list[int]:
    """20 keys, kinds 1 to 20, of four minima each."""
    bands = (signature[start : start + BAND_ROWS] for start in range(0, len(signature), BAND_ROWS))
    return [
        key(number, rolling(band, BAND_ROWS, FINGERPRINT_BASE, M64)[0])
        for number, band in enumerate(bands, 1)
    ]


def fingerprints(hashes: list[int]) -> list[int]:
    """The keys, kind 0, of all runs of six words: what a query asks for."""
    return [key(0, value) for value in rolling(hashes, FINGERPRINT, FINGERPRINT_BASE, M64)]


def winnow(fingerprints: list[int]) -> list[int]:
    """Places of the fingerprints that are stored: the rightmost least of every eight in a row (or of all)."""
    places = set()
    for start in range(max(len(fingerprints) - WINDOW, 0) + 1 if fingerprints else 0):
        window = fingerprints[start : start + WINDOW]
        places.add(start + max(i for i, value in enumerate(window) if value == min(window)))
    return sorted(places)


def jaccard(a: list[int], b: list[int]) -> float:
    """Shared shingles over all shingles of both."""
    return len({*a} & {*b}) / len({*a} | {*b}) if a or b else 0.0


def containment(a: list[int], b: list[int]) -> float:
    """The share of a's shingles that b has."""
    return len({*a} & {*b}) / len({*a}) if a else 0.0

"""Whether and how a word that no list has is a regular derivation or a compound of known words: `reprioritised`, `packhouse`.

English makes such words daily. They are no misspellings unless a known word is very near.
"""

from __future__ import annotations

from newslint.lexicon.store import common, sections

_BEFORE = (
    "aero agri anti astro audio auto bio cardio chemo co counter cryo crypto cyber de dis eco electro endo extra femto gastro geo gibi "
    "hetero hexa hydro hyper immuno infra inter intra kibi kilo macro magneto mebi mega meta micro mid milli mini mis mono multi nano neo neuro "
    "nitro non octo onco osteo out over palaeo paleo para penta petro pharma phospho photo physio phyto pico poly post pre pro proto "
    "pseudo psycho pyro quadri quasi radio re retro semi socio sono spectro step sub super techno tele tetra thermo trans tri turbo "
    "ultra un under uni up video xeno"
).split()
_AFTER = (
    "able ability ably ary dom ee ees er ers esque ette free friendly ful gate hood ish ised ises ising isation isations ise iser isers "
    "ism isms ist ists istic ization izations ize ized izer izers izes izing less lessly like ment ments ness ology or ors proof s scape scapes "
    "ship ships some style ville ward wards wide wise worthy"
).split()
_INFLECTIONS = ("ings", "ing", "ed", "es", "s", "y", "ally")
_BEFORE_BY_LENGTH = sorted(_BEFORE, key=len, reverse=True)
_AFTER_BY_LENGTH = sorted(_AFTER, key=len, reverse=True)
_VOWELS = frozenset("aeiou")
_DOUBLED = frozenset("bdgklmnprt")


PREFIXED, SUFFIXED, INFLECTED, COMPOUND = "prefixed", "suffixed", "inflected", "compound"


def derivation(word: str) -> str:
    """How known words make the word: `PREFIXED`, `SUFFIXED`, `INFLECTED` or `COMPOUND`; empty where they do not."""
    for suffix in _INFLECTIONS:
        if word.endswith(suffix) and len(word) > len(suffix) + 2 and _takes(word[: -len(suffix)], suffix):
            return INFLECTED
    if _has_suffix(word):
        return SUFFIXED
    if _has_prefix(word):
        return PREFIXED
    return COMPOUND if is_compound(word) else ""


def is_compound(word: str) -> bool:
    """Whether two known words of three letters or more make the word."""
    return any(_is_known(word[:at], "g") and _is_known(word[at:], "g") for at in range(3, len(word) - 2))


def _has_prefix(word: str) -> bool:
    for prefix in _BEFORE_BY_LENGTH:
        if word.startswith(prefix):
            stem = word[len(prefix) :]
            if len(stem) >= 4 and (_is_known(stem, "i") or _has_suffix(stem)):
                return True
    return False


def _has_suffix(word: str) -> bool:
    for suffix in _AFTER_BY_LENGTH:
        if word.endswith(suffix):
            stem = word[: -len(suffix)]
            if len(stem) >= 3 and _takes(stem, suffix):
                return True
    return False


def _takes(stem: str, suffix: str) -> bool:
    """Whether a known word takes the suffix with the spelling that `stem` has."""
    vowel = suffix[0] in _VOWELS or suffix == "y"
    if vowel:
        if _is_known(stem + "e", "i") and suffix != "y":
            return True
        if stem[-1] == "i" and _is_known(stem[:-1] + "y", "i"):
            return True
        if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in _DOUBLED and _is_known(stem[:-1], "i"):
            return True
    if not _is_known(stem, "j" if suffix == "s" else "i"):
        return False
    if suffix == "es":
        return stem[-1] in "sxzo" or stem.endswith(("ch", "sh"))
    if suffix == "s":
        return stem[-1] not in "sxyzo" and not stem.endswith(("ch", "sh"))
    if stem[-1] == "y" and stem[-2] not in _VOWELS:
        return suffix in ("ing", "ings", "ish", "ism", "ist", "like", "proof", "free", "wide", "style", "gate", "scape")
    if vowel and stem[-1] == "e":
        return False
    short = len(stem) < 6 and stem[-1] in _DOUBLED and stem[-2] in _VOWELS and stem[-3] not in _VOWELS
    return not (vowel and short)


def _is_known(word: str, rarest: str) -> bool:
    if word in common():
        return True
    known = sections()[0].find(word)
    return known is not None and "a" <= known[0] <= rarest

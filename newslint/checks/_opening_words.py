"""Lower-case words where a sentence starts: which of them ought to have a capital, and how certain that is.

A function word that begins clauses (`the`, `we`, `if`) is neither a name nor a command nor a handle. Any other
word may be one in technical prose (`rustc`, `git`, a user's handle), so there it has to be a frequent word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.checks._late_patterns import LatePattern
from newslint.document.quotations import quotation_at
from newslint.document.sentences import ABBREVIATIONS, STARTERS, SUBJECTS

if TYPE_CHECKING:
    import re

    from newslint.document import Document

WORD = LatePattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SPEECH = frozenset("said says say asked asks wondered thought wrote replied added cried ran goes".split(" "))
"""Verbs of a speech tag, lower case."""

_END = LatePattern(r"[.!?](?!\w)|\n\n")
_INFLECTIONS = ("s", "ing", "ed", "ly", "al", "ion")
"""Handles and commands are seldom words that end so."""
_PARTICLES = frozenset("al el von van de del della di da dos du den der bin bint ibn ben le la ter ten zu".split(" "))
_CODE = frozenset("_/\\=<>(){}[]@#\ufffc")
_CODE_SPAN = LatePattern(r"[`>\"](?<!=\")([a-z][\w-]{0,40})(?:[`\"]|</code)")
_ADDRESS_END = LatePattern(r"/([a-z]{1,20}-[a-z-]{1,40})(?=[)\]\s\"'>])")
_FREQUENT = frozenset("abcd")
_AUXILIARIES = frozenset("am are can could did do does had has have is may might must shall should was were will would don't can't isn't".split(" "))
_SUBJECT_PRONOUNS = frozenset("i you he she it we they this that these those there the a an your our my his her their anyone".split(" "))
_PREPOSITIONS = frozenset("after as at before by during for from in on since through under with".split(" "))
_OPEN_PHRASES = frozenset("as when with in for from on at".split(" "))
_LONGEST_PHRASE = 80
_QUESTION_WORDS = frozenset("who what when where why how which whose".split(" "))
_PHRASE_WORDS = 4
"""So many words in quotation marks may be a phrase that is quoted in lower case; more are speech."""


def word_at(prose: str, place: int, exceptions: frozenset[str]) -> re.Match[str] | None:
    """The lower-case word at prose offset `place`, unless it is a name, an abbreviation or code."""
    word = WORD.match(prose, place)
    if word is None:
        return None
    text, after = word[0], prose[word.end() : word.end() + 2]
    if not text[0].islower() or text.lower() in exceptions or text[0].upper() == text[0]:
        return None
    if any(map(str.isupper, text)) and not text[-1:].islower():
        return None
    head = text.partition("-")[0]
    if any(map(str.isupper, head)) or (head in _PARTICLES and (head != text or after[1:].isupper())):
        return None
    if after[:1] in _CODE or after[:1] == ":" or after[:1].isalnum() or after == "::" or (after[:1] in ".-&" and after[1:].isalnum()):
        return None
    if after[:1] in (".", "…") and (len(text) == 1 or text in ABBREVIATIONS):
        return None
    if len(text) == 1 and text not in "ai":
        return None
    return word


def next_word(prose: str, place: int) -> str:
    """The word behind the one that ends at prose offset `place`; empty where there is none."""
    match = WORD.match(prose, place + 1)
    return match[0] if match else ""


def begins_clause(prose: str, word: re.Match[str]) -> bool:
    """Whether hardly anything but a new clause starts with `word`: `the`, `we`, `if`, `did you`."""
    text = word[0].replace("’", "'")
    return text in SUBJECTS or text.partition("'")[0] in SUBJECTS or _inverts(prose, word)


def next_end(prose: str, place: int) -> str:
    """The end mark that comes next behind prose offset `place`; empty where the block ends without one."""
    match = _END.search(prose, place)
    return match[0].strip() if match else ""


def _inverts(prose: str, word: re.Match[str]) -> bool:
    """Whether a question starts with a verb at `word`: `did you know?`."""
    if word[0] not in _AUXILIARIES or next_word(prose, word.end()) not in _SUBJECT_PRONOUNS:
        return False
    return next_end(prose, word.end()) == "?"


def starts_note(prose: str, start: int) -> bool:
    """Whether a text at prose offset `start` begins with an ordinary word in lower case, as notes do, and not with a name."""
    word = WORD.match(prose, start)
    if word is None or not word[0].islower() or not prose[word.end() : word.end() + 1].isspace():
        return False
    from newslint import lexicon

    return lexicon.is_known_lower(word[0])


def begins_question(prose: str, word: re.Match[str]) -> bool:
    """Whether a question of its own starts with `word`: `what is`, `does it`, `and does it`, `and in what`."""
    text = _stem(word[0])
    if text not in ("and", "or", "but", "so"):
        return text in _QUESTION_WORDS or _inverts(prose, word)
    first = WORD.match(prose, word.end() + 1)
    if first is None:
        return False
    return _stem(first[0]) in _AUXILIARIES | _QUESTION_WORDS or next_word(prose, first.end()) in _QUESTION_WORDS


def stands_alone(document: Document, word: re.Match[str]) -> bool:
    """Whether the word is all that a link or emphasis holds, as a name or what stands for a value is."""
    start, end = document.offsets.to_source(word.start(), word.end())
    text = document.source.text
    return text[start - 1 : start] in tuple("*_[>") and text[end : end + 1] in tuple("]*_<")


def opens_phrase(prose: str, word: re.Match[str]) -> bool:
    """Whether a phrase before a clause starts with `word`: `in most cases, the`; or a request: `please`, `note that`."""
    if word[0] == "please" or (word[0] == "note" and next_word(prose, word.end()) in ("that", "however", "also")):
        return True
    if word[0] not in _PREPOSITIONS:
        return False
    comma = prose.find(", ", word.end(), word.end() + _LONGEST_PHRASE)
    end = _END.search(prose, word.end())
    return 0 < comma < (end.start() if end else len(prose)) and next_word(prose, comma + 1) in _SUBJECT_PRONOUNS


def opens_long_phrase(prose: str, word: re.Match[str]) -> bool:
    """Whether a phrase that a comma parts from a clause starts with `word`, so that it goes on with no sentence before: `as the tension grew, he`."""
    comma = prose.find(", ", word.end(), word.end() + _LONGEST_PHRASE)
    end = _END.search(prose, word.end())
    if not 0 < comma < (end.start() if end else len(prose)):
        return False
    return word[0] in _OPEN_PHRASES and prose.count(" ", word.end(), comma) > 1


def _stem(word: str) -> str:
    """A word without what is contracted to it: `what` of `what's`."""
    return word.replace("’", "'").partition("'")[0]


def reports_clause(prose: str, word: re.Match[str]) -> bool:
    """Whether a verb of speech stands after `word` and reports a clause: `he says the team won`, not `he says.`."""
    verb = WORD.match(prose, word.end() + 1)
    return verb is not None and verb[0] in ("said", "says") and next_word(prose, verb.end()) in _SUBJECT_PRONOUNS


def is_ordinary(document: Document, word: re.Match[str]) -> bool:
    """Whether the word takes a capital where a sentence starts: no handle, no product's name, no quoted phrase."""
    prose, start, text = document.prose, word.start(), word[0]
    if start and prose[start - 1] in "\"“‘'":
        begin, end = quotation_at(document, start) or (0, 0)
        if end and not _is_speech(prose, begin, end) and not next_word(prose, word.end())[:1].isupper():
            return False
    if text in STARTERS:
        end = document.offsets.to_source(start, word.end())[1]
        return document.source.text[end : end + 2] != " @"  # a title and who wrote it: `by @name`
    from newslint import lexicon

    words = document.words
    named = _named_in_code(document)
    if "-" in text:
        if len(words.indices(text)) > 1 or text in named:
            return False
        return all(map(lexicon.is_known_lower, text.lower().split("-")))
    lowered = lexicon.base_of(text.lower())
    is_known = lexicon.is_known_lower(lowered)
    has_capital = lexicon.base_of(text).capitalize() in words.distinct or text[0].upper() + text[1:] in words.distinct
    if not named:
        return is_known or has_capital or not text.isascii() or bool(lexicon.forms_of(lowered))
    if text in named:
        return False  # a command
    is_frequent = lexicon.frequency(lowered.partition("'")[0]) in _FREQUENT
    return is_known and (has_capital or is_frequent or text.endswith(_INFLECTIONS))


def _named_in_code(document: Document) -> set[str]:
    """What a text with code names in it, in plain quotation marks or at the ends of addresses; empty for other texts."""
    named: set[str] | None = document.memo.get("opening-words.code")
    if named is None:
        source = document.source.text
        named = set()
        if "`" in source or "<code" in source or "<pre" in source:
            named = {"`", *_CODE_SPAN.findall(source), *_ADDRESS_END.findall(source)}
        document.memo["opening-words.code"] = named
    return named


def _is_speech(prose: str, begin: int, end: int) -> bool:
    """Whether the quotation `begin:end` is a sentence or speech, and not a quoted phrase."""
    last = prose[end - 2]
    spaces = prose.count(" ", begin, end)
    if last == ",":
        return spaces >= _PHRASE_WORDS or not SPEECH.isdisjoint(WORD.findall(prose[end : end + 40]))
    return last in ".!?…-—–" or spaces >= _PHRASE_WORDS or end == len(prose) or prose.startswith("\n\n", end)

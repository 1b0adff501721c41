"""Patterns of rule files: what Python lacks or what could run for ever is refused; ordinary ones load and stay fast."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.checks._needles import needles
from newslint.checks._patterns import Pattern, PatternError, soften, validate


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+", "(a*)*", "(a|b*)*", "(?:a?a)*b", "(?:a|ab|b)*c", "(a?)+", r"(\w+\s?)+!", r"(?:\w+|\d+)*x", "((ab+)+c+)+d",
        r"\w+\s*\w+\s*x", ".*a.*b", r"\s*\n?\s*x", r"[^,]*\w*;", r"x(?=(a+)+b)", "(?i)(ab|AB|c)*d", r"(.+)(\w+)\1x", "(a+b?)+",
    ],
)  # fmt: skip
def test_what_could_run_for_ever_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        validate(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\w+ly", r"(?:am|are|were|being|is|been|was|be)\b\s*(?:\w+ed|awoken)\b", r"(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)",
        r'"[^"]+"[.,]', r"\d{1,3}(?:,\d{3})*", r"^\s*", r"[^\s.!?]+", r"\b\w+\s\w+\s\w+", r"(?:\w+\W+){1,5}foo", "foo.*bar", "a++b",
        r"(?<![\w-])e\.?g\.?(?!\w)", r"(['\"]).{1,20}\1", r"\s{2,}", r"(?i)to-?do", r"[A-Z]{2,}s?\b", r"\bvery\b.+?\bvery\b",
        r"(?:[\w-]+, )+(?:and|or) [\w-]+", "(?:foo|far)+b", r"(?>\w+)\s*\w+x", r"https?://\S+", r"\$\d+(?:\.\d+)? (?:million|billion)",
    ],
)  # fmt: skip
def test_ordinary_patterns_load(pattern: str) -> None:
    validate(pattern)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        (r"\p{Lu}", "not Python's"), ("[[:alpha:]]", "POSIX"), ("(?<n>a)", "(?P<name>"), ("(?'n'a)", "(?P<name>"), (r"a\z", r"\Z"),
        (r"\Qa.b\E", "does not have"), ("a(?i)b", "(?i:"), ("a(?-i)b", "(?-i:"), ("(?<=a+)b", "look-behind"), ("[a", "unterminated"),
        ("a{2,1}", "min repeat"), ("(a", "missing )"), ("*a", "nothing to repeat"),
    ],
)  # fmt: skip
def test_what_python_lacks_is_refused_with_a_reason(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError, match=re.escape(reason)):
        validate(pattern)


@pytest.mark.parametrize(
    ("pattern", "softened"),
    [
        ("in order", r"in[ \n]order"),
        ("don't", "don['’]t"),
        ("a  b", "a  b"),
        ("[ ']", "[ '’]"),
        (r"\ +", r"\ {1,100}"),
        (".*?", ".{0,1000}?"),
        ("[^x]+", "[^x]{1,1000}"),
        ("a{3,}", "a{3,100}"),
        ("a{300,}", "a{300,300}"),
        ("a++", "a{1,100}+"),
        (r"\*\+", r"\*\+"),
        ("[*+]", "[*+]"),
        ("(?<! )x", r"(?<![ \n])x"),
    ],
)
def test_softening(pattern: str, softened: str) -> None:
    assert soften(pattern) == softened
    re.compile(soften(pattern))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("colou?r", ("colo",)),
        ("(?:abc|de)f", ("abc", "de")),
        ("(?:abc|de)fgh", ("fgh",)),
        (r"\w+", ()),
        ("(?:abc)?d", ("d",)),
        ("(?:abc)+d", ("abc",)),
        ("[ab]c", ("c",)),
        ("ABC", ("abc",)),
        ("a(?=bcd)", ("a",)),
    ],
)
def test_needles(pattern: str, expected: tuple[str, ...]) -> None:
    assert needles(pattern, 0) == expected


ATOMS = st.sampled_from(["a", "b", "ab", "[ab]", "c?", "(?:a|bc)", "a+", "[^a]*", "(?:ab)?", r"\w", ".", "(?=a)", r"\b"])


@settings(max_examples=200)
@given(st.lists(ATOMS, min_size=1, max_size=5).map("".join), st.text("abc ", max_size=30))
def test_a_text_without_the_needles_has_no_match(source: str, text: str) -> None:
    pattern = Pattern(source)
    match = pattern.compiled.search(text)
    if match is not None:
        assert pattern.may_match(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(ATOMS, min_size=2, max_size=5).map("".join), st.sampled_from("*+"), st.sampled_from(["a", "ab", "abc", "b", "bc"]))
def test_what_is_not_refused_stays_fast(body: str, sign: str, unit: str) -> None:
    source = f"(?:{body}){sign}!"
    try:
        validate(source)
    except PatternError:
        return
    start = time.process_time()
    Pattern(source).compiled.search(unit * 400)
    assert time.process_time() - start < 1

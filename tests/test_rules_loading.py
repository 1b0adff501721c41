"""Rule files load strictly: what cannot work is an error that names the file, the line and the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newslint.rules import RuleError, load_file

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
extends: existence
id: HSE101
message: "Avoid “%s”"
level: error
tokens: [utilise]
"""


def written(folder: Path, text: str, name: str = "house/plain.yml") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_rule_is_named_after_its_folder_and_file(tmp_path: Path) -> None:
    rule = load_file(written(tmp_path, GOOD))
    assert (rule.code, rule.name, rule.category, rule.check) == ("HSE101", "house/plain", "house", "existence")
    assert rule.settings == {"tokens": ["utilise"]}


def test_a_rule_written_for_vale_loads_as_it_is(tmp_path: Path) -> None:
    text = """\
extends: substitution
message: "Use '%s' instead of '%s'."
link: https://example.org/style
level: warning
ignorecase: true
action:
  name: replace
swap:
  "(?:leverage|utilize)": use
  no: nay
  12:30: half past noon
"""
    rule = load_file(written(tmp_path, text, "Acme/Words.yml"))
    assert (rule.code, rule.level, rule.fix) == ("Acme.Words", "warning", None)
    assert rule.settings["swap"] == {"(?:leverage|utilize)": "use", "no": "nay", "12:30": "half past noon"}
    assert rule.settings["ignorecase"] is True


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("tokens: [a]\nmessage: x\n", 1, "`extends` is missing"),
        ("extends: existence\ntokens: [a]\n", 1, "`message` is missing"),
        ("extends: existance\nmessage: x\n", 1, "did you mean “existence”"),
        ("extends: existence\nmessage: x\ntoken: [a]\n", 3, "did you mean “tokens”"),
        ("extends: existence\nmessage: x\ntokens: [a]\nlevle: error\n", 4, "did you mean “level”"),
        ("extends: existence\nmessage: x\nlevel: fatal\ntokens: [a]\n", 3, "`level` is error or warning or suggestion"),
        ("extends: existence\nmessage: x\ntokens: [a]\nmessage: y\n", 4, "duplicate key “message” (first on line 2)"),
        ("extends: existence\nmessage: x\nignorecase: maybe\ntokens: [a]\n", 3, "true or false, not “maybe”"),
        ("extends: existence\nmessage: x\ntokens:\n  a: b\n", 3, "`tokens` is a list"),
        ("extends: existence\nmessage: x\n", 1, "give `tokens` or `raw`"),
        ("extends: existence\nmessage: x\ntokens:\n  - fine\n  - (a+)+\n", 5, "unbounded repetition inside"),
        ("extends: existence\nmessage: x\ntokens:\n  - \\p{Lu}+\n", 4, "not Python's"),
        ("extends: existence\nmessage: x\ntokens:\n  - \"(?<n>a)\"\n", 4, "(?P<name>"),
        ("extends: existence\nmessage: x\ntokens:\n  - \"[a\"\n", 4, "unterminated character set"),
        ("extends: existence\nmessage: x\ntokens: [a]\nscope: alt\n", 4, "no scope “alt”"),
        ("extends: existence\nmessage: x\ntokens: [a]\naction: {name: suggest}\n", 4, "`suggest` runs a program"),
        ("extends: substitution\nmessage: x\nswap:\n  a(b): $2\n", 4, "no group $2"),
        ("extends: occurrence\nmessage: x\ntoken: a\nmax: few\n", 4, "a whole number, not “few”"),
        ("extends: sequence\nmessage: x\n", 1, "part-of-speech tagger"),
        ("extends: script\nmessage: x\n", 1, "runs a program"),
        ("extends: metric\nmessage: x\n", 1, "formulas"),
        ("extends: spelling\nmessage: x\ndicpath: here\n", 1, "own lexicon"),
        ("extends: Acme.Words\nmessage: x\n", 1, "not another rule"),
        ("extends: existence\nmessage: x\ntokens: &t [a]\nraw: *t\n", 3, "anchors"),
        ("extends: existence\nmessage: x\ntokens: !!python/name:os.system [a]\n", 3, "tags"),
        ("extends: existence\nmessage: [x\n", 3, "expected"),
        ("- a\n- b\n", 1, "a rule is a mapping"),
        ("", 1, "a rule is a mapping"),
        (GOOD + "examples:\n  bad:\n    - text: x\n  good: []\n", 8, "what is `found`"),
        (GOOD + "examples:\n  bad:\n    - Note: x\n", 8, "needs quotation marks"),
        (GOOD + "examples:\n  bad:\n    - {text: x, found: y, fixt: z}\n", 8, "did you mean “fixed”"),
        (GOOD + "examples:\n  good:\n    - {text: x, format: pdf}\n", 8, "`format` is"),
        (GOOD.replace("HSE101", "'1 2'"), 2, "`id` is letters"),
        (GOOD + "limit: -1\n", 6, "`limit` is 0 or more"),
        (GOOD + "fix: always\n", 6, "`fix` is safe or unsafe"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, text: str, line: int, part: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(RuleError) as caught:
        load_file(path)
    assert part in caught.value.message
    assert caught.value.line == line
    assert str(caught.value).startswith(f"{path}:{line}: ")


def test_a_file_that_is_not_text_is_an_error(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RuleError, match="cannot be read"):
        load_file(path)


def test_nested_collections_do_not_unfold_without_end(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="nested deeper"):
        load_file(written(tmp_path, "extends: " + "[" * 5000))


def test_vale_cases_without_alerts_are_good_examples(tmp_path: Path) -> None:
    text = GOOD + "tests:\n  - {name: hit, input: We utilise it., want: '1:4:x:y'}\n  - {name: clean, input: We use it., want: ''}\n"
    rule = load_file(written(tmp_path, text))
    assert [example.text for example in rule.good] == ["We use it."]

"""The measure of recall measures what it says."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from benchmarks import injection
from newslint.linter import Linter
from newslint.rules import load_file, shipped_folder
from newslint.source import Source

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "The mayor, Ms Kozubska, told the council that the bridge over the river would close. The old bridge, she said, was not safe.\n\n"
    "Engineers from Gdansk met Kozubska and her deputy, and they agreed on the date. Nobody in the White House was asked.\n"
)


def outcomes(kind: str, *rules: str, misspellings: dict[str, list[str]] | None = None) -> list[injection.Outcome]:
    linter = Linter([load_file(shipped_folder() / f"{rule}.yml") for rule in rules])
    return list(injection.run(linter, [Source(TEXT)], [kind], 5, 1, misspellings or {}))


def test_every_kind_finds_places_and_changes_them() -> None:
    kinds = injection.injectors({"would": ["woud"]}, random.Random(1))
    for kind in kinds:
        found = outcomes(kind, "spelling/misspelling", misspellings={"would": ["woud"]})
        if kind != "name-of-common-word":
            assert found, kind
        assert all(result.right != result.injection.wrong for result in found)


def test_a_name_in_lower_case_is_found_and_mended() -> None:
    found = outcomes("name-elsewhere", "capitalization/name-in-article", "capitalization/proper-noun")
    assert found
    assert all(result.codes and result.is_right_first for result in found)


def test_what_no_rule_looks_for_is_missed() -> None:
    assert all(result.codes == () for result in outcomes("doubled-word", "spelling/misspelling"))


def test_the_error_model_makes_one_slip() -> None:
    chance = random.Random(3)
    for _ in range(200):
        wrong = injection.misspelt("bridge", chance)
        assert abs(len(wrong) - 6) < 2
        assert wrong[0] == "b"


def test_misspellings_that_are_words_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "pairs.txt"
    path.write_text("# comment\nwould: woud wood wouldn't xxyyzz\nthe teh\n", encoding="utf-8")
    assert injection.read_misspellings(path) == {"would": ["woud"], "the": ["teh"]}

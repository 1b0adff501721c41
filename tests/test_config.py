"""The configuration: which file counts, what it may say, and where it is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newslint.config import EXCLUDED, Config, ConfigError, find, for_folder, load


def written(folder: Path, text: str, name: str = ".newslint.yml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_count(tmp_path: Path) -> None:
    assert for_folder(tmp_path) == Config()
    assert Config().fail_on == "error"
    assert Config().exclude == list(EXCLUDED)


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    outer = written(tmp_path, "select: [spacing]\n")
    inner = written(tmp_path / "a", "select: [tables]\n")
    (tmp_path / "a" / "b").mkdir()
    assert find(tmp_path / "a" / "b") == inner
    assert find(tmp_path) == outer


def test_a_pyproject_counts_only_with_the_table(tmp_path: Path) -> None:
    outer = written(tmp_path, "select: [spacing]\n")
    written(tmp_path / "a", "[project]\nname = 'x'\n", "pyproject.toml")
    assert find(tmp_path / "a") == outer
    inner = written(tmp_path / "a", "[tool.newslint]\nselect = ['tables']\n", "pyproject.toml")
    assert find(tmp_path / "a") == inner
    assert load(inner).select == ["tables"]
    beside = written(tmp_path / "a", "ignore: [SPL]\n")
    assert find(tmp_path / "a") == beside


EVERYTHING_YAML = """\
select: [spacing, SPL]
ignore: SPC105
extend-select: [LT]
extend-ignore: [SPL105]
fail-on: warning
exclude: [drafts]
extend-exclude: ["*.tmp.md"]
force-exclude: true
rules:
  SPC101:
    level: warning
rule-folders: [house]
per-file:
  "wire/*.md": [SPC]
  "*.html": {ignore: TBL, select: [RES], rules: {SPC102: {level: suggestion}}}
encoding: cp1252
max-bytes: 1000
vocabulary:
  accept: [Zelenskyy]
  files: [names.txt]
index: archive.db
output-format: concise
baseline: known.json
"""
EVERYTHING_TOML = """\
[tool.newslint]
select = ["spacing", "SPL"]
ignore = "SPC105"
extend-select = ["LT"]
extend-ignore = ["SPL105"]
fail-on = "warning"
exclude = ["drafts"]
extend-exclude = ["*.tmp.md"]
force-exclude = true
rule-folders = ["house"]
encoding = "cp1252"
max-bytes = 1000
vocabulary = { accept = ["Zelenskyy"], files = ["names.txt"] }
index = "archive.db"
output-format = "concise"
baseline = "known.json"
[tool.newslint.rules.SPC101]
level = "warning"
[tool.newslint.per-file]
"wire/*.md" = ["SPC"]
"*.html" = { ignore = "TBL", select = ["RES"], rules = { SPC102 = { level = "suggestion" } } }
"""


@pytest.mark.parametrize(("name", "text"), [(".newslint.yml", EVERYTHING_YAML), ("pyproject.toml", EVERYTHING_TOML)])
def test_every_key_is_read(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "names.txt").write_text("# people\nPezeshkian\n\nvan der Berg\n", encoding="utf-8")
    config = load(written(tmp_path, text, name))
    assert config.select == ["spacing", "SPL"]
    assert (config.ignore, config.extend_select, config.extend_ignore) == (["SPC105"], ["LT"], ["SPL105"])
    assert (config.fail_on, config.force_exclude, config.encoding) == ("warning", True, "cp1252")
    assert config.max_bytes == 1000
    assert config.rules == {"SPC101": {"level": "warning"}}
    assert config.rule_folders == [str(tmp_path / "house")]
    assert (config.index, config.baseline) == (str(tmp_path / "archive.db"), str(tmp_path / "known.json"))
    assert config.output_format == "concise"
    assert config.accept == {"Zelenskyy", "Pezeshkian", "van der Berg"}
    inside = str(tmp_path / "wire" / "a.md")
    assert [entry.ignore for entry in config.for_file(inside)] == [("SPC",)]
    page = config.for_file(str(tmp_path / "deep" / "page.html"))
    assert [(entry.ignore, entry.select, entry.rules) for entry in page] == [
        (("TBL",), ("RES",), {"SPC102": {"level": "suggestion"}})
    ]
    assert config.is_excluded(str(tmp_path / "drafts" / "a.md"))
    assert config.is_excluded(str(tmp_path / "b" / "x.tmp.md"))
    assert not config.is_excluded(inside)


@pytest.mark.parametrize("place", ["postgresql://editor@db.example/archive", "file:///srv/archive"])
def test_an_index_that_is_a_url_is_taken_as_it_is(tmp_path: Path, place: str) -> None:
    assert load(written(tmp_path, f"index: {place}\n")).index == place


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("selct: [SPC]\n", 1, "did you mean “select”"),
        ("fail-on: warning\nfail-on: error\n", 2, "duplicate key"),
        ("\nfail-on: warnings\n", 2, "did you mean “warning”"),
        ("rules:\n  SPC101:\n    level: fatal\n", 3, "`level` is"),
        ("rules:\n  SPC101: warning\n", 2, "a mapping of `level` and settings"),
        ("per-file:\n  '*.md': {ignor: SPC}\n", 2, "did you mean “ignore”"),
        ("max-bytes: many\n", 1, "a whole number"),
        ("max-bytes: 0\n", 1, "1 or more"),
        ("encoding: klingon\n", 1, "no text encoding"),
        ("encoding: base64\n", 1, "no text encoding"),
        ("force-exclude: 7\n", 1, "true or false"),
        ("select: {a: b}\n", 1, "`select` is a list"),
        ("select:\n  - SPC\n  - [x]\n", 3, "a text"),
        ("vocabulary:\n  files: [nowhere.txt]\n", 2, "cannot be read"),
        ("vocabulary:\n  words: [x]\n", 2, "unknown key"),
        ("- SPC\n", 1, "a mapping"),
        ("select: [SPC\n", 2, ""),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, text: str, line: int, part: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert part in caught.value.message
    assert caught.value.line == line
    assert str(caught.value).startswith(f"{path}:{line}: ")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[tool.newslint]\nfail-on = 'warn'\n", 2),
        ("[project]\nname = 'x'\n\n[tool.newslint.rules.SPC101]\nlevel = 'fatal'\n", 5),
        ("[tool.newslint]\nselect = ['SPC'\n", 2),
        ("[project]\nselct = 1\n[tool.newslint]\nselct = ['SPC']\n", 4),
    ],
)
def test_a_fault_in_a_pyproject_is_named_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, text, "pyproject.toml"))
    assert caught.value.line == line


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    config = load(written(tmp_path, "# nothing yet\n"))
    assert (config.select, config.rules) == (None, {})


def test_the_lines_of_keys_are_known_for_later_errors(tmp_path: Path) -> None:
    config = load(written(tmp_path, "ignore: [SPC]\nrules:\n  SPC999:\n    level: error\n"))
    assert config.line_of("rules", "SPC999", "limit") == 3
    assert config.line_naming("SPC999") == 3


def test_default_exclusions_are_whole_names() -> None:
    config = Config(root=str(Path.cwd()))
    assert config.is_excluded("x/node_modules/a.md")
    assert not config.is_excluded("x/builder/a.md")


def test_without_a_file_neither_yaml_nor_toml_is_imported(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from newslint.config import for_folder; "
        "for_folder(Path(sys.argv[1])).is_excluded('a.md'); "
        "print({'yaml', 'tomllib', 'pathspec'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True, cwd=Path(__file__).parent.parent
    )
    assert done.stdout == "set()\n"

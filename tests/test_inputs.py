"""Which files a run looks at."""

import os
import time
from pathlib import Path

import pytest

from newslint.config import Config
from newslint.finding import InputError
from newslint.inputs import find_inputs


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    def write(*names: str, **texts: str) -> None:
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(texts.get("text", "x"))

    return write


def inputs(*paths: str, config: Config | None = None) -> list[str]:
    return [found.path + "!" if isinstance(found, InputError) else found for found in find_inputs(paths, config)]


def ignore(folder: str, *lines: str, name: str = ".gitignore") -> None:
    path = Path(folder, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")


def test_a_folder_gives_its_text_files_in_the_order_of_their_names(tree) -> None:
    tree("b.md", "a/z.txt", "a/b.HTML", "a/c/d.markdown", "a.htm", "image.png", "notes", "data.json", "archive.xhtml")
    assert inputs(".") == ["a/b.HTML", "a/c/d.markdown", "a/z.txt", "a.htm", "archive.xhtml", "b.md"]
    assert inputs("a") == ["a/b.HTML", "a/c/d.markdown", "a/z.txt"]


def test_paths_are_spelt_as_named(tree, tmp_path: Path) -> None:
    tree("a/x.md")
    assert inputs("./a/") == ["./a/x.md"]
    assert inputs(str(tmp_path)) == [str(tmp_path / "a/x.md")]
    os.chdir("a")
    assert inputs("..") == ["../a/x.md"]


def test_a_named_file_is_an_input_whatever_its_name(tree) -> None:
    tree("notes", "node_modules/x.md", ".draft.md", "data.json")
    names = ["notes", "node_modules/x.md", ".draft.md", "data.json"]
    assert inputs(*names) == names


def test_hidden_and_built_folders_are_passed_over(tree) -> None:
    tree("a.md", ".hidden/b.md", ".git/c.md", "node_modules/d.md", "x/.venv/e.md", "build/f.md", "x/dist/g.md", ".draft.md", "building/h.md")
    assert inputs(".") == ["a.md", "building/h.md"]
    assert inputs("build", ".hidden") == ["build/f.md", ".hidden/b.md"]


def test_gitignore_at_every_level(tree) -> None:
    tree("a.md", "draft.md", "x/draft.md", "x/keep/draft.md", "x/y/old.md", "x/new.md", "out/a.md", "x/out/b.md", "top.txt", "x/top.txt")
    Path(".git").mkdir()
    ignore(".", "draft.md", "out/", "/top.txt", "# a comment", "", "!")
    ignore("x/keep", "!draft.md")
    ignore("x/y", "*")
    assert inputs(".") == ["a.md", "x/keep/draft.md", "x/new.md", "x/top.txt"]


def test_gitignore_of_the_folders_above_up_to_the_repository(tree) -> None:
    tree("repo/site/articles/a.md", "repo/site/articles/b.md", "repo/site/articles/c.md")
    ignore(".", "a.md")  # above the repository
    Path("repo/.git").mkdir()
    ignore("repo", "/site/articles/b.md")
    ignore("repo/.git/info", "c.md", name="exclude")
    assert inputs("repo/site/articles") == ["repo/site/articles/a.md"]
    os.chdir("repo/site")
    assert inputs(".") == ["articles/a.md"]


def test_without_a_repository_only_the_ignore_files_inside_count(tree) -> None:
    tree("x/a.md", "x/b.md")
    ignore(".", "a.md")
    ignore("x", "b.md")
    assert inputs("x") == ["x/a.md"]


def test_a_named_folder_is_read_even_if_git_ignores_it(tree) -> None:
    tree("generated/a.md", "generated/b.md")
    Path(".git").mkdir()
    ignore(".", "generated/")
    ignore("generated", "b.md")
    assert inputs(".") == []
    assert inputs("generated") == ["generated/a.md"]


def test_a_folder_that_git_takes_back_in(tree) -> None:
    tree("articles/a.md", "other/b.md", "c.md")
    ignore(".", "/*", "!/articles/")
    assert inputs(".") == ["articles/a.md"]


def test_exclude_and_extend_exclude(tree, tmp_path: Path) -> None:
    tree("a.md", "press/b.md", "build/c.md", "x/press/d.md", "x/e.md", "x/2019-f.md")
    assert inputs(".", config=Config(exclude=["press"])) == ["a.md", "build/c.md", "x/2019-f.md", "x/e.md"]
    config = Config(extend_exclude=["/press", "2019-*"], root=str(tmp_path))
    assert inputs(".", config=config) == ["a.md", "x/e.md", "x/press/d.md"]
    os.chdir("x")
    assert inputs(".", config=Config(extend_exclude=["x/press"], root=str(tmp_path))) == ["2019-f.md", "e.md"]


def test_force_exclude_holds_for_named_files(tree, tmp_path: Path) -> None:
    tree("build/a.md", "b.md")
    assert inputs("build/a.md", "b.md") == ["build/a.md", "b.md"]
    assert inputs("build/a.md", "build", "b.md", config=Config(force_exclude=True, root=str(tmp_path))) == ["b.md"]


def test_a_named_folder_is_read_even_if_a_pattern_excludes_it(tree, tmp_path: Path) -> None:
    tree("old/a.md", "old/2019/b.md")
    config = Config(extend_exclude=["/old/"], root=str(tmp_path))
    assert inputs(".", config=config) == []
    assert inputs("old", config=config) == ["old/2019/b.md", "old/a.md"]


def test_globs_that_no_shell_expanded(tree) -> None:
    tree("a.md", "b.txt", "c.png", "x/d.md", "x/y/e.md", "build/f.md", "[g].md")
    assert inputs("*.md") == ["[g].md", "a.md"]
    assert inputs("*") == ["[g].md", "a.md", "b.txt", "x/d.md", "x/y/e.md"]
    assert inputs("**/*.md") == ["[g].md", "a.md", "x/d.md", "x/y/e.md"]
    assert inputs("x/?.md") == ["x/d.md"]
    assert inputs("[g].md") == ["[g].md"]
    assert inputs("*.rst") == ["*.rst!"]


def test_faults_come_in_their_place(tree) -> None:
    tree("a.md", "b.md")
    found = list(find_inputs(["a.md", "missing.md", "b.md", "nul\0.md"]))
    assert [getattr(item, "path", item) for item in found] == ["a.md", "missing.md", "b.md", "nul\0.md"]
    assert isinstance(found[1], InputError)
    assert found[1].message == "no such file or folder"
    assert isinstance(found[3], InputError)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_may_not_be_read_is_a_fault(tree) -> None:
    tree("a.md", "locked/b.md", "z.md")
    Path("locked").chmod(0)
    try:
        assert inputs(".") == ["a.md", "locked!", "z.md"]
    finally:
        Path("locked").chmod(0o755)


def test_each_file_once(tree) -> None:
    tree("a.md", "x/b.md")
    assert inputs("a.md", "./a.md", ".", "x", "x/../a.md") == ["a.md", "x/b.md"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_symbolic_links(tree) -> None:
    tree("a.md", "x/b.md", "out/c.md")
    Path("x/loop").symlink_to("..")
    Path("same.md").symlink_to("a.md")
    Path("broken.md").symlink_to("gone.md")
    Path("x/linked.md").symlink_to("../out/c.md")
    Path("folder").symlink_to("x")
    assert inputs(".") == ["a.md", "out/c.md", "x/b.md"]
    assert inputs("folder") == ["folder/b.md", "folder/linked.md"]
    assert inputs("broken.md") == ["broken.md!"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_file_is_a_fault_and_never_waited_for(tree) -> None:
    os.mkfifo("pipe.md")
    assert inputs("pipe.md") == ["pipe.md!"]
    assert inputs(".") == []


def test_names_of_any_kind(tree) -> None:
    tree("Übersicht mit Leerzeichen.md", "naïve.txt")
    assert inputs(".") == ["naïve.txt", "Übersicht mit Leerzeichen.md"]


def test_a_deep_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    deep = Path("d")
    deep.mkdir()
    for _ in range(300):
        deep /= "d"
        deep.mkdir()
    (deep / "a.md").write_text("x")
    assert inputs(".") == [str(deep / "a.md")]


def test_ten_thousand_files_fast(tree, tmp_path: Path) -> None:
    for folder in range(100):
        (tmp_path / f"{folder:02}").mkdir()
        for number in range(100):
            (tmp_path / f"{folder:02}" / f"{number:02}.md").touch()
    ignore(".", "draft-*", "*.tmp.md")
    began = time.process_time()
    assert len(inputs(".")) == 10_000
    assert time.process_time() - began < 2

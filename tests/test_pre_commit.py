"""The hooks as pre-commit runs them, from a clone of this checkout, on a repository made for the purpose."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, require

CONFIGURATION = """\
repos:
- repo: {repository}
  rev: {revision}
  hooks: [{{id: {hook}}}]
"""
BAD = "The vote was close,but the motion passed.\n"


class Repository:
    """A git repository that knows nothing of the machine's own configuration."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        beside = str(Path(sys.executable).parent)
        self.environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if not name.startswith(("GIT_", "PRE_COMMIT"))
            },
            "PATH": f"{beside}{os.pathsep}{os.environ.get('PATH', '')}",
            "PRE_COMMIT_HOME": str(cache),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "A. Tester"),
            **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "tester@example.org"),
        }
        self.environment.pop("PYTHONPATH", None)
        self("git", "init", "--quiet", "--initial-branch=main")

    def __call__(self, *command: str, code: int = 0) -> str:
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == code, done.stdout
        return done.stdout

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")
        self("git", "add", name)


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Repository, str]:
    """A repository of what this checkout holds now, committed or not, and its revision."""
    require("git", "pre_commit")
    place = tmp_path_factory.mktemp("hooks")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    repository = Repository(place / "newslint", place / "cache")
    for name in listed.stdout.split("\0"):
        if name and (ROOT / name).is_file():
            target = repository.folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target)
    repository("git", "add", "--all")
    repository("git", "commit", "--quiet", "--message", "All of it")
    return repository, repository("git", "rev-parse", "HEAD").strip()


def test_a_commit_is_refused_until_it_is_clean(hooks: tuple[Repository, str], tmp_path: Path) -> None:
    repository, revision = hooks
    news = Repository(tmp_path / "news", Path(repository.environment["PRE_COMMIT_HOME"]))

    def install(hook: str) -> None:
        news.write(
            ".pre-commit-config.yaml",
            CONFIGURATION.format(repository=repository.folder.as_posix(), revision=revision, hook=hook),
        )
        news("pre-commit", "install")

    install("newslint")
    news.write("vote.md", BAD)
    news.write("notes.rst", BAD)
    news.write("requirements.txt", "one,two\n")
    told = news("git", "commit", "--message", "The vote", code=1)
    assert "vote.md:1:14: error SPC101" in told
    assert told.count("SPC101") == 1
    assert (news.folder / "vote.md").read_text() == BAD

    install("newslint-fix")
    told = news("git", "commit", "--message", "The vote", code=1)
    assert "files were modified by this hook" in told
    assert (news.folder / "vote.md").read_text() == BAD.replace(",but", ", but")
    news("git", "add", "vote.md")
    news("git", "commit", "--message", "The vote")
    assert news("git", "log", "--format=%s").strip() == "The vote"

    # what the project excludes stays excluded though pre-commit names the files one by one
    news.write(".newslint.yml", "extend-exclude: [drafts/]\n")
    (news.folder / "drafts").mkdir()
    news.write("drafts/a.md", BAD)
    news("git", "commit", "--message", "A draft")

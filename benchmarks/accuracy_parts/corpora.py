"""Clean text to measure on: what it is, and its articles as sources.

The Lee corpus comes with gensim's wheel, which anybody can download from the Python package index; the others
lie in the folder that the environment variable NEWSLINT_DATA names, or are folders of the caller.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from newslint import source
from newslint.document import parse
from newslint.source import Source, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

CACHE = Path(__file__).parents[2] / ".cache"
GENSIM = "4.4.0"
LEE = ("gensim/test/test_data/lee_background.cor", "gensim/test/test_data/lee.cor")


@dataclass(slots=True)
class Corpus:
    """A set of clean articles. `plain` is what peers that read no HTML are given instead."""

    name: str
    what: str
    sources: list[Source]
    plain: list[Source] = field(default_factory=list)
    words: int = 0
    """Words of the prose, as newslint counts them."""

    def __post_init__(self) -> None:
        self.plain = self.plain or self.sources
        self.words = sum(len(parse(article).words.texts) for article in self.sources)


def shared(names: list[str] | None = None) -> list[Corpus]:
    """The corpora under NEWSLINT_DATA, all or those named; none where it is unset."""
    data = os.environ.get("NEWSLINT_DATA")
    if not data:
        return []
    root = Path(data)
    known = {
        "abc-2006": (_abc, root / "clean/abc-2006.jsonl.gz"),
        "digitalgov": (_archive, root / "clean/digitalgov.tar.gz"),
        "rust-blog": (_archive, root / "clean/rust-blog.tar.gz"),
        "html-pages": (_pages, root / "html/pages.tar.gz"),
    }
    return [read(name, path) for name, (read, path) in known.items() if names is None or name in names]


def _abc(name: str, path: Path) -> Corpus:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    sources = [Source(article["text"], f"{article['id']}.md") for article in articles]
    return Corpus(name, "edited news of ABC Australia, 2006, plain paragraphs", sources)


def _archive(name: str, path: Path) -> Corpus:
    with tarfile.open(path) as archive:
        members = sorted((entry for entry in archive if entry.isfile()), key=lambda entry: entry.name)
        sources = [
            source.decode(archive.extractfile(entry).read(), entry.name)  # type: ignore[union-attr]
            for entry in members
            if entry.name.endswith(".md")
        ]
    what = {
        "digitalgov": "posts of Digital.gov, 2012-2025: Markdown with shortcodes, HTML, lists",
        "rust-blog": "posts of the Rust blogs, 2014-2026: Markdown with much code",
    }
    return Corpus(name, what.get(name, "Markdown"), sources)


def _pages(name: str, path: Path) -> Corpus:
    sources, bodies = [], {}
    with tarfile.open(path) as archive:
        for entry in sorted(archive, key=lambda entry: entry.name):
            if entry.name.endswith(".html.gz"):
                data = gzip.decompress(archive.extractfile(entry).read())  # type: ignore[union-attr]
                sources.append(source.decode(data, Path(entry.name).name[:-3], "html", fallback="cp1252"))
            elif entry.name.endswith("bodies.json"):
                bodies = json.loads(archive.extractfile(entry).read())  # type: ignore[union-attr]
    plain = [
        Source(bodies[key]["articleBody"], f"{key}.md")
        for key in sorted(bodies)
        if any(page.path.startswith(key) for page in sources)
    ]
    return Corpus(name, "whole news pages as HTML, many publishers, 2005-2020", sources, plain)


def folder(path: Path) -> Corpus:
    """The articles below a folder of the caller."""
    sources = []
    for file in sorted(path.rglob("*")):
        if file.suffix in source.FORMATS and file.is_file():
            try:
                sources.append(source.read(str(file)))
            except SourceError as error:
                print(f"left out: {error.path}: {error.message}", file=sys.stderr)
    return Corpus(path.name, f"{path}", sources)


class OfflineError(Exception):
    """A package that is not here and cannot be had."""


def lee() -> Corpus:
    """The Lee corpus: 350 news summaries of ABC Australia's mail service, 2000-2001 (M. Lee et al., 2005).

    Raises `OfflineError` where gensim's wheel is neither here nor can be downloaded.
    """
    articles = [
        Source(line.strip(), f"{Path(member).stem}-{number:03}.md")
        for member, text in zip(LEE, _lee_files(), strict=True)
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip()
    ]
    return Corpus("lee", f"news summaries of ABC Australia, 2000-2001, from gensim {GENSIM}", articles)


def _lee_files() -> Iterator[str]:
    kept = [CACHE / f"gensim-{GENSIM}" / Path(member).name for member in LEE]
    if not all(path.is_file() for path in kept):
        contents = _from_installed() or _from_wheel()
        kept[0].parent.mkdir(parents=True, exist_ok=True)
        for path, content in zip(kept, contents, strict=True):
            path.write_bytes(content)
    for path in kept:
        yield source.decode(path.read_bytes(), str(path), "plain", fallback="cp1252").text


def _from_installed() -> list[bytes] | None:
    found = find_spec("gensim")
    if found is None or not found.submodule_search_locations:
        return None
    from importlib.metadata import version

    base = Path(found.submodule_search_locations[0]).parent
    if version("gensim") != GENSIM or not all((base / member).is_file() for member in LEE):
        return None
    return [(base / member).read_bytes() for member in LEE]


def _from_wheel() -> list[bytes]:
    CACHE.mkdir(exist_ok=True)
    command = [
        sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
        "--only-binary=:all:", "--dest", str(CACHE), f"gensim=={GENSIM}",
    ]  # fmt: skip
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    wheels = sorted(CACHE.glob(f"gensim-{GENSIM}-*.whl"))
    if not wheels:
        reason = re.sub(r"\s+", " ", outcome.stderr)[-200:]
        raise OfflineError(f"gensim {GENSIM} is not installed and could not be downloaded: {reason}")
    with zipfile.ZipFile(wheels[0]) as wheel:
        return [wheel.read(member) for member in LEE]

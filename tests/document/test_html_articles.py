"""Finding the article in real pages: the words read against the article's text as people marked it."""

from __future__ import annotations

import gzip
import json
import re
import tarfile
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from newslint.document import html
from tests.conftest import data_folder
from tests.document.document_laws import assert_laws

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"\w+")


@pytest.fixture(scope="module")
def pages() -> list[tuple[str, str]]:
    """Pairs of a page's source and its article's text."""
    return list(_pages())


def _pages() -> Iterator[tuple[str, str]]:
    with tarfile.open(data_folder() / "html" / "pages.tar.gz") as archive:
        files = {member.name.rpartition("/")[2]: archive.extractfile(member) for member in archive if member.isfile()}
        bodies = json.load(files["bodies.json"])
        for name, body in bodies.items():
            source = gzip.decompress(files[f"{name}.html.gz"].read())
            yield source.decode("utf-8", "replace"), body["articleBody"]


def test_the_article_is_found(pages: list[tuple[str, str]]) -> None:
    precision = recall = 0.0
    for source, body in pages:
        ours, theirs = Counter(WORD.findall(html.read(source).prose)), Counter(WORD.findall(body))
        both = (ours & theirs).total()
        precision += both / max(ours.total(), 1) / len(pages)
        recall += both / theirs.total() / len(pages)
    assert recall > 0.98
    assert 2 * precision * recall / (precision + recall) > 0.93


def test_laws_hold_for_real_pages(pages: list[tuple[str, str]]) -> None:
    for source, _ in pages[::4]:
        assert_laws(source, html.read(source))

"""Where front matter is, and where there is none."""

from __future__ import annotations

import pytest

from newslint.document import front_matter


@pytest.mark.parametrize(
    ("text", "inner", "rest"),
    [
        ("---\ntitle: x\ndate: y\n---\nText", "title: x\ndate: y\n", "Text"),
        ("---\r\ntitle: x\r\n---\r\nText", "title: x\r\n", "Text"),
        ("---\rtitle: x\r---\rText", "title: x\r", "Text"),
        ("+++\ntitle = 'x'\n[extra]\n+++\n\nText", "title = 'x'\n[extra]\n", "\nText"),
        ("---\n# comment\n\ntitle: x\n\n---\nText", "# comment\n\ntitle: x\n\n", "Text"),
        ("---\ntitle: x\n...\nText", "title: x\n", "Text"),
        ("---\n---\nText", "", "Text"),
        ("---\ntitle: x\n---", "title: x\n", ""),
        ("---\ntitle: x\nlist:\n  - a\n- b\n\nText without a closing fence", "title: x\nlist:\n  - a\n- b\n", "\nText without a closing fence"),
        ("---\ntitle: [broken: {yaml\n---\nText", "title: [broken: {yaml\n", "Text"),
    ],
)  # fmt: skip
def test_found(text: str, inner: str, rest: str) -> None:
    found = front_matter.find(text)
    assert found is not None
    assert text[found.inner_start : found.inner_end] == inner
    assert text[found.end :] == rest


@pytest.mark.parametrize(
    "text",
    ["", "Text", "---", "---\n\nA break above, and one below.\n\n---\n\nText", "----\ntitle: x\n----\n", " ---\ntitle: x\n---\n", "--- title: x"],
)
def test_none(text: str) -> None:
    assert front_matter.find(text) is None

"""`html`: one page that needs nothing else: no network, no fonts, no scripts but its own.

A content security policy names the page's script and style by their hashes, so that no text of an article can
ever run. The data are JSON in elements of their own; no character that could end such an element stands in them.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from newslint.reports.audit.page_data import A_PIECE, PageData

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.audit.auditing import Audit
    from newslint.reports.audit import View

SCRIPTS = (
    "elements.js", "data.js", "plots.js", "compare.js", "list.js", "detail.js", "overview.js", "page.js",
)  # fmt: skip
"""In the order in which they build on each other; together they are one script."""

STYLES = ("colours.css", "page.css", "text.css")

_ESCAPES = str.maketrans({
    "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029",
})  # fmt: skip


def render(audit: Audit, view: View) -> Iterator[str]:
    """The page: its head, its data, its script."""
    data = PageData(audit, view)
    style = "".join(map(_read, STYLES))
    script = '"use strict";\n(() => {\n' + "".join(map(_read, SCRIPTS)) + "})();\n"
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    head, _, tail = _read("page.html").partition("<!-- data and script -->\n")
    yield head.replace("{title}", html.escape(view.title)).replace("{policy}", policy).replace("{style}", style)
    yield _element("index", data.index)
    yield from _pieces("texts", data.texts)
    yield from _pieces("pairs", data.pairs)
    yield _element("within", data.within)
    yield f"<script>{script}</script>\n"
    yield tail


def _pieces(name: str, entries: list[Any]) -> Iterator[str]:
    for start in range(0, len(entries), A_PIECE):
        yield _element(f"{name}-{start // A_PIECE}", entries[start : start + A_PIECE])


def _element(name: str, data: Any) -> str:
    """A data block (HTML standard, 4.12.1): neither run nor shown."""
    return f'<script type="application/json" id="{name}">{escaped(data)}</script>\n'


def escaped(data: Any) -> str:
    """Data as JSON that cannot end the element it stands in, nor begin a comment there."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _read(name: str) -> str:
    return files("newslint.reports.audit").joinpath("page", name).read_text(encoding="utf-8")

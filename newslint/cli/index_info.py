"""`newslint index info`: what the archive index holds, and how large it is."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import click

from newslint.cli import output
from newslint.cli.index_place import configured, index_options, opened


@click.command("info")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="[default: text]")
@index_options
def command(output_format: str, **options: Any) -> int:
    """Show articles, sections, bytes and versions of the index."""
    with opened(configured(options)) as store:
        info = store.info()
    per_section = info.bytes / info.sections if info.sections else 0.0
    if output_format == "json":
        data = {**asdict(info), "bytes_a_section": round(per_section, 1)}
        output.write([json.dumps(data, ensure_ascii=False, indent=2), "\n"])
        return 0
    lines = {
        "index": f"{info.place} ({info.kind}, scheme {info.scheme})",
        "articles": f"{info.articles:,}" + (f", {info.texts:,} with their text" if info.texts else ""),
        "sections": f"{info.sections:,}",
        "bytes": f"{info.bytes:,}, {per_section:.0f} a section",
        "segments": f"{info.segments}, {info.waiting:,} sections in none yet",
        "removed": f"{info.removed:,} articles that still take room",
    }
    output.write(f"{name:<10}{value}\n" for name, value in lines.items())
    return 0

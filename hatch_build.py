"""Builds the rules' compiled form into the wheel, so that a run needs no YAML."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface[Any]):
    """Adds `compiled.json` beside the rules of the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the rules; a rule that cannot be used fails the build. An editable install needs none."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from newslint.rules import compiled

        root = str(Path(self.root, "rules"))
        files = compiled.rule_files(root)
        text = compiled.dump(compiled.stamp(files, with_times=False), compiled.compile_files(root, files))
        self._folder = tempfile.TemporaryDirectory()
        target = Path(self._folder.name, compiled.COMPILED)
        target.write_text(text, encoding="utf-8")
        build_data["force_include"][str(target)] = f"newslint/rules_shipped/{compiled.COMPILED}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made for the build."""
        if version != "editable":
            self._folder.cleanup()

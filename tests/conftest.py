"""What tests of every part share."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def require(*needs: str) -> None:
    """Skip the test unless every need is there: an importable module (`jsonschema`), or a program (`git`).

    With `NEWSLINT_REQUIRE=all` in the environment, as in CI, the test fails instead.
    """
    missing = [need for need in needs if shutil.which(need) is None and not _importable(need)]
    if not missing:
        return
    reason = f"needs {', '.join(missing)}"
    if os.environ.get("NEWSLINT_REQUIRE") == "all":
        pytest.fail(reason)
    pytest.skip(reason)


def data_folder() -> Path:
    """The folder of measuring data that `NEWSLINT_DATA` names; skips the test where it is unset."""
    folder = os.environ.get("NEWSLINT_DATA")
    if not folder or not Path(folder).is_dir():
        reason = "NEWSLINT_DATA names no folder of measuring data"
        if os.environ.get("NEWSLINT_REQUIRE") == "all" and folder:
            pytest.fail(reason)
        pytest.skip(reason)
    return Path(folder)


def _importable(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False

"""A Spark session: the one that is there, or one of this machine."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from newslint.duplicates.stores.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import SparkSession

LOCAL = "local[*]"

_SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "2000",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}
_LOCAL_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
}


class SparkError(StoreError):
    """Spark that cannot be used, and why; the message is one line for the user."""

    def __init__(self, message: str) -> None:
        super().__init__("Spark", message)


def session(master: str | None = None, **settings: Any) -> SparkSession:
    """The session that is active, else a new one on `master`, else on what `spark-submit` or `SPARK_MASTER` says, or here.

    `settings` are Spark's, with `_` for dots, and count for a new session only. Workers need newslint installed, or
    sent along (`--py-files`). Raises `SparkError` where pyspark or Java is missing, or the master cannot be reached.
    """
    try:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise SparkError(f"needs pyspark, pip install 'newslint[spark]': {error}") from None
    active = SparkSession.getActiveSession()
    if active is not None:
        return active
    submitted = "PYSPARK_GATEWAY_PORT" in os.environ
    master = master or os.environ.get("SPARK_MASTER") or (None if submitted else LOCAL)
    chosen = dict(_SETTINGS)
    builder = SparkSession.builder.appName("newslint")
    if master is not None:
        builder = builder.master(master)
        if master.startswith("local"):
            chosen.update(_LOCAL_SETTINGS)
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
            os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")  # without looking the machine's name up
    chosen.update((name.replace("_", "."), str(value)) for name, value in settings.items())
    for name, value in chosen.items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except (PySparkException, Py4JError, OSError) as error:
        raise SparkError(f"does not start: {_said(error)}; it needs Java 17 or later") from error


@contextmanager
def faults() -> Iterator[None]:
    """Turn what Spark says of paths, workers and itself into `SparkError`."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        raise SparkError(_said(error)) from error


def _said(error: Exception) -> str:
    """What went wrong, without the stack of Java's calls."""
    lines = [line.strip(" :") for line in str(error).splitlines() if line.strip() and not line.startswith("\tat ")]
    return " ".join(lines[1:2] if len(lines) > 1 and lines[0].startswith("An error occurred") else lines[:2])

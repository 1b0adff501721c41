"""The engine in Spark: the same sections as in one process's memory, found on as many machines as there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.audit.engine import Frequent, Same, SamePair
from newslint.duplicates.spark_sections import TEXTS, row_of, same_sections
from newslint.duplicates.spark_session import faults, session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyspark.sql import DataFrame, SparkSession

    from newslint.audit.articles import Article
    from newslint.audit.engine import Progress


class SparkEngine:
    """An `Engine`. It uses the Spark session that it is given, else the active one, else one of this machine."""

    def __init__(self, spark: SparkSession | None = None) -> None:
        self._spark = spark

    def __call__(self, texts: Sequence[Article], progress: Progress | None = None) -> Same:
        """As `Engine` says; raises `SparkError` where Spark cannot be used. `progress` is not told anything."""
        if not texts:
            return Same()
        spark = self._spark or session()
        with faults():
            same = same_sections(frame_of(spark, texts))
            try:
                found = sorted(SamePair(*row) for row in same.pairs.collect())
                frequent = [Frequent(text, block, tuple(keys)) for text, block, keys in same.boilerplate.collect()]
                return Same(found, sorted(frequent))
            finally:
                same.kept.unpersist()


def frame_of(spark: SparkSession, texts: Sequence[Article]) -> DataFrame:
    """Texts as Spark takes them, numbered by their place."""
    import pandas as pd

    rows = [(number, *row_of(text.words, text.bounds)) for number, text in enumerate(texts)]
    frame = spark.createDataFrame(pd.DataFrame(rows, columns=["text", "words", "bounds"]), TEXTS)
    return frame.repartition(spark.sparkContext.defaultParallelism)

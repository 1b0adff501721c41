"""The laws of the offset map, on generated documents."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.document import markdown, plain
from tests.document.document_laws import DOCUMENTS, GARBAGE, assert_laws

READERS = {"markdown": markdown.read, "plain": plain.read}
QUICK = settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("format", READERS)
@QUICK
@given(text=DOCUMENTS)
def test_laws_hold_for_realistic_documents(format: str, text: str) -> None:
    assert_laws(text, READERS[format](text))


@pytest.mark.parametrize("format", READERS)
@QUICK
@given(text=st.one_of(st.text(max_size=80), GARBAGE))
def test_laws_hold_for_any_text(format: str, text: str) -> None:
    assert_laws(text, READERS[format](text))

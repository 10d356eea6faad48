"""What the tests of single parts share."""

from __future__ import annotations

import pytest

from sundhedsklynge.ingest.mapping import Known
from tests.shipped_names import shipped_names


@pytest.fixture(scope="session")
def known() -> Known:
    """The shipped names; nothing is remembered yet."""
    return shipped_names()

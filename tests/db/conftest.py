"""A real store in a temporary folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import open_store
from db.engine import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "team.oversight")
    yield opened
    opened.close()

"""A small team in a real store."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import open_store
from db.engine import Store


@pytest.fixture
def team(small_team: Path, tmp_path: Path) -> Iterator[Store]:
    store = open_store(shutil.copy(small_team, tmp_path / "team.oversight"))
    yield store
    store.close()

"""A small team in a real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import open_store
from db.engine import Store
from tests.db.test_board_facts import import_team


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "team.oversight")
    import_team(store)
    yield store
    store.close()

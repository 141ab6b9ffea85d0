"""The made-up team, written once and copied for each story."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db import open_store
from db.engine import Store
from oversight_tui.services.demo import write_demo

MONDAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def made_up_team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "team.oversight"
    store = open_store(path)
    write_demo(store, MONDAY)
    store.database.connect(reuse_if_open=True)
    store.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return path


@pytest.fixture
def team(made_up_team: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "team.oversight"
    shutil.copy(made_up_team, path)
    store = open_store(path)
    yield store
    store.close()

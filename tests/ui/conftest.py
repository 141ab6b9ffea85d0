"""The made-up team, written once and copied for each story; the walks over every screen, made once and judged often."""

from __future__ import annotations

import asyncio
import os
import pickle
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db import open_store
from db.engine import Store
from oversight_tui.services.demo import write_demo

if TYPE_CHECKING:
    from tests.ui.every_screen import Walk

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


@pytest.fixture(scope="session")
def every_page(made_up_team: Path, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """Every screen on a small terminal, and with names hidden for a moment."""
    return _walked("with names", made_up_team, tmp_path_factory, (80, 24), names_hidden=False)


@pytest.fixture(scope="session")
def every_page_without_names(made_up_team: Path, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """Every screen on the smallest terminal, with names hidden before it opened."""
    return _walked("without names", made_up_team, tmp_path_factory, (40, 12), names_hidden=True)


def _walked(
    name: str, team: Path, folders: pytest.TempPathFactory, size: tuple[int, int], *, names_hidden: bool
) -> Walk:
    """Walk, or take what another process of this run has walked already."""
    from tests.ui.every_screen import walk

    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    shared = folders.getbasetemp().parent / f"{name} {run}" if run else None
    if shared is not None and shared.exists():
        known: Walk = pickle.loads(shared.read_bytes())
        return known
    found = asyncio.run(walk(team, folders.mktemp("walk"), size, names_hidden=names_hidden))
    if shared is not None:
        written = folders.mktemp("walked") / "pages"
        written.write_bytes(pickle.dumps(found))
        written.replace(shared)
    return found

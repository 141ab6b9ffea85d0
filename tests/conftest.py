"""For every test: new stores are plain unless the test says otherwise, and nothing is kept outside its folders."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from db import key
from oversight_tui.made_up_team import write_demo
from tests.db.test_board_facts import import_team
from tests.engines import NO_SERVER, PLAIN, SERVER, chosen, may_be_skipped, so_many, stores_on
from tests.engines.about_files import why_not_on
from tests.made_once import MONDAY, store_made_once

if TYPE_CHECKING:
    from tests.server.own_server import OwnServer

gc.set_threshold(100_000, 50, 1000)  # hundreds of programs are started in one process; looking through all of it costs

# A store waits for the disk whenever it says that something is kept, some ten thousand times in a run. What is flushed
# and in which order is watched in tests/faults/watched_disk.py and db/test_flushing.py; nothing else here tests a disk.
IN_MEMORY, ROOM = Path("/dev/shm"), 4 * 2**30
if "TMPDIR" not in os.environ and IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM:
    os.environ["TMPDIR"] = tempfile.tempdir = str(IN_MEMORY)

# How fast a machine makes examples says nothing of the program.
settings.register_profile(
    "any_machine", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=so_many(100)
)
settings.load_profile("any_machine")


_SERVER = pytest.StashKey[ExitStack]()


def pytest_configure(config: pytest.Config) -> None:
    """Where stores are to be on a server, the process that begins the run starts it for all of them."""
    if chosen() != SERVER or hasattr(config, "workerinput"):
        return
    from tests.engines.on_postgresql import server_of_this_run
    from tests.server.own_server import programs

    if programs() is not None:
        config.stash[_SERVER] = ExitStack()
        config.stash[_SERVER].enter_context(server_of_this_run())
    elif not may_be_skipped():
        raise pytest.UsageError(f"Stores were to be on a server, and {NO_SERVER}.")


def pytest_unconfigure(config: pytest.Config) -> None:
    """It is stopped by the same."""
    if _SERVER in config.stash:
        config.stash[_SERVER].close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is about plain files alone is skipped where stores are kept otherwise, with why."""
    if chosen() == PLAIN:
        return
    from tests.server.own_server import programs

    absent = NO_SERVER if chosen() == SERVER and programs() is None else None
    for item in items:
        why = absent or why_not_on(chosen(), item)
        if why is not None:
            item.add_marker(pytest.mark.skip(reason=why))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Databases that a test made in its folder go with it."""
    folder = getattr(item, "funcargs", {}).get("tmp_path")
    yield
    if folder is not None and chosen() == SERVER:
        from tests.engines.on_postgresql import drop_below

        drop_below(folder)


@pytest.fixture(scope="session", autouse=True)
def _nothing_outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERSIGHT_PLAIN", "1")
        patch.setenv("OVERSIGHT_ANCHORS", str(tmp_path_factory.mktemp("anchors")))
        patch.setattr(key, "_derived", cache(key._derived))  # a tenth of a second each time, for the same answer
        with stores_on(chosen()):
            yield


@pytest.fixture(scope="session")
def made_up_team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up team of `oversight demo`, to be copied."""
    return store_made_once("made-up.oversight", tmp_path_factory, lambda store: write_demo(store, MONDAY))


@pytest.fixture(scope="session")
def a_year_of_two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up year of two workers, to be copied."""
    return store_made_once("two.oversight", tmp_path_factory, lambda store: write_demo(store, MONDAY, workers=2))


@pytest.fixture(scope="session")
def small_team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two workers and five children of an import, to be copied."""
    return store_made_once("small.oversight", tmp_path_factory, import_team)


@pytest.fixture(scope="session")
def server() -> Iterator[OwnServer]:
    """A server, while the tests of this process run: one for all of them, each with databases of its own."""
    from tests.server.own_server import own_server, programs

    if programs() is None:
        pytest.skip(NO_SERVER)
    with own_server() as running:
        yield running

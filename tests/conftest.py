"""For every test: new stores are plain unless the test says otherwise, and nothing is kept outside its folders."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from db import key
from oversight_tui.made_up_team import write_demo
from tests.db.test_board_facts import import_team
from tests.made_once import MONDAY, store_made_once

gc.set_threshold(100_000, 50, 1000)  # hundreds of programs are started in one process; looking through all of it costs

# A store waits for the disk whenever it says that something is kept, some ten thousand times in a run. What is flushed
# and in which order is watched in tests/faults/watched_disk.py and db/test_flushing.py; nothing else here tests a disk.
IN_MEMORY, ROOM = Path("/dev/shm"), 4 * 2**30
if "TMPDIR" not in os.environ and IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM:
    os.environ["TMPDIR"] = tempfile.tempdir = str(IN_MEMORY)

# How fast a machine makes examples says nothing of the program.
settings.register_profile("any_machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any_machine")


@pytest.fixture(scope="session", autouse=True)
def _nothing_outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERSIGHT_PLAIN", "1")
        patch.setenv("OVERSIGHT_ANCHORS", str(tmp_path_factory.mktemp("anchors")))
        patch.setattr(key, "_derived", cache(key._derived))  # a tenth of a second each time, for the same answer
        yield


@pytest.fixture(scope="session")
def made_up_team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up team of `oversight demo`, to be copied."""
    return store_made_once("made-up.oversight", tmp_path_factory, lambda store: write_demo(store, MONDAY))


@pytest.fixture(scope="session")
def small_team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two workers and five children of an import, to be copied."""
    return store_made_once("small.oversight", tmp_path_factory, import_team)

"""Whoever closes a file gives up every lock of the process on it, SQLite's own too: another program could then take
away the log that is written to. So nobody but SQLite opens a store while a connection to it stands.
"""

import os
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import stores
from tests.faults.desk import DECIDES, Desk
from tests.ui.desk import at_the_desk

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="locks are listed as Linux does it")


class Opened:
    """Where a file that this process holds a lock on was opened by Python."""

    def __init__(self) -> None:
        self.watched: frozenset[str] = frozenset()
        self.opened = 0
        self.under_a_lock: list[str] = []

    def __call__(self, event: str, about: tuple[object, ...]) -> None:
        if event != "open" or not self.watched or not isinstance(about[0], str | os.PathLike):
            return
        path = os.path.abspath(os.fspath(about[0]))
        if path in self.watched and os.path.exists(path):
            self.opened += 1
            if holds_a_lock(path):
                where = [f"{Path(one.filename).name}:{one.lineno}" for one in traceback.extract_stack()[-6:]]
                self.under_a_lock.append(f"{Path(path).name}, {' '.join(where)}")


def holds_a_lock(path: str) -> bool:
    mine, number = str(os.getpid()), str(os.stat(path).st_ino)
    with open("/proc/locks", encoding="ascii") as locks:
        found = [line.split() for line in locks if "->" not in line]
    return any(words[4] == mine and words[5].rpartition(":")[2] == number for words in found)


_opened = Opened()
sys.addaudithook(_opened)  # it stays, and looks at nothing once the test is over


@pytest.fixture
def opened() -> Iterator[Opened]:
    _opened.opened, _opened.under_a_lock = 0, []
    yield _opened
    _opened.watched = frozenset()


def watches(opened: Opened, path: Path) -> None:
    opened.watched = frozenset(f"{path}{end}" for end in ("", "-wal", "-shm"))


def test_no_command_opens_it(desk: Desk, opened: Opened) -> None:
    watches(opened, desk.path)
    for words in (DECIDES, ("today",), ("backup",), ("verify",), ("doctor",), ("where",), desk.changes):
        desk.does(*words)
    # A plain store that was encrypted is blotted out, and closed once another file has its name.
    assert [where for where in opened.under_a_lock if "reencrypt.py" not in where] == []
    assert opened.opened > 0


async def test_the_screen_does_not_either_when_it_locks_and_goes_on(desk: Desk, opened: Opened) -> None:
    store = stores.opened(desk.path, desk.passphrase)
    watches(opened, desk.path)
    async with at_the_desk(store) as manager:
        await manager.presses("5", "g", "d", "v", "1", "enter")
        manager.sees("Decision recorded")
        manager.app.look()
        if desk.passphrase:
            await manager.presses("Q")
            await manager.unlocks(desk.passphrase)
            manager.app.look()
        await manager.presses("5", "g", "d", "v", "1", "enter")
        manager.sees("Decision recorded")
    assert opened.under_a_lock == []
    store.close()


def test_it_is_found_where_somebody_does(desk: Desk, opened: Opened) -> None:
    store = stores.opened(desk.path, desk.passphrase)
    store.engine.changes()
    watches(opened, desk.path)
    desk.path.read_bytes()
    assert len(opened.under_a_lock) == 1
    store.close()
